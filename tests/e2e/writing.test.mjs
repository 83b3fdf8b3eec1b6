// Articles written together, by programs that speak y-websocket as it is: the npm client, unchanged.
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import WebSocket from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { Seat } from "../../deploy/demo/seat.mjs";
import { leadRoom, until } from "./facilitator.mjs";
import { RoomServer, command, root } from "./server.mjs";

// As limits::text_grace_ms, and a little.
const grace_ms = 6_000;
const server = new RoomServer(`${root}/tests/e2e/short.json`);
let lead, links, article;
let open = [];

async function token(role, credential) {
  const seat = new Seat(server.socket, { role, credential });
  const { token: own } = await seat.welcome;
  open.push(() => seat.close());
  return { own, seat };
}

// A document and its line to the server. `denied` holds the reasons the server gave.
function join(own, of = article) {
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(server.socket.replace(/\/ws$/, "/yjs"), String(of), doc, {
    WebSocketPolyfill: WebSocket,
    disableBc: true,
    params: { token: own },
  });
  const denied = [];
  provider.messageHandlers[2] = (encoder, decoder) => {
    decoder.pos += 1;
    const length = decoder.arr[decoder.pos];
    denied.push(Buffer.from(decoder.arr.subarray(decoder.pos + 1, decoder.pos + 1 + length)).toString());
    decoder.pos = decoder.arr.length;
  };
  open.push(() => (provider.destroy(), doc.destroy()));
  return { doc, provider, denied, text: (field) => doc.getText(field) };
}

const synced = (one) => until(() => one.provider.synced, "the first synchronisation");
const cardOf = (wanted) => links.cards.find(wanted).code;

before(async () => {
  await server.start();
  lead = await leadRoom(server);
  await lead.say("add_table", { title: "" });
  await lead.say("add_table", { title: "" });
  await lead.say("add_people", { people: ["Léa", "Tom", "Zoé"].map((name, i) => ({ name, table: i < 2 ? 1 : 2 })) });
  links = JSON.parse((await command("links", server.data, "--json")).stdout);
  const lea = await token("participant", cardOf((card) => card.person === 1));
  await lead.startStep("write");
  assert.equal(await lea.seat.say("submit_idea", { step: "write", text: "Un banc" }), null);
  await lead.startStep("cluster");
  const idea = await until(() => lead.sections.sorting.ideas[0], "the idea on the wall");
  await lead.say("add_cluster", { title: "Ensemble", ideas: [idea.id] });
  await lead.startStep("draft");
  article = await until(() => lead.sections.people.tables[0]?.article, "the table's article");
});

afterEach(() => {
  open.forEach((close) => close());
  open = [];
});

after(async () => {
  lead.close();
  await server.stop();
});

