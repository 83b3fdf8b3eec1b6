// The experts' seat: the question being answered, those left to a written answer, what everyone then reads. Each screen is
// looked at, on a tablet and at 320 pixels.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { look } from "./browser.mjs";
import { until } from "./facilitator.mjs";
import { Tablet } from "./screens.mjs";
import { openSmallRoom, said } from "./small_room.mjs";

let room;
let lead;
let experts;

const asked = (page, text) => page.getByRole("article").filter({ hasText: text });

before(async () => {
  room = await openSmallRoom({ scenario: "asking", bob: "narrow" });
  lead = room.lead;
});
after(() => room.close());

test("the card opens the experts' page; without a code it asks for one", async () => {
  experts = await room.browser.device(`${room.server.origin}/expert`, 1024, 768);
  await said(experts, "Le code des experts");
  assert.deepEqual(await look(experts, "experts-door"), []);
  await experts.getByLabel("Le code des experts").fill("AAAA AAAA");
  await experts.getByRole("button", { name: "Entrer" }).click();
  await said(experts, /code/);
  await experts.goto("about:blank");
  await experts.goto(`${room.server.origin}${room.links.expert.path}`);
  await experts.getByRole("button", { name: "Entrer" }).click();
  await said(experts, "Les tables n’ont pas encore posé de question.");
  assert.ok(!experts.url().includes("#"), "the code leaves the address");
  assert.deepEqual(await look(experts, "experts-empty"), []);
  await until(() => lead.sections.presence.experts === 1, "the console counts them");
});

test("they read the question that is called, and write under it for everyone", async () => {
  await lead.startStep("collect");
  for (const [page, words] of [[room.ann, "Qui paie le car ?"], [room.bob, "Et les transports ?"]]) {
    await new Tablet(page).atStep(/./);
    await page.getByLabel("Une question de notre table").fill(words);
    await page.getByRole("button", { name: "Envoyer la question" }).click();
  }
  await asked(experts, "Et les transports ?").waitFor();
  assert.equal(await experts.getByRole("button", { name: /^Répondre par écrit/ }).count(), 0);
  await lead.startStep("reply");
  await lead.say("call_question", { question: 1 });
  await said(experts, "On répond à la question de");
  const card = asked(experts, "Qui paie le car ?");
  await card.getByRole("button", { name: /^Répondre par écrit/ }).click();
  await card.getByRole("button", { name: "Envoyer la réponse" }).click();
  await said(experts, "Il faut d’abord écrire la réponse.");
  await card.getByLabel("La réponse", { exact: true }).fill("Le département paie le car.");
  await experts.reload();
  assert.equal(await card.getByLabel("La réponse", { exact: true }).inputValue(), "Le département paie le car.");
  await card.getByLabel(/facile à lire/).fill("Le car est gratuit.");
  await card.getByLabel("La source").fill("Règlement 2026, article 4");
  assert.deepEqual(await look(experts, "experts-writing"), []);
  await card.getByRole("button", { name: "Envoyer la réponse" }).click();
  await said(room.wall, "Le car est gratuit.");
  assert.deepEqual(await look(room.wall, "projector-answer"), []);
  await lead.say("finish_answer", { question: 1 });
  await said(room.ann, "Règlement 2026, article 4");
  assert.deepEqual(await look(room.ann, "tablet-answer"), []);
  await said(room.tableScreen, "Réponse écrite des experts");
  assert.deepEqual(await look(room.tableScreen, "table-answer"), []);
  await room.bob.getByText("La réponse écrite des experts (1)").click();
  await said(room.bob, "Le département paie le car.");
  assert.deepEqual(await look(room.bob, "narrow-answers"), []);
});

test("what was left to them is listed first; an answer is corrected, taken back, and nothing typed is lost", async () => {
  await lead.say("defer_question", { question: 2 });
  await said(experts, "1 question attend une réponse par écrit");
  assert.deepEqual(await look(experts, "experts-to-write"), []);
  const card = asked(experts, "Et les transports ?");
  await card.getByRole("button", { name: /^Répondre par écrit/ }).click();
  await card.getByLabel("La réponse", { exact: true }).fill("Deux bus de plus.");
  await room.server.kill();
  await card.getByRole("button", { name: "Envoyer la réponse" }).click();
  await room.server.start();
  await said(experts, "Deux bus de plus.");
  await card.getByRole("button", { name: /^Corriger la réponse/ }).waitFor();
  await card.getByRole("button", { name: /^Retirer la réponse/ }).click();
  assert.equal(await card.getByLabel("La réponse", { exact: true }).inputValue(), "Deux bus de plus.");
  await until(async () => (await card.getByText("Réponse écrite plus tard").count()) === 1, "the question waits again");
});

test("the console prints their card and reads what they wrote", async () => {
  await room.cockpit.panel("Questions");
  await room.cockpit.page.getByText("Le département paie le car.").first().waitFor({ state: "attached" });
  await room.cockpit.panel("Cartes");
  await room.cockpit.page.getByLabel("La carte des experts").check();
  await said(room.cockpit.page, "Une seule carte pour tous les experts.");
  assert.deepEqual(await look(room.cockpit.page, "console-experts-card"), []);
});
