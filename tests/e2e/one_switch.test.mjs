// The tablet for hands that need it otherwise: a whole atelier with one key, a vote with two, a vote with a pointer that
// rests, and touches that are filtered. [M3] to [M6].
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Seat } from "../../deploy/demo/seat.mjs";
import { look, openBrowser } from "./browser.mjs";
import { leadRoom, until } from "./facilitator.mjs";
import { RoomServer, command, root } from "./server.mjs";
import { said } from "./small_room.mjs";
import { Switches, offered } from "./switches.mjs";

const people = ["Ann", "Bob", "Cléo", "Driss"];
const scan_ms = 450;
let server;
let lead;
let table;
let browser;
let codes;
const pages = [];

// A tablet whose settings were chosen before, opened by the QR link of a card.
async function tabletOf(person, settings) {
  const page = await browser.device(`${server.origin}/icon.svg`, 800, 1280);
  await page.evaluate((kept) => localStorage.setItem("tablee.profile", kept), JSON.stringify(settings));
  await page.goto(`${server.origin}/#${codes[person]}`);
  await page.getByRole("button", { name: "Entrer" }).waitFor();
  pages.push(page);
  return page;
}
const atStep = (page, title) => page.getByRole("heading", { level: 1, name: title }).waitFor();
const pollNow = (status) => lead.sections.vote?.polls.find((poll) => poll.status === status);
const ballots = () => lead.sections.vote.polls.find((poll) => poll.status === "open").voted;

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
  await browser.close();
  table.close();
  lead.close();
  await server.stop();
});

test("[M5] one key: join by the card, read, write an idea, share points, vote", async () => {
  const page = await tabletOf("Ann", { scan_ms });
  const one = new Switches(page);
  await one.hold();
  await page.locator("[data-scan-at]").first().waitFor();
  await one.choose("Entrer");
  await said(page, "Bonjour Ann");
  assert.deepEqual((await offered(page)).kind, "group", "scanning begins again at the groups of the new screen");
  await one.choose("Le programme");
  await said(page, "Deux idées");
  assert.deepEqual(await look(page, "scanning"), []);

  await lead.startStep("w1");
  await one.choose("Y aller");
  await atStep(page, "Deux idées");
  await one.choose("Mon idée");
  await one.write("Eau");
  assert.deepEqual(await look(page, "letters"), []);
  await one.choose("Envoyer mon idée");
  await until(() => lead.sections.sorting?.ideas.some(({ text }) => text === "Eau"), "the idea");

  await lead.startStep("sort");
  const idea = lead.sections.sorting.ideas[0].id;
  await lead.say("create_cluster", { title: "Accueil", ideas: [idea] });
  await lead.startStep("choose");
  await one.choose("Y aller");
  await lead.say("open_poll", { poll: pollNow("prepared").id });
  await one.choose(/^Plus de points pour/);
  await one.choose("Vérifier mon choix");
  await one.choose("Oui, envoyer mon vote");
  await said(page, "Votre vote est enregistré");

  await lead.startStep("text");
  await until(() => table.sections.table?.article, "the article");
  const article = table.sections.table.article.id;
  assert.equal(await table.say("edit_article", { article, field: "title", text: "Ensemble", revision: 0 }), null);
  await lead.startStep("vote");
  await one.choose("Y aller");
  await lead.say("open_poll", { poll: pollNow("prepared").id });
  await one.choose(/^Pour$/);
  await one.choose("Vérifier mon choix");
  await one.choose("Oui, envoyer mon vote");
  await said(page, "Votre vote est enregistré");
});
