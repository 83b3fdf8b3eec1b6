// Every sentence exists in the three languages, is used somewhere, and everything used exists.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { language, plural, set_language, t, text, text_tag, type Catalogue } from '../src/i18n/index.svelte';
import { register } from '../src/i18n/register';
import { clock_words, passed_percent, remaining_words } from '../src/i18n/time';

const root = new URL('../src/', import.meta.url).pathname;
const folder = join(root, 'i18n/catalogue');

function files_under(place: string): string[] {
  return readdirSync(place).flatMap((name) => {
    const path = join(place, name);
    return statSync(path).isDirectory() ? files_under(path) : [path];
  });
}

const areas = readdirSync(folder).filter((name) => name.endsWith('.json'));
const catalogues = areas.map((area) => ({
  area,
  words: JSON.parse(readFileSync(join(folder, area), 'utf8')) as Catalogue,
}));
const keys = catalogues.flatMap(({ words }) => Object.keys(words));

// A key looks like words joined by dots. Sources name it whole, by its start in a template, or by its
// family in plural().
const sources = files_under(root)
  .filter((path) => /\.(svelte|ts)$/.test(path) && !path.endsWith('.test.ts') && !path.includes('/protocol/'))
  .map((path) => ({ path: path.slice(root.length), source: readFileSync(path, 'utf8') }));
const key_form = /^[a-z_]+(\.[a-z0-9_-]+)+$/;

function quoted(source: string): string[] {
  return Array.from(
    source.matchAll(/'([a-z_]+(?:\.[a-z0-9_-]+)+)'|"([a-z_]+(?:\.[a-z0-9_-]+)+)"/g),
    (found) => found[1] ?? found[2] ?? '',
  );
}
// The fixed start of t(`start.${…}`) and what follows it, up to the first dynamic part.
function templates(source: string): string[] {
  return Array.from(source.matchAll(/`([a-z_]+(?:\.[a-z0-9_-]+)*[._])\$\{/g), (found) => found[1] ?? '');
}
function asked(source: string): { call: string; key: string }[] {
  const calls = Array.from(source.matchAll(/\b(t|plural)\(\s*'([^']+)'/g), ([, call = '', key = '']) => ({ call, key }));
  const pictured = Array.from(source.matchAll(/<Pictured key="([^"]+)"( count=)?/g), ([, key = '', count]) => ({
    call: count === undefined ? 't' : 'plural',
    key,
  }));
  return [...calls, ...pictured];
}

describe('catalogues', () => {
  test('no key is in two areas', () => {
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  test.each(catalogues)('$area: three languages, same parameters, French typography', ({ words }) => {
    for (const [key, slots] of Object.entries(words)) {
      expect(key).toMatch(key_form);
      expect(Object.keys(slots), key).toEqual(['fr', 'falc', 'en']);
      const parameters = (sentence: string) => Array.from(sentence.matchAll(/\{(\w+)\}/g), (found) => found[1]);
      for (const slot of ['fr', 'falc', 'en'] as const) {
        expect(slots[slot].trim(), `${key} ${slot}`).not.toBe('');
        expect(slots[slot], `${key} ${slot}: typewriter apostrophe`).not.toContain("'");
        const unknown = parameters(slots[slot]).filter((name) => !parameters(slots.fr).includes(name));
        expect(unknown, `${key} ${slot}: parameters unknown in fr`).toEqual([]);
      }
      for (const slot of ['fr', 'falc'] as const) {
        expect(slots[slot], `${key} ${slot}: a breakable space before high punctuation`).not.toMatch(/ [:;?!%»]|« /);
      }
    }
  });

  test('plurals come in pairs', () => {
    const lonely = keys
      .filter((key) => /\.(one|other)$/.test(key))
      .filter((key) => !keys.includes(key.replace(/\.(one|other)$/, key.endsWith('.one') ? '.other' : '.one')));
    expect(lonely).toEqual([]);
  });

  test('every key asked for exists', () => {
    const missing = sources.flatMap(({ path, source }) =>
      asked(source)
        .filter(({ call, key }) => !keys.includes(call === 'plural' ? `${key}.one` : key))
        .map(({ key }) => `${path}: ${key}`),
    );
    expect(missing).toEqual([]);
  });

  test('every family named by its start exists', () => {
    const missing = sources.flatMap(({ path, source }) =>
      templates(source)
        .filter(
          (start) =>
            new RegExp(`\\bt\\(\`${start.replace(/\./g, '\\.')}`).test(source) &&
            !keys.some((key) => key.startsWith(start)),
        )
        .map((start) => `${path}: ${start}`),
    );
    expect(missing).toEqual([]);
  });

  test('every key is used', () => {
    const whole = new Set(sources.flatMap(({ source }) => quoted(source)));
    const starts = sources.flatMap(({ source }) => templates(source));
    const family = (key: string) => key.replace(/\.(one|other)$/, '');
    const unused = keys.filter(
      (key) => !whole.has(key) && !whole.has(family(key)) && !starts.some((start) => key.startsWith(start)),
    );
    expect(unused).toEqual([]);
  });
});

