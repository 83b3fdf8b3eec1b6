// The room as the console shows it: people by table, and the one word that says how each is doing.
import type { PeopleView, PersonRow, PresenceView, StepKind, TableRow } from '../../protocol/messages';

export type Mark = 'gone' | 'awaited' | 'offline' | 'voted' | 'ready' | 'active' | 'silent' | 'here';

export interface SeatedPerson {
  row: PersonRow;
  mark: Mark;
  connected: boolean;
  draft: boolean;
}

export interface TableCard {
  table: TableRow;
  people: SeatedPerson[];
  screen: boolean; // its shared screen is connected
  present: number;
  silent: number;
  unsent: number;
  asking: boolean;
}

export interface RoomRows {
  tables: TableCard[];
  unseated: SeatedPerson[];
  gone: SeatedPerson[];
  present: number;
  connected: number;
}

// The steps in which everyone is expected to send something of their own.
const each_sends = (kind: StepKind | undefined) => kind === 'write' || kind === 'rank' || kind === 'vote';

export function mark_of(person: PersonRow, connected: boolean, kind: StepKind | undefined, voting: boolean): Mark {
  if (person.gone) {
    return 'gone';
  }
  if (!person.arrived) {
    return 'awaited';
  }
  if (!connected) {
    return 'offline';
  }
  if (voting) {
    return person.voted ? 'voted' : 'silent';
  }
  if (person.ready) {
    return 'ready';
  }
  // A vote step between two polls asks nothing.
  if (!each_sends(kind) || kind === 'vote') {
    return person.active ? 'active' : 'here';
  }
  return person.active ? 'active' : 'silent';
}

export function room_rows(
  people: PeopleView,
  presence: PresenceView,
  kind: StepKind | undefined,
  voting: boolean,
): RoomRows {
  const online = new Set(presence.people);
  const screens = new Set(presence.table_screens);
  const seated = people.people.map((row): SeatedPerson => ({
    row,
    mark: mark_of(row, online.has(row.id), kind, voting),
    connected: online.has(row.id),
    draft: row.draft && !row.gone,
  }));
  const here = seated.filter((one) => !one.row.gone);
  const known = new Set(people.tables.map((table) => table.id));
  return {
    tables: people.tables.map((table) => {
      const members = here.filter((one) => one.row.table === table.id);
      return {
        table,
        people: members,
        screen: screens.has(table.id),
        present: members.filter((one) => one.row.arrived).length,
        silent: members.filter((one) => one.mark === 'silent').length,
        unsent: members.filter((one) => one.draft).length,
        asking: table.help_since_ms > 0,
      };
    }),
    unseated: here.filter((one) => one.row.table === undefined || !known.has(one.row.table)),
    gone: seated.filter((one) => one.row.gone),
    present: here.filter((one) => one.row.arrived).length,
    connected: here.filter((one) => one.connected).length,
  };
}
