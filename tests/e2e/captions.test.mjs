// What is said in the room, typed by a captioner: on the screens of those who ask for it, on the wall, never in a live region.
// Each screen is looked at, on a tablet, at 320 pixels and on the wall.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { look } from "./browser.mjs";
import { until } from "./facilitator.mjs";
import { Tablet } from "./screens.mjs";
import { command } from "./server.mjs";
import { openSmallRoom, said } from "./small_room.mjs";

let room;
let captioner;

const press = (page, name) => page.getByRole("button", { name }).first().click();
const field = () => captioner.getByLabel("Ce qui est dit");
const band = (page) => page.getByRole("complementary", { name: "Sous-titres" });
const lines = (page) => page.getByRole("group", { name: "Ce qui est dit dans la salle" });
const whole = async (page) => (await lines(page).innerText()).replace(/\s+/g, " ");

async function type(words) {
  await field().fill(words);
  await field().press("Enter");
}

before(async () => {
  room = await openSmallRoom({ scenario: "speech", bob: "narrow" });
  await room.lead.startStep("debate");
  await new Tablet(room.ann).atStep(/./);
  await new Tablet(room.bob).atStep(/./);
});
after(() => room.close());

test("[access H1] the card opens the captioner's page, and nobody is offered captions before there are some", async () => {
  captioner = await room.browser.device(`${room.server.origin}${room.links.captioner.path}`, 1280, 800);
  assert.deepEqual(await look(captioner, "captioner-door"), []);
  await captioner.getByLabel("Le code du sous-titrage").waitFor();
  await press(captioner, "Entrer");
  await said(captioner, "Rien n’est encore écrit.");
  assert.ok(!captioner.url().includes("#"), "the code leaves the address");
  assert.equal(await field().evaluate((each) => each === document.activeElement), true);
  await until(() => room.lead.sections.presence.captioners === 1, "the console counts them");
  assert.equal(await room.ann.getByRole("button", { name: "Sous-titres" }).count(), 0);
});

test("[access H1] a sentence leaves at its end, words after a pause, and no word is cut", async () => {
  await captioner.getByLabel("Le nom, ou autre chose").fill("Table 3");
  await field().pressSequentially("Le bus est trop cher. Il ne pas");
  await press(room.ann, "Sous-titres");
  await lines(room.ann).getByText("Le bus est trop cher.").waitFor();
  assert.equal(await field().inputValue(), "Il ne pas");
  await until(async () => (await whole(room.ann)) === "Table 3 : Le bus est trop cher. Il ne", "whole words after the pause");
  assert.equal((await field().inputValue()).trim(), "pas");
  await field().pressSequentially("se plus");
  await field().press("Enter");
  await until(async () => (await whole(room.ann)).endsWith("Il ne passe plus"), "the end of the sentence");
  assert.deepEqual(await look(room.ann, "captions-band"), []);
  const announced = await room.ann.locator(".announcer").allTextContents();
  assert.ok(!announced.join(" ").includes("bus"), "captions are in no live region");
});

test("[access H1] a name is one tap or one key away: whoever has the floor, and those written before", async () => {
  await room.lead.say("open_queue", { step: "debate", open: true }).catch(() => {});
  await press(room.ann, "Lever la main");
  await until(() => room.lead.sections.speaking !== undefined, "the hands");
  await room.lead.say("give_floor", { person: 1 });
  const names = captioner.getByRole("group", { name: "Noms à toucher" });
  await until(async () => (await names.getByRole("button").count()) === 2, "two names");
  const [first] = await names.getByRole("button").allTextContents();
  await names.getByRole("button").first().click();
  await type("Je propose un bus le soir.");
  await lines(room.ann).getByText(`${first} :`).waitFor();
  await captioner.keyboard.press("Alt+Shift+Digit2");
  await type("Bonne idée.");
  await until(async () => (await whole(room.ann)).endsWith("Table 3 : Bonne idée."), "the second name");
  assert.deepEqual(await look(captioner, "captioner"), []);
});

test("[access H1] a line is mended, taken away and brought back, on every screen", async () => {
  await field().press("ArrowUp");
  await captioner.getByRole("textbox", { name: /^Corriger la ligne/ }).fill("Très bonne idée.");
  await captioner.getByRole("textbox", { name: /^Corriger la ligne/ }).press("Enter");
  await lines(room.ann).getByText("Très bonne idée.").waitFor();
  await press(captioner, /^Enlever/);
  await lines(room.ann).getByText("Très bonne idée.").waitFor({ state: "detached" });
  await press(captioner, /^Remettre/);
  await lines(room.ann).getByText("Très bonne idée.").waitFor();
});

test("[access H1] held, nothing moves: new lines wait behind their number", async () => {
  await press(room.ann, "Figer les sous-titres");
  await type("Une.");
  await type("Deux.");
  await room.ann.getByRole("button", { name: "2 nouvelles lignes" }).waitFor();
  assert.ok(!(await whole(room.ann)).includes("Une."));
  await press(room.ann, "2 nouvelles lignes");
  await lines(room.ann).getByText("Deux.").waitFor();
  await press(room.ann, "Figer les sous-titres");
  await type("Trois.");
  await lines(room.ann).getByText("Trois.").waitFor();
});

