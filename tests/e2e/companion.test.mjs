// Somebody helps Ann on a screen of their own: what that screen does, what it never receives, and how it ends. [P1] to [P3].
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Seat } from "../../deploy/demo/seat.mjs";
import { look } from "./browser.mjs";
import { until } from "./facilitator.mjs";
import { Tablet } from "./screens.mjs";
import { openSmallRoom, said } from "./small_room.mjs";

let room;
let lead;
let ann;
let helper;
// Every frame the helper's screen receives, and every one Ann's tablet sends.
const received = [];
const sent = [];

const button = (page, name) => page.getByRole("button", { name });
const show = (place) => button(helper, new RegExp(`^(Montrer|Ne plus montrer) : ${place}`));
const field = () => ann.getByLabel("Mon idée");
const commands = (name) => sent.filter((frame) => frame[0] === "{").map((frame) => JSON.parse(frame)).filter((frame) => frame.command === name);

function watch(page) {
  page.on("websocket", (socket) => {
    socket.on("framesent", ({ payload }) => page === ann && sent.push(String(payload)));
    socket.on("framereceived", ({ payload }) => page === helper && received.push(String(payload)));
  });
}

// What the polite region said since, each change once.
const listen = (page) =>
  page.evaluate(() => {
    const region = document.getElementById("announce-polite");
    window.heard = [];
    window.listener?.disconnect();
    window.listener = new MutationObserver(() => region.textContent !== "" && window.heard.push(region.textContent));
    window.listener.observe(region, { childList: true });
  });
const heard = (page) => page.evaluate(() => window.heard);

async function propose(words) {
  await helper.getByLabel("Des mots pour : Ann").fill(words);
  await button(helper, /^Proposer$/).click();
  await ann.getByText(words, { exact: true }).waitFor();
}

before(async () => {
  room = await openSmallRoom({ scenario: "reading", bob: "narrow" });
  ({ lead, ann } = room);
  watch(ann);
  await ann.reload();
  await lead.startStep("w1");
  await new Tablet(ann).atStep("Deux idées");
});
after(async () => {
  assert.deepEqual(room.browser.faults, []);
  await room.close();
});

test("[access P3] the helper's screen begins with the card: ask first, wait, do not answer for", async () => {
  await button(ann, "Régler ma tablette").click();
  await button(ann, "Avec quelqu’un").click();
  await button(ann, "C’est bon").click();
  assert.deepEqual(await look(ann, "companion-panel"), []);
  await button(ann, "Lier une tablette").click();
  const code = (await ann.locator(".companion-code").textContent()).replace(/\s/g, "");
  assert.deepEqual(await look(ann, "companion-code"), []);
  helper = await room.browser.device("about:blank", 800, 1280);
  watch(helper);
  await helper.goto(`${room.server.origin}/companion#${code}`);
  assert.deepEqual(await look(helper, "companion-door"), []);
  await button(helper, "Entrer").click();
  await helper.getByRole("heading", { level: 1, name: "Avant d’aider" }).waitFor();
  for (const line of ["Demandez d’abord", "Attendez 10 secondes", "Ne répondez pas à sa place"]) {
    await said(helper, line);
  }
  assert.equal(await helper.getByText("Deux idées").count(), 0, "the card comes before anything of the person's");
  assert.deepEqual(await look(helper, "companion-card"), []);
  await button(helper, "J’ai compris").click();
  await helper.getByRole("heading", { level: 1, name: "Vous aidez Ann" }).waitFor();
  await helper.getByRole("heading", { level: 2, name: "Deux idées" }).waitFor();
});

