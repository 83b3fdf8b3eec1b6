import { expect, test } from 'vitest';
import { phrase_chars_max, phrases_max, phrases_of } from './phrases';

test('[access N3] a list is read as it is pasted: one phrase a line, whatever ends the lines', () => {
  expect(phrases_of('Oui\r\n\r\n  Non,   merci \rEncore\u2028Stop\n')).toEqual(['Oui', 'Non, merci', 'Encore', 'Stop']);
  expect(phrases_of(' \n\t\n')).toEqual([]);
});

test('each phrase is there once, also when its accents are written otherwise', () => {
  expect(phrases_of('Déjà\nDe\u0301ja\u0300\nDéjà')).toEqual(['Déjà']);
});

test('a list has an end, and a phrase too', () => {
  expect(phrases_of(Array.from({ length: phrases_max + 1 }, (_, i) => `n ${i}`).join('\n'))).toHaveLength(phrases_max);
  expect(phrases_of('a'.repeat(phrase_chars_max + 1))[0]).toHaveLength(phrase_chars_max);
});
