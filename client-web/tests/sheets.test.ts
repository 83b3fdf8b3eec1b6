import { expect, test } from 'vitest';
import { seat_store } from '../src/link/storage';
import { Sheets } from '../src/state/sheets.svelte';
import { counting_random, memory_backing } from './fakes';

function sheets(backing = memory_backing()) {
  const store = seat_store(backing, 'participant');
  return { backing, store, sheets: new Sheets(store, counting_random()) };
}
const answers = [
  { question: 'heard', level: 4, unknown: false, words: '' },
  { question: 'again', unknown: true, words: '' },
  { question: 'word', unknown: false, words: 'bien' },
];

test('one pseudonym for the whole atelier, kept over a reload, gone with the seat', () => {
  const first = sheets();
  const drawn = first.sheets.pseudonym();
  expect(drawn).toMatch(/^[0-9a-f]{32}$/);
  expect(first.sheets.pseudonym()).toBe(drawn);
  const again = sheets(first.backing);
  expect(again.sheets.pseudonym()).toBe(drawn);
  again.store.clear();
  expect(first.backing.kept.size).toBe(0);
});

test('answers are found again, one entry a step, and forgotten', () => {
  const first = sheets();
  first.sheets.remember('t0', answers);
  const again = sheets(first.backing);
  expect(again.sheets.own('t0')).toEqual(answers);
  expect(again.sheets.own('t1')).toBeNull();
  again.sheets.forget('t0');
  expect(again.sheets.own('t0')).toBeNull();
});

test('an empty sheet is a sheet', () => {
  const { sheets: own } = sheets();
  own.remember('t0', []);
  expect(own.own('t0')).toEqual([]);
});

test.each(['', '{', 'null', '{"question":"heard"}'])('a damaged entry is none: %s', (stored) => {
  const { store, sheets: own } = sheets();
  store.set('sheet.t0', stored);
  expect(own.own('t0')).toBeNull();
});

test('a damaged pseudonym is drawn again', () => {
  const { store, sheets: own } = sheets();
  store.set('pseudonym', 'short');
  expect(own.pseudonym()).toMatch(/^[0-9a-f]{32}$/);
});
