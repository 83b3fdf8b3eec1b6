// [P-all] A client written from protocol/ alone takes part in a whole atelier, and survives a kill of the server.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { leadRoom, until } from "./facilitator.mjs";
import { RoomServer, root } from "./server.mjs";

const script = fileURLToPath(new URL("protocol_client.mjs", import.meta.url));

function startClient(server, code) {
  const child = spawn(process.execPath, [script, server.socket, code, "Zoé"]);
  child.stderr.on("data", (bytes) => process.stderr.write(bytes));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    next: async () => JSON.parse((await lines.next()).value),
    tell: (word) => child.stdin.write(`${word}\n`),
    end: () => child.stdin.end(),
  };
}

test("joins, writes, ranks and votes from what protocol/ says", async () => {
  const server = await new RoomServer(`${root}/tests/e2e/short.json`).start();
  let lead = await leadRoom(server);
  await lead.say("add_table", { title: "" });
  await until(() => lead.sections.desk.cards.length === 1, "the table's card");
  const client = startClient(server, lead.sections.desk.cards[0].code);
  assert.equal(typeof (await client.next()).joined, "number");

  await lead.startStep("write");
  client.tell("write");
  assert.deepEqual(await client.next(), { write: "ack", ideas: 1, voted: 0 });

  await lead.startStep("cluster");
  const idea = await until(() => lead.sections.sorting.ideas[0], "the idea on the wall");
  await lead.say("add_cluster", { title: "Ensemble", ideas: [idea.id] });
  await lead.startStep("rank");
  client.tell("rank");
  assert.deepEqual(await client.next(), { rank: "ack", ideas: 1, voted: 1 });

  await server.kill();
  await server.start();
  assert.equal(typeof (await client.next()).joined, "number");
  lead = await leadRoom(server);
  await lead.startStep("draft");
  const article = await until(() => lead.sections.people.tables[0]?.article, "the table's article");
  lead.close();
  const table = await leadTable(server, lead.sections.desk.cards[0].code);
  assert.equal(await table.say("edit_article", { article, field: "title", text: "Ensemble", revision: 0 }), null);
  table.close();
  lead = await leadRoom(server);
  await lead.startStep("vote");
  const poll = await until(() => lead.sections.counts.polls.find((each) => each.method === "motion"), "the motion");
  await lead.say("open_poll", { poll: poll.id });
  client.tell("vote");
  assert.deepEqual(await client.next(), { vote: "ack", ideas: 1, voted: 2 });
  await lead.say("close_poll", { poll: poll.id });
  await lead.say("publish_poll", { poll: poll.id });
  const result = await until(() => lead.sections.vote.polls.find((each) => each.motion_result), "the result");
  assert.equal(result.motion_result.for, 1);
  client.end();
  lead.close();
  assert.deepEqual(await server.stop(), { code: 0, signal: null });
});

async function leadTable(server, code) {
  const { Seat } = await import("../../deploy/demo/seat.mjs");
  const seat = new Seat(server.socket, { role: "table", credential: code });
  await seat.welcome;
  return seat;
}
