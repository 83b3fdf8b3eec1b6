// Ballots as people meet them: the three answers that are none of the options, the choice heard and hidden, the easy wording.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { look } from "./browser.mjs";
import { until } from "./facilitator.mjs";
import { Tablet } from "./screens.mjs";
import { freshFolder, root } from "./server.mjs";
import { openSmallRoom, said } from "./small_room.mjs";

const answers = ["Je ne sais pas", "Je passe", "Je ne comprends pas la question"];
const button = (page, name) => page.getByRole("button", { name, exact: true });
let room;
let ann;
let bob;

// Where the three stand: under one another, of one size, after every option and before what sends.
async function placeOfThree(page) {
  const boxes = await Promise.all(answers.map((name) => button(page, name).boundingBox()));
  const sizes = new Set(boxes.map(({ width, height }) => `${Math.round(width)} × ${Math.round(height)}`));
  assert.equal(sizes.size, 1, `one size: ${[...sizes]}`);
  assert.equal(new Set(boxes.map(({ x }) => Math.round(x))).size, 1, "one column");
  const tops = boxes.map(({ y }) => y);
  assert.deepEqual(tops, [...tops].sort((one, other) => one - other), "always in this order");
  return { left: boxes[0].x, top: tops[0], bottom: boxes[2].y + boxes[2].height };
}
const below = async (page, locator) => {
  const box = await locator.last().boundingBox();
  return box.y + box.height;
};
const results = (poll) => room.lead.sections.counts.polls.find((each) => each.id === poll);
const closeAndPublish = async (poll) => {
  await room.lead.say("close_poll", { poll, reason: "Tout le monde a voté." });
  await room.lead.say("publish_poll", { poll });
};

// The programme of the tests, whose two votes wait for their easy French.
function waitingForReaders() {
  const programme = JSON.parse(readFileSync(`${root}/tests/transcripts/scenarios/reading.json`, "utf8"));
  const steps = programme.steps.map((step) => (["rank", "vote"].includes(step.kind) ? { ...step, easy_wording: true } : step));
  const easy_readings = [{ steps: ["vote"], readers: 4, readers_from: "Atelier des Tilleuls", on: "2026-03-01" }];
  const file = join(freshFolder(), "programme.json");
  writeFileSync(file, JSON.stringify({ ...programme, steps, easy_readings }));
  return file;
}

before(async () => {
  room = await openSmallRoom({ scenario: waitingForReaders(), bob: "narrow" });
  ({ ann, bob } = room);
  await room.lead.startStep("w1");
  for (const page of [ann, bob]) {
    await new Tablet(page).atStep(/./);
    await new Tablet(page).sendIdea("Une rampe à l’entrée du stade");
    await said(page, /Vous avez envoyé/);
  }
  await room.lead.startStep("sort");
  await room.lead.say("add_cluster", { title: "Venir au stade", ideas: [1] });
  await room.lead.say("add_cluster", { title: "Voir le match", ideas: [2] });
  await room.lead.startStep("choose");
});
after(() => room.close());

test("[access K2] a vote that waits for readers says so, and opens once they are written down", async () => {
  const board = room.cockpit.page;
  await room.cockpit.panel("Votes");
  await said(board, "Ce vote ne peut pas encore s’ouvrir");
  assert.equal(await board.getByRole("button", { name: /^Ouvrir le vote/ }).isDisabled(), true);
  assert.deepEqual(await look(board, "wording-needed"), []);
  await board.getByLabel(/^Le texte facile/).fill("Tu choisis des sujets. Donne des points.");
  await board.getByLabel(/^Nombre de personnes/).fill("trois");
  await board.getByRole("button", { name: /^Garder le texte facile/ }).click();
  await said(board, "Écrivez un nombre, ou rien.");
  await board.getByLabel(/^Nombre de personnes/).fill("3");
  await board.getByLabel(/^Qui sont ces personnes/).fill("Atelier des Tilleuls");
  await board.getByRole("button", { name: /^Garder le texte facile/ }).click();
  await until(() => results(1).readers === 3, "the readers");
  await board.getByRole("button", { name: /^Ouvrir le vote/ }).click();
  await until(() => results(1).status === "open", "the vote");
  await new Tablet(ann).atStep(/./);
  await new Tablet(bob).atStep(/./);
});

