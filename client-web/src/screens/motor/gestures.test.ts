// What no screen of a seat asks for: a path, several fingers, a long press, a double tap, a hover, a shake.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = new URL('../../', import.meta.url).pathname;

function files_under(place: string): string[] {
  return readdirSync(place).flatMap((name) => {
    const path = join(place, name);
    return statSync(path).isDirectory() ? files_under(path) : [path];
  });
}
const sources = files_under(root)
  .filter((path) => /\.(svelte|ts|css)$/.test(path) && !path.endsWith('.test.ts') && !path.includes('/console/'))
  .map((path) => ({ path: path.slice(root.length), source: readFileSync(path, 'utf8') }));

const names =
  '(?:touchmove|touchstart|gesture\\w+|dblclick|mouseenter|mouseover|mousemove|pointermove|pointerover|pointerenter|' +
  'dragstart|drop|contextmenu|devicemotion|deviceorientation)';
const events = new RegExp(`\\bon${names}(?:capture)?\\s*=|addEventListener\\(\\s*'${names}'`, 'g');
// Files that hear of such events without asking anybody for the gesture.
const hearing: Readonly<Record<string, readonly string[]>> = {
  // The reading line follows the pointer, and the focus as well.
  'screens/room/Ruler.svelte': ['onpointermove='],
  // Asked for by the person: a pointer that rests presses.
  'screens/motor/Resting.svelte': ['onpointermove='],
  // A long touch is kept from opening the browser's own menu.
  'screens/motor/Scanning.svelte': ['oncontextmenucapture='],
};

test('[access M3] no path, several fingers, double tap, long press, hover or shake is ever asked for', () => {
  const found = sources
    .map(({ path, source }) => ({ path, events: Array.from(new Set(source.match(events) ?? [])) }))
    .filter(({ path, events: heard }) => heard.some((name) => !(hearing[path] ?? []).includes(name)));
  expect(found).toEqual([]);
  expect(sources.filter(({ path }) => path in hearing).length).toBe(Object.keys(hearing).length);
});

test('[access M3] nothing appears on hover, and pinching to enlarge stays possible', () => {
  expect(sources.filter(({ path, source }) => path.endsWith('.css') && /:hover/.test(source)).map(({ path }) => path)).toEqual([]);
  for (const page of readdirSync(join(root, '..')).filter((name) => name.endsWith('.html'))) {
    expect(readFileSync(join(root, '..', page), 'utf8'), page).not.toMatch(/user-scalable|maximum-scale/);
  }
});

test('[access M3] nothing is hidden in a double or triple press', () => {
  expect(sources.filter(({ source }) => /\.detail\s*(?:===|>=|>)\s*[2-9]/.test(source)).map(({ path }) => path)).toEqual([]);
});
