import { expect, it } from 'vitest';
import type { PeopleView, PollStatus, PollView, RunStatus, SignalRow, StepView } from '../../protocol/messages';
import { no_step } from '../../state/nothing_yet';
import { nothing_unfinished, unfinished } from './transition';

const step = (status: RunStatus): StepView => ({
  ...no_step,
  status,
  position: 0,
  id: 'a',
});
const signal = (id: number, more: Partial<SignalRow>): SignalRow => ({
  id,
  kind: 'more_time',
  at_ms: 0,
  seen: false,
  about: '',
  ...more,
});
const people = (unsent_drafts: number, signals: SignalRow[] = []): PeopleView => ({
  people: [],
  tables: [],
  signals,
  unsent_drafts,
  voters_awaited: 2,
  late_articles: [],
  questions: [],
});
const poll = (status: PollStatus): PollView => ({
  id: 1,
  step: 'a',
  method: 'motion',
  status,
  options: [],
  number: 1,
  title: '',
  points: 0,
  max_per_option: 0,
  keep: 0,
  threshold: '1/2',
  strict: true,
  quorum: '',
  present: 0,
  ballots: 0,
  box_sha256: '',
  wording: '',
  readers: 0,
  readers_from: '',
  wording_waived: '',
  wording_needed: false,
});

it('counts drafts and unanswered requests for time while a step goes on', () => {
  const signals = [signal(1, {}), signal(2, { seen: true }), signal(3, { kind: 'pause' })];
  for (const status of ['running', 'time_up'] as const) {
    expect(unfinished(step(status), people(3, signals), [])).toEqual({ drafts: 3, more_time: 1, open_poll: false, awaited: 2 });
  }
});

it('has nothing to wait for before the start or after the end', () => {
  for (const status of ['waiting', 'ended'] as const) {
    expect(nothing_unfinished(unfinished(step(status), people(3, [signal(1, {})]), []))).toBe(true);
  }
});

it('counts a vote only while it is open', () => {
  expect(nothing_unfinished(unfinished(step('running'), people(0), [poll('open')]))).toBe(false);
  for (const status of ['prepared', 'closed', 'published'] as const) {
    expect(nothing_unfinished(unfinished(step('running'), people(0), [poll(status)]))).toBe(true);
  }
});
