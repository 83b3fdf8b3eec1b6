// A whole half-day with the keyboard alone: enter, read, send an idea, share points, write the table's article, vote. No
// pointer is ever used on the tablet: only Tab, arrows, Space, Enter, and letters in fields.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { until } from "../facilitator.mjs";
import { command } from "../server.mjs";
import { openSmallRoom, said } from "../small_room.mjs";

// More stops than any screen has: the keyboard goes round.
const stops_max = 90;
let room;
let lead;
let page;

const at = (which) =>
  which.evaluate(() => {
    const element = document.activeElement;
    const style = getComputedStyle(element);
    const name = element.getAttribute("aria-label") ?? (element.labels?.[0]?.textContent || element.textContent) ?? "";
    const box = element.getBoundingClientRect();
    return {
      name: name.replace(/\s+/g, " ").trim(),
      role: element.tagName.toLowerCase(),
      ring_px: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
      inView: box.bottom > 0 && box.top < window.innerHeight,
    };
  });

// Goes by Tab to the control of that name; every stop on the way shows its ring and is in view.
async function reach(name, role = /./) {
  const passed = [];
  for (let i = 0; i < stops_max; i += 1) {
    await page.keyboard.press("Tab");
    const stop = await at(page);
    if (stop.role === "body") {
      continue;
    }
    assert.ok(stop.ring_px >= 3, `${stop.role} « ${stop.name} » shows no ring`);
    assert.ok(stop.inView, `${stop.role} « ${stop.name} » is out of view`);
    if (name.test(stop.name) && role.test(stop.role)) {
      return;
    }
    passed.push(stop.name.slice(0, 40));
  }
  throw new Error(`${name} cannot be reached by Tab; passed: ${passed.join(" | ")}`);
}

async function press(name) {
  await reach(name, /button|a|summary/);
  await page.keyboard.press("Enter");
}

async function write(name, text) {
  await reach(name, /input|textarea/);
  await page.keyboard.type(text);
}

// A new step is offered, never forced.
async function goTo(title) {
  await page.getByRole("button", { name: "Y aller" }).waitFor();
  await press(/^Y aller$/);
  assert.equal(await page.evaluate(() => document.activeElement.tagName), "H1", "the new step has the keyboard");
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
}

before(async () => {
  room = await openSmallRoom({ scenario: "short" });
  ({ lead } = room);
  page = await room.browser.device(room.server.origin, 800, 1280);
  await lead.say("add_people", { people: [{ name: "Cleo", table: 1 }] });
});
after(() => room.close());

test("[access M1 J2 J3] the door opens by keyboard, with nothing but a code, typed in any manner", async () => {
  const { cards } = JSON.parse((await command("links", room.server.data, "--json")).stdout);
  const { code } = cards.find((card) => card.person === 3);
  assert.equal(await page.locator("input[type='email'], input[type='password'], input[required]").count(), 0);
  await page.keyboard.press("Tab");
  assert.equal((await at(page)).name, "Aller à la page");
  await page.keyboard.press("Enter");
  await press(/^Le code de ma carte/);
  await write(/code/, ` ${code.slice(0, 4).toLowerCase()} ${code.slice(4)}`);
  await page.keyboard.press("Enter");
  await said(page, "Bienvenue");
  await press(/^Je commence$/);
  await said(page, /L’atelier va commencer|Accueil/);
});

test("[access M1 S4] the first stop leads past the head of the page, to what has to be read", async () => {
  await lead.startStep("door");
  await said(page, /Bonjour Cleo/);
  await page.reload();
  await said(page, /Bonjour Cleo/);
  await page.keyboard.press("Tab");
  assert.equal((await at(page)).name, "Aller à l’étape");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  const next = await at(page);
  assert.ok(!/Français|Facile à lire|English/.test(next.name), next.name);
});

test("[access M1] an idea is sent", async () => {
  await lead.startStep("w1");
  await goTo(/./);
  await page.getByLabel("Mon idée").waitFor();
  await write(/^Mon idée$/, "Un car pour le stade");
  await press(/^Envoyer mon idée/);
  await said(page, "Vous avez envoyé 1 idée sur 2 au plus.");
});

test("[access M1 G1] a signal is sent and taken back", async () => {
  await press(/^Plus de temps/);
  await said(page, "Envoyé");
  await page.keyboard.press("Enter");
  await page.getByText("✓ Envoyé").waitFor({ state: "detached" });
});

test("[access M1 V4] points are shared, and one too many is explained", async () => {
  await lead.startStep("sort");
  await lead.say("add_cluster", { title: "Venir au stade", ideas: [1] });
  await lead.startStep("choose");
  await goTo(/./);
  await page.getByRole("button", { name: /^Plus de points/ }).waitFor();
  await reach(/^Plus de points/);
  for (let i = 0; i < 3; i += 1) {
    await page.keyboard.press("Space");
  }
  await said(page, "C’est le plus possible sur un sujet.");
  await press(/^Vérifier mon choix$/);
  await press(/^Oui, envoyer mon vote$/);
  await said(page, "Votre vote est enregistré");
  await lead.say("close_poll", { poll: 1 });
  await lead.say("publish_poll", { poll: 1 });
});

test("[access M1] the table's article is written from the tablet", async () => {
  await lead.startStep("text");
  await goTo(/./);
  await page.getByRole("button", { name: "Écrire ici pour la table" }).waitFor();
  await press(/^Écrire ici pour la table$/);
  await write(/^1\. Titre/, "Un car le samedi");
  await write(/^\d\. La mesure/, "Un car gratuit part de la place chaque samedi.");
  await page.keyboard.press("Tab");
  await until(() => lead.sections.people.tables.some((each) => each.article_characters > 50), "the article on the server");
});

test("[access M1 V1 V3] a vote is chosen by arrows, checked, sent and changed", async () => {
  await lead.startStep("vote");
  await goTo(/./);
  await lead.say("open_poll", { poll: 2 });
  await page.getByRole("radio", { name: "Pour" }).waitFor();
  const rows = await page.locator(".choice, .other-three .button").evaluateAll((all) => all.map((each) => each.getBoundingClientRect().height));
  assert.ok(rows.length === 5 && rows.every((height) => height >= 64), rows.join());
  await reach(/^Pour/, /input/);
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  assert.ok(await page.getByRole("radio", { name: "Contre" }).isChecked());
  await page.keyboard.press("ArrowUp");
  await press(/^Vérifier mon choix$/);
  await said(page, "Vous avez choisi : Pour");
  await press(/^Oui, envoyer mon vote$/);
  await said(page, "Votre vote est enregistré");
  await press(/^Changer mon vote$/);
  await reach(/^Pour|^Contre/, /input/);
  await page.keyboard.press("ArrowDown");
  await press(/^Vérifier mon choix$/);
  await press(/^Oui, envoyer mon vote$/);
  await until(() => lead.sections.tally.voted === 1, "one vote, not two");
});

test("[access M1] no screen keeps the keyboard: Tab goes round the whole page, and back", async () => {
  const before = [];
  for (let i = 0; i < stops_max; i += 1) {
    await page.keyboard.press("Tab");
    before.push((await at(page)).name);
  }
  assert.ok(before.indexOf("Aller à l’étape") >= 0 && before.lastIndexOf("Aller à l’étape") > before.indexOf("Aller à l’étape"));
  await page.keyboard.press("Tab");
  const there = await at(page);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Shift+Tab");
  assert.equal((await at(page)).name, there.name);
});

test("no page had a fault", () => assert.deepEqual(room.browser.faults, []));
