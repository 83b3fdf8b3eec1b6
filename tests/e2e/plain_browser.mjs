// A browser that runs no script, and what axe-core and a ruler say of its pages.
import { chromium } from "playwright-core";
import { browserProgram, look } from "./browser.mjs";

// The pages promise: one column at 320 px, targets of 44 px, text of 20 px, at most seven things to press.
const controls_max = 7;

// Runs in the page.
function measure() {
  const faults = [];
  const shown = (each) => each.getClientRects().length > 0 && each.getBoundingClientRect().right > 0;
  if (document.documentElement.scrollWidth > window.innerWidth) {
    faults.push(`wider than the screen: ${document.documentElement.scrollWidth}`);
  }
  const pressed = [...document.querySelectorAll("a, button")].filter(shown).filter((each) => !each.closest("[role=alert]"));
  for (const each of pressed.filter((link) => link.matches(".button, button"))) {
    if (each.getBoundingClientRect().height < 44) {
      faults.push(`too small: ${each.textContent}`);
    }
  }
  for (const row of document.querySelectorAll(".choice label")) {
    if (row.getBoundingClientRect().height < 64) {
      faults.push(`a row too small: ${row.textContent}`);
    }
  }
  if (parseFloat(getComputedStyle(document.querySelector("main")).fontSize) < 20) {
    faults.push("text too small");
  }
  const names = pressed.map((each) => each.textContent.trim());
  names.filter((name, i) => names.indexOf(name) !== i).forEach((name) => faults.push(`twice: ${name}`));
  return { faults, controls: names };
}

export async function openPlain() {
  const browser = await chromium.launch({ executablePath: browserProgram(), args: ["--no-sandbox", "--disable-quic"] });
  // The same bytes in a page that runs axe: nothing can run in a page whose scripts are off.
  const bench = await (await browser.newContext({ viewport: { width: 320, height: 640 }, bypassCSP: true })).newPage();
  return {
    close: () => browser.close(),
    async device(url, width, height) {
      const context = await browser.newContext({ viewport: { width, height }, javaScriptEnabled: false, locale: "fr-FR" });
      const page = await context.newPage();
      page.setDefaultTimeout(20_000);
      await page.goto(url);
      return page;
    },
    // What is wrong with the page as it is now, one line a thing.
    async look(page, name) {
      const html = await page.content();
      const address = `${new URL(page.url()).origin}/simple/style.css`;
      await bench.route("**/bench", (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body: html }));
      await bench.goto(`${new URL(address).origin}/bench`);
      const found = await look(bench, `simple-${name}`);
      const { faults, controls } = await bench.evaluate(measure);
      if (controls.length > controls_max) {
        faults.push(`${controls.length} things to press: ${controls.join(" | ")}`);
      }
      await bench.unroute("**/bench");
      return [...found, ...faults.map((each) => `${name}: ${each}`)];
    },
  };
}
