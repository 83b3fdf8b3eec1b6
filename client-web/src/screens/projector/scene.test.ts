import { describe, expect, it } from 'vitest';
import type { PollStatus, PollView, Scene, StepKind, StepView } from '../../protocol/messages';
import { no_step } from '../../state/nothing_yet';
import { is_floor_used, latest_results, page_of, poll_in_view, shown_scene } from './scene';

const step = (kind: StepKind | undefined, more: Partial<StepView> = {}): StepView => ({
  ...no_step,
  status: 'running',
  position: 3,
  id: 's',
  kind,
  ...more,
});
const poll = (id: number, status: PollStatus, of_step = 's'): PollView => ({
  id,
  step: of_step,
  method: 'motion',
  status,
  options: [],
  number: id,
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
const ids = (polls: PollView[]) => polls.map((each) => each.id);

describe('the projector by itself', () => {
  it.each<[StepKind | undefined, string]>([
    [undefined, 'join'],
    ['welcome', 'join'],
    ['present', 'step'],
    ['write', 'step'],
    ['draft', 'step'],
    ['break', 'pause'],
    ['hand_over', 'avis'],
  ])('shows %s as %s', (kind, view) => {
    expect(shown_scene('automatic', step(kind), { polls: [], clusters: 0, sheets: [], questions: [], floor_used: false, kept_at: 0 }).view).toBe(view);
  });

  it('shows clusters once there are some', () => {
    expect(shown_scene('automatic', step('cluster'), { polls: [], clusters: 0, sheets: [], questions: [], floor_used: false, kept_at: 0 }).view).toBe('step');
    expect(shown_scene('automatic', step('cluster'), { polls: [], clusters: 1, sheets: [], questions: [], floor_used: false, kept_at: 0 }).view).toBe('clusters');
  });

  it('shows what groups kept once they show it', () => {
    expect(shown_scene('automatic', step('merge'), { polls: [], clusters: 0, sheets: [], questions: [], floor_used: false, kept_at: 0 }).view).toBe('step');
    expect(shown_scene('automatic', step('merge'), { polls: [], clusters: 0, sheets: [], questions: [], floor_used: false, kept_at: 2 }).view).toBe('kept');
  });

  it('shows the pause of the room over any step', () => {
    expect(shown_scene('automatic', step('vote', { paused: true }), { polls: [poll(1, 'open')], clusters: 0, sheets: [], questions: [], floor_used: false, kept_at: 0 })).toEqual({ view: 'paused' });
  });

  it('shows participation while a poll is open or not published, and results only then', () => {
    const shown = (polls: PollView[]) => shown_scene('automatic', step('vote'), { polls: polls, clusters: 0, sheets: [], questions: [], floor_used: false, kept_at: 0 });
    expect(shown([poll(1, 'prepared')])).toEqual({ view: 'step' });
    expect(shown([poll(1, 'published'), poll(2, 'open')])).toEqual({ view: 'poll', poll: poll(2, 'open') });
    expect(shown([poll(1, 'published'), poll(2, 'closed')])).toEqual({ view: 'poll', poll: poll(2, 'closed') });
    expect(shown([poll(1, 'published'), poll(2, 'prepared')])).toEqual({
      view: 'results',
      polls: [poll(1, 'published')],
    });
  });

  it('shows nothing of the polls of another step', () => {
    expect(shown_scene('automatic', step('rank'), { polls: [poll(1, 'published', 'before')], clusters: 0, sheets: [], questions: [], floor_used: false, kept_at: 0 })).toEqual({ view: 'step' });
  });
});

describe('the projector as asked', () => {
  it.each<Scene>(['join', 'programme', 'clusters', 'avis', 'message', 'blank'])(
    'shows %s, even in a pause',
    (scene) => {
      expect(shown_scene(scene, step('write', { paused: true }), { polls: [], clusters: 0, sheets: [], questions: [], floor_used: false, kept_at: 0 })).toEqual({ view: scene });
    },
  );

  it('shows the published results of the latest step that has some', () => {
    const polls = [
      poll(1, 'published', 'rank'),
      poll(2, 'published', 'vote'),
      poll(3, 'closed', 'vote'),
      poll(4, 'published', 'vote'),
    ];
    expect(ids(latest_results(polls))).toEqual([2, 4]);
    expect(shown_scene('results', step('break'), { polls: [], clusters: 0, sheets: [], questions: [], floor_used: false, kept_at: 0 })).toEqual({ view: 'results', polls: [] });
  });
});

it('the poll in view is the open one, wherever it is', () => {
  expect(poll_in_view([poll(1, 'open'), poll(2, 'closed')])?.id).toBe(1);
  expect(poll_in_view([poll(1, 'closed'), poll(2, 'published'), poll(3, 'prepared')])?.id).toBe(2);
  expect(poll_in_view([])).toBeNull();
});

describe('pages', () => {
  it('wrap in both directions', () => {
    const items = ['a', 'b', 'c', 'd', 'e'];
    expect(page_of(items, 2, 0)).toEqual({ items: ['a', 'b'], page: 0, pages: 3 });
    expect(page_of(items, 2, 5)).toEqual({ items: ['e'], page: 2, pages: 3 });
    expect(page_of(items, 2, -1).page).toBe(2);
  });

  it('are at least one', () => {
    expect(page_of([], 4, 7)).toEqual({ items: [], page: 0, pages: 1 });
  });
});

describe('the floor', () => {
  const nothing = { polls: [], clusters: 0, sheets: [], questions: [], floor_used: false, kept_at: 0 };

  it('is shown in a debate while somebody speaks or waits, and not otherwise', () => {
    expect(shown_scene('automatic', step('debate'), { ...nothing, polls: [], floor_used: true, kept_at: 0 }).view).toBe('floor');
    expect(shown_scene('automatic', step('debate'), { ...nothing, polls: [], floor_used: false, kept_at: 0 }).view).toBe('step');
    expect(shown_scene('automatic', step('present'), { ...nothing, polls: [], floor_used: true, kept_at: 0 }).view).toBe('floor');
    expect(shown_scene('automatic', step('write'), { ...nothing, polls: [], floor_used: true, kept_at: 0 }).view).toBe('step');
    expect(shown_scene('automatic', step('debate', { status: 'ended' }), { ...nothing, polls: [], floor_used: true, kept_at: 0 }).view).toBe('step');
    expect(shown_scene('blank', step('debate'), { ...nothing, polls: [], floor_used: true, kept_at: 0 }).view).toBe('blank');
  });

  it('gives way to an open poll', () => {
    expect(shown_scene('automatic', step('vote'), { ...nothing, polls: [poll(1, 'open')], floor_used: true, kept_at: 0 }).view).toBe('poll');
    expect(shown_scene('automatic', step('vote'), { ...nothing, polls: [], floor_used: true, kept_at: 0 }).view).toBe('floor');
  });

  it('is used by a speaker or by a hand', () => {
    const idle = { open: true, next: [], waiting: 0 };
    const speaker = { name: 'Ada', table: '', point_of_order: false };
    expect(is_floor_used(undefined)).toBe(false);
    expect(is_floor_used(idle)).toBe(false);
    expect(is_floor_used({ ...idle, waiting: 1 })).toBe(true);
    const speech = { speaker, started_at_ms: 1, ends_at_ms: 2, remaining_ms: 0, held: false };
    expect(is_floor_used({ ...idle, speech })).toBe(true);
  });
});

describe('questionnaires and questions', () => {
  const sheet = {
    step: 's',
    status: 'open' as const,
    questions: [],
    compared_with: '',
    sheets: 0,
    totals: [],
    shifts: [],
  };
  const question = { id: 3, text: 'Qui paie ?', tables: [1], table_names: ['Table 1'], fate: 'open' as const };
  const none = { polls: [], clusters: 0, sheets: [], questions: [], floor_used: false, kept_at: 0 };

  it('shows the questionnaire of the step, and no other', () => {
    expect(shown_scene('automatic', step('measure'), { ...none, sheets: [sheet] })).toEqual({ view: 'measure', sheet });
    expect(shown_scene('automatic', step('measure'), { ...none, sheets: [{ ...sheet, step: 'before' }] }).view).toBe(
      'step',
    );
  });

  it('shows the question that is being answered, else what to do', () => {
    const now = { ...question, fate: 'current' as const };
    expect(shown_scene('automatic', step('ask'), { ...none, questions: [question, now] })).toEqual({
      view: 'asked',
      question: now,
    });
    expect(shown_scene('automatic', step('ask'), { ...none, questions: [question] }).view).toBe('step');
  });
});
