// What is said to screen readers: two live regions, in the page from the first byte, and one queue before them.
//
// Shape    polite: news. assertive: a message to this person, or work at risk; nothing else.
// Order    As asked, at least `apart_ms` between two; a text already waiting is not queued twice, and of one topic only the
//          newest waits.
// Units    At most `characters_max` characters; longer texts are cut at a word.

export type Manner = 'polite' | 'assertive';
type Say = (manner: Manner, text: string) => void;

export const apart_ms = 5_000;
export const characters_max = 120;

export function shortened(text: string): string {
  if (text.length <= characters_max) {
    return text;
  }
  const cut = text.slice(0, characters_max - 1);
  const space = cut.lastIndexOf(' ');
  return `${space > 0 ? cut.slice(0, space) : cut}…`;
}

export class AnnouncementQueue {
  private waiting_: { manner: Manner; text: string; topic: string | undefined }[] = [];
  private quiet_ = true;

  constructor(
    private readonly say_: Say,
    private readonly after_: (ms: number, then: () => void) => void,
  ) {}

  announce(text: string, manner: Manner, topic?: string): void {
    const short = shortened(text);
    this.waiting_ = this.waiting_.filter((each) => topic === undefined || each.topic !== topic);
    if (short === '' || this.waiting_.some((each) => each.text === short)) {
      return;
    }
    this.waiting_.push({ manner, text: short, topic });
    if (this.quiet_) {
      this.next();
    }
  }

  private next(): void {
    const first = this.waiting_.shift();
    this.quiet_ = first === undefined;
    if (first !== undefined) {
      this.say_(first.manner, first.text);
      this.after_(apart_ms, () => this.next());
    }
  }
}

// The two regions are siblings of the page's root; a region holding nothing but the last announcement.
function say_in_page(manner: Manner, text: string): void {
  for (const each of ['polite', 'assertive'] as const) {
    const region = document.getElementById(`announce-${each}`);
    if (region !== null) {
      region.textContent = each === manner ? text : '';
    }
  }
}

const page_queue = new AnnouncementQueue(say_in_page, (ms, then) => window.setTimeout(then, ms));

// topic: what only the newest words are true of, as a count that changes.
export const announce = (text: string, topic?: string): void => page_queue.announce(text, 'polite', topic);
export const announce_urgently = (text: string): void => page_queue.announce(text, 'assertive');
