// From a captioner's key to a participant's screen: how long a line takes, and a word after the pause that sends it. Both pages
// are in one browser on this machine; the room is as large as a small one. Prints one line for each.
//
//     npm --prefix tests ci && node tests/bench/captions.mjs            TABLEE_PROGRAM: another program than build/release/tablee
import { openSmallRoom } from "../e2e/small_room.mjs";

const runs = 30;
const pause_ms = 1_200;

const room = await openSmallRoom({ scenario: "speech" });
const captioner = await room.browser.device(`${room.server.origin}${room.links.captioner.path}`, 1280, 800);
await captioner.getByRole("button", { name: "Entrer" }).click();
const field = captioner.getByLabel("Ce qui est dit");
await field.fill("Bonjour.");
await field.press("Enter");
await room.ann.getByRole("button", { name: "Sous-titres" }).click();
await room.ann.locator(".captions-lines").waitFor();

// In both pages, by the clock of this machine: the last key, and the frame after the words came.
await captioner.evaluate(() => {
  document.addEventListener("keydown", () => (globalThis.key_at = Date.now()), true);
});
await room.ann.evaluate(() => {
  const box = document.querySelector(".captions-lines");
  new MutationObserver(() => requestAnimationFrame(() => (globalThis.shown_at = Date.now()))).observe(box, {
    childList: true,
    subtree: true,
    characterData: true,
  });
});

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
async function time(last_key, words) {
  await field.fill(words);
  await field.press(last_key);
  await room.ann.locator(".captions-lines").getByText(words.trim()).waitFor();
  await room.ann.waitForTimeout(50);
  return (await room.ann.evaluate(() => globalThis.shown_at)) - (await captioner.evaluate(() => globalThis.key_at));
}
const print = (what, list) =>
  console.log(`${what}: median ${median(list)} ms, longest ${Math.max(...list)} ms, of ${list.length}; limit 1000 ms`);

const lines = [];
for (let i = 0; i < runs; i += 1) {
  lines.push(await time("Enter", `Ligne ${i}.`));
}
print("a line, from Enter to a participant's screen", lines);
const words = [];
for (let i = 0; i < 5; i += 1) {
  words.push((await time("Space", `mot${i} encore`)) - pause_ms);
}
print(`a word, from the end of the pause of ${pause_ms} ms`, words);
await room.close();
