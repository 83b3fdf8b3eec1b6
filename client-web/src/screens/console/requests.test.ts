import { expect, it } from 'vitest';
import type { PeopleView, SignalRow, TableRow } from '../../protocol/messages';
import { requests } from './requests';

const table = (id: number, help_since_ms: number): TableRow => ({
  id,
  title: '',
  ready: false,
  help_since_ms,
  article_subject: '',
  article_characters: 0,
  questions_asked: 0,
  questions_served: 0,
  comments_written: 0,
  comments_received: 0,
  groups: 0,
  groups_kept: 0,
});
const signal = (id: number, at_ms: number, seen = false): SignalRow => ({ id, kind: 'pause', at_ms, seen, about: '' });

it('puts tables that want help among the signals, the oldest first, without what was seen', () => {
  const people: PeopleView = {
    people: [],
    tables: [table(1, 300), table(2, 0)],
    signals: [signal(1, 400), signal(2, 200), signal(3, 100, true)],
    unsent_drafts: 0,
    voters_awaited: 0,
 late_articles: [],
    questions: [],
  };
  expect(requests(people).map((request) => request.key)).toEqual(['signal-2', 'table-1', 'signal-1']);
});