test("two of a table write in one field at once, with accents and emoji, and agree", async () => {
  const lea = join((await token("participant", cardOf((card) => card.person === 1))).own);
  const tom = join((await token("participant", cardOf((card) => card.person === 2))).own);
  await Promise.all([synced(lea), synced(tom)]);
  lea.text("text").insert(0, "Des bancs à l’été 😀");
  await until(() => tom.text("text").toString() === "Des bancs à l’été 😀", "the words at the other tablet");
  for (let i = 0; i < 40; i += 1) {
    lea.text("text").insert(lea.text("text").length, "é");
    tom.text("text").insert(0, "👩🏽‍🦽");
    if (i % 5 === 4) {
      tom.text("text").delete(0, "👩🏽‍🦽".length);
    }
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
  await until(() => lea.text("text").toString() === tom.text("text").toString(), "the same words");
  assert.equal(lea.text("text").toString(), `${"👩🏽‍🦽".repeat(32)}Des bancs à l’été 😀${"é".repeat(40)}`);
  assert.deepEqual([...lea.denied, ...tom.denied], []);
});

test("what a page without scripts sends is one more writer", async () => {
  const tom = join((await token("participant", cardOf((card) => card.person === 2))).own);
  await synced(tom);
  const { seat } = await token("table", cardOf((card) => card.person === undefined && card.table === 1));
  const shown = await until(() => seat.sections.table?.article?.fields.find((each) => each.field === "text"), "the field");
  assert.equal(shown.text, tom.text("text").toString());
  assert.equal(await seat.say("edit_article", { article, field: "text", text: `${shown.text} !`, revision: shown.revision }), null);
  await until(() => tom.text("text").toString() === `${shown.text} !`, "the edit");
  assert.equal((await seat.say("edit_article", { article, field: "text", text: "x", revision: shown.revision })).code, "conflict");
});

test("who is elsewhere reads nothing, who only reads writes nothing, and nobody is disturbed", async () => {
  const tom = join((await token("participant", cardOf((card) => card.person === 2))).own);
  await synced(tom);
  const before = tom.text("text").toString();
  const zoe = join((await token("participant", cardOf((card) => card.person === 3))).own);
  await until(() => zoe.denied.includes("not_allowed"), "the denial of another table");
  const thief = join("0".repeat(32));
  await until(() => thief.denied.includes("bad_credential"), "the denial of a wrong token");
  const leader = join(server.links.facilitator.token);
  await until(() => leader.text("text").toString() === before, "the words, read by the lead");
  leader.text("text").insert(0, "Non ! ");
  await until(() => leader.denied.includes("not_allowed"), "the denial of the lead");
  const odd = join((await token("participant", cardOf((card) => card.person === 1))).own);
  await synced(odd);
  odd.doc.getMap("elsewhere").set("a", 1);
  await until(() => odd.denied.includes("unsupported"), "the denial of a map");
  tom.text("text").insert(0, "a");
  await until(() => odd.text("text").toString() === `a${before}`, "the words of those who may");
  assert.equal(zoe.text("text").toString(), "");
  // Theirs, and what nobody else has taken.
  await until(() => leader.text("text").toString().length === `Non ! a${before}`.length, "the words at the lead's");
  assert.ok(leader.text("text").toString().endsWith(before));
});

test("who writes is told in words, under the name on the card, and goes with its line", async () => {
  const lea = join((await token("participant", cardOf((card) => card.person === 1))).own);
  const tom = join((await token("participant", cardOf((card) => card.person === 2))).own);
  await Promise.all([synced(lea), synced(tom)]);
  lea.provider.awareness.setLocalState({ field: "text", name: "Le maire", user: { name: "Le maire" } });
  const seen = () => tom.provider.awareness.getStates().get(lea.doc.clientID);
  await until(() => seen()?.field === "text", "who writes");
  assert.deepEqual(seen(), { field: "text", name: "Léa", user: { name: "Léa" } });
  lea.provider.disconnect();
  await until(() => seen() === undefined, "that she has gone");
});

test("a server killed in the middle loses nothing that was told to others, and offline work comes up", async () => {
  const lea = join((await token("participant", cardOf((card) => card.person === 1))).own);
  const tom = join((await token("participant", cardOf((card) => card.person === 2))).own);
  await Promise.all([synced(lea), synced(tom)]);
  lea.text("text").insert(0, "Ensemble, ");
  await until(() => tom.text("text").toString().startsWith("Ensemble, "), "the words");
  await server.kill();
  lea.text("text").insert(0, "[hors ligne] ");
  tom.text("text").insert(tom.text("text").length, " [hors ligne aussi]");
  await server.start();
  lead = await leadRoom(server);
  await until(
    () => lea.text("text").toString() === tom.text("text").toString() && lea.text("text").toString().includes("aussi"),
    "the same words after the restart",
    20_000,
  );
  assert.match(lea.text("text").toString(), /^\[hors ligne\] Ensemble, .* \[hors ligne aussi\]$/su);
});

test("once the step has ended and the last words are in, the text is as it was submitted", async () => {
  const lea = join((await token("participant", cardOf((card) => card.person === 1))).own);
  await synced(lea);
  const words = lea.text("text").toString();
  await lead.startStep("vote");
  await new Promise((resolve) => setTimeout(resolve, grace_ms));
  lea.text("text").insert(0, "Trop tard ");
  await until(() => lea.denied.length > 0, "the denial");
  const exported = JSON.parse((await command("export", server.data, "--format", "json")).stdout);
  assert.equal(exported.articles[0].texts.find((each) => each.field === "text").text, words);
});
