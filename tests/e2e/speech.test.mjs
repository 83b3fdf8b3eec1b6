// Reading aloud with the real voice: the sound, the sentence marked, and what happens when the voice breaks.
import assert from "node:assert/strict";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { look } from "./browser.mjs";
import { until } from "./facilitator.mjs";
import { Tablet } from "./screens.mjs";
import { freshFolder } from "./server.mjs";
import { openSmallRoom, said } from "./small_room.mjs";

const article = {
  title: "Un bus pour le club",
  problem: "Le club est loin. Personne n’a de voiture à 10 h 30.",
  measure: "Un bus passe le mercredi.",
};
const folder = freshFolder();
const broken = join(folder, "broken");
const asked = [];
let room;
let lead;
let ann;
let bob;

// espeak-ng, until the file `broken` is there.
function writeVoice() {
  const script = join(folder, "voice.sh");
  writeFileSync(script, `[ ! -e "${broken}" ] || kill -KILL $$\nexec espeak-ng -v "$1" -s "$2" --stdin --stdout\n`);
  return `exec "$@" --speech "sh ${script} {language} {words_per_minute}"`;
}

before(async () => {
  mkdirSync(folder, { recursive: true });
  room = await openSmallRoom({ scenario: "pieces", bob: "narrow", shell: [writeVoice()] });
  ({ lead, ann, bob } = room);
  for (const page of [ann, bob]) {
    page.on("request", (request) => {
      const { pathname, searchParams } = new URL(request.url());
      if (pathname === "/speech") {
        asked.push({ page, method: request.method(), text: searchParams.get("text"), lang: searchParams.get("lang") });
      }
    });
  }
});
after(async () => {
  await room.close();
  rmSync(folder, { recursive: true, force: true });
});

const speech = (query, headers = {}) => fetch(`${room.server.origin}/speech?${query}`, { headers });
// The length of the sound, by its own header.
const secondsOf = (wav) => wav.readUInt32LE(wav.indexOf("data") + 4) / wav.readUInt32LE(28);
const listen = (page, what) => page.getByRole("button", { name: `Écouter : ${what}` });
const heardBy = (page) => asked.filter((each) => each.page === page && each.method === "GET").map((each) => each.text);

test("a sentence comes as a sound of a plausible length, faster and slower as asked [access X1]", async () => {
  const text = encodeURIComponent("Rendez-vous à 10 h 30 avec les citoyen·nes de la CIPC.");
  const lengths = [];
  for (const speed of [70, 100, 130]) {
    const answer = await speech(`text=${text}&lang=fr&speed=${speed}`);
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get("content-type"), "audio/wav");
    const wav = Buffer.from(await answer.arrayBuffer());
    assert.equal(wav.readUInt32LE(4) + 8, wav.length, "the file knows its length");
    lengths.push(secondsOf(wav));
  }
  const [slow, usual, fast] = lengths;
  assert.ok(usual > 3 && usual < 12, `${usual} s`);
  assert.ok(slow > usual && usual > fast, lengths.join(", "));
});

test("what was kept is named, and a part of it can be asked for", async () => {
  const whole = await speech("text=Bonjour");
  const tag = whole.headers.get("etag");
  assert.match(whole.headers.get("cache-control"), /max-age=86400, immutable/);
  assert.equal((await speech("text=Bonjour", { "If-None-Match": tag })).status, 304);
  const part = await speech("text=Bonjour", { Range: "bytes=0-3" });
  assert.equal(part.status, 206);
  assert.equal(await part.text(), "RIFF");
  assert.equal((await speech("text=")).status, 400);
});

test("the tablet asks for no sound before somebody taps [access A3]", async () => {
  await lead.startStep("door");
  await listen(ann, "la consigne").waitFor();
  assert.deepEqual(asked, []);
  assert.deepEqual(await look(ann, "speech-welcome"), []);
});

test("a tap reads the instruction, the sentence is marked where it stands, and nothing moves [access X1]", async () => {
  const instruction = ann.locator(".instruction");
  const box = () => instruction.evaluate((each) => [each.offsetTop, each.offsetHeight, each.textContent.trim()]);
  const at_first = await box();
  await listen(ann, "la consigne").click();
  const mark = instruction.locator("mark[aria-current=true]");
  await mark.waitFor();
  assert.equal(await mark.textContent(), "Installez-vous.");
  assert.deepEqual(await box(), at_first);
  assert.deepEqual(await look(ann, "speech-reading"), []);
  await mark.waitFor({ state: "detached" });
  await listen(ann, "la consigne").waitFor();
  assert.deepEqual(heardBy(ann), ["Installez-vous."]);
  for (const region of ["#announce-polite", "#announce-assertive"]) {
    assert.doesNotMatch(await ann.locator(region).textContent(), /Installez|Écouter/);
  }
});

