// Things that have each their time: a question, what is debated, a vote; on the tablet, the room's screen and the console.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { look } from "./browser.mjs";
import { until } from "./facilitator.mjs";
import { openSmallRoom, said } from "./small_room.mjs";

let room;
let lead;
let cockpit;
let ann;
let bob;
let wall;
let tableScreen;

before(async () => {
  room = await openSmallRoom({ scenario: "pieces", bob: "narrow" });
  ({ lead, cockpit, ann, bob, tableScreen, wall } = room);
});
after(() => room.close());

// The console has had its answer: the button says what comes next, and can be pressed again.
const answered = (name) => cockpit.page.locator("button:not([aria-disabled])").filter({ hasText: name }).waitFor();

test("the question called has its number and its time, on every screen", async () => {
  await lead.startStep("collect");
  for (const text of ["Qui paie ?", "Quand ?"]) {
    await ann.getByLabel("Une question de notre table").fill(text);
    await ann.getByRole("button", { name: "Envoyer la question" }).click();
    await said(ann, text);
  }
  await lead.startStep("reply");
  await said(cockpit.page, "Il en reste 2, de 2 min 30 s chacun : 5 min en tout.");
  await cockpit.press("D");
  await said(bob, "Question 1 sur 2");
  await said(wall, "Question 1 sur 2");
  await said(tableScreen, "Question 1 sur 2");
  await said(cockpit.page, "Question 1 sur 2");
  assert.ok(await cockpit.page.evaluate(() => document.documentElement.scrollHeight <= 800), "the cockpit fits its screen");
  assert.deepEqual(await look(cockpit.page, "console-item"), []);
  assert.deepEqual(await look(wall, "wall-item-question"), []);
  assert.deepEqual(await look(bob, "narrow-item-question"), []);
});

test("the lead goes from one thing debated to the next by key, and back by undo", async () => {
  // Five minutes for four things of two: the console says what is missing, and what each may take.
  await lead.say("change_plan", { durations: [{ step: "debate", minutes: 5 }], dropped: [], restored: [], reason: "Retard." });
  await lead.startStep("debate");
  await said(cockpit.page, "Il manque 3 min pour finir à l’heure. Sans rallonge, comptez 1 min 10 s pour chacun.");
  assert.ok(await cockpit.page.evaluate(() => document.documentElement.scrollHeight <= 800), "the cockpit fits its screen");
  assert.deepEqual(await look(cockpit.page, "console-items-short"), []);
  await said(cockpit.page, "Commencer le point 1");
  await cockpit.press("K");
  await said(ann, "Point 1 sur 4");
  await answered("Passer au point 2");
  await cockpit.press("K");
  await said(ann, "Point 2 sur 4");
  await answered("Passer au point 3");
  const endsAt = lead.sections.step.items.ends_at_ms;
  await cockpit.press("K");
  await said(wall, "Point 3 sur 4");
  await answered("Passer au point 4");
  await cockpit.press("Z");
  await said(wall, "Point 2 sur 4");
  assert.equal(lead.sections.step.items.ends_at_ms, endsAt, "with the time it had");
  await lead.say("pause_room", {});
  await until(() => cockpit.button(/^Passer au point 3/).isDisabled(), "no next thing while the room is paused");
  assert.deepEqual(await look(ann, "tablet-item-paused"), []);
  await lead.say("resume_room", {});
});

test("a vote has its number and its time from its opening", async () => {
  await lead.startStep("text");
  await tableScreen.getByLabel("Titre").fill("Un vestiaire");
  await until(() => lead.sections.people.tables.some((table) => table.article_characters > 0), "the article");
  await lead.startStep("vote");
  await lead.say("open_poll", { poll: 1 });
  await said(ann, "Vote 1 sur 1");
  await said(wall, "Vote 1 sur 1");
  assert.deepEqual(await look(wall, "wall-item-vote"), []);
  assert.deepEqual(await look(ann, "tablet-item-vote"), []);
});
