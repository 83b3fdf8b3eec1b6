// Which texts of this seat hold words that the server does not have yet: noted on the device, so that they leave as soon
// as the line is back, even after a reload or when a later step shows other things.
import type { Store } from '../link/storage';

export interface UnsentText {
  readonly article: number;
  readonly fields: readonly string[];
  // Its name on this device.
  readonly kept_as: string;
}

const stored_under = 'texts.unsent';

export function unsent_texts(store: Store): readonly UnsentText[] {
  try {
    const found: unknown = JSON.parse(store.get(stored_under) ?? '[]');
    return Array.isArray(found) ? (found as UnsentText[]) : [];
  } catch {
    return [];
  }
}

export function note_unsent(store: Store, text: UnsentText, unsent: boolean): void {
  const others = unsent_texts(store).filter((each) => each.kept_as !== text.kept_as);
  const all = unsent ? [...others, text] : others;
  if (all.length === 0) {
    store.remove(stored_under);
  } else {
    store.set(stored_under, JSON.stringify(all));
  }
}

// Texts that a screen shows send their words themselves.
const shown = new Map<number, number>();
const stops = new Map<number, () => void>();

export function is_shown(article: number): boolean {
  return (shown.get(article) ?? 0) > 0;
}

export function show_text(article: number): void {
  shown.set(article, (shown.get(article) ?? 0) + 1);
  stops.get(article)?.();
}

export function hide_text(article: number): void {
  shown.set(article, (shown.get(article) ?? 1) - 1);
}

// Null: nobody sends it any more.
export function sending(article: number, stop: (() => void) | null): void {
  if (stop === null) {
    stops.delete(article);
  } else {
    stops.set(article, stop);
  }
}

export function is_sending(article: number): boolean {
  return stops.has(article);
}
