// What happens over time on a person's tablet: steps that change, a timer that runs out, a line that is cut, many people
// at once. The page's clock is driven by the test; the server and its socket are real.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Seat } from "../../../deploy/demo/seat.mjs";
import { openBrowser } from "../browser.mjs";
import { leadRoom, until } from "../facilitator.mjs";
import { Tablet } from "../screens.mjs";
import { drive } from "../page_time.mjs";
import { RoomServer, command, root } from "../server.mjs";
import { said } from "../small_room.mjs";
import { apart_ms, crowded, forgetHeard, heard, keepsHand, listen, staysStill } from "./moving.mjs";

const minute_ms = 60_000;
const people = 12;
const typed = "Un texte commencé";

let server;
let lead;
let browser;
let page;
let tablet;
let time;
const others = [];

before(async () => {
  server = await new RoomServer(`${root}/tests/transcripts/scenarios/short.json`).start();
  lead = await leadRoom(server);
  for (let table = 1; table <= 4; table += 1) {
    await lead.say("add_table", { title: "" });
  }
  const names = Array.from({ length: people }, (_, i) => ({ name: `Personne ${i + 1}`, table: (i % 4) + 1 }));
  await lead.say("add_people", { people: names });
  const { cards } = JSON.parse((await command("links", server.data, "--json")).stdout);
  browser = await openBrowser(listen);
  page = await browser.device("about:blank", 800, 1280);
  time = await drive(page);
  await page.goto(server.origin);
  tablet = new Tablet(page);
  const seated = cards.filter((card) => card.person !== undefined);
  await tablet.join(seated[0].code);
  for (const card of seated.slice(1)) {
    const seat = new Seat(server.socket, { role: "participant", credential: card.code });
    await seat.welcome;
    others.push(seat);
  }
});

after(async () => {
  await browser.close();
  others.forEach((seat) => seat.close());
  lead.close();
  await server.stop();
});

// Lets what waits to be said be said.
async function hearAll(ms) {
  await time.run(ms);
  return heard(page);
}

test("[access T1] nothing fires by itself at four times the length of the step, and [access T5] the timer is heard three times at most", async () => {
  await lead.startStep("w1");
  await tablet.atStep(/./);
  await page.getByLabel("Mon idée").fill(typed);
  await time.run(2_500);
  await until(() => lead.sections.people.people[0].draft, "the draft on the server");
  await hearAll(2 * apart_ms);
  await forgetHeard(page);
  const planned_ms = lead.sections.step.ends_at_ms - lead.sections.step.started_at_ms;
  assert.equal(planned_ms, 10 * minute_ms);
  assert.deepEqual(await staysStill(page, { ms: 4 * planned_ms, run: time.run, sent: time.sent }), []);
  assert.equal(await page.evaluate(() => document.activeElement.id), "idea");
  const spoken = (await heard(page)).map((each) => each.text);
  assert.ok(spoken.length >= 1 && spoken.length <= 3, spoken.join(" / "));
  assert.match(spoken.at(-1), /temps prévu est écoulé/);
  await said(page, /Le temps prévu est dépassé de \d+ minutes/);
});

test("[access T5] the timer is no live region, says no seconds, and can be hidden", async () => {
  const timer = page.getByRole("timer");
  assert.equal(await timer.getAttribute("aria-live"), "off");
  assert.doesNotMatch(await timer.innerText(), /seconde|:\d\d/);
  await tablet.button("Cacher le temps").click();
  await timer.waitFor({ state: "detached" });
  await tablet.button("Montrer le temps").click();
  await timer.waitFor();
});

test("[access L1] a step that changes leaves the keyboard and the text where they are, is offered, and is heard once", async () => {
  await page.getByLabel("Mon idée").focus();
  await hearAll(2 * apart_ms);
  await forgetHeard(page);
  const kept = await keepsHand(page, async () => {
    await lead.startStep("pause");
    await tablet.button("Y aller").waitFor();
    await page.getByText("Nouvelle étape :").first().waitFor();
    await time.run(minute_ms);
  });
  assert.deepEqual(kept, []);
  assert.equal(await page.getByLabel("Mon idée").inputValue(), typed);
  const spoken = (await heard(page)).filter((each) => each.text.startsWith("Nouvelle étape"));
  assert.equal(spoken.length, 1, JSON.stringify(spoken));
  assert.equal(spoken[0].manner, "polite");
});

