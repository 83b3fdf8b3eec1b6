// The dictionary of drawings, and how components use it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { entries, sprite } from '../tools/pictograms/sprite';

const root = new URL('../src/', import.meta.url).pathname;
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const all = readdirSync(root, { recursive: true }).map(String);
const components = all.filter((path) => path.endsWith('.svelte')).map((path) => ({ path, source: read(path) }));
const words = new Set(
  all
    .filter((path) => path.startsWith('i18n/catalogue/'))
    .flatMap((path) => Object.keys(JSON.parse(read(path)) as Record<string, unknown>)),
);
const meanings = Object.entries(entries);
const keys = meanings.flatMap(([, { beside, also }]) => [...beside, ...also]);
const steps = meanings.flatMap(([, each]) => each.steps);
const twice = (list: readonly string[]) => list.filter((each, index) => list.indexOf(each) !== index);

test('[access K5] one picture has one meaning', () => {
  expect(twice(meanings.map(([, { drawing }]) => drawing))).toEqual([]);
  const drawn = Array.from(sprite().matchAll(/<symbol id="([^"]+)"[^>]*>(.*?)<\/symbol>/gs), ([, , body = '']) => body);
  expect(twice(drawn)).toEqual([]);
});

test('[access K5] one meaning has one picture: no words have two', () => {
  expect(twice(keys)).toEqual([]);
  expect(twice(steps)).toEqual([]);
});

test('[access K5] every drawing is in the file, and nothing else is', () => {
  const drawn = Array.from(sprite().matchAll(/<symbol id="([^"]+)"/g), ([, id]) => id);
  expect(drawn).toEqual(meanings.map(([meaning]) => meaning));
  const inside = Array.from(sprite().matchAll(/\bid="([^"]+)"/g), ([, id = '']) => id);
  expect(twice(inside)).toEqual([]);
  expect(sprite()).toContain('CC BY-SA 4.0');
});

test('[access K5] every meaning has its words in the catalogues, or a kind of step', () => {
  expect(meanings.filter(([, { beside, also, steps: kinds }]) => beside.length + also.length + kinds.length === 0)).toEqual([]);
  expect(keys.filter((key) => !words.has(key) && !words.has(`${key}.one`))).toEqual([]);
});

test('[access K5] every kind of step has a picture', () => {
  const kinds = /export type StepKind = ([^;]+);/.exec(read('protocol/messages.ts'))?.[1] ?? '';
  expect([...steps].sort()).toEqual(Array.from(kinds.matchAll(/"(\w+)"/g), ([, kind]) => kind).sort());
});

test('[access K5] every word of the dictionary gets its picture somewhere', () => {
  const places = components.flatMap(({ source }) =>
    Array.from(source.matchAll(/(?:<Pictured key|\bbeside)(?:=|: )(?:"([^"]+)"|\{?([^\n]*))/g), ([, key, written = '']) =>
      key === undefined ? written : `'${key}'`,
    ),
  );
  const placed = (key: string) =>
    places.some(
      (written) =>
        written.includes(`'${key}'`) ||
        Array.from(written.matchAll(/`([a-z_.]+)\$\{/g), ([, start = '']) => start).some((start) => key.startsWith(start)),
    );
  expect(keys.filter((key) => !placed(key))).toEqual([]);
});

test('[access K5] a picture is never alone and never read: its words follow it in the same element', () => {
  const drawing = read('parts/Pictogram.svelte');
  expect(drawing).toContain('aria-hidden="true"');
  for (const { path, source } of components) {
    for (const [use, after] of source.matchAll(/<Pictogram [^>]*\/>(.{0,60})/gs)) {
      expect(after, `${path}: ${use}`).toMatch(/^(\{\/if\})?\{(words|signal\.words|name\.words|count ===)/);
    }
  }
});
