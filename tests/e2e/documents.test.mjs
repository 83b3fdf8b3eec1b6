// The documents of a step: an image and what it shows in words; a video with captions, its text, and the same in sign language.
import assert from "node:assert/strict";
import { copyFileSync, mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { look } from "./browser.mjs";
import { Tablet } from "./screens.mjs";
import { command, root } from "./server.mjs";
import { openSmallRoom, said } from "./small_room.mjs";

let room;
const document = (page, title) => page.getByRole("region", { name: title });
const film = (page) => page.locator("video").first();
const signs = (page) => page.locator("video").nth(1);

before(async () => {
  room = await openSmallRoom({ scenario: "documents/scenario", bob: "narrow" });
  await room.lead.startStep("look");
  for (const page of [room.ann, room.bob]) {
    await new Tablet(page).atStep(/Regarder/);
  }
});
after(() => room.close());

test("[access S5] an image is there with its words, also for who does not see it, and opens large", async () => {
  const plan = document(room.ann, "Les bus du soir");
  const image = plan.getByRole("img");
  await image.evaluate((each) => each.decode());
  assert.ok(await image.evaluate((each) => each.naturalWidth) > 100);
  assert.match(await image.getAttribute("alt"), /Les bus du soir/);
  assert.ok(await plan.getByText("Le nombre de bus baisse, puis remonte.").isVisible());
  await plan.getByRole("button", { name: /^Voir en grand/ }).click();
  const dialog = room.ann.getByRole("dialog", { name: "Les bus du soir" });
  assert.ok((await dialog.getByRole("img").boundingBox()).width > (await image.boundingBox()).width);
  assert.deepEqual(await look(room.ann, "document-large"), []);
  await room.ann.keyboard.press("Escape");
});

test("[access H2] a video starts when asked, with captions that were there from the first second, and its text", async () => {
  assert.equal(await room.ann.locator("video").count(), 1, "sign language comes when it is wished");
  assert.deepEqual(await film(room.ann).evaluate((each) => [each.paused, each.autoplay, each.controls]), [true, false, true]);
  await film(room.ann).evaluate((each) => each.play());
  await room.ann.waitForFunction(() => globalThis.document.querySelector("video").currentTime > 0.3);
  const cues = () => film(room.ann).evaluate((each) => {
    const [track] = each.textTracks;
    return [track.kind, track.mode, ...Array.from(track.cues ?? [], (cue) => cue.text)];
  });
  await room.ann.waitForFunction(() => globalThis.document.querySelector("video").textTracks[0].cues?.length === 2);
  assert.deepEqual(await cues(), ["captions", "showing", "Le bus du soir ne passe plus.", "Les jeunes rentrent à pied."]);
  await film(room.ann).evaluate((each) => each.pause());
  await room.ann.locator("summary").filter({ hasText: "Le texte de la vidéo" }).click();
  await said(room.ann, "Les jeunes rentrent à pied.");
  assert.deepEqual(await look(room.ann, "documents"), []);
});

test("[access H2] sign language is beside, as large as wished; it goes with the film, and stops on its own", async () => {
  const wide = async (way) => {
    await room.ann.getByRole("button", { name: way }).click();
    return (await signs(room.ann).boundingBox()).width;
  };
  const beside = await wide(/^Langue des signes à côté/);
  assert.ok((await signs(room.ann).boundingBox()).x > (await film(room.ann).boundingBox()).x, "beside the film");
  assert.ok((await wide(/^Langue des signes en grand/)) > beside * 1.2);
  await film(room.ann).evaluate((each) => each.play());
  await room.ann.waitForFunction(() => globalThis.document.querySelectorAll("video")[1].currentTime > 0);
  await signs(room.ann).evaluate((each) => each.pause());
  assert.equal(await film(room.ann).evaluate((each) => each.paused), false);
  await film(room.ann).evaluate((each) => each.pause());
  assert.deepEqual(await look(room.ann, "documents-signs-large"), []);
  await room.bob.getByRole("button", { name: /^Langue des signes à côté/ }).click();
  assert.ok((await signs(room.bob).boundingBox()).y > (await film(room.bob).boundingBox()).y, "one below the other");
  assert.deepEqual(await look(room.bob, "documents-narrow"), []);
});

test("[access H2] the table has them; a page without scripts has their words and ways to the films", async () => {
  await new Tablet(room.tableScreen).atStep(/Regarder/);
  await said(room.tableScreen, "Le nombre de bus baisse");
  assert.deepEqual(await look(room.tableScreen, "documents-table"), []);
  const page = await room.browser.device(`${room.server.origin}/simple`, 800, 1280);
  await page.getByLabel("Le code de votre carte").fill(room.codeOf((card) => card.person === 1));
  await page.getByRole("button", { name: "Entrer" }).click();
  await said(page, "Le nombre de bus baisse");
  await said(page, "Les jeunes rentrent à pied.");
  assert.equal(await page.getByRole("link", { name: /^Regarder la vidéo/ }).getAttribute("href"), "/files/film.webm");
  assert.deepEqual(await look(page, "documents-simple"), []);
});

test("only the documents are served; a drawing opened on its own runs no script; ranges are parts", async () => {
  const get = (path, headers = {}) => fetch(`${room.server.origin}${path}`, { headers });
  for (const path of ["/files/other.png", "/files/..%2fatelier.sqlite", "/files/"]) {
    assert.equal((await get(path)).status, 404, path);
  }
  const part = await get("/files/film.webm", { range: "bytes=0-1" });
  assert.equal(part.status, 206);
  assert.equal((await part.arrayBuffer()).byteLength, 2);
  const page = await room.browser.device(`${room.server.origin}/files/schema.svg`, 800, 600);
  assert.equal(await page.evaluate(() => globalThis.document.documentElement.getAttribute("data-ran")), null);
  await page.close();
});

test("[access S5] a programme whose file is missing is not opened: the file is named", async () => {
  const folder = mkdtempSync(join(tmpdir(), "tablee-documents-"));
  const from = join(root, "tests/transcripts/scenarios/documents");
  mkdirSync(join(folder, "files"));
  copyFileSync(join(from, "scenario.json"), join(folder, "scenario.json"));
  for (const file of ["plan.png", "schema.svg", "film.webm", "film-lsf.webm"]) {
    copyFileSync(join(from, "files", file), join(folder, "files", file));
  }
  const refused = await command("check", join(folder, "scenario.json"));
  assert.match(refused.stdout, /film\.vtt/);
  assert.notEqual(refused.code, 0);
  copyFileSync(join(from, "files/film.vtt"), join(folder, "files/film.vtt"));
  assert.match((await command("check", join(folder, "scenario.json"))).stdout, /programme valable/);
});
