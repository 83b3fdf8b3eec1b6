import { expect, test } from 'vitest';
import { groups_of, joined_max, long_max, type Found, type Place } from './groups';

const found = (place: Place, container: string, ...names: string[]): Found<string>[] =>
  names.map((what) => ({ what, place, container }));

test('[access M5] what helps is the first group whatever its place on the page, the head of the page the last', () => {
  const groups = groups_of([
    ...found('head', 'tools', 'Français', 'Régler'),
    ...found('body', 'form', 'Mon idée', 'Envoyer'),
    ...found('first', 'signals', 'Aide', 'Pause'),
    ...found('tools', 'bar', 'Plus bas'),
    ...found('first', 'bar', 'Retour'),
  ]);
  expect(groups).toEqual([['Aide', 'Pause', 'Retour'], ['Plus bas'], ['Mon idée', 'Envoyer'], ['Français', 'Régler']]);
});

test('[access M5] small neighbours are joined, in the order of the page', () => {
  const groups = groups_of([
    ...found('body', 'fieldset', 'Pour', 'Contre', 'Abstention'),
    ...found('body', 'section', 'Vérifier'),
    ...found('body', 'drawers', 'Idées', 'Messages', 'Programme'),
  ]);
  expect(groups).toEqual([
    ['Pour', 'Contre', 'Abstention', 'Vérifier'],
    ['Idées', 'Messages', 'Programme'],
  ]);
  expect(Math.max(...groups.map((each) => each.length))).toBeLessThanOrEqual(joined_max);
});

test('[access M5] a long list is cut evenly, and loses nothing', () => {
  const names = Array.from({ length: 14 }, (_, index) => `${index}`);
  const groups = groups_of(found('body', 'list', ...names));
  expect(groups.map((each) => each.length)).toEqual([5, 5, 4]);
  expect(groups.flat()).toEqual(names);
  expect(Math.max(...groups.map((each) => each.length))).toBeLessThanOrEqual(long_max);
});

test('[access M5] rows of letters stay rows, and nothing makes no group', () => {
  const rows = [...found('row', '1', 'e', 's'), ...found('row', '2', 'a'), ...found('row', '3', 'i', 't')];
  expect(groups_of(rows)).toEqual([['e', 's'], ['a'], ['i', 't']]);
  expect(groups_of([])).toEqual([]);
});
