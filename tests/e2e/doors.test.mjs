// Four equal ways into the room: the code of a card, its four digits, its three pictures, and waiting to be placed without doing
// anything.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { look, openBrowser } from "./browser.mjs";
import { leadRoom, until } from "./facilitator.mjs";
import { Console } from "./screens.mjs";
import { RoomServer, command, root } from "./server.mjs";
import { said } from "./small_room.mjs";
import { Switches } from "./switches.mjs";

const names = ["Ann", "Bob", "Cléo", "Driss", "Emma", "Fatou", "Gus"];
const size = { tablet: [800, 1280], narrow: [320, 640] };
const ways = ["Le code de ma carte", "Les 4 chiffres de ma carte", "Les 3 images de ma carte", "J’attends qu’on me place"];
const closed = "Quelqu’un est déjà entré avec cette carte. Demandez à l’animateur.";
let server;
let lead;
let browser;
let cockpit;
// By name: code, digits, pictures, as `tablee links` prints them.
let cards;

const four = (number) => String(number).padStart(4, "0");
const button = (page, name) => page.getByRole("button", { name });
const heading = (page, name) => page.getByRole("heading", { level: 1, name });
const takes = (page, way) => button(page, new RegExp(`^${way}`)).click();
// Past the first screen, for those whose tablet was not set up before.
async function arrives(page, words) {
  const first = button(page, "Je commence");
  await first.or(page.getByText(words)).first().waitFor();
  if (await first.isVisible()) {
    await first.click();
  }
  await said(page, words);
}
const door = ([width, height] = size.tablet, settings = null) => browser.device(server.origin, width, height, "fr", settings);
const seated = (name) => until(() => lead.sections.presence.people.includes(names.indexOf(name) + 1), `${name}'s screen`);

before(async () => {
  server = await new RoomServer(`${root}/tests/transcripts/scenarios/short.json`).start();
  lead = await leadRoom(server);
  await lead.say("add_table", { title: "" });
  await lead.say("add_table", { title: "" });
  await lead.say("add_people", { people: names.map((name) => ({ name, table: 1 })) });
  const printed = (await command("links", server.data)).stdout;
  const { cards: rows, doors } = JSON.parse((await command("links", server.data, "--json")).stdout);
  cards = Object.fromEntries(
    names.map((name, i) => {
      const [, digits, pictures] = new RegExp(`\\(${name}\\).*  (\\d{4})  (.*)`).exec(printed);
      assert.equal(digits, four(doors.find((each) => each.person === i + 1).number));
      return [name, { code: rows.find((card) => card.person === i + 1).code, digits, pictures: pictures.split(", ") }];
    }),
  );
  browser = await openBrowser();
  cockpit = new Console(await browser.device(`${server.origin}/console#${server.links.facilitator.token}`, 1280, 800));
  await cockpit.page.locator("#now-title").waitFor();
});
after(async () => {
  assert.deepEqual(browser.faults, []);
  await browser.close();
  lead.close();
  await server.stop();
});

test("[access J1] the four ways have one size and one level, on a tablet and on a narrow screen", async () => {
  for (const [where, wanted] of Object.entries(size)) {
    const page = await door(wanted);
    const boxes = await Promise.all(ways.map((way) => button(page, new RegExp(`^${way}`)).boundingBox()));
    for (const { width, height } of boxes) {
      assert.ok(Math.abs(width - boxes[0].width) < 1 && Math.abs(height - boxes[0].height) < 1, JSON.stringify(boxes));
    }
    assert.equal(await page.getByRole("main").getByRole("button").count(), ways.length);
    assert.deepEqual(await look(page, `${where}-ways-in`), []);
    for (const way of ways) {
      await takes(page, way);
      await heading(page, way).waitFor();
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, way);
      assert.deepEqual(await look(page, `${where}-${way}`), []);
      await button(page, "Une autre porte").click();
      await heading(page, "Entrer dans l’atelier").waitFor();
    }
    await page.close();
  }
  await until(() => lead.sections.presence.waiting.length === 0, "nobody waits who went back");
});

