// The lead's cockpit in a full room: thirty tables and two hundred people on one screen of 1280 × 800, and what is done
// there taken back.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Seat } from "../../deploy/demo/seat.mjs";
import { look, openBrowser } from "./browser.mjs";
import { leadRoom, until } from "./facilitator.mjs";
import { Console } from "./screens.mjs";
import { RoomServer, command, root } from "./server.mjs";

const tables = 30;
const people = 200;
const connected = 40;
const titles = ["", "La table du fond, près des fenêtres et du jardin"];
let server;
let lead;
let browser;
const seats = [];

// People send signals and leave texts unsent, tables ask for help or are ready.
before(async () => {
  server = await new RoomServer(`${root}/scenarios/demi-journee.json`).start();
  lead = await leadRoom(server);
  for (let i = 0; i < tables; i += 1) {
    await lead.say("add_table", { title: i === 5 ? titles[1] : titles[0] });
  }
  const names = Array.from({ length: people }, (_, i) => ({ name: `Marie-Élisabeth ${i}`, table: (i % tables) + 1 }));
  await lead.say("add_people", { people: names });
  const { cards } = JSON.parse((await command("links", server.data, "--json")).stdout);
  const enter = async (role, card) => {
    const seat = new Seat(server.socket, { role, credential: card.code });
    await seat.welcome;
    seats.push(seat);
    return seat;
  };
  const citizens = [];
  for (const card of cards.filter((each) => each.person !== undefined).slice(0, connected)) {
    citizens.push(await enter("participant", card));
  }
  for (const id of ["p01", "p02", "p03", "p04"]) {
    await lead.startStep(id);
  }
  for (const [i, seat] of citizens.entries()) {
    if (i % 4 === 0) {
      await seat.say("save_draft", { step: "p04", text: "Un texte commencé" });
    }
    if (i % 4 === 1) {
      await seat.say("send_signal", { kind: "not_understood", anonymous: false });
    }
  }
  const screens = cards.filter((each) => each.person === undefined && each.table !== undefined).slice(0, 8);
  for (const [i, card] of screens.entries()) {
    const seat = await enter("table", card);
    await (i % 2 === 0 ? seat.say("call_help", { wanted: true }) : seat.say("set_ready", { ready: true }));
  }
  browser = await openBrowser();
});

after(async () => {
  await browser.close();
  lead.close();
  seats.forEach((seat) => seat.close());
  await server.stop();
});

const console_page = async (width, height, language) => {
  const page = await browser.device(`${server.origin}/console#${server.links.facilitator.token}`, width, height, language);
  await page.locator("#now-title").waitFor();
  await page.locator(".table-tile").nth(tables - 1).waitFor();
  await page.evaluate(() => document.fonts.ready);
  return page;
};

for (const language of ["fr", "falc", "en"]) {
  test(`nothing has to be scrolled at 1280 × 800 (${language})`, async () => {
    const page = await console_page(1280, 800, language);
    const sizes = await page.evaluate(() => {
      const side = document.querySelector(".side");
      return {
        page: document.documentElement.scrollHeight,
        cut: side.scrollHeight - side.clientHeight,
        lowest: Math.max(...Array.from(document.querySelectorAll(".panel"), (each) => each.getBoundingClientRect().bottom)),
      };
    });
    assert.ok(sizes.page <= 800 && sizes.lowest <= 800 && sizes.cut === 0, JSON.stringify(sizes));
    assert.deepEqual(await look(page, `cockpit-${language}`), []);
  });
}

for (const [width, height] of [[640, 400], [320, 640]]) {
  test(`it flows as one column, without a sideways scroll, at ${width} px`, async () => {
    const page = await console_page(width, height, "fr");
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= width);
    assert.deepEqual(await look(page, `cockpit-${width}`), []);
  });
}

test("letters twice as large make it flow, and hide nothing", async () => {
  const page = await console_page(1280, 800, "fr");
  await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
  const sizes = await page.evaluate(() => {
    const side = document.querySelector(".side");
    return { width: document.documentElement.scrollWidth, cut: side.scrollHeight - side.clientHeight };
  });
  assert.ok(sizes.width <= 1280 && sizes.cut === 0, JSON.stringify(sizes));
});

