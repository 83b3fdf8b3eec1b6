// What each person does alone: reads ideas drawn for them, chooses a subject, says how urgent each article is. Each screen
// is looked at, on a tablet and at 320 pixels.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { look } from "./browser.mjs";
import { until } from "./facilitator.mjs";
import { Tablet } from "./screens.mjs";
import { openSmallRoom, said } from "./small_room.mjs";

let room;
let lead;
let cockpit;
let ann;
let bob;
let wall;
let tableScreen;

const goTo = async (page, title) => new Tablet(page).atStep(title);

before(async () => {
  room = await openSmallRoom({ scenario: "wishing", bob: "narrow" });
  ({ lead, cockpit, ann, bob, tableScreen, wall } = room);
  await lead.startStep("w1");
  for (const [page, idea] of [[ann, "Un gradin couvert"], [bob, "Une rampe à l’entrée"]]) {
    await goTo(page, /Deux idées/);
    await page.getByLabel("Mon idée").fill(idea);
    await page.getByRole("button", { name: /^Envoyer/ }).click();
  }
  await until(() => lead.sections.people.people.every((row) => row.active), "two ideas");
});

after(() => room.close());

test("a person reads ideas of other tables on their own tablet, and says what they think of each", async () => {
  await lead.startStep("alone");
  await goTo(ann, "Lire seul");
  await said(ann, "Une rampe à l’entrée");
  await ann.getByRole("button", { name: "C’est ça : Une rampe à l’entrée" }).click();
  await said(ann, "Ce que vous en avez dit");
  assert.deepEqual(await look(ann, "tablet-read-alone"), []);
  await goTo(bob, "Lire seul");
  await said(bob, "Un gradin couvert");
  assert.deepEqual(await look(bob, "narrow-read-alone"), []);
  await said(tableScreen, "Chacun lit sur sa propre tablette.");
  assert.deepEqual(await look(tableScreen, "table-read-alone"), []);
});

test("subjects are chosen by taps, changed by taps, and the lead sees how many have chosen", async () => {
  await lead.startStep("sort");
  await lead.say("add_cluster", { title: "Le stade", ideas: [1] });
  await lead.say("add_cluster", { title: "Entrer", ideas: [2] });
  await lead.startStep("choose");
  await goTo(bob, "Choisir");
  await new Tablet(bob).givePoints("Entrer", 2);
  await goTo(ann, "Choisir");
  await new Tablet(ann).givePoints("Le stade", 1);
  await until(() => lead.sections.tally.voted === 2, "two ballots");
  await lead.say("close_poll", { poll: 1 });
  await lead.say("publish_poll", { poll: 1 });
  await lead.startStep("wish");
  await goTo(ann, "Choisir son sujet");
  assert.deepEqual(await look(ann, "tablet-wishes-empty"), []);
  await ann.getByRole("button", { name: "Entrer" }).click();
  await ann.getByRole("button", { name: "Choix 1 : Entrer" }).waitFor();
  await said(ann, "Vos choix sont enregistrés.");
  await until(() => lead.sections.tally.wishes === 1, "one wish");
  assert.deepEqual(await look(ann, "tablet-wishes"), []);
  await ann.getByRole("button", { name: "Choix 1 : Entrer" }).click();
  await ann.getByRole("button", { name: "Tous les sujets me vont" }).click();
  await until(
    async () => (await ann.getByRole("button", { name: "Tous les sujets me vont" }).getAttribute("aria-pressed")) === "true",
    "any subject",
  );
  await goTo(bob, "Choisir son sujet");
  await bob.getByRole("button", { name: "Le stade" }).click();
  await bob.getByRole("button", { name: "Choix 1 : Le stade" }).waitFor();
  assert.deepEqual(await look(bob, "narrow-wishes"), []);
  await said(wall, "2 personnes sur 2 ont choisi leur sujet");
  assert.deepEqual(await look(wall, "projector-wishes"), []);
  await said(cockpit.page, "Ont choisi leur sujet : 2");
  assert.deepEqual(await look(cockpit.page, "console-wishes"), []);
});

