// The laptop runs short: the disk is full, no descriptor is left. What was acknowledged is safe, and the room is told.
import assert from "node:assert/strict";
import { connect } from "node:net";
import { join } from "node:path";
import { test } from "node:test";
import { Seat } from "../../deploy/demo/seat.mjs";
import { leadRoom, until } from "./facilitator.mjs";
import { RoomServer, command, root } from "./server.mjs";

const scenario = join(root, "tests/e2e/short.json");

test("a disk that fills up: one sentence, exit 1, and everything acknowledged is there afterwards", async () => {
  // No file may grow past 300 kB; the signal that would end the process is ignored, so that the write itself fails.
  const server = await new RoomServer(scenario, undefined, ["trap '' XFSZ; ulimit -f 300; exec \"$@\""]).start();
  const lead = await leadRoom(server);
  let acknowledged = 0;
  const people = Array.from({ length: 20 }, () => ({ name: "x".repeat(80) }));
  for (let turn = 0; turn < 25 && server.child.exitCode === null; turn += 1) {
    const said = await Promise.race([lead.say("add_people", { people }).then(() => true), server.ended.then(() => false)]);
    acknowledged += said ? people.length : 0;
    await new Promise((resolve) => setTimeout(resolve, 60)); // within the rate of one console
  }
  const end = await server.ended;
  lead.close();
  assert.equal(end.code, 1);
  assert.match(server.printed, /disque|disk/i);
  assert.ok(acknowledged > 0, "nothing was acknowledged before the disk was full");
  const verified = await command("verify", server.data);
  assert.equal(verified.code, 0, verified.stderr);
  const again = await new RoomServer(scenario, server.data).start();
  const back = await leadRoom(again);
  await until(() => back.sections.people?.people.length >= acknowledged, "everyone who was acknowledged");
  back.close();
  await again.stop();
});

test("no descriptor left: those who are in go on, and newcomers enter once there is room", async () => {
  const server = await new RoomServer(scenario, undefined, ["ulimit -n 48; exec \"$@\""]).start();
  const lead = await leadRoom(server);
  const idle = Array.from({ length: 80 }, () => connect(server.port, "127.0.0.1").on("error", () => {}));
  await new Promise((resolve) => setTimeout(resolve, 500));
  await lead.say("add_people", { people: [{ name: "Ana" }] });
  idle.forEach((socket) => socket.destroy());
  const projector = new Seat(server.socket, { role: "projector" });
  await projector.welcome;
  projector.close();
  lead.close();
  assert.equal((await server.stop()).code, 0);
});

test("a laptop reached by IPv6 serves pages and sessions", async (t) => {
  const server = new RoomServer(scenario, undefined, [], "::1");
  try {
    await server.start();
  } catch (problem) {
    if (/::1/.test(problem.message)) {
      t.skip("this machine has no IPv6 loopback");
      return;
    }
    throw problem;
  }
  assert.equal((await fetch(`${server.origin}/`)).status, 200);
  const lead = await leadRoom(server);
  await lead.say("add_people", { people: [{ name: "Ana" }] });
  lead.close();
  await server.stop();
});
