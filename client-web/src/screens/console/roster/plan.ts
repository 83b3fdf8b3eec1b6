// What will be done with each line of a list: nothing is dropped without being said.
//
// Each line is either to be added, or left out with its reason; the person at the console may take back most lines left
// out. Commands are cut so that each fits the bounds of one frame.
import { name_chars_max, people_max } from '../../../protocol/messages';
import { folded } from '../../room/finding';
import { characters, clean_cell, shortened } from './cell';
import type { Columns, Meaning } from './columns';
import type { Row } from './rows';

export const people_per_command = 500;
// Under the frame's 64 KiB, with room for the envelope.
export const command_bytes_max = 48 * 1024;

export interface KnownTable {
  id: number;
  title: string; // empty: its number
}

export interface Known {
  tables: readonly KnownTable[];
  people: readonly string[]; // names already in the room
}

export type LineNote =
  | { kind: 'blank' }
  | { kind: 'formula'; from: string }
  | { kind: 'cleaned' }
  | { kind: 'too_long'; from: string }
  | { kind: 'no_name' }
  | { kind: 'same_line'; as_line: number }
  | { kind: 'same_name'; as_line: number }
  | { kind: 'already_here' }
  | { kind: 'unknown_table'; table: string }
  | { kind: 'extra_cells'; cells: string }
  | { kind: 'broken_quote' }
  | { kind: 'past_limit' };

export interface Line {
  line: number;
  cells: string[];
  name: string;
  table: number | null;
  notes: LineNote[];
  included: boolean;
  choosable: boolean; // the person at the console may decide otherwise
}

export interface NewPerson {
  name: string;
  table?: number;
}

export interface Plan {
  lines: Line[];
  people: NewPerson[];
  missing_tables: string[];
}

function find_table(text: string, tables: readonly KnownTable[]): KnownTable | undefined {
  const wanted = folded(text);
  const titled = tables.find((table) => table.title !== '' && folded(table.title) === wanted);
  if (titled !== undefined) {
    return titled;
  }
  const number = /^(?:table|groupe)?\s*(?:n|no|numero)?\s*0*(\d{1,3})$/.exec(wanted)?.[1];
  if (number === undefined) {
    return undefined;
  }
  return (
    tables.find((table) => folded(table.title) === `table ${number}`) ??
    tables.find((table) => table.title === '' && table.id === Number(number))
  );
}

interface Cut {
  name: string;
  table_text: string;
  notes: LineNote[];
}

function cell_of(row: Row, columns: Columns, meaning: Meaning, notes: LineNote[]): string {
  const index = columns.meanings.indexOf(meaning);
  const raw = index < 0 ? '' : (row.cells[index] ?? '');
  const cell = clean_cell(raw);
  for (const kind of cell.notes) {
    notes.push(kind === 'formula' ? { kind, from: raw.trim() } : { kind });
  }
  return cell.text;
}

function cut_row(row: Row, columns: Columns): Cut {
  const notes: LineNote[] = [];
  const parts = (['full_name', 'first_name', 'last_name'] as const)
    .map((meaning) => cell_of(row, columns, meaning, notes))
    .filter((part) => part !== '');
  const whole = parts.join(' ');
  const name = shortened(whole, name_chars_max);
  if (characters(whole) > name_chars_max) {
    notes.push({ kind: 'too_long', from: whole });
  }
  const table_text = cell_of(row, columns, 'table', notes);
  const extra = row.cells.slice(columns.meanings.length).filter((cell) => cell.trim() !== '');
  if (extra.length > 0) {
    notes.push({ kind: 'extra_cells', cells: extra.join(' · ') });
  }
  if (row.broken_quote) {
    notes.push({ kind: 'broken_quote' });
  }
  return { name, table_text, notes };
}

interface Seen {
  names: Map<string, number>; // folded name → first line
  rows: Map<string, number>; // whole row → first line
}

