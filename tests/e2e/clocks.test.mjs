// Clocks that are not the room's, what the programme proposes, the committee that sorts, and the night: each looked at on
// the screens of those concerned.
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
  room = await openSmallRoom({ scenario: "clocks", table: 2 });
  ({ lead, cockpit, ann, bob, tableScreen, wall } = room);
});
after(() => room.close());

test("the console says what the programme proposes, and a key accepts it", async () => {
  await lead.startStep("door");
  await said(cockpit.page, "Assez de personnes sont là.");
  assert.ok(await cockpit.page.evaluate(() => document.documentElement.scrollHeight <= 800), "the cockpit fits its screen");
  assert.deepEqual(await look(cockpit.page, "console-way-out"), []);
  await cockpit.press("Enter");
  await until(() => lead.sections.step.id === "w1", "the writing step");
});

test("one table has more time, another stands still, and their screens say so", async () => {
  await cockpit.panel("Salle");
  await cockpit.page.getByRole("button", { name: /^Pause ici.*Table 2$/ }).click();
  await said(bob, "Votre table est en pause.");
  await said(tableScreen, "Votre table est en pause.");
  assert.equal(await ann.getByText("Votre table est en pause.").count(), 0);
  assert.deepEqual(await look(bob, "tablet-table-paused"), []);
  assert.deepEqual(await look(tableScreen, "table-paused"), []);
  await cockpit.page.getByRole("button", { name: /^Repartir.*Table 2$/ }).click();
  await lead.say("extend_table", { step: "w1", table: 1, minutes: 4 });
  await said(ann, "Votre table a 4 minutes de plus.");
  assert.deepEqual(await look(cockpit.page, "console-table-time"), []);
});

test("who needs more time keeps writing when the others go on", async () => {
  await bob.getByRole("button", { name: "Régler ma tablette" }).click();
  await bob.getByText("Temps pour écrire, répondre et voter").first().click();
  await bob.getByRole("button", { name: "Sans limite" }).click();
  await until(async () => (await bob.getByRole("button", { name: "Sans limite" }).getAttribute("aria-pressed")) === "true", "pressed");
  assert.deepEqual(await look(bob, "tablet-pace"), []);
  await bob.getByRole("button", { name: "C’est bon" }).click();
  await ann.getByLabel("Mon idée").fill("Un vestiaire");
  await ann.getByRole("button", { name: /^Envoyer/ }).click();
  await lead.startStep("sort");
  await said(bob, "Prenez votre temps.");
  await bob.getByLabel("Mon idée").fill("Une rampe");
  await bob.getByRole("button", { name: /^Envoyer/ }).click();
  await until(() => lead.sections.sorting.ideas.length === 2, "the idea sent later");
});

test("a member of the committee sorts on their tablet; an author says where their idea belongs", async () => {
  await lead.say("set_committee", { step: "sort", people: [1] });
  await ann.getByLabel("Nom d’un nouveau groupe d’idées").fill("Le lieu");
  await ann.getByRole("button", { name: "Créer ce groupe" }).click();
  await ann.getByRole("heading", { name: "Le lieu" }).last().waitFor();
  await ann.getByLabel("Ranger dans").first().selectOption({ label: "Le lieu" });
  await until(() => lead.sections.sorting.ideas.some((idea) => idea.cluster === 1), "an idea in its group");
  assert.deepEqual(await look(ann, "tablet-committee"), []);
  await lead.say("move_idea", { idea: 2, cluster: 1 });
  await bob.getByRole("button", { name: "Y aller" }).click();
  await bob.getByText(/^Mes idées et ce qu’elles deviennent/).click();
  await bob.getByRole("button", { name: /^Elle n’est pas à sa place/ }).click();
  await bob.getByLabel(/Où la mettre/).fill("Entrer n’est pas le lieu.");
  assert.deepEqual(await look(bob, "tablet-contest"), []);
  await bob.getByRole("button", { name: "Le dire à l’équipe" }).click();
  await cockpit.panel("Idées");
  await said(cockpit.page, "Entrer n’est pas le lieu.");
  assert.deepEqual(await look(cockpit.page, "console-contested"), []);
});

test("at night the screens say when the room meets again, and the console that nothing has changed", async () => {
  await lead.startStep("night");
  await said(ann, "On reprend demain à 9 h 00.");
  await said(wall, "On reprend demain à 9 h 00");
  assert.deepEqual(await look(ann, "tablet-night"), []);
  assert.deepEqual(await look(wall, "projector-night"), []);
  await lead.startStep("morning");
  await cockpit.panel("Déroulé");
  await said(cockpit.page, /rien n’a changé du soir au matin/);
  assert.deepEqual(await look(cockpit.page, "console-morning"), []);
});
