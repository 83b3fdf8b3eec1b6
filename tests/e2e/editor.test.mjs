// A table writes its article: two tablets in Chromium on a bad Wi-Fi, and a program that speaks y-websocket as it is.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import WebSocket from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { Seat } from "../../deploy/demo/seat.mjs";
import { BadLink } from "./bad_link.mjs";
import { look, openBrowser } from "./browser.mjs";
import { leadRoom, until } from "./facilitator.mjs";
import { Tablet } from "./screens.mjs";
import { RoomServer, command, root } from "./server.mjs";

const cut_ms = 30_000;
// As limits::text_grace_ms, and a little.
const grace_ms = 6_000;
const server = new RoomServer(`${root}/tests/e2e/short.json`);
let lead, link, browser, program, lea, tom, article;
const found = [];

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const see = async (page, name) => found.push(...(await look(page, name)));
const block = (page, name = "Le texte de l’article") => page.getByLabel(name);
const wordsOf = (page) => block(page).inputValue();
const ofProgram = () => program.doc.getText("text").toString();

// On a bad line the offer of a step may be that of the one before.
async function open(tablet) {
  const { page } = tablet;
  const heading = page.getByRole("heading", { level: 1, name: "Écrire un article" });
  await until(async () => {
    if (!(await heading.isVisible())) {
      await tablet.button("Y aller").click({ timeout: 500 }).catch(() => {});
    }
    return heading.isVisible();
  }, "the step", 30_000);
  await page.getByRole("button", { name: "Écrire ici pour la table" }).click();
  await block(page).waitFor();
}

async function all_agree() {
  await until(
    async () => (await wordsOf(lea.page)) === ofProgram() && (await wordsOf(tom.page)) === ofProgram(),
    "the same words everywhere",
    40_000,
  );
}

const saved = (page) => until(async () => !(await page.getByText(/Pas encore gardé|En attente de la liaison/).first().isVisible()), "that it is saved", 30_000);

before(async () => {
  await server.start();
  link = await new BadLink(Number(new URL(server.origin).port), 20).start();
  browser = await openBrowser();
  lead = await leadRoom(server);
  await lead.say("add_table", { title: "" });
  await lead.say("add_people", { people: ["Léa", "Tom", "Zoé"].map((name) => ({ name, table: 1 })) });
  const { cards } = JSON.parse((await command("links", server.data, "--json")).stdout);
  const codeOf = (person) => cards.find((card) => card.person === person).code;
  lea = new Tablet(await browser.device(link.origin, 768, 1024));
  await lea.join(codeOf(1));
  tom = new Tablet(await browser.device(link.origin, 320, 640));
  await tom.join(codeOf(2));
  const zoe = new Seat(server.socket, { role: "participant", credential: codeOf(3) });
  const { token } = await zoe.welcome;
  await lead.startStep("write");
  assert.equal(await zoe.say("submit_idea", { step: "write", text: "Un banc" }), null);
  await lead.startStep("cluster");
  const idea = await until(() => lead.sections.sorting.ideas[0], "the idea on the wall");
  await lead.say("add_cluster", { title: "Ensemble", ideas: [idea.id] });
  await lead.startStep("draft");
  article = await until(() => lead.sections.people.tables[0]?.article, "the table's article");
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(server.socket.replace(/\/ws$/, "/yjs"), String(article), doc, {
    WebSocketPolyfill: WebSocket,
    disableBc: true,
    params: { token },
  });
  program = { doc, provider, close: () => (provider.destroy(), doc.destroy(), zoe.close()) };
  await until(() => provider.synced, "the first synchronisation");
  for (const each of [lea, tom]) {
    await open(each);
  }
});

after(async () => {
  program?.close();
  lead?.close();
  await browser?.close();
  link?.stop();
  await server.stop();
});

