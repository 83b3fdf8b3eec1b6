// A person's settings: the welcome in four taps, every setting, carried by the card, reset when the tablet is handed back;
// what the team is told.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openBrowser, look } from "./browser.mjs";
import { leadRoom, until } from "./facilitator.mjs";
import { Console, Tablet, toCode } from "./screens.mjs";
import { RoomServer, command, root } from "./server.mjs";

let server;
let lead;
let browser;
let codes;
let ann;

const root_of = (page) => page.evaluate(() => ({ ...document.documentElement.dataset, size: document.documentElement.style.fontSize }));
const tile = (page, name) => page.getByRole("button", { name, exact: false });

before(async () => {
  server = await new RoomServer(`${root}/tests/transcripts/scenarios/short.json`).start();
  lead = await leadRoom(server);
  await lead.say("add_table", { title: "" });
  await lead.say("add_people", { people: ["Ann", "Bob", "Cleo"].map((name) => ({ name, table: 1 })) });
  const links = JSON.parse((await command("links", server.data, "--json")).stdout);
  codes = (person) => links.cards.find((card) => card.person === person).code;
  browser = await openBrowser();
});
after(async () => {
  await browser.close();
  lead.close();
  await server.stop();
});

const open = async (person, size = [800, 1280]) => {
  const page = await browser.device(server.origin, ...size);
  await toCode(page);
  await page.getByLabel("Le code de votre carte").fill(codes(person));
  await page.getByRole("button", { name: "Entrer" }).click();
  return page;
};

test("four taps: begin or set up, wishes, a try, done", async () => {
  ann = await open(1);
  await ann.getByRole("heading", { level: 1, name: "Bienvenue" }).waitFor();
  assert.deepEqual(await look(ann, "settings-first"), []);
  await ann.getByRole("button", { name: "Je veux régler ma tablette" }).click();
  await tile(ann, "Voir plus gros").click();
  await tile(ann, "Du calme").click();
  assert.equal((await root_of(ann)).size, "200%");
  assert.equal((await root_of(ann)).still, "true");
  await ann.getByRole("radio", { name: "Oui, c’est mieux" }).check();
  assert.deepEqual(await look(ann, "settings-tiles"), []);
  await ann.getByRole("button", { name: "C’est bon" }).click();
  await ann.getByRole("heading", { level: 1 }).first().waitFor();
  await until(() => lead.sections.needs.counts.some((each) => each.need === "calm_place"), "the team's count");
});

test("[access J4] the card brings the settings to another tablet, and nobody else's has them", async () => {
  const other = await open(1, [1024, 768]);
  await until(async () => (await root_of(other)).size === "200%", "the size chosen elsewhere");
  const bob = await open(2);
  await bob.getByRole("heading", { level: 1, name: "Bienvenue" }).waitFor();
  assert.equal((await root_of(bob)).size, "125%");
  await other.close();
  await bob.close();
});

test("[access S2] [access M2] [access X1] every setting is one tap away, and all of them together lose nothing", async () => {
  await lead.startStep("w1");
  await ann.getByRole("button", { name: "Y aller" }).click({ timeout: 1000 }).catch(() => {});
  await ann.getByRole("button", { name: "Régler ma tablette" }).click();
  for (const group of ["Voir et toucher", "Les étapes et le temps", "Ce que l’équipe peut préparer"]) {
    await ann.getByText(group, { exact: true }).click();
  }
  assert.deepEqual(await look(ann, "settings-all"), []);
  for (const name of ["La plus grande", "Jaune sur noir", "OpenDyslexic", "Très large"]) {
    await ann.getByRole("radio", { name, exact: true }).check();
  }
  await ann.getByRole("group", { name: "Taille des boutons" }).getByRole("radio", { name: "Très grande" }).check();
  for (const name of ["Une ligne pour suivre la lecture", "Cacher le temps qui reste", "Dire mon nom à l’équipe"]) {
    await ann.getByRole("checkbox", { name, exact: true }).check();
  }
  assert.deepEqual(await look(ann, "settings-everything"), []);
  await ann.getByRole("button", { name: "C’est bon" }).click();
  assert.deepEqual(await look(ann, "write-everything"), []);
  const small = await ann.evaluate(() =>
    [...document.querySelectorAll("button.button")].filter((each) => each.offsetHeight > 0 && each.offsetHeight < 96).map((each) => each.textContent),
  );
  assert.deepEqual(small, [], "every button has the size that was asked for");
  await ann.setViewportSize({ width: 320, height: 640 });
  const wide = await ann.evaluate(() =>
    [...document.querySelectorAll("body *")].filter((each) => each.getBoundingClientRect().right > 320.5).map((each) => `${each.tagName} ${each.className} ${each.textContent.trim().slice(0, 30)}`),
  );
  assert.deepEqual(wide, [], "nothing is wider than the screen");
  assert.deepEqual(await look(ann, "write-everything-320"), []);
  await ann.setViewportSize({ width: 800, height: 1280 });
});

