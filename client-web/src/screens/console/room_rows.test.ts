import { describe, expect, it } from 'vitest';
import type { PersonRow, TableRow } from '../../protocol/messages';
import { mark_of, room_rows } from './room_rows';

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
const table = (id: number, more: Partial<TableRow> = {}): TableRow => ({
  id,
  title: '',
  ready: false,
  help_since_ms: 0,
  article_subject: '',
  article_characters: 0,
  comments_written: 0,
  comments_received: 0,
  questions_asked: 0,
  questions_served: 0,
  groups: 0,
  groups_kept: 0,
  ...more,
});

describe('the word for a person', () => {
  it('goes from absence to work, in that order', () => {
    expect(mark_of(person(1, { gone: true, arrived: false }), true, 'write', false)).toBe('gone');
    expect(mark_of(person(1, { arrived: false }), true, 'write', false)).toBe('awaited');
    expect(mark_of(person(1, { ready: true }), false, 'write', false)).toBe('offline');
    expect(mark_of(person(1, { ready: true }), true, 'write', false)).toBe('ready');
    expect(mark_of(person(1, { active: true }), true, 'write', false)).toBe('active');
    expect(mark_of(person(1), true, 'write', false)).toBe('silent');
  });

  it('is about the vote while one is open', () => {
    expect(mark_of(person(1, { voted: true }), true, 'vote', true)).toBe('voted');
    expect(mark_of(person(1, { ready: true, active: true }), true, 'rank', true)).toBe('silent');
  });

  it('blames nobody for silence when nothing is asked of each', () => {
    for (const kind of ['welcome', 'present', 'draft', 'break', 'vote', 'cluster', 'hand_over', undefined] as const) {
      expect(mark_of(person(1), true, kind, false)).toBe('here');
    }
  });
});

describe('the room', () => {
  const rows = room_rows(
    {
      people: [
        person(1, { table: 1, draft: true }),
        person(2, { table: 1, arrived: false }),
        person(3, { table: 1, gone: true, draft: true }),
        person(4, { table: 2, active: true }),
        person(5),
        person(6, { table: 9 }),
      ],
      tables: [table(1, { help_since_ms: 5 }), table(2), table(3)],
      signals: [],
      unsent_drafts: 1,
      voters_awaited: 0,
 late_articles: [],
      questions: [],
    },
    { people: [1, 4, 6], table_screens: [2], facilitators: 1, projectors: 1, experts: 0, captioners: 0, disk_low: false, waiting: [], doors: [] },
    'write',
    false,
  );

  it('seats each person once: at a table, without a seat, or gone', () => {
    expect(rows.tables.map((card) => card.people.map((one) => one.row.id))).toEqual([[1, 2], [4], []]);
    expect(rows.unseated.map((one) => one.row.id)).toEqual([5, 6]);
    expect(rows.gone.map((one) => one.row.id)).toEqual([3]);
  });

  it('counts those who came, those connected, and what is not sent', () => {
    expect([rows.present, rows.connected]).toEqual([4, 3]);
    expect(rows.tables.map((card) => [card.present, card.silent, card.unsent, card.screen, card.asking])).toEqual([
      [1, 1, 1, false, true],
      [1, 0, 0, true, false],
      [0, 0, 0, false, false],
    ]);
  });
});