test("[access K2] the easy wording is first in easy reading, with the people who read it; one tap away in French", async () => {
  const summary = ann.locator("summary").filter({ hasText: "La question en mots simples" });
  await summary.click();
  await said(ann, "Texte facile à lire, relu par 3 personnes (Atelier des Tilleuls).");
  await summary.click();
  await button(bob, "Facile à lire").click();
  await said(bob, "Tu choisis des sujets. Donne des points.");
  await said(bob, "Texte facile à lire. 3 personnes l’ont relu (Atelier des Tilleuls).");
  assert.deepEqual(await look(bob, "wording-easy-320"), []);
  await bob.getByRole("button", { name: "Français" }).click();
});

test("[access V2] points: three equal answers after the subjects; one who passes casts a ballot without points", async () => {
  for (const page of [ann, bob]) {
    const place = await placeOfThree(page);
    assert.ok(place.top > (await below(page, page.locator(".point-row"))), "after the subjects");
    assert.ok(place.bottom < (await button(page, "Vérifier mon choix").boundingBox()).y, "before what sends");
  }
  await button(ann, "Plus de points pour « Venir au stade »").click();
  await button(ann, "Je passe").click();
  await said(ann, "Est-ce bien votre choix ?");
  await said(ann, "Vous avez choisi : Je passe");
  await said(ann, "Votre vote compte, sans points.");
  assert.deepEqual(await look(ann, "vote-blank-check"), []);
  await button(ann, "Non, modifier").click();
  await said(ann, "Il vous reste");
  await said(ann, /^1 point$/);
  await button(ann, "Je passe").click();
  await button(ann, "Oui, envoyer mon vote").click();
  await said(ann, "Votre vote est enregistré");
});

test("[access V2] a ballot of another kind can be changed until closing, and is found again after a reload", async () => {
  await ann.reload();
  await said(ann, "Votre vote est enregistré");
  await button(ann, "Changer mon vote").click();
  assert.equal(await button(ann, "Je passe").getAttribute("aria-pressed"), "true");
  await button(ann, "Je ne sais pas").click();
  await button(ann, "Oui, envoyer mon vote").click();
  await said(ann, "Votre vote est enregistré");
});

test("[access V2] who does not understand casts nothing: help knows the question, and voting stays possible", async () => {
  await button(bob, "Je ne comprends pas la question").click();
  await said(bob, "Vous pouvez toujours voter.");
  assert.deepEqual(await look(bob, "vote-not-understood"), []);
  const signal = await until(() => room.lead.sections.people.signals.find((each) => each.kind === "not_understood"), "the signal");
  assert.match(signal.about, /^Partagez vos \d+ points$/);
  assert.equal(room.lead.sections.tally.voted, 1, "no ballot of Bob");
  await button(bob, "Je ne comprends pas la question").click();
  await until(() => !room.lead.sections.people.signals.some((each) => each.kind === "not_understood"), "it is taken back");
  await new Tablet(bob).givePoints("Venir au stade", 1);
  await said(bob, "Votre vote est enregistré");
});

test("[access V2] ballots without points are told apart, on tablets and on the room’s screen", async () => {
  await closeAndPublish(1);
  await until(() => results(1).blank, "the count");
  assert.deepEqual(results(1).blank, { abstain: 0, unsure: 1 });
  for (const page of [ann, room.wall]) {
    await said(page, "1 bulletin sans points : 1 ne sait pas.");
  }
  await said(ann, "donné par 1 personne");
});