// Notes what is doubtful about a name. Returns whether the line is added unless somebody decides otherwise.
function judge_name(row: Row, cut: Cut, seen: Seen, here: ReadonlySet<string>): boolean {
  const key = folded(cut.name);
  if (cut.name === '') {
    cut.notes.push({ kind: 'no_name' });
    return false;
  }
  const whole = row.cells.map((cell) => folded(cell)).join('\u0001');
  const same_line = seen.rows.get(whole);
  const same_name = seen.names.get(key);
  if (same_line === undefined) {
    seen.rows.set(whole, row.line);
  }
  if (same_name === undefined) {
    seen.names.set(key, row.line);
  }
  if (same_line !== undefined) {
    cut.notes.push({ kind: 'same_line', as_line: same_line });
    return false;
  }
  if (here.has(key)) {
    cut.notes.push({ kind: 'already_here' });
    return false;
  }
  if (same_name !== undefined) {
    cut.notes.push({ kind: 'same_name', as_line: same_name });
  }
  return true;
}

function plan_row(row: Row, columns: Columns, known: Known, seen: Seen, here: ReadonlySet<string>): Line {
  if (row.cells.every((cell) => cell.trim() === '')) {
    const notes: LineNote[] = [{ kind: 'blank' }];
    return { line: row.line, cells: [], name: '', table: null, notes, included: false, choosable: false };
  }
  const cut = cut_row(row, columns);
  const included = judge_name(row, cut, seen, here);
  const table = cut.table_text === '' ? undefined : find_table(cut.table_text, known.tables);
  if (cut.table_text !== '' && table === undefined) {
    cut.notes.push({ kind: 'unknown_table', table: cut.table_text });
  }
  return {
    line: row.line,
    cells: row.cells,
    name: cut.name,
    table: table?.id ?? null,
    notes: cut.notes,
    included,
    choosable: true,
  };
}

// `decided` holds, by line number, what the person at the console chose.
export function plan_people(rows: Row[], columns: Columns, known: Known, decided: ReadonlyMap<number, boolean>): Plan {
  const seen: Seen = { names: new Map(), rows: new Map() };
  const here = new Set(known.people.map(folded).filter((name) => name !== ''));
  const header_at = columns.header ? rows.findIndex((row) => row.cells.some((cell) => cell.trim() !== '')) : -1;
  let room = people_max - known.people.length;
  const lines = rows.flatMap((row, index) => {
    if (index === header_at) {
      return [];
    }
    const line = plan_row(row, columns, known, seen, here);
    if (line.choosable) {
      line.included = decided.get(line.line) ?? line.included;
    }
    if (line.included && room <= 0) {
      line.notes.push({ kind: 'past_limit' });
      line.included = false;
      line.choosable = false;
    }
    room -= line.included ? 1 : 0;
    return [line];
  });
  const people = lines
    .filter((line) => line.included)
    .map((line) => (line.table === null ? { name: line.name } : { name: line.name, table: line.table }));
  const missing = new Map<string, string>();
  for (const note of lines.flatMap((line) => line.notes)) {
    if (note.kind === 'unknown_table' && !missing.has(folded(note.table))) {
      missing.set(folded(note.table), note.table);
    }
  }
  return { lines, people, missing_tables: [...missing.values()] };
}

// Cuts a list into the bodies of as many commands as needed.
export function batches(people: readonly NewPerson[]): NewPerson[][] {
  const result: NewPerson[][] = [];
  let current: NewPerson[] = [];
  let bytes = 0;
  for (const person of people) {
    const size = new TextEncoder().encode(JSON.stringify(person)).length + 1;
    if (current.length === people_per_command || (current.length > 0 && bytes + size > command_bytes_max)) {
      result.push(current);
      current = [];
      bytes = 0;
    }
    current.push(person);
    bytes += size;
  }
  return current.length > 0 ? [...result, current] : result;
}
