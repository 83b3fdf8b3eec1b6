import words from '../../i18n/catalogue/console.json';
import { t } from '../../i18n/index.svelte';
import { describe, expect, it } from 'vitest';
import type {
  Commands,
  PersonRow,
  QuestionShown,
  QuestionsView,
  Sections,
  SortingIdea,
  StepView,
  TableRow,
} from '../../protocol/messages';
import { no_atelier, no_step } from '../../state/nothing_yet';
import {
  asked_before,
  by_the_server,
  reverse_of,
  reverse_of_all,
  ways,
  type LeadCommand,
} from './reverse';

const person = (id: number, more: Partial<PersonRow> = {}): PersonRow => ({
  id,
  name: `P${id}`,
  arrived: true,
  gone: false,
  ready: false,
  active: false,
  voted: false,
  draft: false,
  preparing: false,
  ...more,
});
const table = (id: number, title = ''): TableRow => ({
  id,
  title,
  ready: false,
  help_since_ms: 0,
  article_subject: '',
  article_characters: 0,
  questions_asked: 0,
  questions_served: 0,
  comments_written: 0,
  comments_received: 0,
  groups: 0,
  groups_kept: 0,
});
const idea = (id: number, more: Partial<SortingIdea> = {}): SortingIdea => ({
  id,
  text: `Idée ${id}`,
  late: false,
  fate: 'open',
  reason: '',
  contested: '',
  ...more,
});
const room = (people: PersonRow[], tables: TableRow[]): Partial<Sections> => ({
  people: { people, tables, signals: [], unsent_drafts: 0, voters_awaited: 0, questions: [], late_articles: [] },
});
const step: StepView = { ...no_step, id: 'b', turn: 1, status: 'running' };
const back = <Name extends LeadCommand>(
  name: Name,
  body: Commands[Name],
  before: Partial<Sections> = {},
  now: Partial<Sections> = before,
) => reverse_of(name, body, before)?.(now) ?? null;

describe('the inventory', () => {
  const kind_of = (way: unknown) =>
    way === by_the_server ? 'server' : way === asked_before ? 'asked' : 'reverse';
  const of_kind = (kind: string) =>
    Object.entries(ways)
      .filter(([, way]) => kind_of(way) === kind)
      .map(([name]) => name);

  it('names what the server undoes and what is asked before; all the rest has a reverse', () => {
    expect(of_kind('server')).toEqual(['start_step', 'end_step', 'undo_transition', 'take_way_out']);
    expect(of_kind('asked')).toEqual([
      'remove_table',
      'replace_card',
      'publish_poll',
      'publish_measure',
      'record_promise',
      'join_received',
      'merge_questions',
    ]);
    expect(of_kind('reverse')).toHaveLength(54);
  });
});

describe('the undo button', () => {
  it('has words for every gesture that is taken back here', () => {
    const named = Object.entries(ways).filter(
      ([name, way]) => way !== by_the_server && way !== asked_before && name !== 'undo_floor',
    );
    expect(named.filter(([name]) => !(`console.undo.of.${name}` in words)).map(([name]) => name)).toEqual([]);
  });
});

describe('time and questions', () => {
  it('takes back the minutes and the seconds that were given', () => {
    expect(back('announce_end', { step: 'b', seconds: 120 })).toEqual([
      { name: 'announce_end', body: { step: 'b', seconds: 0 } },
    ]);
    expect(back('announce_end', { step: 'b', seconds: 0 })).toEqual([
      { name: 'announce_end', body: { step: 'b', seconds: 60 } },
    ]);
    expect(back('extend_step', { step: 'b', minutes: 5 })).toEqual([
      { name: 'extend_step', body: { step: 'b', minutes: -5 } },
    ]);
    expect(back('extend_speech', { seconds: 30 })).toEqual([{ name: 'extend_speech', body: { seconds: -30 } }]);
  });

  it('shows a signal again', () => {
    expect(back('see_signal', { signal: 4, seen: true })).toEqual([
      { name: 'see_signal', body: { signal: 4, seen: false } },
    ]);
  });

  it('puts a question back where it was, and the one that was being answered', () => {
    const asked = (id: number, fate: QuestionShown['fate']): QuestionShown => ({
      id,
      text: '',
      tables: [],
      table_names: [],
      fate,
    });
    const questions: QuestionsView = {
      max: 3,
      characters: 280,
      speech_ends_at_ms: 0,
      speech_remaining_ms: 0,
      questions: [asked(1, 'current'), asked(2, 'open')],
    };
    expect(back('call_question', { question: 2 }, { questions })).toEqual([
      { name: 'return_question', body: { question: 2 } },
      { name: 'call_question', body: { question: 1 } },
    ]);
    expect(back('finish_answer', { question: 1 }, { questions })).toEqual([
      { name: 'call_question', body: { question: 1 } },
    ]);
    expect(back('defer_question', { question: 1 }, { questions })).toEqual([
      { name: 'return_question', body: { question: 1 } },
      { name: 'call_question', body: { question: 1 } },
    ]);
    expect(back('defer_question', { question: 2 }, { questions })).toEqual([
      { name: 'return_question', body: { question: 2 } },
    ]);
  });
});