test("a choice made without a line is kept, and leaves when it is back", async () => {
  await ann.context().setOffline(true);
  await ann.getByRole("button", { name: "Entrer" }).click();
  await ann.getByRole("button", { name: "Choix 1 : Entrer" }).waitFor();
  await said(ann, "Vos choix partent dès que la connexion revient.");
  await ann.context().setOffline(false);
  await said(ann, "Vos choix sont enregistrés.");
});

test("tables are composed by what people chose", async () => {
  await lead.startStep("text");
  await until(() => lead.sections.people.tables.every((row) => row.article_subject !== ""), "a subject at each table");
  const table_of = (id) => lead.sections.people.people.find((row) => row.id === id).table;
  const subject_of = (id) => lead.sections.people.tables.find((row) => row.id === table_of(id)).article_subject;
  assert.equal(subject_of(1), "Entrer");
  assert.equal(subject_of(2), "Le stade");
  await goTo(ann, /Écrire/);
  await said(ann, "Entrer");
  assert.deepEqual(await look(ann, "tablet-wished-subject"), []);
  await ann.getByRole("button", { name: "Écrire ici pour la table" }).click();
  await ann.getByLabel(/^1\. Titre/).first().fill("Une porte pour tous");
  await ann.getByLabel(/^1\. Titre/).first().blur();
  await until(() => lead.sections.people.tables.some((row) => row.article_characters > 0), "an article begun");
});

test("at night a committee writes on, and leaves open what the room has to settle", async () => {
  await lead.startStep("night");
  await goTo(bob, "Nuit");
  await bob.getByRole("button", { name: "Participer" }).click();
  await bob.getByText(/^Article 1/).first().click();
  const heading = bob.getByLabel(/^1\. Titre/).first();
  await heading.fill("Une porte, large, pour tous");
  await heading.blur();
  await bob.getByLabel("À trancher par la salle").first().fill("Large de combien ?");
  await bob.getByRole("button", { name: "Laisser à la salle" }).click();
  await said(bob, "La salle le lira.");
  assert.deepEqual(await look(bob, "narrow-committee-drafts"), []);
  await cockpit.panel("Avis");
  await said(cockpit.page, "1 personne sur 2 écrit depuis sa tablette.");
  assert.deepEqual(await look(cockpit.page, "console-committee-drafts"), []);
  await until(
    () => lead.sections.people.tables.some((row) => row.article_characters > "Une porte pour tous".length),
    "the new title",
  );
  await lead.startStep("urgent");
  await cockpit.panel("Avis");
  await cockpit.page.getByText(/^Article 1.*large/).first().click();
  await said(cockpit.page, "À trancher : Large de combien ?");
  await said(cockpit.page, "Le texte d’avant : Écrire");
  await said(cockpit.page, "Une porte pour tous");
  assert.deepEqual(await look(cockpit.page, "console-avis-before"), []);
  await cockpit.panel("Déroulé");
  await said(cockpit.page, /le comité a écrit/);
  await lead.say("show_scene", { scene: "avis", message: "" });
  await said(wall, "À trancher : Large de combien ?");
  assert.deepEqual(await look(wall, "projector-to-settle"), []);
});

test("each article is asked about", async () => {
  await goTo(ann, /Le plus urgent/);
  await said(ann, /Une porte, large, pour tous\. Est-ce urgent/);
  assert.deepEqual(await look(ann, "tablet-urgent"), []);
});

test("who needs more time answers when the others have gone on, and finds the questionnaire again", async () => {
  await ann.getByRole("button", { name: "Régler ma tablette" }).click();
  await ann.getByText("Temps pour écrire, répondre et voter").first().click();
  await ann.getByRole("button", { name: "Sans limite" }).click();
  await until(
    async () => (await ann.getByRole("button", { name: "Sans limite" }).getAttribute("aria-pressed")) === "true",
    "her own time",
  );
  await ann.getByRole("button", { name: "C’est bon" }).click();
  await lead.say("end_step", { step: "urgent" });
  await said(ann, "Prenez votre temps.");
  await ann.getByRole("radio").first().check();
  await ann.getByRole("button", { name: "Envoyer mes réponses" }).click();
  await until(() => lead.sections.measure.sheets.at(-1).sheets === 1, "her answers");
});
