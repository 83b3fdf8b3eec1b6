import { expect, test } from 'vitest';
import { AnnouncementQueue, apart_ms, characters_max, shortened } from '../src/parts/announcer';
import { fault_of, normal_code } from '../src/screens/room/code';
import { StepFollower } from '../src/state/follow.svelte';
import type { StepView } from '../src/protocol/messages';
import { FakeClock } from './fakes';

test('[access L2] announcements come one by one, five seconds apart, without repeats', () => {
  const clock = new FakeClock();
  const said: string[] = [];
  const queue = new AnnouncementQueue(
    (manner, text) => said.push(`${manner}: ${text}`),
    (ms, then) => void clock.after(ms, then),
  );
  queue.announce('one', 'polite');
  queue.announce('two', 'assertive');
  queue.announce('two', 'assertive');
  queue.announce('', 'polite');
  expect(said).toEqual(['polite: one']);
  clock.pass(apart_ms - 1);
  expect(said).toHaveLength(1);
  clock.pass(1);
  expect(said).toEqual(['polite: one', 'assertive: two']);
  clock.pass(10 * apart_ms);
  expect(said).toHaveLength(2);
  queue.announce('one', 'polite');
  expect(said).toHaveLength(3);
});

test('[access L2] of one topic only the newest words wait', () => {
  const clock = new FakeClock();
  const said: string[] = [];
  const queue = new AnnouncementQueue(
    (_, text) => said.push(text),
    (ms, then) => void clock.after(ms, then),
  );
  queue.announce('first', 'polite');
  queue.announce('12 found', 'polite', undefined, 'find');
  queue.announce('other', 'polite');
  queue.announce('3 found', 'polite', undefined, 'find');
  clock.pass(10 * apart_ms);
  expect(said).toEqual(['first', 'other', '3 found']);
});

test('a long announcement is cut at a word', () => {
  const words = 'mot '.repeat(40).trim();
  expect(shortened(words).length).toBeLessThanOrEqual(characters_max);
  expect(shortened(words).endsWith('mot…')).toBe(true);
  expect(shortened('a'.repeat(characters_max))).toHaveLength(characters_max);
  expect(shortened('a'.repeat(characters_max + 1))).toHaveLength(characters_max);
});

test('[access J3] codes are read in any case, with spaces and dashes', () => {
  expect(normal_code(' acde 34-67\u00a0')).toBe('ACDE3467');
  expect(fault_of('acde 3467')).toBeNull();
});

test.each([
  ['', { what: 'empty' }],
  ['  -', { what: 'empty' }],
  ['ACD0 3467', { what: 'letter', letter: '0' }],
  ['acde 346', { what: 'length', count: 7 }],
  ['ACDE 34677', { what: 'length', count: 9 }],
])('what is wrong with « %s » is named', (typed, fault) => {
  expect(fault_of(typed)).toEqual(fault);
});

const step = (id: string, over: Partial<StepView> = {}): StepView => ({
  status: 'running',
  position: 0,
  id,
  alerts: [],
  started_at_ms: 0,
  ends_at_ms: 0,
  paused: false,
  remaining_ms: 0,
  late_until_ms: 0,
  min: 0,
  max: 0,
  characters: 0,
  frame: [],
  anchored: false,
  alone: false,
  readings: [],
  resumes_at: '',
  closing_at_ms: 0,
  closing_left_ms: 0,
  documents: [],
  turns: [],
  turn: 0,
  turn_ends_at_ms: 0,
  turn_remaining_ms: 0,
  ...over,
});

test('[access L1] a new step is offered, and followed only by somebody who wanted it', () => {
  const follower = new StepFollower();
  follower.received(step('p1'), false);
  expect(follower.shown?.id).toBe('p1');
  follower.received(step('p2'), true);
  expect([follower.shown?.id, follower.offered]).toEqual(['p2', null]);
  follower.received(step('p3'), false);
  expect([follower.shown?.id, follower.offered?.id]).toEqual(['p2', 'p3']);
  follower.received(step('p4'), false);
  expect([follower.shown?.id, follower.offered?.id]).toEqual(['p2', 'p4']);
  follower.go();
  expect([follower.shown?.id, follower.offered]).toEqual(['p4', null]);
});

test('from the page that waits for the first step, every screen follows', () => {
  const follower = new StepFollower();
  follower.received(step(''), false);
  follower.received(step('p1'), false);
  expect([follower.shown?.id, follower.offered]).toEqual(['p1', null]);
});

test('news of the same step are taken at once; going back withdraws the offer', () => {
  const follower = new StepFollower();
  follower.received(step('p1'), false);
  follower.received(step('p1', { paused: true }), false);
  expect(follower.shown?.paused).toBe(true);
  follower.received(step('p2'), false);
  follower.received(step('p1', { status: 'running' }), false);
  expect([follower.shown?.id, follower.offered]).toEqual(['p1', null]);
});
