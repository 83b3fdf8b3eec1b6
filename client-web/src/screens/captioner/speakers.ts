// The names that are one tap away: who has the floor, then those written before, the newest first.
export const names_max = 9;

export function speakers_now(has_floor: string | undefined, newest_first: readonly string[]): readonly string[] {
  const names = [has_floor ?? '', ...newest_first].filter((name) => name !== '');
  return [...new Set(names)].slice(0, names_max);
}

// The shortcut of the first nine; the keys of digits, whatever the keyboard writes with them.
export const keys_of = (place: number): string => `Alt+Shift+${place + 1}`;

export function digit_of(event: Pick<KeyboardEvent, 'altKey' | 'shiftKey' | 'code'>): number {
  const digit = /^Digit([1-9])$/.exec(event.code)?.[1];
  return event.altKey && event.shiftKey && digit !== undefined ? Number(digit) - 1 : -1;
}
