// What is said to screen readers: two live regions, in the page from the first byte, and one queue before them. A soft sound
// has no other way than with words: it is heard when they are said, and never alone.
//
// Shape    polite: news. assertive: a message to this person, or work at risk; nothing else.
// Order    As asked, at least `apart_ms` between two; a text already waiting is not queued twice, and of one topic only the
//          newest waits.
// Units    At most `characters_max` characters; longer texts are cut at a word.

import { play, type Tone } from './tones';

export type Manner = 'polite' | 'assertive';
type Say = (manner: Manner, text: string, tone?: Tone) => void;

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
  private waiting_: { manner: Manner; text: string; tone: Tone | undefined; topic: string | undefined }[] = [];
  private quiet_ = true;

  constructor(
    private readonly say_: Say,
    private readonly after_: (ms: number, then: () => void) => void,
  ) {}

  announce(text: string, manner: Manner, tone?: Tone, topic?: string): void {
    const short = shortened(text);
    this.waiting_ = this.waiting_.filter((each) => topic === undefined || each.topic !== topic);
    if (short === '' || this.waiting_.some((each) => each.text === short)) {
      return;
    }
    this.waiting_.push({ manner, text: short, tone, topic });
    if (this.quiet_) {
      this.next();
    }
  }

  private next(): void {
    const first = this.waiting_.shift();
    this.quiet_ = first === undefined;
    if (first !== undefined) {
      this.say_(first.manner, first.text, first.tone);
      this.after_(apart_ms, () => this.next());
    }
  }
}

// The two regions are siblings of the page's root; a region holding nothing but the last announcement.
function say_in_page(manner: Manner, text: string, tone?: Tone): void {
  for (const each of ['polite', 'assertive'] as const) {
    const region = document.getElementById(`announce-${each}`);
    if (region !== null) {
      region.textContent = each === manner ? text : '';
    }
  }
  if (tone !== undefined && document.documentElement.dataset['sounds'] === 'true') {
    play(tone);
  }
}

const page_queue = new AnnouncementQueue(say_in_page, (ms, then) => window.setTimeout(then, ms));

// `tone`: what is heard with it by who wants sounds; the words must be on the screen too.
export const announce = (text: string, tone?: Tone): void => page_queue.announce(text, 'polite', tone);
export const announce_urgently = (text: string, tone?: Tone): void => page_queue.announce(text, 'assertive', tone);
// topic: what only the newest words are true of, as a count that changes.
export const announce_newest = (topic: string, text: string): void =>
  page_queue.announce(text, 'polite', undefined, topic);
