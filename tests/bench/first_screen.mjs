// How long a slow tablet takes from a card's link to a screen it can use: the first button that can be pressed, painted.
// Chromium with its processor slowed six times, against the same door without scripts (/simple) opened in turn, and against the
// limit. Prints one line for each; ends with 1 when a median is over the limit.
//
//     npm --prefix tests ci && node tests/bench/first_screen.mjs        TABLEE_PROGRAM: another program than build/release/tablee
import { openBrowser } from "../e2e/browser.mjs";
import { leadRoom } from "../e2e/facilitator.mjs";
import { RoomServer, command, root } from "../e2e/server.mjs";

const slower = 6;
const runs = 5;
const limit_ms = 1_500;

// In the page, before anything of it: the time of the frame after the one that holds a button to press.
function watchScreen() {
  const look = () => {
    const button = document.querySelector("main button:not(:disabled):not([aria-disabled='true']), main input[type='submit']:not(:disabled)");
    if (button !== null && button.getClientRects().length > 0) {
      requestAnimationFrame(() => setTimeout(() => (globalThis.usable_ms = performance.now())));
    } else {
      requestAnimationFrame(look);
    }
  };
  requestAnimationFrame(look);
}

async function openIn(context, address) {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slower });
  await page.goto(address, { waitUntil: "commit" });
  await page.waitForFunction(() => globalThis.usable_ms !== undefined);
  const ms = await page.evaluate(() => globalThis.usable_ms);
  await page.close();
  return ms;
}

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

const server = await new RoomServer(`${root}/scenarios/demi-journee.json`).start();
const lead = await leadRoom(server);
await lead.say("add_table", { title: "" });
await lead.say("add_people", { people: [{ name: "Ann", table: 1 }] });
const { cards } = JSON.parse((await command("links", server.data, "--json")).stdout);
const code = cards.find((card) => card.person === 1).code;
const browser = await openBrowser((context) => context.addInitScript(watchScreen));
const doors = { screen: `${server.origin}/#${code}`, peer: `${server.origin}/simple` };
const found = { screen: { cold: [], warm: [] }, peer: { cold: [], warm: [] } };
for (let run = 0; run < runs; run += 1) {
  for (const [door, address] of Object.entries(doors)) {
    const context = (await browser.device("about:blank", 800, 1280)).context();
    found[door].cold.push(await openIn(context, address));
    found[door].warm.push(await openIn(context, address));
    await context.close();
  }
}
await browser.close();
lead.close();
await server.stop();

let late = false;
for (const cache of ["cold", "warm"]) {
  const [ms, peer_ms] = [median(found.screen[cache]), median(found.peer[cache])];
  late ||= ms > limit_ms;
  console.log(
    `first usable screen, ${cache} cache: ${Math.round(ms)} ms (${found.screen[cache].map(Math.round).join(", ")}); ` +
      `/simple ${Math.round(peer_ms)} ms; ratio ${(ms / peer_ms).toFixed(2)}; ${(ms / limit_ms).toFixed(2)} of the limit of ${limit_ms} ms`,
  );
}
process.exit(late ? 1 : 0);
