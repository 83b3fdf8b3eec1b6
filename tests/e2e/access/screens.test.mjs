// Every screen under every probe, and on a participant's tablet the simple screen it becomes. TABLEE_SCREENS=write,vote looks
// only at the screens whose name holds one of these words.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { isKnown, known } from "./known.mjs";
import { buildMarkedClient, componentFiles, watchComponents } from "./marked_build.mjs";
import { probe } from "./probes/index.mjs";
import { walks } from "./screens.mjs";
import { mayBeSimple, simpleFaults } from "./simple_screen.mjs";
import { take } from "./walk.mjs";

const chosen = (process.env.TABLEE_SCREENS ?? "").split(",").filter((word) => word !== "");
const wanted = (name) => chosen.length === 0 || chosen.some((word) => name.includes(word));
const pictures = process.env.TABLEE_PICTURES;
// Rooms open at the same time.
const side_by_side = 2;

// What each screen had, by its name; and the components that were in it.
const found = new Map();
const opened = new Set();
const names = walks.flatMap((walk) => walk.screens.map((each) => each.name));
let client;

// What each had as a simple screen.
const simply = new Map();

async function look({ name, page, seat }, places) {
  for (const component of await page.evaluate(() => globalThis.tablee_components())) {
    // The console draws the room's screen small, out of reach: it is looked at on its own page.
    if (!component.startsWith("screens/projector/") || name.startsWith("projector/")) {
      opened.add(component);
    }
  }
  if (pictures) {
    mkdirSync(pictures, { recursive: true });
    await page.screenshot({ path: join(pictures, `${name.replace(/[^\w]+/g, "-")}.png`), fullPage: true });
  }
  found.set(name, await probe(page, { seat }));
  if (places !== null && name.startsWith("participant/") && (await mayBeSimple(page))) {
    const first = places.size === 0;
    simply.set(name, await simpleFaults(name, page, places, first));
  }
}

// A walk whose tablets show one thing at a time already is looked at as it is.
function lookFrom(walk) {
  const places = walk.screens.some(({ name }) => name.includes("one thing,")) ? null : new Map();
  return (each) => look(each, places);
}

before(async () => {
  client = await buildMarkedClient();
});
after(() => client.remove());

const waiting = [...walks];
test("every screen is reached and has no fault of its own", async () => {
  const prepare = (context) => context.addInitScript(watchComponents);
  const faults = [];
  const walker = async () => {
    for (let walk = waiting.shift(); walk !== undefined; walk = waiting.shift()) {
      faults.push(...(await take(walk, { wanted, look: lookFrom(walk), web: client.folder, prepare }).catch((problem) => [problem.message])));
    }
  };
  await Promise.all(Array.from({ length: side_by_side }, walker));
  assert.deepEqual(faults, []);
});

for (const name of names.filter(wanted)) {
  test(`${name} [access L2 M1 M2 M3 M7 V5 V6 V9 S1 S2 S3 S4 S5 K9 X2 A2]`, () => {
    assert.ok(found.has(name), "it was not reached");
    assert.deepEqual(found.get(name).filter((fault) => !isKnown(name, fault)), []);
  });
}

test("[access K3] one thing at a time: in every state seven controls at most, four at the same place, nothing lost", { skip: chosen.length > 0 }, () => {
  assert.deepEqual([...simply.values()].flat(), []);
  assert.ok(simply.size > 60, `${simply.size} states were looked at`);
});

test("no known fault is gone", { skip: chosen.length > 0 }, () => {
  const still = ({ screen, fault }) => [...found].some(([name, faults]) => screen.test(name) && faults.some((each) => fault.test(each)));
  assert.deepEqual(known.filter((each) => !still(each)), []);
});

test("no two screens have one name", () => assert.equal(new Set(names).size, names.length));

test("every component is in a screen that was looked at", { skip: chosen.length > 0 }, () => {
  assert.deepEqual(componentFiles().filter((file) => !opened.has(file)), []);
});
