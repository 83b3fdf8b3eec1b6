// Each requirement of accessibility is held by a test that names it, or checked by people, or said not to be there yet.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { root } from "../server.mjs";
import { not_yet, requirements } from "./requirements.mjs";

const ids = Object.keys(requirements);

// Where tests are, and how one gives its name there.
const places = [
  { folder: "tests/e2e", ends: ".test.mjs", name: /\b(?:test|it)\(\s*([`"'].*)/g },
  { folder: "client-web", ends: ".test.ts", name: /\b(?:test|it|describe)\(\s*([`"'].*)/g },
  { folder: "tests/unit", ends: "_test.cpp", name: /TEST_CASE\(\s*(".*)/g },
  { folder: "tests/transcripts", ends: ".transcript", name: /^# title: (.*)/gm },
];

function named_in_tests() {
  const found = new Map();
  for (const { folder, ends, name } of places) {
    const files = readdirSync(join(root, folder), { recursive: true })
      .map(String)
      .filter((file) => file.endsWith(ends) && !file.includes("node_modules"));
    for (const file of files) {
      for (const [, words] of readFileSync(join(root, folder, file), "utf8").matchAll(name)) {
        for (const [, list] of words.matchAll(/\[access ((?:[A-Z]\d ?)+)\]/g)) {
          list.trim().split(" ").forEach((id) => found.set(id, `${folder}/${file}`));
        }
      }
    }
  }
  return found;
}

// A check is a heading that gives the ids, and at least one line of what to do.
function checked_by_people() {
  const text = readFileSync(join(root, "tests/e2e/access/HUMAN_CHECKS.md"), "utf8");
  const parts = text.split(/^## /m).slice(1);
  return new Map(
    parts.flatMap((part) => {
      const [heading, ...lines] = part.split("\n");
      const list = /^((?:[A-Z]\d,? ?)+): /.exec(heading)?.[1] ?? "";
      const todo = lines.filter((line) => /^\d+\. /.test(line)).length;
      return Array.from(list.matchAll(/[A-Z]\d/g), ([id]) => [id, todo]);
    }),
  );
}

const tested = named_in_tests();
const checked = checked_by_people();

test("there are seventy-six", () => assert.equal(ids.length, 76));

test("each is tested, checked by people, or said to be missing", () => {
  assert.deepEqual(ids.filter((id) => !tested.has(id) && !checked.has(id) && !(id in not_yet)), []);
});

test("none is said to be missing that has a test or a check", () => {
  assert.deepEqual(Object.keys(not_yet).filter((id) => tested.has(id) || checked.has(id)), []);
});

test("no test, check or list names a requirement that does not exist", () => {
  const named = [...tested.keys(), ...checked.keys(), ...Object.keys(not_yet)];
  assert.deepEqual(named.filter((id) => !ids.includes(id)), []);
});

test("each check by people says what to do", () => {
  assert.deepEqual([...checked].filter(([, todo]) => todo === 0), []);
});
