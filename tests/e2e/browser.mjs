// Debian's Chromium, one page for each tablet, and what axe-core says of a page.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { chromium } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const rules = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
// Where pictures of the screens go, when asked for.
const pictures = process.env.TABLEE_PICTURES;

// The engine without windows, else the whole program, whose windows take ten times as long to open and draw nothing a test sees.
export function browserProgram() {
  return execFileSync("sh", ["-c", "command -v chromium-headless-shell || command -v chromium"], { encoding: "utf8" }).trim();
}

// prepare(context): what each device needs before its page is opened.
export async function openBrowser(prepare = async () => {}) {
  const browser = await chromium.launch({ executablePath: browserProgram(), args: ["--no-sandbox", "--disable-background-networking", "--disable-quic"] });
  const faults = [];
  const pages = [];
  return {
    faults,
    // What every screen shows as the test ends, when pictures are asked for.
    async close() {
      for (const [i, page] of pages.entries()) {
        if (pictures && !page.isClosed()) {
          await page.screenshot({ path: join(pictures, `end-${i}.png`), fullPage: true });
        }
      }
      await browser.close();
    },
    // A page of its own, as on a device of its own.
    // language, settings: those chosen on it before (client-web/src/state/profile.svelte.ts).
    async device(url, width, height, language = "fr", settings = null) {
      const context = await browser.newContext({ viewport: { width, height }, locale: "fr-FR" });
      await context.addInitScript((chosen) => location.protocol === "http:" && localStorage.setItem("tablee.language", chosen), language);
      if (settings !== null) {
        await context.addInitScript((kept) => {
          if (location.protocol === "http:" && localStorage.getItem("tablee.profile") === null) {
            localStorage.setItem("tablee.profile", kept);
          }
        }, JSON.stringify(settings));
      }
      await prepare(context);
      const page = await context.newPage();
      page.setDefaultTimeout(20_000);
      page.on("pageerror", (problem) => faults.push(`${url}: ${problem.message}`));
      pages.push(page);
      await page.goto(url);
      return page;
    },
  };
}

// What axe-core finds on a page, one line for each; and a picture of it.
export async function look(page, name) {
  if (pictures) {
    mkdirSync(pictures, { recursive: true });
    await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
  }
  return (await axeViolations(page)).map((line) => `${name}: ${line}`);
}

export async function axeViolations(page) {
  // Once a page; and its long report stays there.
  if (!(await page.evaluate(() => "axe" in window))) {
    await page.evaluate(axe);
  }
  return page.evaluate(async (tags) => {
    const { violations } = await window.axe.run(document, { runOnly: tags, resultTypes: ["violations"] });
    return violations.flatMap((each) => each.nodes.map((node) => `${each.id}: ${node.target.join(" ")}: ${each.help}`));
  }, rules);
}
