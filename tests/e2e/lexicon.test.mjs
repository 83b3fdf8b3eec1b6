// Hard words: marked once where they stand, explained by a touch, read aloud if one likes.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { look } from "./browser.mjs";
import { Tablet } from "./screens.mjs";
import { freshFolder, root } from "./server.mjs";
import { openSmallRoom, said } from "./small_room.mjs";

const explained = (page, word) => page.getByRole("button", { name: `${word}, mot expliqué`, exact: true });
let room;
let ann;

// The programme of the tests, with words of its own.
function withLexicon() {
  const programme = JSON.parse(readFileSync(`${root}/tests/transcripts/scenarios/reading.json`, "utf8"));
  const instruction = { fr: "Écrivez deux idées. Une idée peut nourrir l’avis. Le scrutin vient après.", falc: "Écris deux idées." };
  const steps = programme.steps.map((step) => (step.id === "w1" ? { ...step, instruction } : step));
  const lexicon = [{ word: "idée", forms: ["idées"], meaning: { fr: "Ce à quoi vous pensez. Elle tient en une phrase.", falc: "C’est ce que tu penses." } }];
  const file = join(freshFolder(), "programme.json");
  writeFileSync(file, JSON.stringify({ ...programme, steps, lexicon }));
  return file;
}

before(async () => {
  room = await openSmallRoom({ scenario: withLexicon(), bob: "narrow" });
  ({ ann } = room);
  await room.lead.startStep("w1");
  await new Tablet(ann).atStep(/./);
  await new Tablet(room.bob).atStep(/./);
});
after(() => room.close());

test("[access K4] words of the programme and of the screens are marked, each once, and not by colour alone", async () => {
  for (const word of ["idées", "avis", "scrutin"]) {
    await explained(ann, word).waitFor();
  }
  assert.equal(await ann.locator(".hard-word").count(), 3, "« idée » is marked the first time only");
  assert.equal(await explained(ann, "avis").evaluate((each) => getComputedStyle(each).textDecorationStyle), "dotted");
  const words = await ann.locator(".instruction").first().textContent();
  assert.equal(words.trim(), "Écrivez deux idées. Une idée peut nourrir l’avis. Le scrutin vient après.");
  for (const [page, name] of [[ann, "lexicon-marked"], [room.bob, "lexicon-marked-320"]]) {
    assert.deepEqual(await look(page, name), []);
  }
});

test("[access K4] a touch opens what the word means; it can be heard; closing goes back to the word", async () => {
  await explained(ann, "idées").click();
  const panel = ann.getByRole("dialog", { name: "idée" });
  await panel.getByText("Ce à quoi vous pensez. Elle tient en une phrase.").waitFor();
  const asked = ann.waitForRequest((request) => new URL(request.url()).searchParams.get("text") === "Ce à quoi vous pensez.");
  await panel.getByRole("button", { name: "Écouter : idée" }).click();
  await asked;
  assert.deepEqual(await look(ann, "lexicon-open"), []);
  await panel.getByRole("button", { name: "Fermer" }).click();
  assert.equal(await explained(ann, "idées").evaluate((each) => each === document.activeElement), true);
  await ann.keyboard.press("Enter");
  await panel.waitFor();
  await ann.keyboard.press("Escape");
  await panel.waitFor({ state: "detached" });
});

test("[access K4] in easy reading the meaning is in easy words; a word that is marked can be read aloud in its sentence", async () => {
  await ann.getByRole("button", { name: "Facile à lire" }).click();
  await explained(ann, "idées").click();
  await said(ann, "C’est ce que tu penses.");
  await ann.keyboard.press("Escape");
  await ann.getByRole("button", { name: "Français" }).click();
  await ann.getByRole("button", { name: /^Écouter/ }).first().click();
  await ann.locator("mark.being-read").first().waitFor();
  const words = await ann.locator(".instruction").first().textContent();
  assert.equal(words.trim(), "Écrivez deux idées. Une idée peut nourrir l’avis. Le scrutin vient après.");
});
