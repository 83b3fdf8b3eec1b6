// Sounds: none by default, and none without the words it goes with.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { AnnouncementQueue, announce } from '../src/parts/announcer';
import { usual } from '../src/state/profile.svelte';

const root = new URL('../src/', import.meta.url).pathname;
const sources = readdirSync(root, { recursive: true })
  .map(String)
  .filter((path) => /\.(ts|svelte)$/.test(path) && !path.endsWith('.test.ts'))
  .map((path) => ({ path, source: readFileSync(join(root, path), 'utf8') }));

test('[access A3] sounds are off until somebody asks for them', () => {
  expect([usual.sounds, usual.scan_sound, usual.read_aloud]).toEqual([false, false, 'button']);
});

test('[access H3] only the announcer plays a sound, so that none is without words', () => {
  expect(sources.filter(({ source }) => /from '.*\/tones'/.test(source)).map(({ path }) => path)).toEqual(['parts/announcer.ts']);
  // Besides: the tick of scanning goes with the frame that moves, and voices say words that are on the screen.
  const audible = sources.filter(({ source }) => /AudioContext\(|navigator\.vibrate|new Audio\(/.test(source));
  expect(audible.map(({ path }) => path).sort()).toEqual(['parts/tones.ts', 'screens/motor/tick.ts', 'state/voices.ts']);
});

test('[access H3] a sound waits for its words, and a text that is not said has none', () => {
  const heard: unknown[] = [];
  let next = () => {};
  const queue = new AnnouncementQueue(
    (_manner, text, tone) => heard.push([text, tone]),
    (_ms, then) => (next = then),
  );
  queue.announce('one', 'polite');
  queue.announce('two', 'polite', 'step');
  queue.announce('', 'polite', 'message');
  expect(heard).toEqual([['one', undefined]]);
  next();
  expect(heard).toEqual([['one', undefined], ['two', 'step']]);
});

test.each([
  ['false', 0],
  ['true', 1],
])('[access H3] [access A3] with sounds %s, the words are there and %i sound is heard', (sounds, times) => {
  const region = { textContent: '' };
  const said_when_heard: string[] = [];
  const node = { connect: () => node, frequency: {}, gain: { setValueAtTime: () => {}, linearRampToValueAtTime: () => {} }, start: () => {}, stop: () => {} };
  class Sound {
    state = 'running';
    currentTime = 0;
    destination = node;
    createGain = () => node;
    createOscillator = () => node;
  }
  vi.stubGlobal('AudioContext', Sound);
  vi.stubGlobal('navigator', { vibrate: () => said_when_heard.push(region.textContent) });
  vi.stubGlobal('document', {
    documentElement: { dataset: { sounds } },
    getElementById: (id: string) => (id === 'announce-polite' ? region : null),
  });
  vi.stubGlobal('window', { setTimeout: (then: () => void) => then() });
  announce('Nouvelle étape : Écrire', 'step');
  expect(said_when_heard).toEqual(new Array(times).fill('Nouvelle étape : Écrire'));
  expect(region.textContent).toBe('Nouvelle étape : Écrire');
});
