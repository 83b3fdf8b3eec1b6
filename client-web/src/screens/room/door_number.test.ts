import { expect, test } from 'vitest';
import { digits_credential, digits_fault, digits_of, number_of, pictures_credential, pictures_of } from './door_number';

test('[access J1] every number has its own three pictures, and they say it', () => {
  const seen = new Set<string>();
  const door_number_max = 12 ** 3;
  for (let number = 1; number <= door_number_max; number += 1) {
    const three = pictures_of(number);
    expect(three).toHaveLength(3);
    expect(three.every((picture) => picture >= 1 && picture <= 12)).toBe(true);
    expect(number_of(three)).toBe(number);
    seen.add(three.join());
  }
  expect(seen.size).toBe(door_number_max);
});

test('[access J1] digits and pictures of a card are one credential', () => {
  expect(digits_of(417)).toBe('0417');
  expect(pictures_of(417)).toEqual([3, 11, 9]);
  expect(pictures_credential([3, 11, 9])).toBe('door:0417');
  expect(digits_credential('0417')).toBe('door:0417');
});

test('[access J3] spaces and dashes do not matter; what is wrong is told', () => {
  for (const typed of ['0417', ' 04 17 ', '04-17', '0\u00a0417', '0.4.1.7']) {
    expect(digits_fault(typed)).toBeNull();
    expect(digits_credential(typed)).toBe('door:0417');
  }
  expect(digits_fault(' ')).toEqual({ what: 'empty' });
  expect(digits_fault('04l7')).toEqual({ what: 'sign', letter: 'l' });
  expect(digits_fault('417')).toEqual({ what: 'length', count: 3 });
  expect(digits_fault('00417')).toEqual({ what: 'length', count: 5 });
});
