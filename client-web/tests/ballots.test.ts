import { expect, test } from 'vitest';
import { seat_store } from '../src/link/storage';
import { Ballots, blank_of, shuffled } from '../src/state/ballots.svelte';
import { counting_random, memory_backing } from './fakes';

function ballots(backing = memory_backing()) {
  const store = seat_store(backing, 'participant');
  return { backing, store, ballots: new Ballots(store, counting_random()) };
}

test('a poll has one key: the one its ballot was sent with', () => {
  const { ballots: own } = ballots();
  expect(own.own(3)).toBeNull();
  const key = own.key(3);
  expect(key).toMatch(/^[0-9a-f]{32}$/);
  own.remember(3, { key, choice: 'against' });
  expect(own.key(3)).toBe(key);
  expect(own.key(4)).not.toBe(key);
  expect(own.own(3)).toEqual({ key, choice: 'against', points: undefined });
});

test('a choice is found again after a reload, and forgotten with the seat', () => {
  const first = ballots();
  const points = [{ option: 2, points: 3 }];
  first.ballots.remember(1, { key: 'a'.repeat(32), points });
  const again = ballots(first.backing);
  expect(again.ballots.own(1)).toEqual({ key: 'a'.repeat(32), choice: undefined, points });
  again.store.clear();
  expect(again.ballots.own(1)).toBeNull();
  expect(first.backing.kept.size).toBe(0);
});

test('a blank points ballot is a ballot', () => {
  const { ballots: own } = ballots();
  own.remember(1, { key: 'a'.repeat(32), points: [] });
  expect(own.own(1)?.points).toEqual([]);
});

test.each(['abstain', 'unsure'] as const)('a ballot without points that says why is found again: %s', (blank) => {
  const { ballots: own } = ballots();
  own.remember(1, { key: 'a'.repeat(32), points: [], blank });
  own.remember(2, { key: 'b'.repeat(32), choice: blank });
  expect(own.own(1)).toMatchObject({ points: [], blank });
  expect(own.own(2)).toMatchObject({ choice: blank });
  expect([blank_of(blank), blank_of('for'), blank_of(null)]).toEqual([blank, null, null]);
});

test.each(['', '{', 'null', '[]', '{"key":"short"}', '{"choice":"for"}'])('a damaged entry is none: %s', (stored) => {
  const { store, ballots: own } = ballots();
  store.set('ballot.1', stored);
  expect(own.own(1)).toBeNull();
});

test('a ballot refused is forgotten', () => {
  const { ballots: own } = ballots();
  own.remember(1, { key: 'a'.repeat(32), choice: 'for' });
  own.forget(1);
  expect(own.own(1)).toBeNull();
});

test('the order of options is drawn once, and differs from tablet to tablet', () => {
  const options = Array.from({ length: 8 }, (_, index) => index);
  const one = ballots();
  const drawn = one.ballots.order(1, options);
  expect([...drawn].sort((a, b) => a - b)).toEqual(options);
  expect(one.ballots.order(1, options)).toEqual(drawn);
  expect(ballots(one.backing).ballots.order(1, options)).toEqual(drawn);
  expect(shuffled(options, 1)).not.toEqual(shuffled(options, 2_000_000_000));
});

test('each option comes first about equally often', () => {
  const firsts = new Map<number, number>();
  let seed = 12_345;
  for (let draw = 0; draw < 4_000; draw += 1) {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    const first = shuffled([0, 1, 2, 3], seed)[0] ?? -1;
    firsts.set(first, (firsts.get(first) ?? 0) + 1);
  }
  for (const option of [0, 1, 2, 3]) {
    expect(firsts.get(option)).toBeGreaterThan(850);
    expect(firsts.get(option)).toBeLessThan(1_150);
  }
});
