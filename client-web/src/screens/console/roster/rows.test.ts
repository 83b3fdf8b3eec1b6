import { describe, expect, it } from 'vitest';
import { detect_separator, read_rows } from './rows';

const cells = (text: string) => read_rows(text).rows.map((row) => row.cells);
const lines = (text: string) => read_rows(text).rows.map((row) => row.line);

describe('the separator', () => {
  it.each([
    ['a;b;c\nd;e;f', ';'],
    ['a,b,c\nd,e,f', ','],
    ['a\tb\nc\td', '\t'],
  ])('of %j is %j', (text, separator) => {
    expect(detect_separator(text)).toBe(separator);
  });

  it('is the regular one, not the most frequent one', () => {
    expect(detect_separator('Zoé;lit, écrit, dessine\nMax;court, nage\nLéa;rien')).toBe(';');
  });

  it('is not looked for inside quotation marks', () => {
    expect(detect_separator('"Petit; Zoé",1\n"Grand; Max",2\n"Long; Léa",3')).toBe(',');
  });

  it('is absent from a plain list of names', () => {
    expect(detect_separator('Zoé\nMax\nLéa, dite Lou')).toBeNull();
    expect(cells('Zoé\nLéa, dite Lou\nMax')).toEqual([['Zoé'], ['Léa, dite Lou'], ['Max']]);
  });

  it('may be declared on the first line, which is no row', () => {
    const read = read_rows('sep=,\r\nNom,Table\r\nZoé,1');
    expect(read.separator).toBe(',');
    expect(read.rows.map((row) => row.cells)).toEqual([
      ['Nom', 'Table'],
      ['Zoé', '1'],
    ]);
    expect(read.rows.map((row) => row.line)).toEqual([2, 3]);
  });
});

describe('rows', () => {
  it('end in any of the three ways', () => {
    const expected = [
      ['a', 'b'],
      ['c', 'd'],
    ];
    expect(cells('a;b\nc;d')).toEqual(expected);
    expect(cells('a;b\r\nc;d\r\n')).toEqual(expected);
    expect(cells('a;b\rc;d\r')).toEqual(expected);
  });

  it('keep empty lines, with their line numbers', () => {
    expect(cells('a;b\n\n;\nc;d')).toEqual([['a', 'b'], [''], ['', ''], ['c', 'd']]);
    expect(lines('a;b\n\n;\nc;d')).toEqual([1, 2, 3, 4]);
  });

  it('read quoted cells, doubled marks, and line ends inside them', () => {
    const text = 'Nom;Note\n"Petit; Zoé";"dite ""Zo"""\n"Max\nGrand";x\nLéa;y';
    expect(cells(text)).toEqual([
      ['Nom', 'Note'],
      ['Petit; Zoé', 'dite "Zo"'],
      ['Max\nGrand', 'x'],
      ['Léa', 'y'],
    ]);
    expect(lines(text)).toEqual([1, 2, 3, 5]);
  });

  it('are not swallowed by a mark never closed', () => {
    const read = read_rows('Nom;Table\n"Zoé;1\nMax;2\nLéa;3');
    expect(read.rows.map((row) => row.cells)).toEqual([
      ['Nom', 'Table'],
      ['Zoé', '1'],
      ['Max', '2'],
      ['Léa', '3'],
    ]);
    expect(read.rows.map((row) => row.broken_quote)).toEqual([false, true, false, false]);
  });
});
