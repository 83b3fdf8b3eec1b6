// What each column of a list means: told by its first row, or guessed when there is none.
import { folded } from '../../room/finding';
import type { Row } from './rows';

export type Meaning = 'full_name' | 'last_name' | 'first_name' | 'table' | 'unused';

export const meanings: readonly Meaning[] = ['full_name', 'first_name', 'last_name', 'table', 'unused'];

export interface Columns {
  header: boolean;
  meanings: Meaning[];
  titles: string[]; // of the header; empty without one
}

const words: readonly [Meaning, readonly string[]][] = [
  ['last_name', ['nom', 'noms', 'nom de famille', 'nom usuel', 'last name', 'lastname', 'surname', 'family name']],
  ['first_name', ['prenom', 'prenoms', 'first name', 'firstname', 'given name', 'prenom usuel']],
  [
    'full_name',
    [
      'name',
      'full name',
      'nom complet',
      'nom et prenom',
      'nom prenom',
      'prenom et nom',
      'prenom nom',
      'participant',
      'participante',
      'participant e',
      'participants',
      'personne',
      'identite',
      'citoyen',
      'citoyenne',
    ],
  ],
  [
    'table',
    ['table', 'tables', 'n table', 'n de table', 'no table', 'numero de table', 'numero table', 'table number'],
  ],
];

function meaning_of(title: string): Meaning {
  const wanted = folded(title);
  return words.find(([, known]) => known.includes(wanted))?.[0] ?? 'unused';
}

const names_someone = (meaning: Meaning) => meaning !== 'table' && meaning !== 'unused';

function settle(found: Meaning[]): Meaning[] {
  const taken = new Set<Meaning>();
  const once = found.map((meaning) => {
    if (meaning === 'unused' || taken.has(meaning)) {
      return 'unused';
    }
    taken.add(meaning);
    return meaning;
  });
  // "Nom" alone is a whole name; with "Prénom" beside it, it is the family name.
  if (taken.has('last_name') && !taken.has('first_name')) {
    return once.map((meaning) => (meaning === 'last_name' && !taken.has('full_name') ? 'full_name' : meaning));
  }
  return once;
}

const looks_like_table = (text: string) => /^(table|groupe)?\s*(n|no|numero)?\s*\d{1,3}$/.test(folded(text));

function guess(rows: Row[], width: number, table_titles: readonly string[]): Meaning[] {
  const known = new Set(table_titles.map(folded).filter((title) => title !== ''));
  const is_table = (text: string) => looks_like_table(text) || known.has(folded(text));
  const column = (index: number) => rows.map((row) => row.cells[index] ?? '').filter((cell) => cell.trim() !== '');
  const result: Meaning[] = Array.from({ length: width }, () => 'unused');
  for (let index = width - 1; index > 0; index -= 1) {
    const cells = column(index);
    if (cells.length > 0 && cells.every(is_table)) {
      result[index] = 'table';
      break;
    }
  }
  const free = result.flatMap((meaning, index) => (meaning === 'unused' ? [index] : []));
  const [first, second] = free;
  if (first !== undefined && second !== undefined) {
    result[first] = 'last_name';
    result[second] = 'first_name';
    const third = free[2];
    if (third !== undefined && !result.includes('table')) {
      result[third] = 'table';
    }
  } else if (first !== undefined) {
    result[first] = 'full_name';
  }
  return result;
}

const is_blank = (row: Row) => row.cells.every((cell) => cell.trim() === '');

export function detect_columns(rows: Row[], table_titles: readonly string[]): Columns {
  const filled = rows.filter((row) => !is_blank(row));
  const top = filled[0];
  const found = (top?.cells ?? []).map(meaning_of);
  if (top !== undefined && found.some(names_someone)) {
    return { header: true, meanings: settle(found), titles: top.cells.map((title) => title.trim()) };
  }
  const width = Math.max(1, ...filled.map((row) => row.cells.length));
  return { header: false, meanings: guess(filled, width, table_titles), titles: [] };
}

// The same columns with or without a first row of titles, when the person at the console says otherwise.
export function with_header(columns: Columns, header: boolean, rows: Row[]): Columns {
  const top = rows.find((row) => !is_blank(row));
  const titles = header ? columns.meanings.map((_, index) => (top?.cells[index] ?? '').trim()) : [];
  return { ...columns, header, titles };
}
