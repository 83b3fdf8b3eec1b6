// Sets up the sample room, then plays the simulated citizens.
// Usage: tablee links DATA --json | node demo.mjs --port N --citizens N
import { Citizen } from "./citizen.mjs";
import { Seat } from "./seat.mjs";
import { firstNames } from "./words.mjs";

const tablesWanted = 4;
const seatsByTable = 6;
const slowestSeconds = 12;

function option(name, otherwise) {
  const at = process.argv.indexOf(name);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
}

async function readAll(stream) {
  let text = "";
  for await (const piece of stream) {
    text += piece;
  }
  return text;
}

// Tables and people, unless the atelier already has some. Returns the facilitator's view of the cards.
async function prepareRoom(facilitator, citizens) {
  await facilitator.welcome;
  await waitFor(() => facilitator.sections.people && facilitator.sections.desk);
  if (facilitator.sections.people.tables.length === 0) {
    for (let i = 0; i < Math.max(tablesWanted, Math.ceil(citizens / seatsByTable)); i += 1) {
      await facilitator.say("add_table", { title: "" });
    }
  }
  const missing = Math.max(citizens, firstNames.length) - facilitator.sections.people.people.length;
  if (missing > 0) {
    const people = Array.from({ length: missing }, (_, i) => {
      const round = Math.floor(i / firstNames.length);
      return { name: firstNames[i % firstNames.length] + (round === 0 ? "" : ` ${round + 1}`) };
    });
    await facilitator.say("add_people", { people });
    await facilitator.say("deal_tables", { everyone: false });
  }
  await waitFor(() => facilitator.sections.desk.cards.filter((card) => card.person !== undefined).length >= citizens);
  return facilitator.sections.desk.cards;
}

async function waitFor(condition) {
  for (let tries = 0; tries < 200; tries += 1) {
    if (condition()) {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("la salle ne répond pas");
}

const url = `ws://127.0.0.1:${option("--port", 8080)}/ws`;
const count = option("--citizens", 0);
const links = JSON.parse(await readAll(process.stdin));
const facilitator = new Seat(url, { role: "facilitator", credential: links.facilitator.token });
const cards = await prepareRoom(facilitator, count);
const people = cards.filter((card) => card.person !== undefined);
const tables = cards.filter((card) => card.table !== undefined);

// The last cards are played, so that the first ones stay free for the person who tries.
const played = count === 0 ? [] : people.slice(-count);
const citizens = played.map((card) => new Citizen(url, card.code, slowestSeconds));
await Promise.all(citizens.map((citizen) => citizen.seat.welcome));

const free = people.filter((card) => !played.includes(card)).slice(0, 3);
const origin = links.addresses?.[0] ?? `http://127.0.0.1:${option("--port", 8080)}`;
console.log("");
console.log(`Pour essayer comme citoyen : ${free.map((card) => `${origin}/#${card.code}`).join("  ") || `${origin}/ avec le code d’une table`}`);
console.log(`Pour essayer comme tablette de table : ${tables.slice(0, 2).map((card) => `${origin}/table#${card.code}`).join("  ")}`);
if (count > 0) {
  console.log(`${count} citoyens simulés sont dans la salle. Ils écrivent, classent, rédigent et votent quand vous lancez les séquences.`);
}
facilitator.close();
