// Imports go one way: screens → parts, state, text, i18n; state → link, protocol; text → link, protocol;
// link → protocol; parts, protocol and i18n import nothing of ours. No cycles.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

const root = new URL('../src/', import.meta.url).pathname;
const allowed: Record<string, readonly string[]> = {
  protocol: [],
  parts: [],
  i18n: [],
  style: [],
  link: ['protocol'],
  text: ['link', 'protocol'],
  state: ['link', 'protocol'],
  screens: ['parts', 'state', 'text', 'i18n', 'protocol'],
};

function files_under(place: string): string[] {
  return readdirSync(place).flatMap((name) => {
    const path = join(place, name);
    return statSync(path).isDirectory() ? files_under(path) : [path];
  });
}
const sources = files_under(root).filter((path) => /\.(ts|svelte)$/.test(path) && !path.endsWith('.test.ts'));

interface Import {
  from: string;
  to: string;
  types_only: boolean;
}

function resolved(from: string, to: string): string {
  const path = normalize(join(dirname(from), to));
  return [path, `${path}.ts`, `${path}/index.ts`].find((each) => existsSync(each) && statSync(each).isFile()) ?? path;
}

const imports: Import[] = sources.flatMap((from) =>
  Array.from(
    readFileSync(from, 'utf8').matchAll(
      /(?:^|\n)\s*(?:import|export)\s+(type\s)?[^'"`;]*?(?:from\s+)?['"](\.[^'"]+)['"]/g,
    ),
    (found) => ({ from, to: resolved(from, found[2] ?? ''), types_only: found[1] !== undefined }),
  ),
);
const layer = (path: string) => {
  const [first = '', ...rest] = path.slice(root.length).split('/');
  return rest.length === 0 ? 'entry' : first;
};
const shown = ({ from, to }: Import) => `${from.slice(root.length)} → ${to.slice(root.length)}`;

test('imports are found', () => {
  expect(imports.length).toBeGreaterThan(100);
  expect(imports.filter(({ to }) => !existsSync(to)).map(shown)).toEqual([]);
});

test('every folder has its rule, and keeps it', () => {
  const broken = imports.filter(({ from, to }) => {
    const [here, there] = [layer(from), layer(to)];
    return here !== 'entry' && here !== there && !(allowed[here] ?? []).includes(there);
  });
  expect(broken.map(shown)).toEqual([]);
  expect(
    readdirSync(root, { withFileTypes: true }).filter((each) => each.isDirectory() && !(each.name in allowed)),
  ).toEqual([]);
});

test('there is no cycle', () => {
  const next = new Map<string, string[]>();
  imports.filter((each) => !each.types_only).forEach(({ from, to }) => next.set(from, [...(next.get(from) ?? []), to]));
  const done = new Set<string>();
  const walk = (path: string, trail: readonly string[]): string[] => {
    if (trail.includes(path)) {
      return [[...trail.slice(trail.indexOf(path)), path].map((each) => each.slice(root.length)).join(' → ')];
    }
    if (done.has(path)) {
      return [];
    }
    done.add(path);
    return (next.get(path) ?? []).flatMap((each) => walk(each, [...trail, path]));
  };
  expect(sources.flatMap((path) => walk(path, []))).toEqual([]);
});

test('only the link opens sockets, and nothing needs a secure context or writes markup', () => {
  const forbidden =
    /\.innerHTML|\{@html|randomUUID|crypto\.subtle|navigator\.(clipboard|serviceWorker|wakeLock|mediaDevices)/;
  const code = (path: string) => readFileSync(path, 'utf8').replace(/\/\/.*$/gm, '');
  expect(sources.filter((path) => forbidden.test(code(path))).map((path) => path.slice(root.length))).toEqual([]);
  const sockets = sources.filter((path) => /\bWebSocket\b/.test(code(path))).map((path) => path.slice(root.length));
  expect(sockets).toEqual(['state/browser.ts']);
});

test('[access L2] exactly two live regions, in each page from its first byte, empty', () => {
  const live = /aria-live="(polite|assertive)"|role="(status|alert|log)"/g;
  expect(sources.filter((path) => live.test(readFileSync(path, 'utf8')))).toEqual([]);
  const pages = readdirSync(join(root, '..')).filter((name) => name.endsWith('.html'));
  expect(pages).toContain('index.html');
  for (const page of pages) {
    const html = readFileSync(join(root, '..', page), 'utf8');
    expect(
      Array.from(html.matchAll(/<div id="announce-(\w+)"[^>]*><\/div>/g), (found) => found[1]),
      page,
    ).toEqual(['polite', 'assertive']);
    expect(html.match(/aria-live=/g), page).toHaveLength(2);
  }
});
