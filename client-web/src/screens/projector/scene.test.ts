import { describe, expect, it } from 'vitest';
import type { PollStatus, PollView, Scene, StepKind, StepView } from '../../protocol/messages';
import { latest_results, page_of, poll_in_view, shown_scene } from './scene';

const step = (kind: StepKind | undefined, more: Partial<StepView> = {}): StepView => ({
  status: 'running',
  position: 3,
  id: 's',
  kind,
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
    expect(shown_scene('automatic', step(kind), [], 0).view).toBe(view);
  });

  it('shows clusters once there are some', () => {
    expect(shown_scene('automatic', step('cluster'), [], 0).view).toBe('step');
    expect(shown_scene('automatic', step('cluster'), [], 1).view).toBe('clusters');
  });

  it('shows the pause of the room over any step', () => {
    expect(shown_scene('automatic', step('vote', { paused: true }), [poll(1, 'open')], 0)).toEqual({ view: 'paused' });
  });

  it('shows participation while a poll is open or not published, and results only then', () => {
    const shown = (polls: PollView[]) => shown_scene('automatic', step('vote'), polls, 0);
    expect(shown([poll(1, 'prepared')])).toEqual({ view: 'step' });
    expect(shown([poll(1, 'published'), poll(2, 'open')])).toEqual({ view: 'poll', poll: poll(2, 'open') });
    expect(shown([poll(1, 'published'), poll(2, 'closed')])).toEqual({ view: 'poll', poll: poll(2, 'closed') });
    expect(shown([poll(1, 'published'), poll(2, 'prepared')])).toEqual({
      view: 'results',
      polls: [poll(1, 'published')],
    });
  });

  it('shows nothing of the polls of another step', () => {
    expect(shown_scene('automatic', step('rank'), [poll(1, 'published', 'before')], 0)).toEqual({ view: 'step' });
  });
});

describe('the projector as asked', () => {
  it.each<Scene>(['join', 'programme', 'clusters', 'avis', 'message', 'blank'])(
    'shows %s, even in a pause',
    (scene) => {
      expect(shown_scene(scene, step('write', { paused: true }), [], 0)).toEqual({ view: scene });
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
    expect(shown_scene('results', step('break'), [], 0)).toEqual({ view: 'results', polls: [] });
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