test("[access H1] its own size; the band covers neither the end of the page nor what has the keyboard", async () => {
  const size = () => lines(room.ann).locator("p").first().evaluate((each) => parseFloat(getComputedStyle(each).fontSize));
  const before = await size();
  await press(room.ann, "Régler les sous-titres");
  await press(room.ann, "Sous-titres plus grands");
  assert.ok((await size()) > before * 1.2);
  await press(room.ann, "Sous-titres plus petits");
  await press(room.bob, "Sous-titres");
  await lines(room.bob).waitFor();
  assert.deepEqual(await look(room.bob, "captions-narrow"), []);
  for (const page of [room.ann, room.bob]) {
    const top = (await band(page).boundingBox()).y;
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    const end = await page.locator("footer").boundingBox();
    assert.ok(end.y + end.height <= top + 1, "the end of the page is above the band");
    for (const control of await page.locator("main button, main summary").all()) {
      await control.focus();
      const box = await control.boundingBox();
      assert.ok(box.y + box.height <= top + 1, `${await control.innerText()} is above the band`);
    }
  }
});

test("[access H1] the whole screen, by the setting or by a button, and the way back", async () => {
  await press(room.ann, "Lire sur tout l’écran");
  const dialog = room.ann.getByRole("dialog", { name: "Sous-titres" });
  await dialog.waitFor();
  await type("Sur tout l’écran.");
  await dialog.getByText("Sur tout l’écran.").waitFor();
  assert.deepEqual(await look(room.ann, "captions-full"), []);
  await dialog.getByRole("button", { name: "Revenir à la page" }).click();
  await band(room.ann).waitFor();
  await press(room.ann, "Fermer les sous-titres");
  await band(room.ann).waitFor({ state: "detached" });
  await press(room.ann, "Régler ma tablette");
  await press(room.ann, "Lire ce qui est dit");
  await press(room.ann, "C’est bon");
  await band(room.ann).waitFor();
  await press(room.ann, "Régler ma tablette");
  await room.ann.locator("summary").filter({ hasText: "Lire et voir ce qui est dit" }).click();
  await room.ann.getByRole("radio", { name: "Sur tout l’écran" }).check();
  await press(room.ann, "C’est bon");
  await dialog.waitFor();
  await room.ann.keyboard.press("Escape");
  await band(room.ann).waitFor();
});

test("[access H1] every line seen stays; a screen that was away says how many it lacks", async () => {
  // Only her line is cut: the others go on.
  await room.ann.context().setOffline(true);
  await room.server.kill();
  await room.server.start();
  await said(room.ann, "La liaison est coupée.");
  await type("Ligne 1.");
  // Bob’s own line is back before the rest.
  await lines(room.bob).getByText("Ligne 1.").waitFor();
  for (let i = 2; i <= 25; i += 1) {
    await type(`Ligne ${i}.`);
  }
  // The server has every line.
  await lines(room.bob).getByText("Ligne 25.").waitFor();
  await room.ann.context().setOffline(false);
  await lines(room.ann).getByText("Ligne 25.").waitFor();
  await lines(room.ann).getByText("Il manque 5 lignes").waitFor();
  assert.ok((await whole(room.ann)).includes("Le bus est trop cher."), "the first line is still there");
  assert.ok((await whole(room.bob)).includes("Ligne 3."), "who was there lacks nothing");
});

test("[access H1] a cut line loses nothing: what was typed leaves when it is back, also after a reload", async () => {
  await room.server.kill();
  await type("Pendant la coupure.");
  await captioner.getByText("1 ligne attend ici.").waitFor();
  await field().fill("une phrase qui n’est pas fi");
  await room.server.start();
  await captioner.reload();
  await lines(room.bob).getByText("Pendant la coupure.").waitFor();
  assert.equal(await field().inputValue(), "une phrase qui n’est pas fi");
  await field().press("Enter");
  await lines(room.bob).getByText("une phrase qui n’est pas fi").waitFor();
});

test("[access H1] the table's screen, the wall and the console have them too", async () => {
  await press(room.tableScreen, "Sous-titres");
  await lines(room.tableScreen).getByText("Pendant la coupure.").waitFor();
  assert.deepEqual(await look(room.tableScreen, "captions-table"), []);
  await room.wall.getByRole("region", { name: "Sous-titres" }).getByText("une phrase qui n’est pas fi").waitFor();
  assert.deepEqual(await look(room.wall, "captions-wall"), []);
  await room.cockpit.panel("Salle");
  await said(room.cockpit.page, "1 personne les écrit.");
  await room.cockpit.panel("Cartes");
  await room.cockpit.page.getByLabel("La carte du sous-titrage").check();
  await said(room.cockpit.page, "La carte de la personne qui écrit ce qui est dit.");
  assert.deepEqual(await look(room.cockpit.page, "console-captioner-card"), []);
});

test("[access H1] the export tells what was said, as it was mended", async () => {
  const { stdout } = await command("export", room.server.data, "--format", "md");
  assert.match(stdout, /Ce qui a été dit, en sous-titres/);
  assert.match(stdout, /Très bonne idée\./);
});