test("[access P1] the helper reads what Ann types, and points; nothing moves on Ann's screen until she asks", async () => {
  await field().fill("Un gradin");
  await said(helper, "Un gradin");
  await field().focus();
  await ann.evaluate(() => window.scrollTo(0, 300));
  await ann.evaluate(() => new Promise(requestAnimationFrame));
  const field_top = await field().evaluate((each) => each.getBoundingClientRect().top);
  await listen(ann);
  await show("la consigne").click();
  await ann.locator("#place-instruction.place-pointed").getByText("On vous montre ceci").waitFor();
  assert.ok(Math.abs((await field().evaluate((each) => each.getBoundingClientRect().top)) - field_top) < 2, "no jump");
  assert.ok(await field().evaluate((each) => each === document.activeElement), "the focus stays");
  await until(async () => (await heard(ann)).length > 0, "the announcement");
  assert.deepEqual((await heard(ann)).map((each) => each.replace(/\s/g, " ")), ["On vous montre : la consigne"]);
  assert.deepEqual(await look(ann, "companion-pointed"), []);
  await button(ann, "Voir").click();
  assert.equal(await ann.evaluate(() => document.activeElement.id), "place-instruction");
  await ann.getByRole("button", { name: "Cacher", exact: true }).click();
  assert.equal(await ann.locator(".place-pointed").count(), 0);
  await show("la consigne").click();
  await show("la consigne").and(helper.locator("[aria-pressed=false]")).waitFor();
});

test("[access P1] words are proposed; Ann refuses, takes and changes, or sends them; what she sent is marked as helped", async () => {
  await field().focus();
  await listen(ann);
  await propose("Un banc vert");
  assert.equal(await field().inputValue(), "Un gradin");
  assert.ok(await field().evaluate((each) => each === document.activeElement), "a proposal takes no focus");
  await until(async () => (await heard(ann)).some((each) => each.includes("Un banc vert")), "the announcement");
  assert.deepEqual(await look(ann, "companion-proposal"), []);
  assert.deepEqual(await look(helper, "companion-waiting"), []);
  await said(helper, "Vos mots sont proposés. Ann choisit.");
  await button(ann, "Non merci").click();
  await said(helper, "Ann a pris vos mots, ou n’en veut pas.");
  assert.equal(await field().inputValue(), "Un gradin");

  await propose("couvert, à l’ombre");
  await button(ann, "Prendre").click();
  assert.equal(await field().inputValue(), "Un gradin\ncouvert, à l’ombre");
  await field().fill("Un gradin couvert, à l’ombre");
  assert.equal(lead.sections.sorting?.ideas?.length ?? 0, 0, "nothing is sent before she sends it");
  await button(ann, "Envoyer mon idée").click();
  await said(helper, "Un gradin couvert, à l’ombre");

  await propose("Une rampe à l’entrée");
  await button(ann, "Envoyer tel quel").click();
  await said(ann, "Vous avez envoyé toutes vos idées");
  await until(() => commands("submit_idea").length === 2, "two ideas");
  assert.deepEqual(commands("submit_idea").map(({ body }) => body.helped), [true, true]);
  assert.deepEqual(commands("submit_idea").map(({ body }) => body.text), ["Un gradin couvert, à l’ombre", "Une rampe à l’entrée"]);
  assert.equal((await heard(ann)).filter((each) => each.includes("Un banc vert")).length, 1, "said once");
});

test("[access P1] a frozen screen waits for what the helper does, not for the end of the help", async () => {
  await button(ann, "Figer l’écran").click();
  await show("le nom de l’étape").click();
  await until(() => received.some((frame) => frame.includes('"place":"title"')), "the pointing");
  await ann.waitForTimeout(300);
  assert.deepEqual(await ann.locator(".place-pointed").evaluateAll((all) => all.map((each) => each.id)), []);
  await button(ann, "Terminer l’accompagnement").waitFor();
  await button(ann, "Laisser bouger l’écran").click();
  await ann.locator("#place-title.place-pointed").waitFor();
  await show("le nom de l’étape").click();
});