test("[access V2] a motion: the same three at the same place, counted as abstentions and told apart", async () => {
  await room.lead.startStep("text");
  await new Tablet(ann).atStep(/./);
  await button(ann, "Écrire ici pour la table").click();
  await ann.getByLabel(/^1\. Titre/).first().fill("Un car pour le stade");
  await ann.getByLabel(/^1\. Titre/).first().blur();
  await said(ann, "Gardé");
  await room.lead.startStep("vote");
  await room.lead.say("waive_wording", { poll: 2, reason: "Personne ne pouvait venir." });
  await room.lead.say("open_poll", { poll: 2 });
  await new Tablet(ann).atStep(/./);
  await new Tablet(bob).atStep(/./);
  await ann.getByRole("radio", { name: "Contre" }).waitFor();
  const place = await placeOfThree(ann);
  assert.ok(place.top > (await below(ann, ann.getByRole("radio"))), "after the options");
  await said(ann, "comptent comme des abstentions.");
  assert.deepEqual(await look(ann, "vote-motion"), []);
  assert.deepEqual(await look(bob, "vote-motion-320"), []);
  await ann.getByRole("radio", { name: "Pour" }).check();
  await button(ann, "Je ne sais pas").click();
  await said(ann, "Vous avez choisi : Je ne sais pas");
  await said(ann, "Votre vote compte comme une abstention.");
  await button(ann, "Oui, envoyer mon vote").click();
  await said(ann, "Votre vote est enregistré");
  await bob.getByRole("radio", { name: "Pour" }).waitFor();
  await button(bob, "Je passe").click();
  await button(bob, "Oui, envoyer mon vote").click();
  await said(bob, "Votre vote est enregistré");
});

test("[access K2] without readers there is no mention, and everyone may read why; a step read by people says so", async () => {
  await said(ann, "Personne n’a relu la version facile de ce vote. Raison : Personne ne pouvait venir.");
  assert.equal(await ann.getByText(/Texte facile à lire/).count(), 0);
  await button(ann, "Facile à lire").click();
  await said(ann, "Texte facile à lire. 4 personnes l’ont relu (Atelier des Tilleuls).");
  await ann.getByRole("button", { name: "Français" }).click();
});

test("[access V8] without headphones the choice is read only once the person agreed; once sent it is hidden", async () => {
  const asks = [];
  bob.on("request", (request) => asks.push(new URL(request.url()).searchParams.get("text")));
  await button(bob, "Changer mon vote").click();
  await bob.getByRole("radio", { name: "Contre" }).check();
  await button(bob, "Vérifier mon choix").click();
  await bob.getByRole("button", { name: "Écouter : mon choix" }).click();
  await said(bob, "Sans casque, les personnes près de vous entendent votre choix.");
  assert.deepEqual(await look(bob, "choice-near-320"), []);
  assert.deepEqual(asks.filter((words) => words?.includes("Contre")), [], "nothing is read before they agree");
  const spoken = bob.waitForRequest((request) => (new URL(request.url()).searchParams.get("text") ?? "").includes("Contre"));
  await button(bob, "Lire quand même").click();
  await spoken;
  await button(bob, "Oui, envoyer mon vote").click();
  await said(bob, "Votre vote est enregistré");
  assert.equal(await bob.getByText("Vous avez choisi").count(), 0);
  await button(bob, "Voir mon choix").click();
  await said(bob, "Vous avez choisi : Contre");
  await button(bob, "Cacher mon choix").click();
  assert.equal(await bob.getByText("Vous avez choisi").count(), 0);
});

test("[access V8] who said « J’ai un casque » is read their choice at one tap", async () => {
  await ann.getByRole("button", { name: "Régler ma tablette" }).click();
  await ann.locator("summary").filter({ hasText: "Écouter" }).first().click();
  await ann.getByRole("checkbox", { name: "J’ai un casque" }).check();
  await ann.getByRole("button", { name: "C’est bon" }).click();
  await button(ann, "Changer mon vote").click();
  await ann.getByRole("radio", { name: "Pour" }).check();
  await button(ann, "Vérifier mon choix").click();
  const spoken = ann.waitForRequest((request) => (new URL(request.url()).searchParams.get("text") ?? "").includes("Pour"));
  await ann.getByRole("button", { name: "Écouter : mon choix" }).click();
  await spoken;
  assert.deepEqual(await look(ann, "choice-headphones"), []);
});