for (const [words, colours] of [["Sombres", "dark"], ["Crème", "cream"], ["Celles de la tablette", "device"]]) {
  test(`[access S1] the theme « ${words} » is readable`, async () => {
    await ann.getByRole("button", { name: "Régler ma tablette" }).click();
    await ann.getByText("Voir et toucher", { exact: true }).click();
    await ann.getByRole("radio", { name: words, exact: true }).check();
    assert.equal((await root_of(ann)).colours, colours);
    assert.deepEqual(await look(ann, `theme-${colours}-panel`), []);
    await ann.getByRole("button", { name: "C’est bon" }).click();
    assert.deepEqual(await look(ann, `theme-${colours}`), []);
  });
}

test("[access T7] [access L5] a pause is a calm screen, and everything is as it was afterwards", async () => {
  await ann.getByLabel("Mon idée").fill("Un banc à l’ombre");
  await ann.getByRole("button", { name: "Figer l’écran" }).click();
  await lead.say("send_message", { text: "Encore cinq minutes" });
  await until(() => lead.sections.notices.messages.length === 1, "the message");
  assert.equal(await ann.getByText("Encore cinq minutes").count(), 0, "nothing moves on a frozen screen");
  await ann.getByRole("button", { name: "Laisser bouger l’écran" }).click();
  await ann.getByText("Encore cinq minutes").first().waitFor();
  await ann.getByRole("button", { name: "Faire une pause" }).click();
  await ann.getByRole("heading", { name: "Prenez votre temps" }).waitFor();
  await until(() => lead.sections.people.signals.some((each) => each.kind === "pause"), "the team knows");
  assert.deepEqual(await look(ann, "calm"), []);
  await ann.getByRole("button", { name: "Je reviens" }).click();
  assert.equal(await ann.getByLabel("Mon idée").inputValue(), "Un banc à l’ombre");
  await until(() => lead.sections.people.signals.every((each) => each.kind !== "pause"), "the pause is over");
});

test("[access N1] the tablet speaks for the person, or shows what they want to say", async () => {
  await ann.getByRole("button", { name: "Régler ma tablette" }).click();
  await tile(ann, "Parler autrement").click();
  await ann.getByRole("button", { name: "C’est bon" }).click();
  await ann.getByRole("button", { name: "Je ne suis pas d’accord." }).click();
  await ann.getByRole("button", { name: "J’ai une question." }).click();
  const words = "Je ne suis pas d’accord. J’ai une question.";
  assert.equal(await ann.getByLabel("Ce que je veux dire").inputValue(), words);
  const said = (request) => new URL(request.url()).searchParams.get("text");
  const asked = ann.waitForRequest((request) => said(request) === "Je ne suis pas d’accord.");
  await ann.getByRole("button", { name: "Dire à voix haute" }).click();
  await asked;
  await ann.getByRole("button", { name: "Montrer en grand" }).click();
  await ann.getByRole("dialog").getByText(words).waitFor();
  assert.deepEqual(await look(ann, "speak-large"), []);
  await ann.getByRole("button", { name: "Fermer" }).click();
  assert.deepEqual(await look(ann, "speak"), []);
  assert.equal(await ann.getByLabel("Ce que je veux dire").inputValue(), words, "it stays, to be said again");
});

test("the team sees what to prepare, and a name only when the person said so", async () => {
  const cockpit = new Console(await browser.device(`${server.origin}/console#${server.links.facilitator.token}`, 1280, 800));
  await cockpit.panel("Salle");
  await cockpit.page.getByText("À prévoir").waitFor();
  await cockpit.page.getByText(/^Ann l’a dit à l’équipe/).waitFor();
  assert.deepEqual(await look(cockpit.page, "console-needs"), []);
  await cockpit.page.close();
});

test("[access T8] handing the tablet back resets every setting", async () => {
  await ann.getByRole("button", { name: "Rendre ou passer la tablette" }).click();
  await ann.getByRole("button", { name: "Oui, rendre la tablette" }).click();
  await ann.getByRole("heading", { level: 1, name: "Entrer dans l’atelier" }).waitFor();
  const { size, colours, typeface } = await root_of(ann);
  assert.deepEqual({ size, colours, typeface }, { size: "125%", colours: "light", typeface: "atkinson" });
});

test("[access T8] another card on the same tablet starts with nobody's settings", async () => {
  const page = await open(1);
  await until(async () => (await root_of(page)).size !== "125%", "the settings on Ann's card");
  await page.goto("about:blank");
  await page.goto(`${server.origin}/#${codes(3)}`);
  await page.getByRole("main").getByRole("button").last().click();
  await page.getByRole("button", { name: "Entrer" }).click();
  await page.getByRole("heading", { level: 1, name: "Bienvenue" }).waitFor();
  assert.equal((await root_of(page)).size, "125%");
  assert.equal(lead.sections.needs.told.some((each) => each.person === 3), false, "nothing of Ann's is told of Cleo");
});