test("[access P2] the vote is read together only when Ann invites, for this vote, and her choice stays with her", async () => {
  await lead.startStep("sort");
  await lead.say("add_cluster", { title: "Venir au stade", ideas: [1] });
  await lead.say("add_cluster", { title: "Voir le match", ideas: [2] });
  await lead.startStep("choose");
  await new Tablet(ann).atStep("Choisir");
  await said(helper, "Le vote est secret. Ann vote sans vous");
  assert.equal(await helper.getByText("Venir au stade").count(), 0);
  assert.deepEqual(await look(helper, "companion-vote-secret"), []);
  await said(ann, "La personne qui vous aide ne voit pas ce vote.");
  await button(ann, "Inviter à lire ce vote avec moi").click();
  await said(helper, "Venir au stade");
  assert.deepEqual(await look(ann, "companion-invited"), []);
  assert.deepEqual(await look(helper, "companion-vote-shared"), []);
  await new Tablet(ann).givePoints("Venir au stade", 2);
  await new Tablet(ann).recorded();
  const controls = await helper.locator("#task").getByRole("button").allTextContents();
  assert.deepEqual(controls.filter((words) => !/ontrer|Cacher le temps/.test(words)), [], "nothing there votes");
  await button(ann, "On lit ce vote avec moi : arrêter").click();
  await said(helper, "Le vote est secret.");
  assert.equal(await helper.getByText("Venir au stade").count(), 0);
  await button(ann, "Inviter à lire ce vote avec moi").click();
  await said(helper, "Venir au stade");
});

test("[access P2] the next vote is secret again; the room refuses a vote from the helper", async () => {
  await lead.say("close_poll", { poll: 1 });
  await lead.say("publish_poll", { poll: 1 });
  await lead.startStep("text");
  await new Tablet(room.tableScreen).atStep("Écrire");
  await room.tableScreen.getByLabel(/^1\. Titre/).first().fill("Un car pour le stade");
  await room.tableScreen.getByLabel(/^1\. Titre/).first().blur();
  await until(() => lead.sections.people.tables.some((each) => each.article_characters > 0), "a title");
  await lead.startStep("vote");
  const { id } = await until(() => lead.sections.counts.polls.find((each) => each.method === "motion"), "the motion");
  await lead.say("open_poll", { poll: id });
  await new Tablet(ann).atStep("Voter");
  await said(helper, "Le vote est secret.");
  assert.equal(await helper.getByText("Un car pour le stade").count(), 0);
  await button(ann, "Inviter à lire ce vote avec moi").click();
  await said(helper, "Un car pour le stade");
  await said(helper, "Je passe");
  await said(helper, "Je ne comprends pas la question");
  assert.deepEqual(await look(helper, "companion-motion"), []);
  await new Tablet(ann).vote("Pour");
  await new Tablet(ann).recorded();
  const code = (await ann.locator(".companion-code").textContent()).replace(/\s/g, "");
  const other = new Seat(room.server.socket, { role: "companion", credential: code });
  await other.welcome;
  const refusal = await other.say("cast_vote", { poll: id, ballot_key: "1".repeat(32), choice: "against" });
  assert.equal(refusal.code, "not_allowed");
  other.close();
});

test("[access P1] [access P2] the helper's screen has received neither Ann's code, nor her settings, nor a ballot", () => {
  assert.ok(received.length > 20, `${received.length} frames were watched`);
  const names = new Set(received.map((frame) => JSON.parse(frame)).filter(({ type }) => type === "section").map(({ name }) => name));
  assert.ok(names.has("helped"));
  for (const own of ["me", "mine", "people", "counts", "desk", "needs", "sorting"]) {
    assert.ok(!names.has(own), own);
  }
  const all = received.join("\n");
  const keys = [...commands("cast_points"), ...commands("cast_vote")].map(({ body }) => body.ballot_key);
  assert.equal(keys.length, 2);
  for (const secret of [room.codeOf((card) => card.person === 1), ...keys, "text_px", "accompanied", '"voted":[', "ballot_key"]) {
    assert.ok(!all.includes(secret), secret);
  }
});

test("[access P3] Ann ends it by one tap, on any screen; the helper's screen says so kindly", async () => {
  await button(ann, "Terminer l’accompagnement").click();
  await said(helper, "C’est fini : merci pour votre aide.");
  assert.deepEqual(await look(helper, "companion-ended"), []);
  assert.equal(await helper.getByText("Vous aidez Ann").count(), 0);
  await button(ann, "Lier une tablette").waitFor();
  assert.equal(await button(ann, "Terminer l’accompagnement").count(), 0);
  await helper.reload();
  await helper.getByLabel("Le code montré par la personne").waitFor();
});
