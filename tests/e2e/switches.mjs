// A person with one or two switches: watches what is outlined, and presses a key when it is what they want. Nothing else.
import { until } from "./facilitator.mjs";

// What scanning offers now: its kind, and the words of each control it stands on.
export const offered = (page) =>
  page.evaluate(() => {
    const boxes = [...document.querySelectorAll("[data-scan-at]")];
    const words = (box) => {
      const control = box.matches("label") ? (box.control ?? box) : box;
      const label = control.labels?.[0] ?? control;
      return (control.getAttribute("aria-label") ?? label.textContent).replace(/\s+/g, " ").trim();
    };
    return { kind: boxes[0]?.dataset.scanAt ?? "", words: boxes.map(words) };
  });

// Shorter than any pace of scanning.
const look_again_ms = 500;

const matches = (words, wanted) => (typeof wanted === "string" ? words === wanted : wanted.test(words));

export class Switches {
  // advance: the key of the second switch; none when scanning moves by itself. wait(ms): lets time pass for the page.
  constructor(page, { choose = "Space", advance = null, wait = (ms) => page.waitForTimeout(ms) } = {}) {
    this.page = page;
    this.key = choose;
    this.second = advance;
    this.wait = wait;
  }

  async press() {
    await this.page.keyboard.press(this.key);
  }

  // Follows scanning until it offers what is wanted, and chooses it. Every group on the way in is opened by the same key.
  async choose(wanted, ms = 30_000) {
    const end = Date.now() + ms;
    let seen = "";
    while (Date.now() < end) {
      const { kind, words } = await offered(this.page);
      const inside = words.some((each) => matches(each, wanted));
      if (inside && kind !== "back") {
        await this.press();
        if (kind === "stop") {
          return;
        }
        await until(async () => (await offered(this.page)).kind !== "group", `the group of ${wanted}`);
      } else if (kind === "back" && this.second !== null) {
        await this.press();
      } else if (this.second !== null) {
        await this.page.keyboard.press(this.second);
      } else {
        await this.wait(look_again_ms);
      }
      seen = `${kind} ${words.join(" | ")}`;
    }
    throw new Error(`scanning never offered ${wanted}; last: ${seen}`);
  }

  // Holds the key for the three seconds that start scanning, or ask to stop it.
  async hold(ms = 3_200) {
    await this.page.keyboard.down(this.key);
    await this.wait(ms);
    await this.page.keyboard.up(this.key);
  }

  // Writes letter by letter, the letters open.
  async write(text) {
    for (const letter of text) {
      await this.choose(letter === " " ? "Espace" : letter.toLowerCase());
    }
  }
}
