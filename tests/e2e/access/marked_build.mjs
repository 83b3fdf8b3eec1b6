// The client built once more for these tests, each component saying when it enters the page and when it leaves it. What is
// shipped carries nothing of it: the mark is one line, written into the components while this build reads them.
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, relative, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../server.mjs";

const client = join(root, "client-web");
const source = join(client, "src");

const slashed = (path) => relative(source, path).split(sep).join("/");

// Every component of the client, as "screens/participant/Seat.svelte".
export function componentFiles() {
  return readdirSync(source, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".svelte"))
    .map((entry) => slashed(join(entry.parentPath ?? entry.path, entry.name)))
    .sort();
}

// The mark follows the opening of the component's script, and is undone with it.
export function marked(code, name) {
  const opening = /<script(?![^>]*\bmodule\b)[^>]*>/.exec(code);
  const line = `$effect(() => globalThis.tablee_mounted?.(${JSON.stringify(name)}));`;
  if (opening === null) {
    return `<script lang="ts">${line}</script>\n${code}`;
  }
  const after = opening.index + opening[0].length;
  return `${code.slice(0, after)}\n${line}${code.slice(after)}`;
}

const marking = {
  name: "mark-components",
  enforce: "pre",
  load(id) {
    return id.startsWith(source) && id.endsWith(".svelte") ? marked(readFileSync(id, "utf8"), slashed(id)) : null;
  },
};

// Builds into a fresh folder. Returns it, and how to throw it away.
export async function buildMarkedClient() {
  const vite = createRequire(join(client, "package.json")).resolve("vite");
  const { build } = await import(pathToFileURL(vite.replace(/index\.cjs$/, "dist/node/index.js")).href);
  const folder = mkdtempSync(join(tmpdir(), "tablee-marked-"));
  await build({
    root: client,
    configFile: join(client, "vite.config.ts"),
    plugins: [marking],
    logLevel: "error",
    build: { outDir: folder, emptyOutDir: true, minify: false, reportCompressedSize: false },
  });
  if (!existsSync(join(folder, "index.html"))) {
    throw new Error("the marked client was not built");
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

// In the page, before its scripts: who is mounted now.
export function watchComponents() {
  const mounted = new Map();
  globalThis.tablee_mounted = (name) => {
    mounted.set(name, (mounted.get(name) ?? 0) + 1);
    return () => mounted.set(name, mounted.get(name) - 1);
  };
  globalThis.tablee_components = () => [...mounted].filter(([, count]) => count > 0).map(([name]) => name);
}
