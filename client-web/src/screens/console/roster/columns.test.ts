import { describe, expect, it } from 'vitest';
import { detect_columns, with_header } from './columns';
import { read_rows } from './rows';

const found = (text: string, tables: string[] = []) => detect_columns(read_rows(text).rows, tables);

describe('a first row of titles', () => {
  it.each([
    ['Nom;Prénom;Table', ['last_name', 'first_name', 'table']],
    ['PRENOM;NOM;N° de table', ['first_name', 'last_name', 'table']],
    ['first name;surname;table number', ['first_name', 'last_name', 'table']],
    ['Nom;Table', ['full_name', 'table']],
    ['Nom complet;courriel;table', ['full_name', 'unused', 'table']],
    ['Participant·e;Âge;Table', ['full_name', 'unused', 'table']],
    ['Prénom;Table', ['first_name', 'table']],
    [' Prénom : ;Table', ['first_name', 'table']],
    ['Nom;Nom;Prénom', ['last_name', 'unused', 'first_name']],
  ])('%j is recognised', (titles, meanings) => {
    const columns = found(`${titles}\nPetit;Zoé;2`);
    expect(columns.header).toBe(true);
    expect(columns.meanings).toEqual(meanings);
  });

  it('may come after empty lines', () => {
    expect(found('\n;;\nNom;Prénom;Table\nPetit;Zoé;2')).toMatchObject({
      header: true,
      titles: ['Nom', 'Prénom', 'Table'],
    });
  });

  it('is not seen in a list of people', () => {
    expect(found('Petit;Zoé;2\nGrand;Max;1').header).toBe(false);
    expect(found('Table;1\nChaise;2').header).toBe(false);
  });
});

describe('a list without titles', () => {
  it.each([
    ['Zoé Petit\nMax Grand', [], ['full_name']],
    ['Petit;Zoé\nGrand;Max', [], ['last_name', 'first_name']],
    ['Zoé Petit;2\nMax Grand;Table 1', [], ['full_name', 'table']],
    ['Petit;Zoé;2\nGrand;Max;', [], ['last_name', 'first_name', 'table']],
    ['Petit;Zoé;Soleil\nGrand;Max;Lune', ['Soleil', 'Lune'], ['last_name', 'first_name', 'table']],
    ['Zoé;Soleil\nMax;Lune', ['Soleil', 'Lune'], ['full_name', 'table']],
  ])('%j is guessed', (text, tables, meanings) => {
    expect(found(text, tables)).toEqual({ header: false, meanings, titles: [] });
  });
});

it('titles can be taken as a line of the list, and back', () => {
  const rows = read_rows('Nom;Prénom\nPetit;Zoé').rows;
  const columns = detect_columns(rows, []);
  const without = with_header(columns, false, rows);
  expect(without).toMatchObject({ header: false, titles: [] });
  expect(with_header(without, true, rows)).toEqual(columns);
});