test("the question being answered is read", async () => {
  await lead.startStep("collect");
  await new Tablet(ann).atStep("Nos questions");
  await ann.getByLabel("Une question de notre table").fill("Qui paie le bus ?");
  await ann.getByRole("button", { name: "Envoyer la question" }).click();
  await said(ann, "Qui paie le bus ?");
  await lead.startStep("reply");
  await lead.say("call_question", { question: 1 });
  await new Tablet(ann).atStep("Les réponses");
  await listen(ann, "la question posée").click();
  await ann.locator(".question mark", { hasText: "Qui paie le bus ?" }).waitFor();
  await listen(ann, "la question posée").waitFor();
});

test("an article to vote on is read sentence by sentence; it pauses, goes on, repeats and stops [access X1]", async () => {
  await lead.startStep("text");
  const table = room.tableScreen;
  await new Tablet(table).atStep("Écrire");
  for (const [label, field] of [["Titre", "title"], ["Le problème", "problem"], ["La mesure", "measure"]]) {
    await table.getByRole("textbox", { name: new RegExp(`^\\d\\. ${label}`) }).fill(article[field]);
    await table.keyboard.press("Tab");
  }
  const long = article.title.length + article.problem.length + article.measure.length;
  await until(() => lead.sections.people.tables.some((each) => each.article_characters >= long - 10), "the article");
  await lead.startStep("vote");
  await lead.say("open_poll", { poll: 1 });
  await new Tablet(ann).atStep("Voter");
  await listen(ann, "l’article 1").click();
  const mark = ann.locator("mark[aria-current=true]");
  await ann.locator("mark", { hasText: "Le club est loin." }).waitFor();
  await ann.getByRole("button", { name: "Pause : l’article 1" }).click();
  const before = heardBy(ann).length;
  await ann.getByRole("button", { name: "Continuer : l’article 1" }).waitFor();
  assert.deepEqual(await look(ann, "speech-paused"), []);
  assert.equal(await mark.textContent(), "Le club est loin.");
  assert.equal(heardBy(ann).length, before);
  await ann.getByRole("button", { name: "Continuer : l’article 1" }).click();
  await ann.locator("mark", { hasText: "Personne n’a de voiture à 10 h 30." }).waitFor();
  await ann.getByRole("button", { name: "Répéter la phrase" }).click();
  await ann.getByRole("button", { name: "Arrêter la lecture" }).click();
  assert.equal(await mark.count(), 0);
  const heard = heardBy(ann);
  assert.ok(heard.includes("Un bus pour le club") && heard.includes("Le problème"), heard.join(" | "));
  assert.ok(!heard.includes("Un bus passe le mercredi."), "stopped before it");
});

test("two texts are never read at once", async () => {
  await listen(ann, "l’article 1").click();
  await ann.locator("h2 mark").waitFor();
  await listen(ann, "la consigne").click();
  await ann.locator(".instruction mark").waitFor();
  assert.equal(await ann.locator("mark").count(), 1);
  await listen(ann, "l’article 1").waitFor();
  await ann.getByRole("button", { name: "Arrêter la lecture" }).click();
});

test("a person’s own choice is never read aloud, on the choice, the check and the sent page [access V8]", async () => {
  const before = asked.length;
  const choice = ann.locator("fieldset");
  assert.equal(await choice.getByRole("button").count(), 0);
  const listens = await ann.getByRole("button", { name: /^Écouter/ }).allTextContents();
  await new Tablet(ann).vote("Pour");
  await new Tablet(ann).recorded();
  assert.equal((await ann.getByRole("button", { name: /^Écouter/ }).allTextContents()).length, listens.length);
  assert.equal(asked.length, before);
  assert.ok(asked.every(({ text }) => !/pour$|^contre|abst|chois/i.test(text)), JSON.stringify(asked.map((each) => each.text)));
});

test("a voice that is killed gives a kind sentence, the room goes on, and the next tap works again", async () => {
  writeFileSync(broken, "");
  await new Tablet(bob).atStep("Voter");
  const answer = await speech("text=Encore+une+phrase");
  assert.equal(answer.status, 503);
  assert.match(answer.headers.get("content-type"), /^text\/plain/);
  assert.equal(await answer.text(), "La lecture à voix haute ne marche pas sur cet ordinateur.\n");
  // The article was said for Ann already: Bob asks for words that were not.
  await bob.getByRole("button", { name: "Facile à lire" }).first().click();
  await listen(bob, "ce qu’il faut faire").click();
  await said(bob, "La tablette ne peut pas lire le texte. Demande à quelqu’un de lire avec toi.");
  assert.equal(await bob.locator("mark").count(), 0);
  assert.deepEqual(await look(bob, "speech-failed-320"), []);
  rmSync(broken);
  await listen(bob, "ce qu’il faut faire").click();
  await bob.locator(".instruction mark").waitFor();
  await bob.getByText("La tablette ne peut pas lire").waitFor({ state: "detached" });
  assert.deepEqual(await look(bob, "speech-reading-320"), []);
});

test("nothing that was read is in what the server prints", () => {
  for (const { text } of asked) {
    assert.ok(!room.server.printed.includes(text), text);
  }
  assert.deepEqual(room.browser.faults, []);
});
