// The sentences of a page come by the network, one file a language.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

const addresses = { fr: '/fr.json', falc: '/falc.json', en: '/en.json' };
const files: Record<string, string> = {
  '/fr.json': '{"app.hello":"Bonjour"}',
  '/falc.json': '{"app.hello":"Salut"}',
  '/en.json': '{"app.hello":"Hello"}',
};

let asked: string[] = [];
let broken: string[] = [];
const kept = new Map<string, string>();

// A module of its own for each test: a page opens its words once.
async function page() {
  vi.resetModules();
  return import('../src/i18n/index.svelte');
}

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  broken = [];
  kept.clear();
  vi.stubGlobal('document', { documentElement: { lang: '' } });
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  });
  vi.stubGlobal('fetch', (from: string) => {
    asked.push(from);
    return broken.includes(from)
      ? Promise.reject(new Error('no network'))
      : Promise.resolve(new Response(files[from] ?? '', { status: 200 }));
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the words of a page', () => {
  test('are asked for in the language kept on the device, and the others once people can act', async () => {
    kept.set('tablee.language', 'falc');
    const { open_words, t, language } = await page();
    await open_words(addresses);
    expect(asked).toEqual(['/falc.json']);
    expect([language(), t('app.hello')]).toEqual(['falc', 'Salut']);
    expect(document.documentElement.lang).toBe('fr');
    await vi.advanceTimersByTimeAsync(5_000);
    expect([...asked].sort()).toEqual(['/en.json', '/falc.json', '/fr.json']);
  });

  test('change at once when they are there, without the network', async () => {
    const { open_words, set_language, t } = await page();
    await open_words(addresses);
    await vi.advanceTimersByTimeAsync(5_000);
    broken = Object.keys(files);
    set_language('en');
    expect(t('app.hello')).toBe('Hello');
    expect(document.documentElement.lang).toBe('en');
  });

  test('that do not arrive are asked for again, and the screen keeps its language meanwhile', async () => {
    const { open_words, set_language, t } = await page();
    await open_words(addresses);
    broken = ['/en.json'];
    set_language('en');
    await vi.advanceTimersByTimeAsync(3_500);
    expect(t('app.hello')).toBe('Bonjour');
    broken = [];
    await vi.advanceTimersByTimeAsync(1_000);
    expect(t('app.hello')).toBe('Hello');
  });

  test('of the language wanted last win, whichever arrives first', async () => {
    const { open_words, set_language, t } = await page();
    await open_words(addresses);
    broken = ['/en.json'];
    set_language('en');
    set_language('falc');
    broken = [];
    await vi.advanceTimersByTimeAsync(5_000);
    expect(t('app.hello')).toBe('Salut');
    expect(kept.get('tablee.language')).toBe('falc');
  });

  test('are waited for before the page shows, however long', async () => {
    broken = ['/fr.json'];
    const { open_words, t } = await page();
    let shown = false;
    const opened = open_words(addresses).then(() => (shown = true));
    await vi.advanceTimersByTimeAsync(2_500);
    expect(shown).toBe(false);
    broken = [];
    await vi.advanceTimersByTimeAsync(1_000);
    await opened;
    expect(t('app.hello')).toBe('Bonjour');
  });
});
