import { expect, test } from 'vitest';
import { random_hex, seat_store } from '../src/link/storage';
import { counting_random, memory_backing } from './fakes';

test('each seat has its own keys, and clears only those', () => {
  const backing = memory_backing();
  const person = seat_store(backing, 'participant');
  const table = seat_store(backing, 'table');
  person.set('token', 'p');
  table.set('token', 't');
  backing.setItem('tablee.language', 'fr');
  person.clear();
  expect(person.get('token')).toBeNull();
  expect(table.get('token')).toBe('t');
  expect(Array.from(backing.kept.keys())).toEqual(['tablee.table.token', 'tablee.language']);
});

test('a browser that refuses to keep does not stop the page', () => {
  const refusing = memory_backing();
  refusing.setItem = () => {
    throw new Error('full');
  };
  for (const store of [seat_store(refusing, 'participant'), seat_store(null, 'participant')]) {
    store.set('draft.p1', 'typed');
    expect(store.get('draft.p1')).toBe('typed');
    store.remove('draft.p1');
    expect(store.get('draft.p1')).toBeNull();
  }
});

test('a value that could not be replaced is not shown any more', () => {
  const backing = memory_backing();
  const store = seat_store(backing, 'participant');
  store.set('draft.p1', 'old');
  backing.setItem = () => {
    throw new Error('full');
  };
  store.set('draft.p1', 'new');
  expect(store.get('draft.p1')).toBe('new');
});

test('draws hexadecimal digits, leading zeros kept', () => {
  expect(random_hex(counting_random(), 16)).toBe('0001020304050607');
});
