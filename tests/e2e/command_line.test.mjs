// What an operator meets when something is wrong: one sentence, a non-zero exit, nothing damaged.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { test } from "node:test";
import { leadRoom, until } from "./facilitator.mjs";
import { RoomServer, command, freshFolder, root } from "./server.mjs";

const scenario = join(root, "tests/e2e/short.json");

// Exits with this code, says something that matches, in one or two lines.
async function refuses(words, code, pattern) {
  const end = await command(...words);
  assert.equal(end.code, code, `${words.join(" ")}: ${end.stdout}${end.stderr}`);
  assert.match(end.stderr, pattern);
  assert.ok(end.stderr.trim().split("\n").length <= 3, end.stderr);
}

function serve(data, file = scenario, port = "0") {
  return ["serve", "--data", data, "--scenario", file, "--bind", "127.0.0.1", "--port", port];
}

test("an option it does not know", () => refuses(["serve", "--colour"], 2, /--colour/));
test("a command it does not know", () => refuses(["dance"], 2, /dance/));
test("a scenario that is not there", () => refuses(serve(freshFolder(), "/nowhere.json"), 1, /nowhere\.json/));

test("a scenario that cannot be used is told place by place", async () => {
  const folder = freshFolder();
  const file = join(folder, "bad.json");
  const bad = JSON.parse(readFileSync(scenario, "utf8"));
  bad.steps[2].duration.planned = 0;
  bad.steps[3].kind = "dance";
  delete bad.question;
  writeFileSync(file, JSON.stringify(bad));
  const json = await command("check", file, "--json");
  assert.equal(json.code, 1);
  const pointers = JSON.parse(json.stdout).problems.map((problem) => problem.pointer);
  for (const pointer of ["/steps/2/duration/planned", "/steps/3/kind"]) {
    assert.ok(pointers.includes(pointer), pointers.join(" "));
  }
  assert.ok(JSON.parse(json.stdout).problems.every((problem) => problem.message !== "" && problem.mend !== ""));
  const words = await command("check", file);
  assert.equal(words.code, 1);
  assert.match(words.stdout + words.stderr, /\/steps\/3\/kind/);
  const start = await command(...serve(folder, file));
  assert.equal(start.code, 1);
});

// The Saturday of the reference weekend: id, minutes planned, floor.
const saturday = [
  ["PB1", 15, 15], ["B06", 45, 40], ["B07", 15, 12], ["B08", 30, 25], ["PB2", 70, 70], ["B09", 35, 28], ["B10", 25, 20],
  ["B11", 15, 10], ["B12", 15, 10], ["PB3", 20, 20], ["B13", 10, 7], ["B14", 45, 35], ["PB7", 10, 10], ["B15", 30, 24],
  ["B16", 20, 15], ["B17", 15, 8],
];

test("a break that starts late: the margin before the firm time takes it, or the rest is said", async () => {
  const model = JSON.parse(readFileSync(scenario, "utf8"));
  const talk = model.steps.find((step) => step.kind === "present");
  const steps = saturday.map(([id, planned, floor]) => ({
    ...talk,
    id,
    kind: id.startsWith("PB") ? "break" : "present",
    duration: { planned, floor, ceiling: planned },
    timer: id === "B17" ? { mode: "firm", alerts: [], firm_at: "17:30" } : { mode: "soft", alerts: [] },
  }));
  const file = join(freshFolder(), "saturday.json");
  writeFileSync(file, JSON.stringify({ ...model, starts_at: "10:50", stores: [], rules: [], steps }));
  const replan = (late, ...more) => command("replan", file, "--step", "PB1", "--late", late, ...more);

  const kept = await replan("18", "--json");
  assert.equal(kept.code, 0, kept.stderr);
  assert.ok(
    kept.stdout.startsWith(
      '{"firm":{"id":"B17","planned":"17:30","start":"17:30"},"margin":59,"late":18,"unabsorbed":0,' +
        '"plan":[{"id":"PB1","start":"11:08","minutes":15,"removed":0},',
    ),
    kept.stdout,
  );
  assert.ok(!kept.stdout.includes("droppable"));
  const missed = JSON.parse((await replan("70", "--json")).stdout);
  assert.deepEqual(missed.firm, { id: "B17", planned: "17:30", start: "17:41" });
  assert.deepEqual(missed.droppable, ["B06", "B14", "B09"]);
  assert.match((await replan("70")).stdout, /attendra 11\s+min/);
  await refuses(["replan", file, "--step", "B99", "--late", "5"], 1, /B99/);
  await refuses(["replan", file, "--step", "PB1", "--late", "1441"], 2, /1441/);
});

test("a port that is taken", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => other.on("listening", resolve));
  const { port } = other.address();
  await refuses(serve(freshFolder(), scenario, String(port)), 1, new RegExp(String(port)));
  other.close();
});

test("a file that is not an atelier, and one that is damaged", async () => {
  const foreign = freshFolder();
  writeFileSync(join(foreign, "atelier.sqlite"), "this is a letter to my aunt, not a database".repeat(100));
  await refuses(serve(foreign), 1, /atelier\.sqlite/);

  const server = await new RoomServer(scenario).start();
  const lead = await leadRoom(server);
  for (let i = 0; i < 20; i += 1) {
    await lead.say("add_people", { people: [{ name: "x".repeat(80) }] });
  }
  lead.close();
  server.child.kill("SIGTERM");
  await server.ended;
  truncateSync(join(server.data, "atelier.sqlite"), 5000);
  await refuses(serve(server.data), 1, /atelier\.sqlite/);
  assert.equal((await command("verify", server.data)).code, 1);
});

test("a folder that cannot be made", () => {
  const folder = freshFolder();
  writeFileSync(join(folder, "file"), "");
  return refuses(serve(join(folder, "file", "inside")), 1, /inside/);
});

test("two servers never share an atelier", async () => {
  const server = await new RoomServer(scenario).start();
  await refuses(serve(server.data), 1, /atelier/);
  const lead = await leadRoom(server);
  await lead.startStep("welcome");
  lead.close();
  await server.stop();
});

test("an empty folder is not an atelier to verify or export", async () => {
  const folder = freshFolder();
  mkdirSync(join(folder, "empty"));
  await refuses(["verify", join(folder, "empty")], 1, /empty/);
  await refuses(["export", join(folder, "empty"), "--format", "md"], 1, /empty/);
  await refuses(["export", join(folder, "empty"), "--format", "docx"], 2, /docx/);
});

test("verify follows a journal that grows, and a restart changes nothing", async () => {
  const server = await new RoomServer(scenario).start();
  const lead = await leadRoom(server);
  await lead.say("add_people", { people: [{ name: "Ana" }, { name: "Bob" }] });
  await lead.startStep("welcome");
  await until(() => lead.sections.people.people.length === 2, "two people");
  lead.close();
  await server.kill();
  const before = await command("verify", server.data);
  assert.equal(before.code, 0, before.stderr);
  const hash = /[0-9a-f]{64}/.exec(before.stdout)[0];
  await server.start();
  await server.kill();
  assert.match((await command("verify", server.data)).stdout, new RegExp(hash));
});
