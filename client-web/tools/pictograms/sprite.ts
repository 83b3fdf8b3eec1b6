// The drawings of src/parts/pictograms.json in one file, made while building, from packages that are there: nothing is
// downloaded. Each is a <symbol> named after its meaning.
//
// Source   OpenMoji, as packed in @iconify-json/openmoji: CC BY-SA 4.0, which the sprite says of itself; drawings of
//          tools/pictograms/own are in its hand and under the same licence.
// Shape    `virtual:pictograms` gives its address and what pages need of the dictionary: not the drawings' names.
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

export interface Entry {
  readonly drawing: string;
  readonly beside: readonly string[];
  readonly also: readonly string[];
  readonly steps: readonly string[];
}
const here = (path: string) => new URL(path, import.meta.url);
const json = (path: string): unknown => JSON.parse(readFileSync(here(path), 'utf8'));

const module_name = 'virtual:pictograms';
const address_in_development = '/pictograms.svg';
const credit =
  '<!-- Drawings: OpenMoji (openmoji.org), CC BY-SA 4.0, cropped; some of our own in the same hand, same licence. -->';

// Names inside a drawing are its own: two drawings may use the same ones.
const own_names = (drawing: string, meaning: string): string =>
  drawing.replace(/(\bid="|url\(#|href="#)/g, (start) => `${start}${meaning}-`);

export const entries = json('../../src/parts/pictograms.json') as Readonly<Record<string, Entry>>;

export function sprite(): string {
  const { icons } = json('../../node_modules/@iconify-json/openmoji/icons.json') as {
    icons: Record<string, { body: string } | undefined>;
  };
  const symbols = Object.entries(entries).map(([meaning, { drawing }]) => {
    const body = drawing.startsWith('own/')
      ? readFileSync(here(`./${drawing}.svg`), 'utf8').trim()
      : icons[drawing]?.body;
    if (body === undefined) {
      throw new Error(`pictograms: there is no drawing « ${drawing} » for « ${meaning} »`);
    }
    return `<symbol id="${meaning}" viewBox="6 6 60 60">${own_names(body, meaning)}</symbol>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg">${credit}${symbols.join('\n')}</svg>\n`;
}

export function pictograms(): Plugin {
  let building = false;
  return {
    name: 'pictograms',
    configResolved(config) {
      building = config.command === 'build';
    },
    resolveId: (id) => (id === module_name ? `\0${module_name}` : null),
    load(id) {
      if (id !== `\0${module_name}`) {
        return null;
      }
      const address = building
        ? `import.meta.ROLLUP_FILE_URL_${this.emitFile({ type: 'asset', name: 'pictograms.svg', source: sprite() })}`
        : JSON.stringify(address_in_development);
      const pictures = Object.entries(entries).map(([meaning, { beside, also, steps }]) => [
        meaning,
        [...beside, ...steps.map((kind) => `step.kind.${kind}`)],
        also,
      ]);
      return `export const address = ${address}; export const pictures = ${JSON.stringify(pictures)};`;
    },
    configureServer(server) {
      server.middlewares.use(address_in_development, (_request, response) => {
        response.setHeader('Content-Type', 'image/svg+xml');
        response.end(sprite());
      });
    },
  };
}
