import { describe, expect, test } from 'vitest';
import { folded, found_among } from './finding';

const people = ['Élisabeth Durand', 'Philippe N’Guyen', 'Françoise Leclercq', 'Jean-Christophe', 'Léa', 'Léo', 'Zoé Besson', 'Mathieu'];
const ideas = ['Une rampe à l’entrée du gymnase', 'Un car gratuit le samedi', 'Des bancs à l’ombre', 'Une bibliothèque ouverte le soir'];
const find = (things: readonly string[], wanted: string) => found_among(things, wanted, (each) => each);

test('[access X2] names are compared whatever their case, accents and spaces', () => {
  expect(folded(' LÉA  Dupont-Petit ')).toBe(folded('lea dupont petit'));
  expect(folded('N° Table')).toBe('n table');
  expect(folded('李 Δ')).not.toBe('');
});

describe('[access X2] search tolerates mistakes', () => {
  test.each([
    ['elisabet', 'Élisabeth Durand'],
    ['Elizabeth', 'Élisabeth Durand'],
    ['filip', 'Philippe N’Guyen'],
    ['phillippe', 'Philippe N’Guyen'],
    ['fransoise', 'Françoise Leclercq'],
    ['leclerc', 'Françoise Leclercq'],
    ['durant elisabeth', 'Élisabeth Durand'],
    ['jean cristof', 'Jean-Christophe'],
    ['soé', 'Zoé Besson'],
    ['matieu', 'Mathieu'],
    ['mahtieu', 'Mathieu'],
  ])('%s finds %s', (wanted, name) => expect(find(people, wanted)).toContain(name));

  test.each([
    ['jimnase', ideas[0]],
    ['rampe antrée', ideas[0]],
    ['samdi', ideas[1]],
    ['bans', ideas[2]],
    ['biblioteque', ideas[3]],
    ['bibliothéke', ideas[3]],
  ])('%s finds the idea', (wanted, idea) => expect(find(ideas, wanted)).toEqual([idea]));

  test('two short names stay two', () => expect(find(people, 'léa')).toEqual(['Léa']));

  test('a number is taken as it is', () => {
    const tables = ['Ann Table 1', 'Bob Table 2', 'Cleo Table 12'];
    expect(find(tables, 'table 2')).toEqual(['Bob Table 2']);
    expect(find(tables, 'table 12')).toEqual(['Cleo Table 12']);
  });

  test('what is spelt as written comes first', () => {
    expect(find(['Martine', 'Maxine', 'Martin'], 'martin')).toEqual(['Martine', 'Martin', 'Maxine']);
  });

  test('nothing wanted is everything, in its order; another word is nothing', () => {
    expect(find(people, ' … ')).toEqual(people);
    expect(find(people, 'hippopotame')).toEqual([]);
  });
});
