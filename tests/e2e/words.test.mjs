// Typed words: shown on the screen of the table, waited for by the others; the four signals by switches. [N1], [N2], [G1].
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { look } from "./browser.mjs";
import { until } from "./facilitator.mjs";
import { Tablet } from "./screens.mjs";
import { openSmallRoom, said } from "./small_room.mjs";
import { Switches, offered } from "./switches.mjs";

let room;
let lead;
let ann;
let tableScreen;

const button = (page, name) => page.getByRole("button", { name });
const words = () => ann.getByLabel("Ce que je veux dire");
const speech = () => tableScreen.locator(".countdown-words").last().textContent();

before(async () => {
  room = await openSmallRoom({ scenario: "speech", bob: "narrow" });
  ({ lead, ann, tableScreen } = room);
  await lead.startStep("round");
  await new Tablet(ann).atStep("Tour de table");
  await new Tablet(tableScreen).atStep("Tour de table");
});
after(async () => {
  assert.deepEqual(room.browser.faults, []);
  await room.close();
});

test("[access N1] what is typed is shown large on the table's screen, changed, shown again, taken back", async () => {
  await button(ann, "Régler ma tablette").click();
  await ann.locator("summary", { hasText: "Ce que l’équipe peut préparer" }).click();
  await ann.getByRole("radio", { name: "L’écran de la table parle pour moi" }).check();
  await button(ann, "C’est bon").click();
  await words().fill("Je voudrais un banc.");
  const main = ann.locator("section", { hasText: "Parler pour moi" }).locator(".button-main");
  assert.deepEqual(await main.allTextContents(), ["Montrer sur l’écran de la table"], "the first way is the one she chose");
  assert.deepEqual(await look(ann, "words-typed"), []);
  await button(ann, "Montrer sur l’écran de la table").click();
  await said(tableScreen, "Ann dit :");
  await said(tableScreen, "Je voudrais un banc.");
  assert.deepEqual(await look(tableScreen, "words-table"), []);
  assert.equal(await words().inputValue(), "Je voudrais un banc.", "they stay, to be changed");
  await words().fill("Je voudrais un banc vert.");
  await button(ann, "Montrer sur l’écran de la table").click();
  await said(tableScreen, "Je voudrais un banc vert.");
  assert.equal(await tableScreen.getByText("Je voudrais un banc.", { exact: true }).count(), 0);
  await ann.reload();
  await words().waitFor();
  assert.equal(await words().inputValue(), "Je voudrais un banc vert.");
  await button(ann, "Enlever de l’écran de la table").click();
  await tableScreen.getByText("Ann dit :").waitFor({ state: "detached" });
});

test("[access N1 N3] a list of one's own phrases is pasted as text, and kept on the device alone", async () => {
  await ann.locator("summary", { hasText: "Mes phrases à moi" }).click();
  await ann.getByLabel("Une phrase par ligne").fill("On fait une pause ?\n\nMerci à tous.\nMerci à tous.");
  await button(ann, "Garder mes phrases").click();
  await ann.getByText("2 phrases gardées", { exact: true }).last().waitFor();
  await button(ann, "Effacer").click();
  await button(ann, "Merci à tous.").click();
  assert.equal(await words().inputValue(), "Merci à tous.");
  assert.deepEqual(await look(ann, "words-phrases"), []);
});

test("[access N2] « Je prépare un message » is seen at the table and by the lead, and the speaker's time waits", async () => {
  await button(tableScreen, "Ann").click();
  await said(tableScreen, "Ann a la parole");
  await button(ann, "Je prépare un message").click();
  await said(ann, "Les autres le voient.");
  await said(tableScreen, "Ann prépare un message.");
  await said(tableScreen, "Le temps attend");
  await said(ann, "Le temps attend");
  const before = await speech();
  await tableScreen.waitForTimeout(2_200);
  assert.equal(await speech(), before);
  assert.deepEqual(await look(tableScreen, "words-held"), []);
  assert.deepEqual(await look(ann, "words-preparing"), []);
  await room.cockpit.press("Q");
  await said(room.cockpit.page, "Ann prépare un message");
  assert.deepEqual(await look(room.cockpit.page, "words-console"), []);
  await button(ann, "Montrer sur l’écran de la table").click();
  await said(tableScreen, "Merci à tous.");
  await tableScreen.getByText("Le temps attend").waitFor({ state: "detached" });
  await until(async () => (await speech()) !== before, "the time goes on");
});