test("[access J1] first way: the square of the card, or its code", async () => {
  const page = await door();
  await page.goto(`${server.origin}/#${cards.Ann.code}`);
  await page.reload();
  await button(page, "Entrer").click();
  await arrives(page, "Bonjour Ann");
  // Her numbers have closed behind her, kindly; her code opens still.
  const other = await door();
  await takes(other, ways[1]);
  await other.getByLabel("Les 4 chiffres de votre carte").fill(cards.Ann.digits);
  await button(other, "Entrer").click();
  await said(other, closed);
  assert.deepEqual(await look(other, "digits-used"), []);
  await button(other, "Une autre porte").click();
  assert.equal(await other.getByRole("main").getByText(closed).count(), 0);
  await takes(other, ways[2]);
  for (const picture of cards.Ann.pictures) {
    await other.getByRole("button", { name: new RegExp(`^${picture}$`, "i") }).click();
  }
  await button(other, "Entrer").click();
  await said(other, closed);
  assert.deepEqual(await look(other, "pictures-used"), []);
  await button(other, "Une autre porte").click();
  await takes(other, ways[0]);
  await other.getByLabel("Le code de votre carte").fill(` ${cards.Ann.code.slice(0, 3).toLowerCase()} ${cards.Ann.code.slice(3)}`);
  await button(other, "Entrer").click();
  await arrives(other, "Bonjour Ann");
  await Promise.all([page.close(), other.close()]);
});

test("[access J1] [access J3] second way: four digits, by keyboard, spaces and paste taken, mistakes told kindly", async () => {
  const page = await door(size.narrow);
  await takes(page, ways[1]);
  const field = page.getByLabel("Les 4 chiffres de votre carte");
  assert.equal(await field.getAttribute("inputmode"), "numeric");
  for (const [typed, told] of [["", "Écrivez les 4 gros chiffres"], ["41", "Il y en a 2 ici"], ["04l7", "« l » n’est pas un chiffre"]]) {
    await field.fill(typed);
    await field.press("Enter");
    await said(page, told);
    assert.equal(await field.evaluate((each) => each === document.activeElement), true);
  }
  await field.fill("9999");
  await field.press("Enter");
  await said(page, "Ces chiffres n’ouvrent aucune carte");
  assert.deepEqual(await look(page, "narrow-digits-wrong"), []);
  await field.fill("");
  // As the clipboard gives it: nothing is in its way.
  const stopped = await field.evaluate((each) => {
    const paste = new ClipboardEvent("paste", { bubbles: true, cancelable: true });
    return !each.dispatchEvent(paste);
  });
  assert.equal(stopped, false);
  await field.focus();
  const { digits } = cards.Bob;
  await page.keyboard.insertText(` ${digits.slice(0, 2)} ${digits.slice(2)} `);
  await field.press("Enter");
  await arrives(page, "Bonjour Bob");
  await page.close();
});

test("[access J1] third way: three pictures in order, always with their words, whatever the settings say of pictures", async () => {
  const page = await door(size.narrow, { pictograms: "none" });
  await takes(page, ways[2]);
  const choices = page.locator(".pictures button");
  assert.equal(await choices.count(), 12);
  for (const each of await choices.all()) {
    assert.match((await each.textContent()).trim(), /^\p{L}+$/u);
    const { width, height } = await each.boundingBox();
    assert.ok(width >= 44 && height >= 44);
    assert.ok((await each.locator("svg").boundingBox()).width > 30);
  }
  await button(page, "Entrer").click();
  await said(page, "Choisissez encore 3 images.");
  const [first, second, third] = cards["Cléo"].pictures.map((words) => new RegExp(`^${words}$`, "i"));
  await button(page, first).click();
  await button(page, third).click();
  await said(page, new RegExp(`^Image 2\\s: ${cards["Cléo"].pictures[2]}$`, "i"));
  // Touched again, a picture is taken away.
  await page.locator(".pictures button[aria-pressed='true']").last().click();
  await page.locator(".pictures button[aria-pressed='true']").first().click();
  await said(page, /^Image 1\s: à choisir/);
  await button(page, first).click();
  await button(page, second).click();
  await button(page, third).click();
  assert.deepEqual(await page.locator(".pictures button[aria-pressed='true'] .picture-place").allTextContents().then((all) => all.sort()), ["1", "2", "3"]);
  // The focus stays on the last one touched.
  assert.match(await page.evaluate(() => document.activeElement.textContent), new RegExp(third.source.slice(1, -1), "i"));
  assert.deepEqual(await look(page, "narrow-pictures-chosen"), []);
  // Nothing is sent until asked for.
  assert.equal(lead.sections.presence.people.includes(3), false);
  await button(page, "Entrer").click();
  await arrives(page, "Bonjour Cléo");
  await page.close();
});