test("[access X2] one person of two hundred is found by a name misspelt, the number is announced, and one tap shows all again", async () => {
  const page = await console_page(1280, 800, "fr");
  await new Console(page).panel("Personnes");
  const search = page.getByLabel("Chercher", { exact: true });
  await search.fill("mari elizabet 42");
  await page.getByText("1 personne trouvée").waitFor();
  const names = page.locator("[aria-labelledby='list-title'] .person-name strong");
  assert.deepEqual(await names.allTextContents(), ["Marie-Élisabeth 42"]);
  await page.locator("#announce-polite").filter({ hasText: "1 personne trouvée" }).waitFor({ state: "attached" });
  await search.fill("hippopotame");
  await page.getByText(/^Personne n’est trouvé/).waitFor();
  assert.deepEqual(await look(page, "people-nobody-found"), []);
  await page.getByRole("button", { name: "Effacer la recherche" }).click();
  assert.equal(await search.inputValue(), "");
  assert.ok(await search.evaluate((field) => field === document.activeElement), "the keyboard stays in the field");
  assert.ok((await names.count()) > 1);
});

test("gestures are taken back by the keyboard, and what cannot be is asked for again", async () => {
  const page = await console_page(1280, 800, "fr");
  const board = new Console(page);
  const undo = page.locator(".undo button");
  const taken_back = async (what, condition) => {
    await undo.filter({ hasText: `Annuler : ${what}` }).waitFor();
    await board.press("z");
    await until(condition, `${what}: taken back`);
  };

  await page.locator(".table-tile").nth(2).click();
  assert.equal(await page.evaluate(() => document.activeElement.id), "table-3");

  await board.press("4");
  await board.button("Ajouter la table").click();
  await taken_back("ajouter une table", () => lead.sections.people.tables.length === tables);

  await board.press("0");
  await board.press("e");
  assert.equal(await page.evaluate(() => document.activeElement.id), "preview-scene");
  await page.locator("#preview-scene").selectOption("programme");
  await board.button("Montrer").click();
  await until(() => lead.sections.projector.scene === "programme", "the programme on the screen");
  await taken_back("changer l’écran", () => lead.sections.projector.scene === "automatic");

  await board.press("m");
  await page.waitForFunction(() => document.activeElement?.id === "message-text");
  await page.keyboard.type("Bonjour");
  await board.button("Envoyer le message").click();
  await page.getByRole("dialog", { name: "Envoyer à toute la salle" }).waitFor();
  await page.keyboard.press("Escape");
  assert.equal(lead.sections.notices.messages.length, 0);
  await board.button("Envoyer le message").click();
  await board.button("Envoyer maintenant").click();
  await until(() => lead.sections.notices.messages.length === 1, "the message");
});

test("shortcuts can be turned off, for this device", async () => {
  const page = await console_page(1280, 800, "fr");
  const board = new Console(page);
  await board.press("d");
  await page.getByText("Pas possible maintenant").first().waitFor();
  await board.button("Raccourcis clavier").click();
  await page.getByRole("checkbox").uncheck();
  await page.keyboard.press("Escape");
  await page.reload();
  await page.locator(".table-tile").first().waitFor();
  assert.equal(await page.locator("[aria-keyshortcuts]").count(), 0);
  await board.press("4");
  await board.press("p");
  await board.button("Mettre la salle en pause").waitFor();
  assert.equal(await page.locator(".table-tile").count(), tables, "still on the cockpit");
  assert.equal(lead.sections.step.paused, false);
});

test("nothing has to be scrolled in a step with turns either", async () => {
  await lead.startStep("p05");
  const page = await console_page(1280, 800);
  await page.getByText("Tour 1 sur 2").first().waitFor();
  const cut = await page.evaluate(() => {
    const side = document.querySelector(".side");
    return { page: document.documentElement.scrollHeight - 800, side: side.scrollHeight - side.clientHeight };
  });
  assert.ok(cut.page <= 0 && cut.side === 0, JSON.stringify(cut));
});

test("no page had a fault", () => assert.deepEqual(browser.faults, []));