describe('the room', () => {
  it('goes back to the thing that was under way, with the time it had', () => {
    const items = { seconds: 200, item: 3, ends_at_ms: 4_000, remaining_ms: 0, left: 2, by_lead: true };
    expect(back('start_item', { step: 'b', item: 4 }, { step: { ...step, items } })).toEqual([
      { name: 'start_item', body: { step: 'b', item: 3, ends_at_ms: 4_000 } },
    ]);
    expect(
      back('start_item', { step: 'b', item: 1 }, { step: { ...step, items: { ...items, item: 0, ends_at_ms: 0 } } }),
    ).toEqual([{ name: 'start_item', body: { step: 'b', item: 0 } }]);
  });

  it('withdraws the message that was sent, to everyone or to a table, and sends one again', () => {
    const notices = { messages: [{ id: 1, text: 'Hello', at_ms: 0 }, { id: 3, text: 'Hello', at_ms: 1 }] };
    const desk = { cards: [], expert_code: '', captioner_code: '', messages: [{ id: 2, table: 4, text: 'Hello', at_ms: 0 }] };
    expect(back('send_message', { text: ' Hello ' }, {}, { notices, desk })).toEqual([
      { name: 'withdraw_message', body: { message: 3 } },
    ]);
    expect(back('send_message', { table: 4, text: 'Hello' }, {}, { notices, desk })).toEqual([
      { name: 'withdraw_message', body: { message: 2 } },
    ]);
    expect(back('withdraw_message', { message: 2 }, { notices, desk })).toEqual([
      { name: 'send_message', body: { table: 4, text: 'Hello' } },
    ]);
    expect(back('withdraw_message', { message: 1 }, { notices, desk })).toEqual([
      { name: 'send_message', body: { text: 'Hello' } },
    ]);
  });

  it('pauses and goes on; a turn goes back to the turn that went on', () => {
    expect(back('pause_room', {})).toEqual([{ name: 'resume_room', body: {} }]);
    expect(back('resume_room', {})).toEqual([{ name: 'pause_room', body: {} }]);
    expect(back('start_turn', { step: 'b', turn: 2 }, { step, atelier: no_atelier })).toEqual([
      { name: 'start_turn', body: { step: 'b', turn: 1 } },
    ]);
  });

  it('gives one table its minutes, or its clock, back', () => {
    expect(back('extend_table', { step: 'b', table: 2, minutes: 5 })).toEqual([
      { name: 'extend_table', body: { step: 'b', table: 2, minutes: -5 } },
    ]);
    expect(back('pause_table', { table: 2 })).toEqual([{ name: 'resume_table', body: { table: 2 } }]);
    expect(back('resume_table', { table: 2 })).toEqual([{ name: 'pause_table', body: { table: 2 } }]);
  });

  it('sends people added by mistake away, and nobody else', () => {
    const before = room([person(1)], []);
    const added = (id: number, has = {}) => person(id, { arrived: false, ...has });
    const now = room([person(1), added(2), added(3, { gone: true }), added(4), added(5, { name: 'P2', arrived: true })], []);
    expect(back('add_people', { people: [{ name: 'P2' }, { name: 'P3' }] }, before, now)).toEqual([
      { name: 'set_gone', body: { person: 2, gone: true } },
    ]);
  });

  it('offers again what was declined, and contests again what was kept', () => {
    const way = { step: 'b', line: 1 };
    expect(back('decline_way_out', way)).toEqual([{ name: 'return_way_out', body: way }]);
    expect(back('keep_place', { idea: 4, reason: 'Ici' })).toEqual([{ name: 'keep_place', body: { idea: 4, reason: '' } }]);
  });

  it('gives the committee the people it had', () => {
    const sorting = { ideas: [], clusters: [], comments: [], committee_size: 6, committee: [4, 5] };
    expect(back('set_committee', { step: 'b', people: [4] }, { sorting })).toEqual([
      { name: 'set_committee', body: { step: 'b', people: [4, 5] } },
    ]);
    expect(back('set_committee', { step: 'b', people: [4] })).toBeNull();
  });

  it('removes the table that was added, once its number is known', () => {
    const before = room([], [table(1), table(2)]);
    expect(back('add_table', { title: '' }, before, room([], [table(1), table(2), table(3)]))).toEqual([
      { name: 'remove_table', body: { table: 3 } },
    ]);
    expect(back('add_table', { title: '' }, before)).toEqual([]);
  });

  it('gives names, seats and presence back', () => {
    const before = room([person(1, { table: 2 }), person(2)], [table(2, 'Les lilas')]);
    expect(back('rename_table', { table: 2, title: 'B' }, before)).toEqual([
      { name: 'rename_table', body: { table: 2, title: 'Les lilas' } },
    ]);
    expect(back('rename_person', { person: 1, name: 'B' }, before)).toEqual([
      { name: 'rename_person', body: { person: 1, name: 'P1' } },
    ]);
    expect(back('seat_person', { person: 1 }, before)).toEqual([
      { name: 'seat_person', body: { person: 1, table: 2 } },
    ]);
    expect(back('seat_person', { person: 2, table: 2 }, before)).toEqual([
      { name: 'seat_person', body: { person: 2 } },
    ]);
    expect(back('seat_person', { person: 1, table: 2 }, before)).toBeNull();
    expect(back('set_gone', { person: 1, gone: true }, before)).toEqual([
      { name: 'set_gone', body: { person: 1, gone: false } },
    ]);
    expect(back('set_gone', { person: 1, gone: false }, before)).toBeNull();
  });

  it('seats again those a deal has moved, and leaves alone who has left', () => {
    const before = room([person(1, { table: 1 }), person(2, { table: 1 }), person(3), person(4, { table: 1 })], []);
    const now = room(
      [person(1, { table: 2 }), person(2, { table: 1 }), person(3, { table: 2 }), person(4, { table: 2, gone: true })],
      [],
    );
    expect(back('deal_tables', { everyone: true }, before, now)).toEqual([
      { name: 'seat_person', body: { person: 1, table: 1 } },
      { name: 'seat_person', body: { person: 3 } },
    ]);
  });

  it('shows again what the screen showed', () => {
    const projector = { scene: 'message', message: 'Bonjour' } as const;
    expect(back('show_scene', { scene: 'blank', message: '' }, { projector })).toEqual([
      { name: 'show_scene', body: projector },
    ]);
  });
});

