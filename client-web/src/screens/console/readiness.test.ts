import { describe, expect, it } from 'vitest';
import type {
  ArticleStatus,
  PollStatus,
  PollView,
  Read,
  Scenario,
  SortingIdea,
  Step,
  StoreObject,
} from '../../protocol/messages';
import { no_avis } from '../../state/nothing_yet';
import { readiness, type ReadinessView } from './readiness';
import { room_rows } from './room_rows';

const texts = { fr: '', falc: '' };
const step = (id: string, more: Partial<Step> = {}): Step => ({
  id,
  kind: 'present',
  title: texts,
  instruction: texts,
  audience: { form: 'individual' },
  duration: { planned: 10, floor: 5, ceiling: 20 },
  timer: { mode: 'soft', alerts: [] },
  ...more,
});
const scenario = (steps: Step[], stores: Record<string, StoreObject> = {}): Scenario => ({
  format: '',
  id: '',
  version: '',
  title: texts,
  question: texts,
  starts_at: '13:30',
  group: { min: 2, max: 9, per_table_min: 2, per_table_max: 9 },
  names_at_table: true,
  stores: Object.entries(stores).map(([id, object]) => ({ id, object })),
  rules: [{ id: 'half', method: 'motion' }],
  steps,
});
const table = (id: number, article_characters = 0) => ({
  id,
  title: '',
  ready: false,
  help_since_ms: 0,
  article_subject: '',
  article_characters,
  questions_asked: 0,
  questions_served: 0,
  comments_written: 0,
  comments_received: 0,
  groups: 0,
  groups_kept: 0,
});
const person = (id: number, table?: number, active = false) => ({
  id,
  name: '',
  arrived: true,
  gone: false,
  ready: false,
  active,
  voted: false,
  draft: false,
  preparing: false,
  ...(table === undefined ? {} : { table }),
});
const nobody = { people: [], table_screens: [], facilitators: 1, projectors: 0, experts: 0, captioners: 0, disk_low: false, waiting: [], doors: [] };
const rows = (people: ReturnType<typeof person>[] = [], tables: ReturnType<typeof table>[] = []) =>
  room_rows({ people, tables, signals: [], unsent_drafts: 0, voters_awaited: 0, questions: [], late_articles: [] }, nobody, 'write', false);
const view = (more: Partial<ReadinessView>): ReadinessView => ({
  scenario: undefined,
  next_id: 'b',
  current_id: 'a',
  rows: rows(),
  presence: nobody,
  sorting: { ideas: [], clusters: [], comments: [], committee_size: 0, committee: [] },
  board: undefined,
  avis: no_avis,
  questions: { max: 0, characters: 0, speech_ends_at_ms: 0, speech_remaining_ms: 0, questions: [] },
  polls: [],
  sheets: [],
  wishes: 0,
  ...more,
});
const needs = (next: Partial<Step>, more: Partial<ReadinessView> = {}, current: Partial<Step> = {}) =>
  readiness(
    view({
      scenario: scenario([step('a', current), step('b', next)], {
        ideas: 'idea',
        clusters: 'cluster',
        articles: 'article',
        votes: 'vote',
        notes: 'comment',
        changes: 'amendment',
      }),
      ...more,
    }),
  ).map(({ id, ok, count }) => `${ok ? '+' : '-'}${id} ${count}`);
