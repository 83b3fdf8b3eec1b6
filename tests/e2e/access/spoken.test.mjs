// What a screen reader says of the main screens of a half-day, from the top of the page to its end, as text files that people
// read again at each change: spoken/*.txt. The reader follows the specifications; it is none of those people have.
//
// TABLEE_UPDATE_SPOKEN=1 writes the files again.
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { root } from "../server.mjs";
import { walks } from "./screens.mjs";
import { take } from "./walk.mjs";

const folder = join(dirname(fileURLToPath(import.meta.url)), "spoken");
const update = process.env.TABLEE_UPDATE_SPOKEN === "1";
const phrases_max = 400;

const main_screens = [
  "participant/door", "participant/door, wrong code", "participant/welcome", "participant/write",
  "participant/write, a fault and a signal", "participant/write, the step is over", "participant/cluster", "participant/rank",
  "participant/rank, check", "participant/rank, sent", "participant/draft, to read", "participant/draft, to write",
  "participant/vote, choose", "participant/vote, check", "participant/vote, sent and shown", "participant/vote, published",
  "participant/hand over", "table/draft",
];
const fileOf = (name) => `${name.replace(/[^\p{L}\p{N}]+/gu, "-")}.txt`;

// The reader as one script that leaves itself in the page.
async function bundled() {
  const esbuild = createRequire(join(root, "client-web/package.json")).resolve("esbuild");
  const { build } = (await import(pathToFileURL(esbuild).href)).default;
  const { outputFiles } = await build({
    stdin: {
      contents: `import { virtual } from "@guidepup/virtual-screen-reader"; window.reader_of_probe = virtual;`,
      resolveDir: join(root, "tests"),
    },
    bundle: true,
    write: false,
    format: "iife",
    target: "es2020",
    logLevel: "error",
  });
  return outputFiles[0].text;
}

// What changes from one run to the next: hours, minutes left, codes.
const settled = (phrase) =>
  phrase
    .replace(/[\s\u00a0\u202f]+/g, " ")
    .replace(/\d{1,2} h \d{2}/g, "HH h MM")
    .replace(/(environ) \d+ minutes?/g, "$1 N minutes")
    .replace(/[0-9a-f]{32,}/g, "HASH")
    .replace(/[A-Z0-9]{4} [A-Z0-9]{4}/g, "XXXX XXXX")
    .trim();

const read = (page) =>
  page.evaluate(async (most) => {
    const reader = window.reader_of_probe;
    // The reader goes into closed drawers, and into what was announced a moment ago.
    const aside = document.querySelectorAll("details:not([open]) > :not(summary), noscript, .announcer");
    const shown = Array.from(aside).filter((each) => !each.hidden);
    shown.forEach((each) => (each.hidden = true));
    await reader.start({ container: document.body });
    const said = [await reader.lastSpokenPhrase()];
    for (let i = 0; i < most; i += 1) {
      await reader.next();
      const phrase = await reader.lastSpokenPhrase();
      if (phrase === said[0]) {
        break;
      }
      said.push(phrase);
    }
    await reader.stop();
    shown.forEach((each) => (each.hidden = false));
    return said;
  }, phrases_max);

const said = new Map();
let devices = 0;

// The order of the subjects is drawn by each tablet: here always the same.
async function drawAlike(context) {
  devices += 1;
  await context.addInitScript((seed) => {
    let state = seed * 2654435761;
    crypto.getRandomValues = (bytes) => {
      for (let i = 0; i < bytes.length; i += 1) {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        bytes[i] = state >>> 8;
      }
      return bytes;
    };
  }, devices);
}

before(async () => {
  const script = await bundled();
  const [walk] = walks;
  const look = async ({ name, page }) => {
    await page.evaluate(script);
    said.set(name, `${(await read(page)).map(settled).join("\n")}\n`);
  };
  assert.deepEqual(await take(walk, { wanted: (name) => main_screens.includes(name), look, prepare: drawAlike }), []);
});

for (const name of main_screens) {
  test(`[access M7 S4 V5] what is heard of ${name} is what was agreed`, () => {
    const file = join(folder, fileOf(name));
    if (update) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(file, said.get(name));
    }
    assert.ok(existsSync(file), `${file} is not there: TABLEE_UPDATE_SPOKEN=1 writes it, to be read before it is kept`);
    assert.equal(said.get(name), readFileSync(file, "utf8"));
  });
}

test("[access K6] each step says what is done, what goes on and what comes next", () => {
  for (const words of ["Fait :", "Maintenant :", "Ensuite :"]) {
    assert.ok(said.get("participant/write").includes(words), words);
  }
});

test("[access V1] the number of answers is heard with each of them", () => {
  assert.match(said.get("participant/vote, choose"), /radio, Pour, not checked, position 1, set size 2/);
});

test("no file is left from a screen that is not read any more", () => {
  assert.deepEqual(readdirSync(folder).sort(), main_screens.map(fileOf).sort());
});

after(() => said.clear());