test("two tablets and a program write in one block, over a line that loses one packet in five", async () => {
  const typing = [
    block(lea.page).pressSequentially("L’été, à Ambérieu, où qu’on aille. ", { delay: 70 }),
    block(tom.page).pressSequentially("Noël 👩🏽‍🦽😀 à la piscine ! ", { delay: 90 }),
    (async () => {
      for (const letter of "Zoé écrit par programme ñ. ") {
        program.doc.getText("text").insert(0, letter);
        await pause(60);
      }
    })(),
  ];
  await Promise.all(typing);
  await all_agree();
  const letters = [..."L’été, à Ambérieu, où qu’on aille. Noël 👩🏽‍🦽😀 à la piscine ! Zoé écrit par programme ñ. "];
  assert.deepEqual([...ofProgram()].sort(), letters.sort());
  assert.ok(link.lost > 0, "nothing was lost");
  await saved(lea.page);
  await saved(tom.page);
});

test("who else writes in the block is told in words, and a hint locks nothing [access D1]", async () => {
  await block(tom.page).press("End");
  await block(tom.page).pressSequentially("Oui", { delay: 100 });
  await block(lea.page).focus();
  await lea.page.getByText("Tom écrit ici.").first().waitFor();
  assert.ok(await block(lea.page).isEditable());
  await see(lea.page, "draft-together");
  await see(tom.page, "draft-together-320");
});

test("what others changed is told on request, in words: who, where, before and after [access D2]", async () => {
  await lea.page.getByRole("button", { name: "Ce qui a changé" }).click();
  const read = lea.page.getByRole("button", { name: "J’ai lu ces changements" });
  await read.click();
  await block(lea.page).press("Control+End");
  await pause(800);
  program.provider.awareness.setLocalState({ field: "text", writes: true });
  program.doc.getText("text").insert(program.doc.getText("text").length, " Demain.");
  await all_agree();
  await lea.page.getByRole("button", { name: "Ce qui a changé" }).click();
  await lea.page.getByText(/Zoé, bloc 3\s: Le texte de l’article/).waitFor();
  await lea.page.getByText("Demain.", { exact: false }).last().waitFor();
  await see(lea.page, "draft-changes");
  await read.click();
  await lea.page.getByRole("button", { name: "Ce qui a changé" }).click();
  await lea.page.getByText("Personne n’a rien changé").waitFor();
  await lea.page.getByRole("button", { name: "Ce qui a changé" }).click();
});

test("each takes back their own last words only", async () => {
  await block(lea.page).press("End");
  await pause(800);
  await block(lea.page).pressSequentially("[LÉA]", { delay: 20 });
  await until(() => ofProgram().includes("[LÉA]"), "what Léa types");
  program.doc.getText("text").insert(0, "[ZOÉ]");
  await all_agree();
  await lea.page.getByRole("button", { name: "Enlever ce que je viens d’écrire" }).click();
  await all_agree();
  assert.ok(!ofProgram().includes("[LÉA]"));
  assert.ok(ofProgram().includes("[ZOÉ]"));
  await lea.page.getByRole("button", { name: "Le remettre" }).click();
  await all_agree();
  assert.ok(ofProgram().includes("[LÉA]"));
  await block(lea.page).press("Control+z");
  await all_agree();
  assert.ok(!ofProgram().includes("[LÉA]"));
});

test("nothing moves under a composition, and its letter is whole", async () => {
  const before = await wordsOf(lea.page);
  await block(lea.page).press("Control+End");
  const keyboard = await lea.page.context().newCDPSession(lea.page);
  await keyboard.send("Input.imeSetComposition", { text: "^", selectionStart: 1, selectionEnd: 1 });
  program.doc.getText("text").insert(0, "[pendant]");
  await pause(2_500);
  assert.equal(await wordsOf(lea.page), `${before}^`);
  await keyboard.send("Input.imeSetComposition", { text: "ê", selectionStart: 1, selectionEnd: 1 });
  await keyboard.send("Input.insertText", { text: "ê" });
  await all_agree();
  assert.equal(ofProgram(), `[pendant]${before}ê`);
});

