// Run after `vite build`: weighs what participants download, refuses style rules too new for old tablets, and writes a
// gzip -9 copy beside every file the server may send compressed.
import { readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const dist = new URL('../dist/', import.meta.url).pathname;
const participant_bytes_max = 120 * 1024;
// Yjs, what keeps a text on the device, and the screen: fetched when an article is opened to be written, or when words of
// one are left to be sent.
const editor = 'src/screens/table/ArticleEditor.svelte';
const fetched_to_write = [editor, 'src/text/send_unsent.ts'];
const editor_bytes_max = 48 * 1024;
const compressible = /\.(html|js|css|svg|json)$/;
// Chrome and WebView 87 and Safari 14 drop a whole rule that holds one of these.
const too_new = [':where(', ':is(', ':has(', '@container', '@layer', 'dvh', 'aspect-ratio:'];

function fail(sentence) {
  console.error(`finish: ${sentence}`);
  process.exit(1);
}

function files_under(folder) {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? files_under(path) : [path];
  });
}

const squeeze = (path) => gzipSync(readFileSync(path), { level: 9 });

// Every script the page can ever load, lazy ones included, but for those of the editor.
function scripts_of(manifest, entry, seen = new Set()) {
  const chunk = manifest[entry];
  if (chunk === undefined || seen.has(chunk.file)) {
    return seen;
  }
  seen.add(chunk.file);
  [...(chunk.imports ?? []), ...(chunk.dynamicImports ?? [])]
    .filter((each) => !fetched_to_write.includes(each))
    .forEach((each) => scripts_of(manifest, each, seen));
  return seen;
}

const manifest_path = join(dist, '.vite', 'manifest.json');
const manifest = JSON.parse(readFileSync(manifest_path, 'utf8'));
const weight = (scripts) =>
  [...scripts].filter((file) => file.endsWith('.js')).reduce((sum, file) => sum + squeeze(join(dist, file)).length, 0);
const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} kB of JavaScript (gzip -9)`;
for (const entry of Object.keys(manifest).filter((name) => name.endsWith('.html'))) {
  const bytes = weight(scripts_of(manifest, entry));
  console.log(`finish: ${entry} loads ${kilobytes(bytes)}`);
  if (entry === 'index.html' && bytes > participant_bytes_max) {
    fail(`index.html may load ${participant_bytes_max / 1024} kB at most`);
  }
}
const of_page = scripts_of(manifest, 'index.html');
const added = weight([...scripts_of(manifest, editor)].filter((file) => !of_page.has(file)));
console.log(`finish: an opened article adds ${kilobytes(added)}`);
if (added > editor_bytes_max) {
  fail(`the editor may add ${editor_bytes_max / 1024} kB at most`);
}
rmSync(join(dist, '.vite'), { recursive: true });

for (const path of files_under(dist).filter((name) => name.endsWith('.css'))) {
  const found = too_new.find((rule) => readFileSync(path, 'utf8').includes(rule));
  if (found !== undefined) {
    fail(`${path} uses "${found}", which old tablets do not know; write the rule otherwise`);
  }
}
for (const path of files_under(dist).filter((name) => compressible.test(name))) {
  writeFileSync(`${path}.gz`, squeeze(path));
}
