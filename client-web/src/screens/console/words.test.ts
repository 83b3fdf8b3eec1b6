import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import common from '../../i18n/catalogue/everywhere.json';
import words from '../../i18n/catalogue/console.json';
import { set_language } from '../../i18n/index.svelte';
import { register } from '../../i18n/register';
import { refusal_words } from './asking.svelte';
import type { FirmOutlook } from './run_sheet';
import {
  clock_digits,
  firm_sentences,
  grouped,
  late_words,
  minutes_words,
  person_name,
  table_name,
} from './words';

beforeAll(() => {
  vi.stubGlobal('document', { documentElement: { lang: 'fr' } });
  register(common, words);
});
beforeEach(() => set_language('fr'));

const plain = (text: string) => text.replace(/\u00a0/g, ' ');
const at = (hour: number, minute: number) => new Date(2026, 10, 21, hour, minute).getTime();

describe('names', () => {
  it('are numbers when none was given', () => {
    expect(table_name({ id: 3, title: 'Soleil' })).toBe('Soleil');
    expect(plain(table_name({ id: 3, title: '' }))).toBe('Table 3');
    expect(plain(person_name({ id: 12, name: '' }))).toBe('Personne 12');
  });
});

describe('time', () => {
  it.each([
    [0, '0:00'],
    [59_999, '0:59'],
    [277_000, '4:37'],
    [-130_000, '2:10'],
    [3_600_000, '1:00:00'],
    [3_725_000, '1:02:05'],
  ])('%d ms is %s', (ms, digits) => {
    expect(clock_digits(ms)).toBe(digits);
  });

  it('is late, early or neither, in words', () => {
    expect([0, 1, 59, 60, -5].map((minutes) => plain(late_words(minutes)))).toEqual([
      'à l’heure',
      '1 min de retard',
      '59 min de retard',
      '1 h 00 de retard',
      '5 min d’avance',
    ]);
    expect(plain(minutes_words(125))).toBe('2 h 05');
  });

  it('says what a firm time ahead means', () => {
    const firm: FirmOutlook = {
      id: 'd',
      firm_ms: at(17, 10),
      expected_ms: at(17, 22),
      late_minutes: 12,
      slack_minutes: 0,
      recoverable_minutes: 8,
    };
    const said = (more: Partial<FirmOutlook>) => firm_sentences({ ...firm, ...more }, 'Remise').map(plain);
    expect(said({})).toEqual([
      'Si rien ne change, « Remise » commencera à 17 h 22 : 12 min après son heure ferme (17 h 10).',
      'En ramenant les étapes d’ici là à leur durée minimale, on regagne 8 min.',
    ]);
    expect(said({ recoverable_minutes: 0 })).toHaveLength(1);
    expect(said({ late_minutes: 0, slack_minutes: 5 })).toEqual([
      '« Remise » commence à une heure ferme, 17 h 10. Marge : 5 min.',
    ]);
    expect(said({ late_minutes: 0 })).toEqual([
      '« Remise » commence à une heure ferme, 17 h 10. Il n’y a plus de marge.',
    ]);
  });
});

it('a hash is cut in groups of four', () => {
  expect(grouped('9f86d081884c')).toBe('9f86 d081 884c');
  expect(grouped('K7X4M9WP')).toBe('K7X4 M9WP');
  expect(grouped('')).toBe('');
});

it('a refusal has its own sentence where one was written, else the general one', () => {
  expect(refusal_words('start_step', { code: 'conflict' })).toBe(words['console.refused.start_step.conflict'].fr);
  expect(refusal_words('start_step', { code: 'not_allowed' })).toBe(common['refusal.not_allowed'].fr);
});
