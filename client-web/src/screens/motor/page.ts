// The page as scanning reads it: the question in front if there is one, the whole page otherwise.
//
// Shape    `data-scan="first"` marks what belongs to the first group, "tools" the tools of scanning, "row" a row of
//          letters. A page's title is what tells one screen from another.
import { controls_in } from './controls';
import { groups_of, type Found, type Place } from './groups';
import type { Screen } from './scanner';

const containers = 'fieldset, form, ul, ol, section, [role="group"], .row, .note, .drawers, .drawer-inside, header, footer';

export function front(): HTMLElement | null {
  const questions = document.querySelectorAll<HTMLElement>('[role="dialog"][aria-modal="true"]');
  return questions[questions.length - 1] ?? null;
}

function place_of(control: HTMLElement): Place {
  const marked = control.closest<HTMLElement>('[data-scan]')?.dataset['scan'];
  if (marked === 'first' || marked === 'tools' || marked === 'row') {
    return marked;
  }
  return control.closest('.page-head') === null ? 'body' : 'head';
}

export function read_page(bar: HTMLElement): Screen<HTMLElement> {
  const question = front();
  const letters = question?.querySelector('[data-scan="row"]') ?? null;
  const page = question ?? document.body;
  const controls = controls_in(page);
  if (question !== null && letters === null) {
    controls.push(...controls_in(bar));
  }
  const found: Found<HTMLElement>[] = controls.map((what) => ({
    what,
    place: place_of(what),
    container: what.closest(containers),
  }));
  return {
    id: question ?? document.querySelector('h1'),
    groups: groups_of(found),
    begins_again: letters !== null,
  };
}

// One step back: out of the question, the open drawer, or to the top of the page.
export function go_back(): void {
  const question = front();
  const drawers = document.querySelectorAll<HTMLDetailsElement>('details[open]');
  const drawer = drawers[drawers.length - 1];
  if (question !== null) {
    question.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  } else if (drawer !== undefined) {
    drawer.open = false;
  } else {
    window.scrollTo(0, 0);
  }
}

// Reading on without touching: most of a screen down or up, in the question or on the page.
export function scroll_by(part: number): void {
  const place = front()?.parentElement ?? document.scrollingElement;
  place?.scrollBy(0, part * window.innerHeight);
}

// Into view at once, whatever the page says of movement, and clear of the bar at the bottom.
export function bring_into_view(boxes: readonly HTMLElement[], bar: HTMLElement): void {
  const [first] = boxes;
  const edges = boxes.map((each) => each.getBoundingClientRect());
  if (first === undefined) {
    return;
  }
  if (bar.contains(first)) {
    first.scrollIntoView({ block: 'nearest' });
  } else if (edges.some(({ top, bottom }) => top < 0 || bottom > bar.getBoundingClientRect().top)) {
    first.scrollIntoView({ block: 'start' });
  }
}