test("[access S4] the title of the page names the step and the table", async () => {
  assert.match(await page.title(), /Table 1/);
  assert.ok((await page.title()).startsWith(await page.locator("h1").innerText()));
});

test("[access L4] what others send is counted without a word, and [access L2] everything heard is one at a time, five seconds apart", async () => {
  await tablet.button(/^Envoyer mon idée/).click();
  await tablet.atStep("Pause");
  await lead.startStep("w1");
  await tablet.atStep(/./);
  await hearAll(4 * apart_ms);
  await forgetHeard(page);
  for (const [i, seat] of others.entries()) {
    assert.equal(await seat.say("submit_idea", { step: "w1", text: `Idée ${i}` }), null);
    assert.equal(await seat.say("send_signal", { kind: "slower", anonymous: false }), null);
  }
  await hearAll(minute_ms);
  assert.deepEqual(await heard(page), []);
  // A flood of what has to be heard, among which one thing twice.
  for (const text of ["Un", "Deux", "Trois", "Trois", "Quatre"]) {
    await lead.say("send_message", { text });
  }
  await said(page, "Quatre");
  const spoken = await hearAll(minute_ms);
  assert.deepEqual(crowded(spoken), []);
  assert.ok(spoken.length >= 4, JSON.stringify(spoken));
  assert.equal(new Set(spoken.map((each) => each.text)).size, spoken.length);
});

test("[access L3] a message for my table interrupts, a message for all does not", async () => {
  await forgetHeard(page);
  await lead.say("send_message", { text: "Pour la table une seulement", table: 1 });
  await said(page, "Pour la table une seulement");
  const spoken = await hearAll(2 * apart_ms);
  assert.deepEqual(spoken.map((each) => each.manner), ["assertive"]);
});

test("[access L6] no message goes away by itself, and all stay in a list", async () => {
  await hearAll(10 * minute_ms);
  await said(page, "Pour la table une seulement");
  await tablet.button("J’ai lu").click();
  await page.locator("summary").filter({ hasText: "Messages de l’animateur (6)" }).click();
  assert.ok(await page.locator("details").getByText("Pour la table une seulement").isVisible());
});

test("[access L7] a line that is cut is said in words; typing goes on, and what was sent leaves when it is back", async () => {
  await page.context().setOffline(true);
  await page.evaluate(() => window.dispatchEvent(new Event("offline")));
  await server.kill();
  await said(page, "La liaison est coupée.");
  assert.equal(await page.getByRole("dialog").count(), 0);
  const field = page.getByLabel("Mon idée");
  await field.fill("Écrit sans la salle");
  assert.deepEqual(await keepsHand(page, () => time.run(minute_ms)), []);
  await tablet.button("Envoyer mon idée").click();
  await said(page, "Idée : « Écrit sans la salle »");
  await server.start();
  await page.context().setOffline(false);
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await until(async () => {
    await time.run(2_000);
    return page.getByText("Connecté à la salle.").first().isVisible();
  }, "the line is back");
  await page.getByText("En attente d’envoi").first().waitFor({ state: "detached" });
});

test("[access T8] a tablet handed back keeps neither words, nor settings, nor language", async () => {
  await tablet.button("Facile à lire").click();
  await tablet.button("Régler ma tablette").click();
  await page.getByRole("button", { name: "Voir plus gros" }).click();
  await tablet.button("C’est bon").click();
  await page.getByRole("button", { name: /Rendre/ }).first().click();
  await page.getByRole("dialog").getByRole("button").first().click();
  await page.getByRole("heading", { level: 1, name: "Entrer dans l’atelier" }).waitFor();
  const kept = await page.evaluate(() => JSON.stringify(Object.entries(localStorage)));
  assert.doesNotMatch(kept, /Écrit sans|token|"text_px\\?":32|falc/);
  assert.equal(await page.evaluate(() => document.documentElement.style.fontSize), "125%");
});

test("no page had a fault", () => assert.deepEqual(browser.faults, []));
