// The number of a card, as its two doors show it: four digits, or three pictures of twelve.
//
// Shape    Pictures are 1 to 12, in the order of protocol/README.md; their words are `picture.` and that number.

export const pictures: readonly number[] = Array.from({ length: 12 }, (_, index) => index + 1);
export const pictures_on_card = 3;

export type DigitsFault = { what: 'empty' } | { what: 'sign'; letter: string } | { what: 'length'; count: number };

const digits_on_card = 4;
const plain = (typed: string): string => typed.replace(/[\s\u00a0.-]/g, '');

export const digits_of = (number: number): string => String(number).padStart(digits_on_card, '0');

export function pictures_of(number: number): readonly number[] {
  const less = number - 1;
  return [Math.floor(less / 144), Math.floor(less / 12) % 12, less % 12].map((digit) => digit + 1);
}

export const number_of = (chosen: readonly number[]): number =>
  chosen.reduce((number, picture) => number * 12 + picture - 1, 0) + 1;

export function digits_fault(typed: string): DigitsFault | null {
  const signs = Array.from(plain(typed));
  if (signs.length === 0) {
    return { what: 'empty' };
  }
  const letter = signs.find((each) => !/[0-9]/.test(each));
  if (letter !== undefined) {
    return { what: 'sign', letter };
  }
  return signs.length === digits_on_card ? null : { what: 'length', count: signs.length };
}

// What a hello says at these doors.
export const digits_credential = (typed: string): string => `door:${plain(typed)}`;
export const pictures_credential = (chosen: readonly number[]): string => digits_credential(digits_of(number_of(chosen)));
