// The tablet for hands that need it otherwise: a whole atelier with one key, a vote with two, a vote with a pointer that
// rests, and touches that are filtered. [M3] to [M6].
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Seat } from "../../deploy/demo/seat.mjs";
import { look, openBrowser } from "./browser.mjs";
import { leadRoom, until } from "./facilitator.mjs";
import { drive } from "./page_time.mjs";
import { RoomServer, command, root } from "./server.mjs";
import { said } from "./small_room.mjs";
import { Switches, offered } from "./switches.mjs";

const people = ["Ann", "Bob", "Cléo", "Driss"];
let server;
let lead;
let table;
let browser;
let codes;
// Ann's tablet and hand; her page's time is driven, so that nobody waits for scanning, and a slow machine misses nothing.
let ann;
let one;
let anns_time;

// A tablet whose settings were chosen before, opened by the QR link of a card.
async function tabletOf(person, settings, prepare = async () => {}) {
  const page = await browser.device(`${server.origin}/icon.svg`, 800, 1280);
  await prepare(page);
  await page.evaluate((kept) => localStorage.setItem("tablee.profile", kept), JSON.stringify(settings));
  await page.goto(`${server.origin}/#${codes[person]}`);
  await page.getByRole("button", { name: "Entrer" }).waitFor();
  return page;
}
// A first step opens by itself; a later one is offered, and chosen like anything else.
async function follow(hand, title) {
  const there = hand.page.getByRole("heading", { level: 1, name: title });
  await there.or(hand.page.getByRole("button", { name: "Y aller" })).first().waitFor();
  if ((await there.count()) === 0) {
    await hand.choose("Y aller");
  }
  await there.waitFor();
}

// Names of buttons that stand more than once on the screen; behind a question nothing can be pressed.
const namedTwice = (page) =>
  page.evaluate(() => {
    const place = document.querySelector("[aria-modal]") === null ? "button" : "[aria-modal] button, .scan-bar button";
    const shown = [...document.querySelectorAll(place)].filter((each) => each.getClientRects().length > 0);
    const names = shown.map((each) => (each.getAttribute("aria-label") ?? each.textContent).trim());
    return names.filter((name, i) => names.indexOf(name) !== i);
  });

// One finger on the page, down and up, as the device sends it.
async function fingerOf(page, wait = (ms) => page.waitForTimeout(ms)) {
  const device = await page.context().newCDPSession(page);
  await device.send("Emulation.setTouchEmulationEnabled", { enabled: true, maxTouchPoints: 1 });
  const send = (type, touchPoints) => device.send("Input.dispatchTouchEvent", { type, touchPoints });
  return async (place, ms) => {
    await place.scrollIntoViewIfNeeded();
    const { x, y, width, height } = await place.boundingBox();
    await send("touchStart", [{ x: x + width / 2, y: y + height / 2 }]);
    await wait(ms);
    await send("touchEnd", []);
  };
}

before(async () => {
  server = await new RoomServer(`${root}/tests/transcripts/scenarios/short.json`).start();
  lead = await leadRoom(server);
  await lead.say("add_table", { title: "" });
  await lead.say("add_table", { title: "" });
  await lead.say("add_people", { people: people.map((name, i) => ({ name, table: 1 + (i % 2) })) });
  const { cards } = JSON.parse((await command("links", server.data, "--json")).stdout);
  codes = Object.fromEntries(people.map((name, i) => [name, cards.find((card) => card.person === i + 1).code]));
  const { code } = cards.find((card) => card.table === 1 && card.person === undefined);
  table = new Seat(server.socket, { role: "table", credential: code });
  await table.welcome;
  browser = await openBrowser();
});
after(async () => {
  assert.deepEqual(browser.faults, []);
  await browser.close();
  table.close();
  lead.close();
  await server.stop();
});

