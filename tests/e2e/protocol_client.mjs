// A citizen in a hundred lines, written from the folder protocol/ alone: joins a table, sends an idea, ranks, votes.
// Usage: node protocol_client.mjs ws://ADDRESS/ws TABLE_CODE FIRST_NAME
// Reads one word a line on standard input (write, rank, vote) and prints one JSON object for each thing done.
import { randomBytes } from "node:crypto";
import { createInterface } from "node:readline";
import WebSocket from "ws";

const [address, code, firstName] = process.argv.slice(2);
const sections = {};
const versions = {};
const pending = new Map();
let number = 0;
let token = code;
let role = { role: "participant", name: firstName };
const sender = randomBytes(8).toString("hex");
let socket;
let silence;

const print = (value) => console.log(JSON.stringify(value));

function connect() {
  socket = new WebSocket(address, "tablee.v1");
  let beat_ms = 5000;
  socket.on("open", () => {
    const held = Object.entries(versions).map(([name, version]) => ({ name, version }));
    socket.send(JSON.stringify({ type: "hello", protocol: 1, credential: token, sender, held, ...role }));
  });
  socket.on("message", (bytes) => {
    clearTimeout(silence); // the link is dead when nothing came for two beats
    silence = setTimeout(() => socket.terminate(), 2 * beat_ms);
    const frame = JSON.parse(bytes.toString());
    if (frame.type === "welcome") {
      beat_ms = frame.beat_ms;
      token = frame.token;
      role = { role: "participant" };
      resend(frame.last_number);
      print({ joined: frame.person });
    } else if (frame.type === "section") {
      sections[frame.name] = frame.body;
      versions[frame.name] = frame.version;
    } else if (frame.type === "ack" || (frame.type === "refusal" && frame.number !== undefined)) {
      pending.get(frame.number)?.done(frame);
      pending.delete(frame.number);
    } else if (frame.type === "refusal") {
      print({ refused: frame.code });
      process.exit(1);
    }
  });
  socket.on("error", () => {});
  socket.on("close", () => setTimeout(connect, Math.random() * 1000));
}

// What the server has carried out is done; the rest is numbered again after it and sent in order.
function resend(last) {
  const waiting = [...pending].filter(([sent]) => sent > last);
  for (const [sent, each] of [...pending].filter(([earlier]) => earlier <= last)) {
    each.done({ type: "ack", number: sent });
  }
  pending.clear();
  number = last;
  waiting.forEach(([, each]) => transmit(each));
}

function transmit(each) {
  number += 1;
  pending.set(number, each);
  if (socket.readyState !== WebSocket.OPEN) return; // sent after the next welcome
  socket.send(JSON.stringify({ type: "command", number, command: each.command, body: each.body }));
}

const say = (command, body) => new Promise((done) => transmit({ command, body, done }));
const openPoll = (method) => when(() => sections.vote?.polls.find((poll) => poll.status === "open" && poll.method === method));
// Sections come on their own time: waits until one says what is needed.
async function when(look) {
  while (!look()) await new Promise((resolve) => setTimeout(resolve, 20));
  return look();
}

const deeds = {
  write: async () => {
    const step = await when(() => sections.step?.kind === "write" && sections.step);
    return say("submit_idea", { step: step.id, text: `Une idée de ${firstName}` });
  },
  rank: async () => {
    const poll = await openPoll("points");
    const points = [{ option: poll.options[0].id, points: Math.min(poll.points, poll.max_per_option) }];
    return say("cast_points", { poll: poll.id, ballot_key: randomBytes(16).toString("hex"), points });
  },
  vote: async () => {
    const poll = await openPoll("motion");
    return say("cast_vote", { poll: poll.id, ballot_key: randomBytes(16).toString("hex"), choice: "for" });
  },
};

connect();
for await (const word of createInterface({ input: process.stdin })) {
  const answer = await deeds[word]();
  print({ [word]: answer.type, code: answer.code, ideas: sections.mine?.ideas.length, voted: sections.me?.voted.length });
}
process.exit(0);
