import { describe, expect, it } from 'vitest';
import { detect_columns } from './columns';
import { people_max } from '../../../protocol/messages';
import { batches, command_bytes_max, plan_people, type Known, type Plan } from './plan';
import { read_rows } from './rows';

const room: Known = {
  tables: [
    { id: 1, title: '' },
    { id: 2, title: '' },
    { id: 5, title: 'Soleil' },
    { id: 7, title: 'Table 3' },
  ],
  people: [],
};

function plan(text: string, known: Known = room, decided: [number, boolean][] = []): Plan {
  const rows = read_rows(text).rows;
  const columns = detect_columns(
    rows,
    known.tables.map((table) => table.title),
  );
  return plan_people(rows, columns, known, new Map(decided));
}

const kinds = (made: Plan) => made.lines.map((line) => line.notes.map((note) => note.kind));

describe('a list of people', () => {
  it('becomes first names and names, with their tables', () => {
    const made = plan('Nom;Prénom;Table\nPetit;Zoé;1\nGrand;Max;\nLong;Léa;soleil');
    expect(made.people).toEqual([
      { name: 'Zoé Petit', table: 1 },
      { name: 'Max Grand' },
      { name: 'Léa Long', table: 5 },
    ]);
    expect(kinds(made)).toEqual([[], [], []]);
    expect(made.lines.map((line) => line.line)).toEqual([2, 3, 4]);
  });

  it.each([
    ['2', 2],
    ['Table 2', 2],
    ['table n° 02', 2],
    ['SOLEIL', 5],
    ['3', 7],
    ['Table 3', 7],
  ])('finds the table called %j', (text, table) => {
    expect(plan(`Nom;Table\nZoé;${text}`).people).toEqual([{ name: 'Zoé', table }]);
  });

  it('adds people whose table is unknown without one, and says which tables are missing', () => {
    const made = plan('Nom;Table\nZoé;Lune\nMax;lune\nLéa;12');
    expect(made.people).toEqual([{ name: 'Zoé' }, { name: 'Max' }, { name: 'Léa' }]);
    expect(kinds(made)).toEqual([['unknown_table'], ['unknown_table'], ['unknown_table']]);
    expect(made.missing_tables).toEqual(['Lune', '12']);
  });

  it("gives a number's table to no table that bears another name", () => {
    expect(plan('Nom;Table\nZoé;5').people).toEqual([{ name: 'Zoé' }]);
  });
});

describe('a doubtful line', () => {
  it('is left out when it is blank, under its number', () => {
    const made = plan('Nom;Prénom\nPetit;Zoé\n\n;\nGrand;Max');
    expect(made.lines.map((line) => [line.line, line.included])).toEqual([
      [2, true],
      [3, false],
      [4, false],
      [5, true],
    ]);
    expect(kinds(made)).toEqual([[], ['blank'], ['blank'], []]);
  });

  it('keeps its place when it has a table and no name', () => {
    const made = plan('Nom;Table\n;2\nZoé;2');
    expect(kinds(made)).toEqual([['no_name'], []]);
    expect(made.people).toEqual([{ name: 'Zoé', table: 2 }]);
    expect(plan('Nom;Table\n;2\nZoé;2', room, [[2, true]]).people).toEqual([
      { name: '', table: 2 },
      { name: 'Zoé', table: 2 },
    ]);
  });

  it('is added, disarmed, when it holds a formula', () => {
    const made = plan('Nom;Prénom\n=HYPERLINK("x");@Zoé');
    expect(made.people).toEqual([{ name: 'Zoé HYPERLINK("x")' }]);
    expect(made.lines[0]?.notes).toEqual([
      { kind: 'formula', from: '@Zoé' },
      { kind: 'formula', from: '=HYPERLINK("x")' },
    ]);
  });

  it('is cut past eighty characters, and not at eighty', () => {
    const eighty = 'é'.repeat(80);
    expect(plan(`Nom\n${eighty}`).lines[0]).toMatchObject({ name: eighty, notes: [] });
    expect(plan(`Nom\n${eighty}x`).lines[0]).toMatchObject({
      name: eighty,
      notes: [{ kind: 'too_long', from: `${eighty}x` }],
      included: true,
    });
  });

  it('is left out when the same line came before, unless chosen', () => {
    const text = 'Nom;Table\nZoé;1\nMax;1\nzoe;1';
    expect(plan(text).lines[2]).toMatchObject({ notes: [{ kind: 'same_line', as_line: 2 }], included: false });
    expect(plan(text, room, [[4, true]]).people).toHaveLength(3);
  });

  it('is added when only the name is the same', () => {
    const made = plan('Nom;Table\nZoé;1\nZoé;2');
    expect(made.lines[1]).toMatchObject({ notes: [{ kind: 'same_name', as_line: 2 }], included: true });
    expect(made.people).toHaveLength(2);
  });

  it('is left out when somebody of that name is in the room, unless chosen', () => {
    const known: Known = { ...room, people: ['ZOE Petit'] };
    const text = 'Nom;Prénom\nPetit;Zoé\nGrand;Max';
    expect(plan(text, known).people).toEqual([{ name: 'Max Grand' }]);
    expect(kinds(plan(text, known))).toEqual([['already_here'], []]);
    expect(plan(text, known, [[2, true]]).people).toHaveLength(2);
  });

  it('may be left out by choice', () => {
    expect(plan('Nom\nZoé\nMax', room, [[2, false]]).people).toEqual([{ name: 'Max' }]);
  });

  it('shows cells past the titled columns', () => {
    expect(plan('Nom;Table\nZoé;1\nMax;2;note;;suite').lines.map((line) => line.notes)).toEqual([
      [],
      [{ kind: 'extra_cells', cells: 'note · suite' }],
    ]);
  });

  it('is told when a quotation mark is never closed', () => {
    expect(kinds(plan('Nom;Table\n"Zoé;1\nMax;2'))).toEqual([['broken_quote'], []]);
  });
});

describe('long lists', () => {
  const names = (count: number) => Array.from({ length: count }, (_, index) => `Personne ${index + 1}`);

  it('of 501 people go in two commands, 500 in one', () => {
    const made = plan(`Nom\n${names(501).join('\n')}`);
    expect(made.people).toHaveLength(501);
    expect(batches(made.people).map((batch) => batch.length)).toEqual([500, 1]);
    expect(batches(made.people.slice(0, 500)).map((batch) => batch.length)).toEqual([500]);
    expect(batches([])).toEqual([]);
  });

  it('of long names are cut to fit a frame, in order', () => {
    const people = names(500).map((name) => ({ name: name.padEnd(80, '李') }));
    const made = batches(people);
    expect(made.length).toBeGreaterThan(1);
    for (const batch of made) {
      expect(new TextEncoder().encode(JSON.stringify(batch)).length).toBeLessThanOrEqual(command_bytes_max + 1);
    }
    expect(made.flat()).toEqual(people);
  });

  it('stop at what the room can hold, and say so', () => {
    const known: Known = { ...room, people: names(people_max - 2).map((name) => `${name} bis`) };
    const made = plan(`Nom\n${names(3).join('\n')}`, known);
    expect(made.people).toHaveLength(2);
    expect(kinds(made)).toEqual([[], [], ['past_limit']]);
    expect(made.lines[2]).toMatchObject({ included: false, choosable: false });
  });
});

it('an empty list has no line and no person', () => {
  expect(plan('Nom;Prénom')).toEqual({ lines: [], people: [], missing_tables: [] });
});