describe('the wall of ideas', () => {
  const aside = idea(3, { fate: 'set_aside', reason: 'Hors sujet' });
  const ideas = [idea(1), idea(2, { fate: 'clustered', cluster: 7 }), aside];
  const sorting = { ideas, clusters: [{ id: 7, title: 'Bus', parents: [] }], comments: [], committee_size: 0, committee: [] };
  const places = [
    { name: 'move_idea', body: { idea: 1 } },
    { name: 'move_idea', body: { idea: 2, cluster: 7 } },
    { name: 'set_aside_idea', body: { idea: 3, reason: 'Hors sujet' } },
  ];

  it('puts each idea back where it was', () => {
    expect(back('add_cluster', { title: 'Accueil', ideas: [1, 2, 3] }, { sorting })).toEqual(places);
    expect(back('add_cluster', { title: 'Accueil', ideas: [] }, { sorting })).toBeNull();
    expect(back('set_aside_idea', { idea: 2, reason: 'Doublon' }, { sorting })).toEqual([places[1]]);
  });

  it('takes a gesture of several commands back in the other direction', () => {
    const moves = [1, 2, 3].map((id) => ({ name: 'move_idea', body: { idea: id, cluster: 9 } }) as const);
    expect(reverse_of_all(moves, { sorting })?.({})).toEqual([...places].reverse());
    expect(reverse_of_all([{ name: 'undo_floor', body: {} }], {})).toBeNull();
  });

  it('gathers a merged cluster again under its title', () => {
    expect(back('rename_cluster', { cluster: 7, title: 'Car' }, { sorting })).toEqual([
      { name: 'rename_cluster', body: { cluster: 7, title: 'Bus' } },
    ]);
    expect(back('merge_clusters', { from: 7, into: 8 }, { sorting })).toEqual([
      { name: 'add_cluster', body: { title: 'Bus', ideas: [2] } },
    ]);
  });
});

