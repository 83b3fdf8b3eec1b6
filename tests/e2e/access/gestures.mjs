// How the walks of screens.mjs move a room on: what people, the lead and the console do, in a word each.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Seat } from "../../../deploy/demo/seat.mjs";
import { until } from "../facilitator.mjs";
import { Tablet, toCode } from "../screens.mjs";
import { root } from "../server.mjs";

// Pages of the console that were opened stay in it, hidden.
export const said = (page, words) => page.getByText(words).filter({ visible: true }).first().waitFor();
export const stay = async () => {};
export const screen = (name, where, reach = stay) => ({ name, where, reach });

const shortcuts = readFileSync(join(root, "client-web/src/screens/console/shortcuts.ts"), "utf8");
export const panels = Array.from(/const panels = \[([^\]]*)\]/.exec(shortcuts)[1].matchAll(/'(\w+)'/g), ([, panel]) => ({
  panel,
  key: new RegExp(`open_${panel}: \\{ key: '(.)'`).exec(shortcuts)[1],
}));

// All of a level at once, then what was inside them.
export async function unfold(page, place = page) {
  const closed = place.locator("details:not([open]) > summary").filter({ visible: true });
  const press = (summaries) => summaries.map((each) => each.click()).length;
  while ((await closed.evaluateAll(press)) > 0);
}

// The page of the console that is opened by its shortcut.
export const panel = (wanted) => (room) => room.cockpit.press(panels.find((each) => each.panel === wanted).key);
export const onPanel = (name, wanted, words) =>
  screen(`console/${name}`, "console", async (room) => {
    await panel(wanted)(room);
    await unfold(room.cockpit.page);
    await said(room.cockpit.page, words);
  });
export const everyPanel = (when) => panels.map((each) => screen(`console/${each.panel}, ${when}`, "console", panel(each.panel)));

export const to = (step) => (room) => room.lead.startStep(step);
export const at = async (page, title) => new Tablet(page).atStep(title);
export const press = (page, name) => page.getByRole("button", { name }).first().click();
export const drawer = (page, title) => page.locator("summary").filter({ hasText: title }).click();
export const guest = (path) => (room) => room.guest(path);
export const scene = (name, scene, words, message = "") =>
  screen(`projector/${name}`, "wall", async (room) => {
    await room.lead.say("show_scene", { scene, message });
    await said(room.wall, words);
  });

// The tablet counts an idea as sent while it still waits on it: the room has it once it waits no more.
export async function sendIdea(page, title, text) {
  await at(page, title);
  await new Tablet(page).sendIdea(text);
  await said(page, /Vous avez envoyé/);
  await page.getByText("Pas encore envoyée").first().waitFor({ state: "detached" });
}

// Others at the second table, without a screen: each does one thing and leaves.
export async function others(room, count, act) {
  const names = Array.from({ length: count }, (_, i) => ({ name: `Autre ${i + 1}`, table: 2 }));
  const { length } = room.lead.sections.people.people;
  await room.lead.say("add_people", { people: names });
  await until(() => room.lead.sections.people.people.length === length + count, "the others");
  const { people } = room.lead.sections.people;
  for (const [i, { id }] of people.slice(length).entries()) {
    const card = await until(() => room.lead.sections.desk.cards.find((each) => each.person === id), "a card");
    const seat = new Seat(room.server.socket, { role: "participant", credential: card.code });
    await seat.welcome;
    await act(seat, i);
    seat.close();
  }
}

// Another device, with settings kept on it.
export async function withSettings(room, settings) {
  const page = await room.guest("/");
  await page.evaluate((kept) => localStorage.setItem("tablee.profile", JSON.stringify(kept)), settings);
  await page.reload();
  await toCode(page);
  return page;
}

// Somebody new, on the first screen after the door.
export async function newcomer(room) {
  await room.lead.say("add_people", { people: [{ name: "Zoé", table: 1 }] });
  const { id } = room.lead.sections.people.people.at(-1);
  await until(() => room.lead.sections.desk.cards.some((card) => card.person === id), "the new card");
  const page = await room.guest("/");
  await toCode(page);
  await page.getByLabel("Le code de votre carte").fill(room.lead.sections.desk.cards.find((card) => card.person === id).code);
  await press(page, "Entrer");
  await page.getByRole("heading", { level: 1, name: "Bienvenue" }).waitFor();
  return page;
}

// What the captioner types, as said by somebody.
export async function say(page, speaker, words) {
  await page.getByLabel("Le nom, ou autre chose").fill(speaker);
  await page.getByLabel("Ce qui est dit").fill(words);
  await page.getByLabel("Ce qui est dit").press("Enter");
  await page.getByRole("listitem").filter({ hasText: words }).waitFor();
}

// The settings of a person, unfolded, with one more chosen.
export async function settle(page, role, name) {
  await press(page, "Régler ma tablette");
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  await unfold(page, dialog);
  await dialog.getByRole(role, { name, exact: true }).first().click();
}
