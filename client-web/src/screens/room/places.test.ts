import { expect, test } from 'vitest';
import seat from '../../i18n/catalogue/seat.json';
import { no_step } from '../../state/nothing_yet';
import { place_named, places, takes_words } from './places';

test('[access P1] each part that can be pointed at has its words; a name from another age points at nothing', () => {
  expect(places.filter((each) => !(`place.${each}` in seat))).toEqual([]);
  expect(places.map(place_named)).toEqual(places);
  expect([place_named(''), place_named('toString'), place_named('carousel')]).toEqual([undefined, undefined, undefined]);
});

test('words are proposed where each person writes something of their own', () => {
  const kinds = ['write', 'ask', 'vote', 'draft', 'break'] as const;
  expect(kinds.filter((kind) => takes_words({ ...no_step, kind }))).toEqual(['write', 'ask']);
  const merge = { ...no_step, kind: 'merge', form: 'individual' } as const;
  expect([takes_words(merge), takes_words({ ...merge, form: 'table' })]).toEqual([true, false]);
});
