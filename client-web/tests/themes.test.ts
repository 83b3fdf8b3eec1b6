// The colours of every theme, as they stand in the style sheets: contrast as WCAG 2.2 measures it (1.4.3, 1.4.6).
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const read = (name: string) => readFileSync(new URL(`../src/style/${name}`, import.meta.url), 'utf8');

type Theme = ReadonlyMap<string, string>;
function colours_in(block: string): Theme {
  return new Map([...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]));
}

const usual = colours_in(read('tokens.css'));
const others = [...read('themes.css').matchAll(/data-colours='([a-z_]+)'\] \{([^}]+)\}/g)];
const themes: readonly (readonly [string, Theme])[] = [
  ['light', usual],
  ...others.map(([, name = '', block = '']) => [name, colours_in(block)] as const),
];

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((from) => parseInt(colour.slice(from, from + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

it('every theme names every colour', () => {
  expect(themes.map(([name]) => name)).toEqual(['light', 'dark', 'cream', 'yellow_on_black', 'device']);
  for (const [name, theme] of themes) {
    expect([...theme.keys()].sort(), name).toEqual([...usual.keys()].sort());
  }
});

const main_text: readonly (readonly [string, string])[] = [
  ['ink', 'paper'],
  ['ink', 'paper-soft'],
  ['main', 'paper'],
  ['on-main', 'main'],
];
const other_text: readonly (readonly [string, string])[] = [
  ['ink-soft', 'paper'],
  ['ink-soft', 'paper-soft'],
  ['main', 'main-soft'],
  ['ink', 'main-soft'],
  ['good', 'good-soft'],
  ['warn', 'warn-soft'],
  ['alarm', 'alarm-soft'],
  ['alarm', 'paper'],
];
const marks: readonly (readonly [string, string])[] = [
  ['line', 'paper'],
  ['focus', 'paper'],
];

it.each(themes)('[access S1] %s: main text and controls have 10:1, other text 7:1, lines and focus 3:1', (name, theme) => {
  const low = (pairs: readonly (readonly [string, string])[], least: number) =>
    pairs
      .map(([front, back]) => [front, back, contrast(theme.get(front) ?? '', theme.get(back) ?? '')] as const)
      .filter(([, , found]) => found < least);
  expect(low(main_text, 10), name).toEqual([]);
  expect(low(other_text, 7), name).toEqual([]);
  expect(low(marks, 3), name).toEqual([]);
});