test("both write on through a cut of thirty seconds, and all of it is there after", async () => {
  link.cut();
  const start = Date.now();
  await Promise.all([
    block(lea.page).pressSequentially("Léa sans ligne 🌳. ", { delay: 50 }),
    block(tom.page).pressSequentially("Tom sans ligne, déçu. ", { delay: 50 }),
  ]);
  program.doc.getText("text").insert(0, "Zoé en ligne. ");
  await lea.page.getByText("En attente de la liaison").first().waitFor();
  await see(lea.page, "draft-cut");
  await pause(Math.max(0, cut_ms - (Date.now() - start)));
  link.mend();
  await all_agree();
  const letters = [...ofProgram()].sort().join("");
  for (const words of ["Léa sans ligne 🌳. ", "Tom sans ligne, déçu. "]) {
    [...words].forEach((letter) => assert.ok(letters.includes(letter)));
  }
  assert.ok(ofProgram().includes("Zoé en ligne. "));
  await saved(lea.page);
  await saved(tom.page);
});

test("a tablet whose page is closed without a line loses nothing that was typed two seconds before", async () => {
  link.cut();
  await block(lea.page).press("Control+Home");
  await block(lea.page).pressSequentially("[gardé sur la tablette] ", { delay: 10 });
  await pause(2_000);
  const context = lea.page.context();
  await lea.page.close();
  link.mend();
  lea = new Tablet(await context.newPage());
  await lea.page.goto(link.origin);
  await open(lea);
  await all_agree();
  assert.ok(ofProgram().includes("[gardé sur la tablette] "));
});

test("a server killed while they type loses nothing", async () => {
  const typing = block(tom.page).pressSequentially("Avant, pendant et après la panne. ", { delay: 40 });
  await pause(500);
  await server.kill();
  await typing;
  await server.start();
  await all_agree();
  await saved(tom.page);
  lead.close();
  lead = await leadRoom(server);
});

test("words typed without a line come after the end: they are beside the article, and the table adds them", async () => {
  const before = ofProgram();
  link.cut();
  await block(lea.page).press("Control+Home");
  await block(lea.page).pressSequentially("[après la fin] ", { delay: 10 });
  await pause(2_000);
  const context = lea.page.context();
  await lea.page.close();
  await lead.startStep("vote");
  await pause(grace_ms);
  link.mend();
  lea = new Tablet(await context.newPage());
  await lea.page.goto(link.origin);
  const [late] = await until(() => lead.sections.people.late_articles.length > 0 && lead.sections.people.late_articles, "late words", 30_000);
  assert.equal(late.article, article);
  assert.deepEqual(late.received[0].words, [{ field: "text", added: ["[après la fin] "], removed: [] }]);
  assert.equal(late.received[0].by, "Léa");
  assert.equal(ofProgram(), before);
  await lea.page.getByText("[après la fin]").first().waitFor({ timeout: 30_000 });
  await see(lea.page, "late-768");
  await tom.page.getByRole("heading", { name: "Mots arrivés après la fin" }).waitFor({ timeout: 30_000 });
  await see(tom.page, "late-320");
  await tom.page.getByRole("button", { name: /^Ajouter à l’article/ }).click();
  await until(() => ofProgram().includes("[après la fin] "), "the words in the text", 30_000);
  const text = () => lead.sections.avis.articles[0].texts.find((each) => each.field === "text").text;
  await until(() => text().includes("[après la fin]"), "the words in the article");
  assert.equal(lead.sections.people.late_articles.length, 0);
});

test("what a program writes after the end is kept beside too, and left out by the facilitator", async () => {
  const before = ofProgram();
  program.doc.getText("title").insert(0, "Trop tard. ");
  const [late] = await until(() => lead.sections.people.late_articles.length > 0 && lead.sections.people.late_articles, "late words");
  await lead.say("leave_received", { article, received: late.received[0].id, left: true });
  await until(() => lead.sections.people.late_articles[0].received[0].left, "left");
  assert.equal(ofProgram(), before);
  assert.ok(!lead.sections.avis.articles[0].texts[0].text.includes("Trop tard"));
});

test("every screen passes what axe-core checks, and no page had a fault", () => {
  assert.deepEqual(found, []);
  assert.deepEqual(browser.faults, []);
});
