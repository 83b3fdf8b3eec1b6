// The sentences of a page, cut out of the catalogues: one JSON file a language.
//
// Shape    `virtual:words/everywhere+seat+table` names the catalogues of a page, and gives the addresses of its files.
// Errors   A catalogue that does not exist stops the build.
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

type Catalogue = Readonly<Record<string, Readonly<Record<string, string>>>>;

const module_start = 'virtual:words/';
const start_in_development = '/words/';
const languages = ['fr', 'falc', 'en'];

function sentences(areas: string, language: string): string {
  const found = areas.split('+').flatMap((area) => {
    const path = new URL(`../src/i18n/catalogue/${area}.json`, import.meta.url);
    const catalogue = JSON.parse(readFileSync(path, 'utf8')) as Catalogue;
    return Object.entries(catalogue).map(([key, words]) => [key, words[language] ?? key]);
  });
  return JSON.stringify(Object.fromEntries(found));
}

export function words(): Plugin {
  let building = false;
  return {
    name: 'words',
    configResolved(config) {
      building = config.command === 'build';
    },
    resolveId: (id) => (id.startsWith(module_start) ? `\0${id}` : null),
    load(id) {
      if (!id.startsWith(`\0${module_start}`)) {
        return null;
      }
      const areas = id.slice(module_start.length + 1);
      const members = languages.map((language) => {
        if (!building) {
          return `${language}: ${JSON.stringify(`${start_in_development}${areas}/${language}`)}`;
        }
        const name = `words-${areas.split('+').pop() ?? ''}-${language}.json`;
        const file = this.emitFile({ type: 'asset', name, source: sentences(areas, language) });
        return `${language}: import.meta.ROLLUP_FILE_URL_${file}`;
      });
      return `export default { ${members.join(', ')} };`;
    },
    configureServer(server) {
      server.middlewares.use(start_in_development, (request, response) => {
        const [, areas = '', language = ''] = (request.url ?? '').split('/');
        response.setHeader('Content-Type', 'application/json');
        response.end(sentences(areas, language));
      });
    },
  };
}