test("[access J1] [access M5] with two switches, the three pictures are chosen and the door opens", async () => {
  const page = await door(size.tablet, { scanning: "two_switches" });
  const hand = new Switches(page, { choose: "Enter", advance: "2" });
  await hand.choose(/^Les 3 images de ma carte/);
  await heading(page, ways[2]).waitFor();
  for (const picture of cards.Driss.pictures) {
    await hand.choose(new RegExp(`^${picture}$`, "i"));
  }
  await hand.choose("Entrer");
  await seated("Driss");
  await page.close();
});

test("[access J1] fourth way: nothing to do; the lead places the tablet, which kept its name over a reload", async () => {
  const page = await door();
  const other = await door(size.narrow);
  await takes(page, ways[3]);
  const first = await page.locator(".called strong").textContent();
  await takes(other, ways[3]);
  const second = await other.locator(".called strong").textContent();
  assert.match(first, /^\p{L}+ \d+$/u);
  assert.notEqual(first, second);
  assert.deepEqual(await look(page, "tablet-waits"), []);
  assert.deepEqual(await look(other, "narrow-waits"), []);
  await page.reload();
  await said(page, first);
  await until(() => lead.sections.presence.waiting.length === 2, "two tablets wait");

  await said(cockpit.page, "2 tablettes attendent");
  await cockpit.panel("Personnes");
  await said(cockpit.page, "Tablettes qui attendent");
  const whose = (tablet) => cockpit.page.getByLabel(new RegExp(`^${tablet}\\s: à qui est cette tablette`));
  const options = await whose(first).locator("option").allTextContents();
  assert.ok(options.includes("Emma") && options.includes("Nouvelle personne, Table 1"), options.join());
  await whose(first).selectOption({ label: "Emma" });
  assert.deepEqual(await look(cockpit.page, "console-waiting-tablets"), []);
  await button(cockpit.page, `Placer ${first}`).click();
  for (const table of ["Table 1", "Table 2"]) {
    await whose(second).selectOption({ label: `Nouvelle personne, ${table}` });
    await button(cockpit.page, `Placer ${second}`).click();
    if (table === "Table 1") {
      await said(cockpit.page.getByRole("main"), "Cette table est complète. Choisissez-en une autre.");
    }
  }

  // Nobody has touched them.
  await arrives(page, "Bonjour Emma");
  await button(other, "Je commence").waitFor();
  await until(() => lead.sections.presence.waiting.length === 0, "nobody waits");
  assert.equal(lead.sections.people.people.length, names.length + 1);
  assert.equal(lead.sections.people.people.at(-1).table, 2);
  await page.reload();
  await arrives(page, "Bonjour Emma");
  await cockpit.page.getByText("Tablettes qui attendent").waitFor({ state: "detached" });
});

test("[access J1] a card to print has the four doors of whoever has not come, and only those that open of whoever has", async () => {
  await cockpit.panel("Cartes");
  const card = (name) => cockpit.page.locator(".print-card").filter({ has: cockpit.page.getByRole("heading", { name, exact: true }) });
  const { code, digits, pictures } = cards.Fatou;
  await card("Fatou").getByText(digits, { exact: true }).waitFor();
  const words = await card("Fatou").locator(".print-pictures li").allTextContents();
  assert.deepEqual(words.map((each) => each.trim().toLowerCase()), pictures);
  assert.equal((await card("Fatou").locator(".print-code").textContent()).replace(/\s/g, ""), code);
  assert.equal(await card("Ann").locator(".print-digits").count(), 0);
  assert.equal(await card("Ann").locator(".print-code").count(), 1);
  assert.deepEqual(await look(cockpit.page, "console-cards"), []);
  await cockpit.page.emulateMedia({ media: "print" });
  const shown = await card("Fatou").evaluate((each) => {
    const box = each.getBoundingClientRect();
    const inside = [...each.querySelectorAll("*")].map((part) => part.getBoundingClientRect());
    return inside.every((part) => part.bottom <= box.bottom + 1 && part.right <= box.right + 1);
  });
  assert.equal(shown, true, "all of it is on the card");
  await look(cockpit.page, "console-cards-printed");
});
