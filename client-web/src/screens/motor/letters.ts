// Letters chosen one by one: which, in what order, and what each does to a text.
//
// Shape    Rows of `row_length`; the most frequent stand where row and place in the row add up to least, because that
//          is the time they cost. Writing happens at the end of the text.
//          In a field for a code only the letters of codes are offered.
// Source   Frequency of letters in French: encyclopaedia Wikipedia, French edition, « Fréquence d’apparition des lettres ».

import { code_alphabet } from '../../protocol/messages';

export const row_length = 7;

const french = 'esaitnruolé’dcmpvqfbghjàxèyê.,?!zçkw-ùâîôûïëœ:0123456789';

export const letters_of = (is_code: boolean): readonly string[] => [...(is_code ? code_alphabet : french)];

export function rows_of(letters: readonly string[]): string[][] {
  const count = Math.ceil(letters.length / row_length);
  const cells = Array.from({ length: count * row_length }, (_, cell) => ({
    row: Math.floor(cell / row_length),
    column: cell % row_length,
  }))
    .sort((one, other) => one.row + one.column - (other.row + other.column) || one.row - other.row)
    .slice(0, letters.length);
  const rows: string[][] = Array.from({ length: count }, () => []);
  cells.forEach(({ row, column }, index) => {
    const line = rows[row];
    if (line !== undefined) {
      line[column] = letters[index] ?? '';
    }
  });
  return rows;
}

// A sentence begins with a capital.
export const with_letter = (text: string, letter: string): string =>
  text + (/(^|[.?!]\s+)$/.test(text) ? letter.toUpperCase() : letter);

// One space at most, none at the start.
export const with_space = (text: string): string => (/(^|\s)$/.test(text) ? text : `${text} `);

export const without_letter = (text: string): string => [...text].slice(0, -1).join('');

export const without_word = (text: string): string => text.replace(/\S*\s*$/, '');