const reads = (from: string, only?: Read['only']): Partial<Step> => ({
  reads: [only === undefined ? { from } : { from, only }],
});
const idea = (id: number): SortingIdea => ({ id, text: '', late: false, fate: 'open', reason: '', contested: '' });
const poll = (status: PollStatus, of = 'a'): PollView => ({
  id: 1,
  step: of,
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
const article = (id: number, status: ArticleStatus) => ({
  id,
  number: id,
  table: '',
  status,
  texts: [],
  sources: [],
  to_settle: '',
  earlier: [],
});

describe('tables composed by wishes', () => {
  const by_wish: Partial<Step> = { kind: 'draft', tables: { mode: 'wish', wishes: 3 } };

  it('says how many have chosen before tables are composed', () => {
    expect(needs(by_wish)).toEqual(['-tables 0', '+seats 0', '-wish 0']);
    expect(needs(by_wish, { wishes: 12 })).toContain('+wish 12');
  });

  it('says so too while a step asks, whatever comes next', () => {
    expect(needs({}, { wishes: 4 }, { ...by_wish, kind: 'rank' })).toContain('+wish 4');
  });

  it('needs no voting rule where subjects are asked for', () => {
    expect(needs({ ...by_wish, kind: 'rank' })).toEqual(['-tables 0', '+seats 0']);
  });
});

describe('people', () => {
  it('asks for somebody before the first step', () => {
    expect(needs({}, { current_id: '' })).toEqual(['-present 0']);
    expect(needs({}, { current_id: '', rows: rows([person(1)]) })).toEqual(['+present 1']);
  });

  it('asks for tables where people work at them, and a seat for each', () => {
    expect(needs({ audience: { form: 'table' } })).toEqual(['-tables 0', '+seats 0']);
    expect(needs({ audience: { form: 'pair' } }, { rows: rows([person(1, 1), person(2)], [table(1)]) })).toEqual([
      '+tables 1',
      '-seats 1',
    ]);
    expect(needs({ tables: { mode: 'mix' } }, { rows: rows([person(1, 1)], [table(1)]) })).toEqual([
      '+tables 1',
      '+seats 0',
    ]);
  });

  it('asks for the screen of the room in plenary', () => {
    expect(needs({ audience: { form: 'plenary' } })).toEqual(['-screen 0']);
    expect(needs({ audience: { form: 'plenary' } }, { presence: { ...nobody, projectors: 1 } })).toEqual(['+screen 1']);
  });
});

describe('what the step reads', () => {
  it('counts ideas; while they are being written, who has sent some', () => {
    const writes: Partial<Step> = { writes: [{ to: 'ideas' }] };
    expect(needs(reads('ideas'))).toEqual(['-idea 0']);
    const sorting = { ideas: [idea(1), idea(2)], clusters: [], comments: [], committee_size: 0, committee: [] };
    expect(needs(reads('ideas'), { sorting }, writes)).toEqual(['+idea 2']);
    expect(needs(reads('ideas'), { rows: rows([person(1, 1, true), person(2, 1)], [table(1)]) }, writes)).toEqual([
      '+sent 1',
    ]);
    expect(needs(reads('ideas'), {}, writes)).toEqual(['-sent 0']);
  });

  it('counts clusters, and only the kept ones when it reads those', () => {
    const sorting = { ideas: [], clusters: [{ id: 1, title: '', parents: [] }], comments: [], committee_size: 0, committee: [] };
    const board = { clusters: [{ id: 1, title: '', ideas: [], kept: false }], kept_at_tables: [] };
    expect(needs(reads('clusters'), { sorting, board })).toEqual(['+cluster 1']);
    expect(needs(reads('clusters', 'kept'), { sorting, board })).toEqual(['-kept 0']);
  });

  it('counts articles by their fate; while they are being written, those with a text', () => {
    const avis = { ...no_avis, articles: [article(1, 'adopted'), article(2, 'rejected'), article(3, 'rejected')] };
    expect(needs(reads('articles'), { avis })).toEqual(['+article 3']);
    expect(needs(reads('articles', 'adopted'), { avis })).toEqual(['+adopted 1']);
    expect(needs(reads('articles', 'rejected'), { avis })).toEqual(['+rejected 2']);
    const writing = { rows: rows([], [table(1, 40), table(2)]) };
    expect(needs(reads('articles'), writing, { writes: [{ to: 'articles' }] })).toEqual(['+writing 1']);
    expect(needs(reads('articles'), writing)).toEqual(['-article 0']);
  });

  it('wants votes published, by the steps that fill the store', () => {
    const writes: Partial<Step> = { writes: [{ to: 'votes' }] };
    expect(needs(reads('votes'), { polls: [poll('closed')] }, writes)).toEqual(['-vote 0']);
    expect(needs(reads('votes'), { polls: [poll('published')] }, writes)).toEqual(['+vote 1']);
    expect(needs(reads('votes'), { polls: [poll('published', 'z')] }, writes)).toEqual(['-vote 0']);
  });

  it('says each need once, and nothing of what the screen cannot know', () => {
    expect(needs({ reads: [{ from: 'notes' }, { from: 'notes' }, { from: 'changes' }] })).toEqual(['-comment 0']);
  });
});

describe('a decision', () => {
  it('needs its rule, and no other vote open', () => {
    expect(needs({ kind: 'vote', rule: 'half' })).toEqual(['+rule 1']);
    expect(needs({ kind: 'rank' }, { polls: [poll('open')] })).toEqual(['-rule 0', '-poll 1']);
  });

  it('has nothing to say without a programme or a next step', () => {
    expect(readiness(view({}))).toEqual([]);
    expect(needs({}, { next_id: 'z' })).toEqual([]);
  });
});