describe('the vote and the floor', () => {
  const hand = (id: number) => ({ id, person: id, point_of_order: false, at_ms: 0, has_spoken: false, seconds: 0 });
  const speaking = (ordered_by_hand: boolean) => ({
    may_have_queue: true,
    ordered_by_hand,
    queue: [hand(5), hand(6)],
    seated: [1],
    tables: [{ table: 3, speaker: 8, people: [], hints: [] }],
  });

  it('closes an opened poll, opens a closed one', () => {
    expect(back('open_poll', { poll: 1 })).toEqual([
      { name: 'close_poll', body: { poll: 1, reason: t('console.undo.opened') } },
    ]);
    expect(back('close_poll', { poll: 1 })).toEqual([{ name: 'open_poll', body: { poll: 1 } }]);
  });

  it('gives the order back: the proposed one, or the place a hand had', () => {
    const body = { hand: 6, place: 1 };
    expect(back('move_hand', body, { speaking: speaking(false) })).toEqual([{ name: 'propose_order', body: {} }]);
    expect(back('move_hand', body, { speaking: speaking(true) })).toEqual([
      { name: 'move_hand', body: { hand: 6, place: 2 } },
    ]);
    expect(back('propose_order', {}, { speaking: speaking(true) })).toEqual([
      { name: 'move_hand', body: { hand: 5, place: 1 } },
      { name: 'move_hand', body: { hand: 6, place: 2 } },
    ]);
    expect(back('propose_order', {}, { speaking: speaking(false) })).toBeNull();
  });

  it('gives the floor back to whoever had it', () => {
    expect(back('give_floor', { person: 3 })).toEqual([{ name: 'undo_floor', body: { person: 3 } }]);
    expect(back('end_speech', {})).toEqual([{ name: 'undo_floor', body: {} }]);
    expect(back('skip_hand', { hand: 5 })).toEqual([{ name: 'undo_floor', body: { hand: 5 } }]);
  });

  it('opens and closes the queue, seats and unseats, and remembers who spoke at a table', () => {
    const floor = { open: true, next: [], waiting: 0 };
    expect(back('open_queue', { step: 'b', open: false }, { floor })).toEqual([
      { name: 'open_queue', body: { step: 'b', open: true } },
    ]);
    expect(back('open_queue', { step: 'b', open: true }, { floor })).toBeNull();
    expect(back('seat_in_middle', { person: 1, seated: false }, { speaking: speaking(false) })).toEqual([
      { name: 'seat_in_middle', body: { person: 1, seated: true } },
    ]);
    expect(back('set_speaker', { table: 3 }, { speaking: speaking(false) })).toEqual([
      { name: 'set_speaker', body: { table: 3, person: 8 } },
    ]);
  });
});

describe('the programme', () => {
  const texts = { fr: 'Un', falc: 'Un' };
  const planned = (id: string) => ({
    id,
    kind: 'vote' as const,
    title: texts,
    instruction: texts,
    audience: { form: 'plenary' as const },
    duration: { planned: 10, floor: 5, ceiling: 20 },
    timer: { mode: 'soft' as const, alerts: [] },
    rule: 'half',
  });
  const before: Partial<Sections> = {
    programme: {
      scenario: {
        format: '',
        id: '',
        version: '',
        title: texts,
        question: texts,
        starts_at: '13:30',
        group: { min: 2, max: 9, per_table_min: 2, per_table_max: 9 },
        names_at_table: true,
        stores: [],
        rules: [],
        steps: [planned('a'), planned('b')],
      },
      dropped: [],
      changes: [],
    },
  };

  it('gives durations, dropped steps and places back, with a reason of its own', () => {
    const run = {
      steps: [
        {
          id: 'b',
          planned_start_minute: 0,
          planned_minutes: 12,
          floor_minutes: 5,
          ceiling_minutes: 20,
          timer: 'soft' as const,
          firm_at: '',
          dropped: false,
          night: false,
          first_planned_minutes: 10,
          laps: [],
        },
      ],
      extended_minutes: 0,
      undo_until_ms: 0,
      undo_back_to: '',
      content_seals: [],
    };
    const body = { durations: [{ step: 'b', minutes: 8 }], dropped: ['c'], restored: ['d'], reason: 'Retard' };
    expect(back('change_plan', body, { run })).toMatchObject([
      { name: 'change_plan', body: { durations: [{ step: 'b', minutes: 12 }], dropped: ['d'], restored: ['c'] } },
    ]);
    expect(back('move_step', { step: 'b', after: 'c', reason: 'x' }, before)).toMatchObject([
      { name: 'move_step', body: { step: 'b', after: 'a' } },
    ]);
    expect(back('move_step', { step: 'a', after: 'b', reason: 'x' }, before)).toBeNull();
    expect(back('insert_step', { step: planned('p'), after: 'a', reason: 'x' })).toMatchObject([
      { name: 'change_plan', body: { dropped: ['p'] } },
    ]);
    const edited = { step: 'b', title: { fr: 'Deux' }, instruction: texts, reason: 'x' };
    expect(back('edit_step', edited, before)).toMatchObject([{ name: 'edit_step', body: { step: 'b', title: texts } }]);
    expect(back('set_rule', { step: 'b', rule: 'two-thirds', reason: 'x' }, before)).toMatchObject([
      { name: 'set_rule', body: { step: 'b', rule: 'half' } },
    ]);
    expect(back('note_delay', { step: 'b', minutes: 5 }, { run })).toEqual([
      { name: 'note_delay', body: { step: 'b', minutes: 0 } },
    ]);
  });
});