describe('words', () => {
  beforeEach(() => {
    vi.stubGlobal('document', { documentElement: { lang: '' } });
    vi.stubGlobal('localStorage', { setItem: () => undefined });
    catalogues.forEach(({ words }) => register(words));
    set_language('fr');
  });

  test('parameters are put in; a key nobody registered shows itself', () => {
    register({ 'x.hello': { fr: 'Bonjour {name}{missing}', falc: 'Salut {name}', en: 'Hello {name}' } });
    expect(t('x.hello', { name: 'Léa' })).toBe('Bonjour Léa{missing}');
    expect(t('x.absent')).toBe('x.absent');
    set_language('falc');
    expect(t('x.hello', { name: 'Léa' })).toBe('Salut Léa');
    expect(document.documentElement.lang).toBe('fr');
    set_language('en');
    expect([language(), document.documentElement.lang]).toEqual(['en', 'en']);
  });

  test('zero is one in French and many in English', () => {
    register({
      'x.n.one': { fr: '{count} un', falc: '', en: '{count} one' },
      'x.n.other': { fr: '{count} des', falc: '', en: '{count} many' },
    });
    expect([0, 1, 2].map((count) => plural('x.n', count))).toEqual(['0 un', '1 un', '2 des']);
    set_language('en');
    expect([0, 1, 2].map((count) => plural('x.n', count))).toEqual(['0 many', '1 one', '2 many']);
  });

  test('texts of the programme fall back to French when there is no English', () => {
    set_language('en');
    expect(text({ fr: 'Oui', falc: 'Oui !' })).toBe('Oui');
    expect(text_tag({ fr: 'Oui', falc: 'Oui !' })).toBe('fr');
    expect(text_tag({ fr: 'Oui', falc: 'Oui !', en: 'Yes' })).toBe('en');
    set_language('falc');
    expect(text({ fr: 'Oui', falc: 'Oui !', en: 'Yes' })).toBe('Oui !');
  });

  test('remaining time, at each edge', () => {
    expect(remaining_words(300_000)).toBe('Encore environ 5 minutes');
    expect(remaining_words(330_000)).toBe('Encore environ 6 minutes');
    expect(remaining_words(89_999)).toBe('Encore environ 1 minute');
    expect(remaining_words(60_000)).toBe('Encore environ 1 minute');
    expect(remaining_words(59_999)).toBe('Moins d’une minute');
    expect(remaining_words(1)).toBe('Moins d’une minute');
    expect(remaining_words(0)).toBe('Le temps prévu est écoulé');
    expect(remaining_words(-59_999)).toBe('Le temps prévu est écoulé');
    expect(remaining_words(-60_000)).toBe('Le temps prévu est dépassé de 1 minute');
    expect(remaining_words(-150_000)).toBe('Le temps prévu est dépassé de 2 minutes');
    set_language('en');
    expect(remaining_words(300_000)).toBe('About 5 minutes left');
  });

  test('the clock, in the habit of each language', () => {
    const at = new Date(2025, 5, 2, 9, 5).getTime();
    expect(clock_words(at)).toBe('9\u00a0h\u00a005');
    set_language('en');
    expect(clock_words(at)).toBe('9:05');
  });

  test('the part that has passed stays between 0 and 100', () => {
    expect([0, 1_000, 1_500, 2_000, 9_000].map((now) => passed_percent(1_000, 2_000, now))).toEqual([
      0, 0, 50, 100, 100,
    ]);
    expect(passed_percent(1_000, 1_000, 1_000)).toBe(0);
  });
});
