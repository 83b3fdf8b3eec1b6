// The simple screen, in every state a participant's tablet comes to: seven controls at most on each of its pages, four of them
// always at the same place, and over its pages every control of the usual screen.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { settle } from "./gestures.mjs";
import { install } from "./in_page.mjs";

const controls_max = 7;
const pages_max = 40;
const pictures = process.env.TABLEE_PICTURES;

// A question with its answers (a fieldset, a named group of buttons) is one control; lines that are scrolled are read, not pressed.
function counted() {
  const { controls, words } = window.probing;
  const inPlace = Array.from(document.querySelectorAll(".simple-place"));
  const seen = [...controls().filter((each) => !each.matches(".skip-link, .simple-place, .captions-lines")), ...inPlace];
  const name = (each) =>
    (each.getAttribute("aria-label") ?? (each.labels?.[0] ? words(each.labels[0]) : words(each))).replace(/^✓\s*|\s*✓.*$/g, "");
  return {
    controls: new Set(seen.map((each) => each.closest("fieldset, [role=group]") ?? each)).size,
    names: seen.map(name),
    places: inPlace.map((each) => {
      const { x, y, width, height } = each.getBoundingClientRect();
      return [x, y, width, height].map(Math.round).join(" ");
    }),
  };
}

// Counts a page of the simple screen, then goes to the next one as by a touch that leaves the keyboard where it is. In one go:
// there are thousands of these pages.
function countAndTurn(count, first) {
  const { visible, words } = window.probing;
  const button = (name) => Array.from(document.querySelectorAll("button")).find((each) => visible(each) && words(each).endsWith(name));
  const here = count();
  const way_back = button("Régler ma tablette") !== undefined;
  const next = button(first ? "Plus de choses" : "La suite");
  if (first) {
    document.querySelector("main h1").focus();
  }
  next?.click();
  return { ...here, way_back, turned: next !== undefined };
}

// What the simple screen has elsewhere: the time and the captions are in the settings, the instruction is read by the button of
// its bar, what a helper shows goes away with the next thing.
const elsewhere = (name) =>
  /^(Cacher le temps|Montrer le temps|Écouter\s: la consigne|Cacher$)/.test(name) ||
  /^(Figer les sous-titres|Régler les sous-titres|\d+ nouvelles? lignes?|Sous-titres plus|Lire sur tout|Fermer les sous-titres)/.test(name);
const lookAt = (page) => page.evaluate(counted);
const button = (page, name) => page.getByRole("button", { name, exact: true });

async function leaveSimple(page) {
  await settle(page, "radio", "Tout, sur une page");
  await button(page, "C’est bon").click();
}

// True where a participant's tablet may be set to one thing at a time: inside the room, with nothing open above it.
export async function mayBeSimple(page) {
  return (await page.locator("[aria-modal=true]").count()) === 0 && (await page.locator(".signals").count()) > 0;
}

// Somebody is called, and is not called any more: no place moves.
async function callForHelp(name, page) {
  const { places } = await lookAt(page);
  await button(page, "Aide").click();
  await page.locator(".simple-place[aria-pressed=true]").waitFor();
  assert.deepEqual((await lookAt(page)).places, places, `${name}: calling for help moves a place`);
  await button(page, "Aide").click();
  await page.locator(".simple-place[aria-pressed=false]").waitFor();
}

// One line for each fault of the simple screen in the state the tablet is in; leaves the tablet as it was. placesOf: where the four
// places were, by width, kept from one state of a room to the next. with_help: somebody may be called now; at night nobody is there.
export async function simpleFaults(name, page, placesOf, with_help) {
  await page.evaluate(install);
  const usual = await lookAt(page);
  await settle(page, "radio", "Une chose à la fois");
  await button(page, "C’est bon").click();
  await page.locator(".simple-bar").waitFor();
  // The page is where the keyboard is: at the settings.
  await button(page, "Retour").click();
  const faults = [];
  const seen = new Set();
  const { width } = page.viewportSize();
  let way_back = false;
  for (let at = 0; at < pages_max; at += 1) {
    if (pictures && at < 2) {
      mkdirSync(pictures, { recursive: true });
      await page.screenshot({ path: join(pictures, `simple-${name.replace(/[^\w]+/g, "-")}-${at}.png`) });
    }
    if (at === 0 && with_help) {
      await callForHelp(name, page);
    }
    const here = await page.evaluate(`(${countAndTurn})(${counted}, ${at === 0})`);
    if (here.controls > controls_max) {
      faults.push(`${name}, page ${at}: ${here.controls} controls: ${here.names.join(", ")}`);
    }
    placesOf.set(width, placesOf.get(width) ?? here.places.join());
    if (here.places.length !== 4 || here.places.join() !== placesOf.get(width)) {
      faults.push(`${name}, page ${at}: the four places are ${here.places.join()}, not ${placesOf.get(width)}`);
    }
    here.names.forEach((each) => seen.add(each));
    way_back = here.way_back;
    if (!here.turned) {
      break;
    }
  }
  const lost = usual.names.filter((each) => !elsewhere(each) && !seen.has(each));
  if (lost.length > 0) {
    faults.push(`${name}: lost on the simple screen: ${lost.join(", ")}`);
  }
  assert.ok(way_back, `${name}: the settings are on the last page`);
  await leaveSimple(page);
  return faults;
}
