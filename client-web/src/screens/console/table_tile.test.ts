import { expect, it } from 'vitest';
import type { SeatedPerson, TableCard } from './room_rows';
import { table_tile } from './table_tile';

const one = (id: number, connected: boolean): SeatedPerson => ({
  row: { id, name: '', arrived: true, gone: false, ready: false, active: false, voted: false, draft: false, preparing: false },
  mark: 'here',
  connected,
  draft: false,
});
const card = (more: Partial<TableCard>, ready = false): TableCard => ({
  table: {
    id: 1,
    title: '',
    ready,
    help_since_ms: 0,
    article_subject: '',
    article_characters: 0,
    questions_asked: 0,
    questions_served: 0,
    comments_written: 0,
    comments_received: 0,
    groups: 0,
    groups_kept: 0,
  },
  people: [one(1, true), one(2, false)],
  screen: false,
  present: 2,
  silent: 0,
  unsent: 0,
  asking: false,
  ...more,
});

it('says the most pressing thing', () => {
  expect(table_tile(card({ asking: true, people: [] }, true)).state).toBe('help');
  expect(table_tile(card({ people: [] }, true)).state).toBe('empty');
  expect(table_tile(card({ silent: 1 }, true)).state).toBe('ready');
  expect(table_tile(card({ people: [one(1, false)] })).state).toBe('offline');
  expect(table_tile(card({ people: [one(1, false)], screen: true })).state).toBe('working');
  expect(table_tile(card({ silent: 1 })).state).toBe('silent');
});

it('counts who sits there and whose screen is connected', () => {
  expect(table_tile(card({}))).toEqual({ state: 'working', seated: 2, connected: 1 });
});