test("[access N2] a late message keeps what it was about; before everyone the time waits too", async () => {
  await button(ann, "Enlever de l’écran de la table").click();
  await button(ann, "Je prépare un message").click();
  await said(tableScreen, "Ann prépare un message.");
  await lead.startStep("debate");
  await words().fill("Je suis d’accord avec Bob.");
  await button(ann, "Montrer sur l’écran de la table").click();
  await said(tableScreen, "À propos de :");
  assert.match(await tableScreen.locator("section", { hasText: "Des mots pour la table" }).textContent(), /Tour de table/);
  assert.deepEqual(await look(tableScreen, "words-late"), []);
  await new Tablet(ann).atStep("Débat");
  await lead.say("give_floor", { person: 1 });
  await button(ann, "Je prépare un message").click();
  await said(room.wall, "Le temps attend");
  assert.deepEqual(await look(room.wall, "words-projector"), []);
  await said(room.cockpit.page, "Prépare un message : le temps attend.");
});

test("[access G1] by switches each of the four signals is reached in one cycle and two activations, in each step", async () => {
  const origin = room.server.origin;
  // Somebody new, whose card carries no settings yet: those of the device hold.
  await lead.say("add_people", { people: [{ name: "Zoé", table: 2 }] });
  const { code } = await until(() => lead.sections.desk.cards.find((card) => card.person === 3), "the new card");
  const page = await room.browser.device(`${origin}/#${code}`, 800, 1280, "fr", { scanning: "two_switches", follow: true });
  await page.locator("[data-scan-at]").first().waitFor();
  await new Switches(page, { choose: "Enter", advance: "2" }).choose("Entrer");
  const state = (signal) => page.locator(".signals button", { hasText: signal }).getAttribute("aria-pressed");
  for (const [step, title] of [["w1", "Deux idées"], ["debate", "Débat"], ["expert", "Une experte"]]) {
    await lead.startStep(step);
    await page.getByRole("heading", { level: 1, name: title }).waitFor();
    await until(async () => (await offered(page)).kind === "group", `the groups of ${title}`);
    for (const signal of ["Plus de temps", "Moins vite", "Je ne comprends pas", "Une pause"]) {
      const before = await state(signal);
      let activations = 0;
      const seen = new Set();
      for (let at = await offered(page); at.kind !== ""; at = await offered(page)) {
        const place = JSON.stringify(at);
        if (at.kind !== "back" && at.words.some((each) => each.startsWith(signal))) {
          await page.keyboard.press("Enter");
          activations += 1;
          if (at.kind === "stop") {
            break;
          }
        } else {
          assert.ok(!seen.has(place), `${title}: ${signal} is not reached in one cycle`);
          await page.keyboard.press("2");
        }
        seen.add(place);
        await until(async () => JSON.stringify(await offered(page)) !== place, "scanning moves");
      }
      assert.ok(activations <= 2, `${title}: ${signal} took ${activations} activations`);
      await until(async () => (await state(signal)) !== before, `${title}: ${signal}`);
      // Scanning stays at what was chosen: back to the groups, where every search begins.
      while ((await offered(page)).kind === "stop") {
        const place = JSON.stringify(await offered(page));
        await page.keyboard.press("2");
        await until(async () => JSON.stringify(await offered(page)) !== place, "scanning moves");
      }
      await page.keyboard.press("Enter");
      await until(async () => (await offered(page)).kind === "group", "the groups again");
    }
  }
});

test("[access G1] a table's screen, which is nobody's own, asks for help and for the four things at the first stop of scanning", async () => {
  const bar = tableScreen.locator("[data-scan=first]");
  // Zoé's four are seen first: the cockpit has room for few.
  await until(() => lead.sections.people.signals.length === 4, "the four of the test before");
  for (const { id } of lead.sections.people.signals) {
    await lead.say("see_signal", { signal: id, seen: true });
  }
  const asking = () => lead.sections.people.tables.find((each) => each.help_since_ms > 0);
  for (const [words, kind, told] of [
    ["Nous avons besoin d’aide", undefined, /demande de l’aide$/],
    ["Plus de temps", "more_time", /^Plus de temps\s:\sTable/],
    ["Moins vite", "slower", /^Moins vite\s:\sTable/],
    ["Je ne comprends pas", "not_understood", /^Je ne comprends pas\s:\sTable/],
    ["Une pause", "pause", /^Pause\s:\sTable/],
  ]) {
    await button(bar, words).click();
    await until(() => asking() !== undefined && asking().help_kind === kind, `${words}: the facilitator knows`);
    await bar.locator("[aria-pressed=true]", { hasText: words }).getByText("✓ Envoyé").waitFor();
    assert.equal(await bar.locator("[aria-pressed=true]").count(), 1, "one thing at a time");
    await room.cockpit.page.locator(".signal-help strong").filter({ hasText: told }).waitFor();
  }
  assert.deepEqual(await look(tableScreen, "words-table-asks"), []);
  await button(bar, "Une pause").click();
  await until(() => asking() === undefined, "taken back");
});
