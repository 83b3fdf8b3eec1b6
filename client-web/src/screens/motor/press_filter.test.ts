import { expect, test } from 'vitest';
import { PressFilter } from './press_filter';

// A press from `from` to `to`, begun on `on` and ended on `off`.
const press = (filter: PressFilter<string>, from: number, to: number, on: string | null = 'a', off = on) => {
  filter.down(on, from);
  return filter.up(off, to);
};

test('[access M4] a press shorter than asked does nothing; one that lasts counts', () => {
  const filter = new PressFilter<string>(250, 0);
  expect(press(filter, 0, 249)).toBe(false);
  expect(press(filter, 1_000, 1_250)).toBe(true);
  expect(press(new PressFilter<string>(500, 0), 0, 499)).toBe(false);
});

test('[access M4] without filters every press on a control counts, on release', () => {
  const filter = new PressFilter<string>(0, 0);
  expect([press(filter, 0, 0), press(filter, 1, 2)]).toEqual([true, true]);
  expect(filter.up('a', 3)).toBe(false);
});

test('[access M4] slid off, cancelled, or beside every control: nothing', () => {
  const filter = new PressFilter<string>(0, 0);
  expect(press(filter, 0, 10, 'a', 'b')).toBe(false);
  expect(press(filter, 20, 30, 'a', null)).toBe(false);
  expect(press(filter, 40, 50, null)).toBe(false);
  filter.down('a', 60);
  filter.cancel();
  expect(filter.up('a', 70)).toBe(false);
});

test('[access M4] repeats are ignored from the end of the press that counted, on any control', () => {
  const filter = new PressFilter<string>(0, 400);
  expect(press(filter, 0, 100, 'check')).toBe(true);
  expect(press(filter, 300, 350, 'send')).toBe(false);
  expect(press(filter, 499, 510, 'send')).toBe(false);
  expect(press(filter, 500, 510, 'send')).toBe(true);
});

test('[access M4] a press that was ignored does not make the wait longer, nor does one too short', () => {
  const filter = new PressFilter<string>(250, 1_000);
  expect(press(filter, 0, 300)).toBe(true);
  expect(press(filter, 1_200, 1_600)).toBe(false);
  expect(press(filter, 1_650, 1_700)).toBe(false);
  expect(press(filter, 1_800, 2_100)).toBe(true);
});