test("[access M5] [access M7] one key: join by the card, read, write an idea, share points, vote", async () => {
  ann = await tabletOf("Ann", { scan_sound: true }, async (page) => (anns_time = await drive(page)));
  const page = ann;
  one = new Switches(page, { wait: anns_time.run });
  await one.hold();
  await page.locator("[data-scan-at]").first().waitFor();
  await one.choose("Entrer");
  await said(page, "Bonjour Ann");
  assert.deepEqual((await offered(page)).kind, "group", "scanning begins again at the groups of the new screen");
  await one.choose("Le programme");
  await said(page, "Deux idées");
  assert.deepEqual(await look(page, "scanning"), []);
  assert.deepEqual(await namedTwice(page), []);

  await lead.startStep("w1");
  await follow(one, "Deux idées");
  await one.choose("Mon idée");
  await one.write("Eau");
  assert.deepEqual(await look(page, "letters"), []);
  assert.deepEqual(await namedTwice(page), []);
  await one.choose(/^Envoyer mon idée/);
  await said(page, "Vous avez envoyé 1 idée");

  // A step that begins while the letters are open takes nothing away.
  await one.choose("Mon idée");
  await one.write("e");
  await lead.startStep("sort");
  await page.getByRole("button", { name: "Y aller" }).waitFor();
  await one.choose("Retour");
  assert.equal(await page.getByLabel("Mon idée").inputValue(), "E");
  const idea = (await until(() => lead.sections.sorting?.ideas.find(({ text }) => text === "Eau"), "the idea")).id;
  await lead.say("add_cluster", { title: "Accueil", ideas: [idea] });
  await lead.startStep("choose");
  await follow(one, "Choisir");
  await one.choose(/^Plus de points pour/);
  await one.choose("Vérifier mon choix");
  await one.choose("Oui, envoyer mon vote");
  await said(page, "Votre vote est enregistré");

  assert.equal(await page.evaluate(() => document.activeElement.tagName), "BODY", "scanning leaves the focus nowhere");

  await lead.startStep("text");
  await until(() => table.sections.table?.article, "the article");
  const article = table.sections.table.article.id;
  assert.equal(await table.say("edit_article", { article, field: "title", text: "Ensemble", revision: 0 }), null);
  await lead.startStep("vote");
  await follow(one, "Voter");
  const poll = await until(() => lead.sections.counts?.polls.find((each) => each.method === "motion"), "the motion");
  await lead.say("open_poll", { poll: poll.id });
  await one.choose(/^Pour$/);
  await one.choose("Vérifier mon choix");
  await one.choose("Oui, envoyer mon vote");
  await said(page, "Votre vote est enregistré");
});

test("[access M5] a switch kept down for three seconds, or a finger, opens the way to stop; fingers then work as usual", async () => {
  const page = ann;
  await one.hold();
  await page.getByRole("heading", { name: "Arrêter les contacteurs ?" }).waitFor();
  assert.deepEqual(await namedTwice(page), []);
  await page.getByRole("button", { name: "Continuer" }).click();
  await page.getByRole("heading", { name: "Arrêter les contacteurs ?" }).waitFor({ state: "detached" });
  // A touch anywhere is the switch: on the page it presses nothing where it falls.
  const drawer = page.locator("summary", { hasText: "Le programme" });
  const open = await drawer.evaluate((summary) => summary.parentElement.open);
  const press = await fingerOf(page, anns_time.run);
  await press(drawer, 50);
  assert.equal(await drawer.evaluate((summary) => summary.parentElement.open), open);
  await press(drawer, 3_200);
  await page.getByRole("button", { name: "Arrêter les contacteurs" }).last().click();
  await page.locator(".scan-bar").waitFor({ state: "detached" });
  assert.equal(await page.locator("[data-scan-at]").count(), 0);
  await press(drawer, 50);
  await until(async () => (await drawer.evaluate((summary) => summary.parentElement.open)) !== open, "the drawer");
});

test("[access M5] two switches: one goes to the next, the other chooses, and nothing moves by itself", async () => {
  const page = await tabletOf("Bob", { scanning: "two_switches" });
  const two = new Switches(page, { choose: "Enter", advance: "2" });
  await page.locator("[data-scan-at]").first().waitFor();
  await two.choose("Entrer");
  await follow(two, "Voter");
  await two.choose(/^Contre$/);
  const before = await offered(page);
  await page.waitForTimeout(2_500);
  assert.deepEqual(await offered(page), before);
  await two.choose("Vérifier mon choix");
  await two.choose("Oui, envoyer mon vote");
  await said(page, "Votre vote est enregistré");
});

