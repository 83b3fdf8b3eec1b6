import { describe, expect, it } from 'vitest';
import type { HandRow, MeasureSheet, PollStatus, PollView, QuestionShown } from '../../protocol/messages';
import { no_step } from '../../state/nothing_yet';
import { moment, type MomentView } from './moment';

const poll = (id: number, status: PollStatus, step = 'a'): PollView => ({
  id,
  step,
  method: 'points',
  status,
  options: [],
  number: 1,
  title: '',
  points: 5,
  max_per_option: 2,
  keep: 3,
  threshold: '',
  strict: false,
  quorum: '',
  present: 3,
  ballots: 0,
  box_sha256: '',
  wording: '',
  readers: 0,
  readers_from: '',
  wording_waived: '',
  wording_needed: false,
});
const hand = (id: number, person: number): HandRow => ({
  id,
  person,
  point_of_order: false,
  at_ms: 0,
  has_spoken: false,
  seconds: 0,
});
const silence = { may_have_queue: false, ordered_by_hand: false, queue: [], seated: [], tables: [] };
const view = (more: Partial<MomentView>): MomentView => ({
  step: { ...no_step, id: 'a', status: 'running', kind: 'vote' },
  polls: [],
  sheets: [],
  speaking: silence,
  floor: undefined,
  questions: { max: 0, characters: 0, speech_ends_at_ms: 0, speech_remaining_ms: 0, questions: [] },
  order: [],
  ...more,
});
const words = (more: Partial<MomentView>) => moment(view(more)).map((gesture) => gesture.words);

describe('the vote', () => {
  it('opens the first that is prepared, closes the open one, publishes the closed one', () => {
    expect(words({ polls: [poll(1, 'published'), poll(2, 'prepared'), poll(3, 'prepared')] })).toEqual(['open_poll']);
    expect(words({ polls: [poll(1, 'open', 'z'), poll(2, 'prepared')] })).toEqual(['close_poll']);
    expect(words({ polls: [poll(1, 'closed'), poll(2, 'prepared')] })).toEqual(['open_poll', 'publish_poll']);
    expect(moment(view({ polls: [poll(1, 'closed')] }))[0]?.order).toEqual({ name: 'publish_poll', body: { poll: 1 } });
  });

  it('opens nothing when the step is over, or is another', () => {
    expect(words({ polls: [poll(1, 'prepared')], step: { ...no_step, id: 'a', status: 'ended' } })).toEqual([]);
    expect(words({ polls: [poll(1, 'prepared', 'z')] })).toEqual([]);
  });
});

describe('the floor', () => {
  const speaking = { ...silence, may_have_queue: true, queue: [hand(1, 11), hand(2, 12)] };
  const floor = { open: true, next: [], waiting: 2 };

  it('gives it to the first in the queue, and lets who speaks end or go on', () => {
    expect(words({ speaking, floor })).toEqual(['give_floor', 'close_queue']);
    expect(words({ speaking: { ...speaking, speaker: 9 }, floor })).toEqual([
      'give_floor',
      'end_speech',
      'extend_speech',
      'close_queue',
    ]);
    expect(words({ speaking: { ...silence, may_have_queue: true } })).toEqual(['open_queue']);
  });

  it('[access N2] does not offer more time to a speaker whose time waits', () => {
    const speaker = { name: 'Ada', table: '', point_of_order: false };
    const speech = { speaker, started_at_ms: 1, ends_at_ms: 0, remaining_ms: 9_000, held: true };
    const gestures = words({ speaking: { ...speaking, speaker: 9 }, floor: { ...floor, speech } });
    expect(gestures).toEqual(['give_floor', 'end_speech', 'close_queue']);
  });

  it('calls in a fishbowl the first who sits in the middle', () => {
    const seats = { count: 4, open_free: 1, seated: [] };
    expect(moment(view({ speaking: { ...speaking, seated: [12] }, floor: { ...floor, seats } }))[0]?.subject).toEqual({
      kind: 'person',
      person: 12,
    });
  });
});

describe('questions and questionnaires', () => {
  const question = (id: number, fate: QuestionShown['fate']): QuestionShown => ({
    id,
    text: '',
    tables: [1],
    table_names: [''],
    fate,
  });
  const asked = (...list: QuestionShown[]) => ({
    step: { ...no_step, id: 'a', status: 'running' as const, kind: 'ask' as const },
    questions: { ...view({}).questions, questions: list },
    order: [{ id: 2, supports: 0, place: 1 }],
  });

  it('calls the first, or finishes the one that is answered', () => {
    expect(moment(view(asked(question(2, 'open')))).map((gesture) => gesture.order)).toEqual([
      { name: 'call_question', body: { question: 2 } },
    ]);
    expect(words(asked(question(1, 'current'), question(2, 'open')))).toEqual(['finish_answer']);
  });

  it('publishes a closed questionnaire somebody has filled in', () => {
    const sheet: MeasureSheet = {
      step: 'a',
      status: 'closed',
      questions: [],
      compared_with: '',
      sheets: 4,
      totals: [],
      shifts: [],
    };
    expect(words({ sheets: [sheet] })).toEqual(['publish_measure']);
    expect(words({ sheets: [{ ...sheet, sheets: 0 }] })).toEqual([]);
    expect(words({ sheets: [sheet], polls: [poll(1, 'closed')] })).toEqual(['publish_poll']);
  });
});
