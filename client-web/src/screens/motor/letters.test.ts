import { expect, test } from 'vitest';
import { code_alphabet } from '../../protocol/messages';
import { letters_of, row_length, rows_of, with_letter, with_space, without_letter, without_word } from './letters';

test('[access M5] every letter is offered once, the most frequent where they cost the least time', () => {
  const letters = letters_of(false);
  const rows = rows_of(letters);
  expect(rows.flat().sort()).toEqual([...letters].sort());
  expect(new Set(letters).size).toBe(letters.length);
  expect(Math.max(...rows.map((row) => row.length))).toBeLessThanOrEqual(row_length);
  const cost = (letter: string) => {
    const row = rows.findIndex((each) => each.includes(letter));
    return row + (rows[row]?.indexOf(letter) ?? 0);
  };
  const costs = letters.map(cost);
  expect(costs).toEqual([...costs].sort((one, other) => one - other));
  expect([cost('e'), cost('s'), cost('a')]).toEqual([0, 1, 1]);
});

test('[access M5] for a code only the letters of codes are offered', () => {
  expect(letters_of(true).join('')).toBe(code_alphabet);
});

test('[access M5] a sentence begins with a capital, words have one space between them', () => {
  const typed = [...'une rampe'].reduce((text, each) => (each === ' ' ? with_space(text) : with_letter(text, each)), '');
  expect(typed).toBe('Une rampe');
  expect(with_letter('Oui. ', 'é')).toBe('Oui. É');
  expect(with_letter('Oui', '.')).toBe('Oui.');
  expect([with_space(''), with_space('a'), with_space('a ')]).toEqual(['', 'a ', 'a ']);
});

test('[access M5] the last letter goes, or the last word with the space after it', () => {
  expect(without_letter('Été')).toBe('Ét');
  expect(without_letter('')).toBe('');
  expect(without_word('Une rampe ')).toBe('Une ');
  expect(without_word('Une')).toBe('');
});