test("[access M6] a pointer that rests votes, shows how long, and presses nothing twice nor in the zone of rest", async () => {
  const page = await tabletOf("Cléo", { dwell_ms: 600, still: true });
  const rest = async (place) => {
    const box = await place.boundingBox();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 3 });
  };
  await rest(page.getByRole("button", { name: "Entrer" }));
  await said(page, /^[■□]{6}$/);
  await page.getByRole("heading", { level: 1, name: "Voter" }).waitFor();
  await rest(page.locator(".rest-zone"));
  assert.deepEqual(await look(page, "resting"), []);
  await page.getByText("Pour", { exact: true }).scrollIntoViewIfNeeded();
  await rest(page.getByText("Pour", { exact: true }));
  await page.getByRole("radio", { name: "Pour", checked: true }).waitFor();
  const languages = page.getByRole("button", { name: "English" });
  await rest(languages);
  await rest(page.locator(".rest-zone"));
  await page.waitForTimeout(900);
  await page.getByRole("button", { name: "Vérifier mon choix" }).waitFor();
  await page.getByRole("button", { name: "Vérifier mon choix" }).scrollIntoViewIfNeeded();
  await rest(page.getByRole("button", { name: "Vérifier mon choix" }));
  await page.getByRole("heading", { name: "Est-ce bien votre choix ?" }).waitFor();
  await page.waitForTimeout(1_500);
  await page.getByRole("heading", { name: "Est-ce bien votre choix ?" }).waitFor();
  await rest(page.locator(".rest-zone"));
  await rest(page.getByRole("button", { name: "Oui, envoyer mon vote" }));
  await said(page, "Votre vote est enregistré");
});

test("[access M4] a press too short, repeated or slid off does nothing; one that lasts counts, by mouse and by finger", async () => {
  const page = await tabletOf("Driss", { hold_ms: 250, repeat_ms: 1_000 });
  const press = async (place, ms, to = place) => {
    await place.scrollIntoViewIfNeeded();
    await place.hover();
    await page.mouse.down();
    await page.waitForTimeout(ms);
    await to.hover();
    await page.mouse.up();
  };
  await press(page.getByRole("button", { name: "Entrer" }), 350);
  await page.getByRole("heading", { level: 1, name: "Voter" }).waitFor();
  await page.waitForTimeout(1_000);
  const yes = page.getByText("Pour", { exact: true });
  const no = page.getByText("Contre", { exact: true });
  const chosen = () => page.getByRole("radio", { checked: true }).count();
  await press(yes, 0);
  assert.equal(await chosen(), 0, "too short");
  await press(yes, 350, no);
  assert.equal(await chosen(), 0, "slid off");
  await press(yes, 350);
  await page.getByRole("radio", { name: "Pour", checked: true }).waitFor();
  await press(no, 350);
  assert.ok(await page.getByRole("radio", { name: "Pour" }).isChecked(), "repeated too soon");

  // The drawers of the page, which the browser opens by itself.
  const drawer = page.locator("summary", { hasText: "Le programme" });
  const open = () => drawer.evaluate((summary) => summary.parentElement.open);
  await page.waitForTimeout(1_000);
  await press(drawer, 0);
  assert.equal(await open(), false);
  await press(drawer, 350);
  assert.equal(await open(), true);

  // Without a pointer nothing is filtered: a key, or a screen reader's own press.
  await drawer.focus();
  await page.keyboard.press("Enter");
  assert.equal(await open(), false);
  await drawer.evaluate((summary) => summary.click());
  assert.equal(await open(), true);

  // A finger: the browser sends no click after a long touch, and the press counts all the same, once.
  await page.waitForTimeout(1_000);
  const touch = await fingerOf(page);
  await touch(drawer, 50);
  assert.equal(await open(), true, "a short touch");
  await touch(drawer, 900);
  assert.equal(await open(), false, "a long touch");
  await page.waitForTimeout(1_100);
  await touch(no, 300);
  await page.getByRole("radio", { name: "Contre", checked: true }).waitFor();
});
