// A step that closes while people write: the lead is asked, people are told and may ask for more, and nothing ends by itself.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { heard, keepsHand, listen } from "./access/moving.mjs";
import { look, openBrowser } from "./browser.mjs";
import { until } from "./facilitator.mjs";
import { drive } from "./page_time.mjs";
import { Tablet } from "./screens.mjs";
import { openSmallRoom, said } from "./small_room.mjs";

const warning = /^Cette étape finit dans à peu près \d+ minutes?\.$/;
const button = (page, name) => page.getByRole("button", { name, exact: true });
let room;
let ann;
let board;

before(async () => {
  room = await openSmallRoom({ scenario: "reading", bob: "narrow", prepare: listen });
  ({ ann } = room);
  board = room.cockpit.page;
  await room.lead.startStep("w1");
  await new Tablet(ann).atStep(/./);
  await new Tablet(room.bob).atStep(/./);
  await ann.getByLabel("Mon idée").fill("Une rampe à l’entrée");
  await until(() => room.lead.sections.people.people[0].draft, "the draft on the server");
});
after(() => room.close());

test("[access T2] ending a step while somebody writes is asked first, with notice of a minute or two beside it", async () => {
  await room.cockpit.press("F");
  await said(board, "1 personne a un texte non envoyé.");
  for (const name of ["Prévenir, et laisser 1 minute", "Prévenir, et laisser 2 minutes", "Attendre", "Terminer maintenant"]) {
    await button(board, name).waitFor();
  }
  assert.deepEqual(await look(board, "closing-asked"), []);
  assert.equal(room.lead.sections.step.status, "running");
});

test("[access T2] [access L1] notice is a sentence that stays, said once; the field in hand and its words are untouched", async () => {
  await ann.getByLabel("Mon idée").focus();
  const moved = await keepsHand(ann, async () => {
    await button(board, "Prévenir, et laisser 1 minute").click();
    await ann.getByText(warning).first().waitFor();
  });
  assert.deepEqual(moved, []);
  const { closing_at_ms } = room.lead.sections.step;
  assert.ok(closing_at_ms - Date.now() > 55_000, "people have a minute");
  const { over, top } = await ann.evaluate(() => {
    const field = document.activeElement.getBoundingClientRect();
    const told = document.querySelector(".new-step").getBoundingClientRect();
    return { over: told.bottom > field.top && told.top < field.bottom, top: told.top };
  });
  assert.equal(over, false, "never over the focused field");
  assert.ok(top >= 0);
  await room.tableScreen.getByText(warning).first().waitFor();
  await room.bob.getByText(warning).first().waitFor();
  for (const [page, name] of [[ann, "closing-told"], [room.bob, "closing-told-320"], [board, "closing-announced"]]) {
    assert.deepEqual(await look(page, name), []);
  }
  await said(board, /^La fin est annoncée dans 0:5\d\./);
  const times = async () => (await heard(ann)).filter(({ text }) => warning.test(text.replaceAll("\u00a0", " "))).length;
  await until(async () => (await times()) === 1, "it is said");
});

test("[access T2] anyone may ask for one minute more, ten times and more; the lead sees how often", async () => {
  for (let asked = 1; asked <= 10; asked += 1) {
    const { closing_at_ms } = room.lead.sections.step;
    await button(asked % 2 === 0 ? room.tableScreen : room.bob, "Encore 1 minute").click();
    await until(() => room.lead.sections.step.closing_at_ms >= closing_at_ms + 60_000, `delay ${asked}`);
  }
  await said(board, "Repoussée 10 fois.");
  await ann.getByText("Cette étape finit dans à peu près 11 minutes.").first().waitFor();
});

test("[access T2] the notice can be taken back, and waits while the room is paused", async () => {
  await room.lead.say("pause_room");
  await ann.getByText(/^Après la pause, l’étape finit dans à peu près 1\d minutes\.$/).first().waitFor();
  assert.equal(await button(ann, "Encore 1 minute").count(), 0);
  await room.lead.say("resume_room");
  await button(board, "Annuler l’annonce").click();
  await until(() => room.lead.sections.step.closing_at_ms === 0, "nothing is announced");
  await ann.locator(".new-step").waitFor({ state: "detached" });
});

test("[access T2] [access T1] at zero nothing ends by itself: both sides are told, and more time can still be asked for", async () => {
  const browser = await openBrowser();
  const page = await browser.device("about:blank", 800, 1280);
  const time = await drive(page);
  await page.goto(`${room.server.origin}/#${room.codeOf((card) => card.person === 2)}`);
  await button(page, "Entrer").click();
  await new Tablet(page).atStep(/./);
  const cockpit = await browser.device("about:blank", 1280, 800);
  const leads = await drive(cockpit);
  await cockpit.goto(`${room.server.origin}/console#${room.server.links.facilitator.token}`);
  await cockpit.locator("#now-title").waitFor();
  await room.lead.say("announce_end", { step: "w1", seconds: 60 });
  await page.getByText(warning).first().waitFor();
  await said(cockpit, /^La fin est annoncée dans/);
  await time.run(64_000);
  await leads.run(64_000);
  await said(page, "L’animateur va finir l’étape.");
  await said(cockpit, "Le temps annoncé est fini : vous pouvez finir.");
  assert.deepEqual(await look(page, "closing-over"), []);
  assert.deepEqual(await look(cockpit, "closing-may-end"), []);
  assert.equal(room.lead.sections.step.status, "running", "only the lead ends it");
  const { closing_at_ms } = room.lead.sections.step;
  await button(page, "Encore 1 minute").click();
  await until(() => room.lead.sections.step.closing_at_ms > closing_at_ms, "one minute more");
  await browser.close();
});
