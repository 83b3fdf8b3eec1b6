import { expect, test } from 'vitest';
import { packed } from './pages';

test('[access K3] three controls on the first page, two on each other', () => {
  expect(packed([1, 1, 1, 1, 1, 1], false)).toEqual([0, 0, 0, 1, 1, 2]);
});

test('[access K3] what is new takes the place of one', () => {
  expect(packed([2, 1, 1], true)).toEqual([0, 1, 1]);
  expect(packed([2, 1, 1], false)).toEqual([0, 0, 1]);
});

test('words stay with the control that follows them, and the last words with the last page', () => {
  expect(packed([0, 2, 0, 2, 0], false)).toEqual([0, 0, 1, 1, 1]);
  expect(packed([0, 0], false)).toEqual([0, 0]);
  expect(packed([], true)).toEqual([]);
});

test('a form with its button is never cut by what is new', () => {
  expect(packed([0, 2, 1], true)).toEqual([0, 0, 1]);
});
