import { beforeEach, describe, expect, test, vi } from 'vitest';
import common from '../../i18n/catalogue/everywhere.json';
import { set_language } from '../../i18n/index.svelte';
import { register } from '../../i18n/register';
import { duration_words, speech_left_ms, speech_left_words } from './speech_time';

beforeEach(() => {
  vi.stubGlobal('document', { documentElement: { lang: '' } });
  register(common);
  set_language('fr');
});

describe('time left to a speaker', () => {
  test('is told to the second, rounded up, and never below zero', () => {
    expect(speech_left_words(125_000)).toBe('Encore 2\u00a0min\u00a005');
    expect(speech_left_words(60_000)).toBe('Encore 1\u00a0min\u00a000');
    expect(speech_left_words(59_001)).toBe('Encore 1\u00a0min\u00a000');
    expect(speech_left_words(44_200)).toBe('Encore 45 secondes');
    expect(speech_left_words(1)).toBe('Encore 1 seconde');
    expect(speech_left_words(0)).toBe('Le temps de parole est fini');
    expect(speech_left_words(-5_000)).toBe('Le temps de parole est fini');
  });

  test('stands still while the room is paused, and is unknown without a countdown', () => {
    const speech = { ends_at_ms: 0, remaining_ms: 20_000, held: false };
    expect(speech_left_ms(speech, true, 5_000)).toBe(20_000);
    expect(speech_left_ms({ ends_at_ms: 9_000, remaining_ms: 0, held: false }, false, 5_000)).toBe(4_000);
    expect(speech_left_ms({ ends_at_ms: 0, remaining_ms: 0, held: false }, false, 5_000)).toBeNull();
  });

  test('[access N2] stands still while the speaker prepares typed words', () => {
    expect(speech_left_ms({ ends_at_ms: 0, remaining_ms: 20_000, held: true }, false, 5_000)).toBe(20_000);
  });

  test('a whole speech is told without what is zero', () => {
    expect([180, 90, 45].map(duration_words)).toEqual(['3\u00a0min', '1\u00a0min\u00a030\u00a0s', '45\u00a0s']);
  });
});
