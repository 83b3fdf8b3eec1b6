// The probes see what they are for, and see nothing on a page that has no fault.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openBrowser } from "../browser.mjs";
import { crowded, heard, keepsHand, listen, staysStill } from "./moving.mjs";
import { probe, probes } from "./probes/index.mjs";
import { seeded, seededPage } from "./seeded.mjs";

const address = "http://probe.test/";
let browser;
let page;
let html = "";

before(async () => {
  browser = await openBrowser();
  page = await browser.device("about:blank", 800, 900);
  await page.route(`${address}**`, (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body: html }));
  await listen(page.context());
  await page.clock.install();
});
after(() => browser.close());

async function show(change) {
  html = seededPage(change);
  await page.goto(address);
}

test("a page without a fault has none", async () => {
  await show();
  assert.deepEqual(await probe(page, { seat: true }), []);
});

for (const [name, line, change] of seeded) {
  test(`${name} sees ${line.source}`, async () => {
    const only = probes.filter((each) => each.name === name);
    assert.equal(only.length, 1);
    await show(change);
    const found = await probe(page, { seat: true, only });
    assert.ok(found.some((each) => line.test(each)), JSON.stringify(found));
  });
}

test("every probe has a fault seeded for it", () => {
  assert.deepEqual(probes.map((each) => each.name).filter((name) => !seeded.some(([probed]) => probed === name)), []);
});

test("a timer spoken each second is heard too often", async () => {
  await show({ script: `setInterval(() => (document.getElementById("p").textContent = new Date().toISOString()), 1000)` });
  await page.clock.runFor(60_000);
  const said = await heard(page);
  assert.ok(said.length >= 59, `${said.length} announcements`);
  assert.ok(crowded(said).length >= 58);
  assert.deepEqual(crowded([{ at_ms: 0, text: "un" }, { at_ms: 5_000, text: "deux" }]), []);
  assert.equal(crowded([{ at_ms: 0, text: "x".repeat(121) }]).length, 1);
});

test("a step that takes the field away, or empties it, is seen", async () => {
  await show();
  await page.locator("#idea").fill("Un bus");
  assert.deepEqual(await keepsHand(page, () => page.evaluate(() => void (document.querySelector("h1").textContent = "Suite"))), []);
  const emptied = await keepsHand(page, () => page.evaluate(() => void (document.querySelector("#idea").value = "")));
  assert.match(emptied.join(), /the text changed/);
  const removed = await keepsHand(page, () => page.evaluate(() => document.querySelector("#idea").remove()));
  assert.match(removed.join(), /the keyboard went from idea to BODY/);
});

test("what leaves by itself after three minutes is seen", async () => {
  await show({ script: `setTimeout(() => (document.querySelector("#idea").value = ""), 180000)` });
  await page.locator("#idea").fill("Un bus");
  assert.deepEqual(await staysStill(page, { ms: 170_000 }), []);
  assert.match((await staysStill(page, { ms: 20_000 })).join(), /fields/);
  let sent = 0;
  const counts = staysStill(page, { ms: 1_000, sent: () => (sent += 1) });
  assert.match((await counts).join(), /sent by itself/);
});
