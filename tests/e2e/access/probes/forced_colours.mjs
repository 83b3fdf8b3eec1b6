// States say themselves otherwise than by colour, and every control keeps a border when the device chooses the colours.
//
// Shape    A chosen button differs from its unchosen neighbour by words, by a mark, or by the shape of its border. Three
//          neighbours or more of which one has another background, and none a state: a state by colour only.
export default {
  name: "forced colours",
  ids: ["S3", "V5"],
  async check(page) {
    const byColour = await page.evaluate(() => {
      const { called, controls } = window.probing;
      // The emphasis of a gesture is not a state.
      const emphasis = /button-(main|danger|quiet)/;
      const states = ["aria-pressed", "aria-checked", "aria-selected", "aria-current", "aria-expanded", "aria-disabled", "aria-invalid"];
      const rows = new Map();
      for (const each of controls()) {
        const key = each.matches("button, [role='button'], a") && !emphasis.test(each.className) ? each.parentElement : null;
        if (key !== null) {
          rows.set(key, [...(rows.get(key) ?? []), each]);
        }
      }
      return [...rows.values()].flatMap((row) => {
        const colours = new Set(row.map((each) => getComputedStyle(each).backgroundColor));
        const told = row.some((each) => states.some((state) => each.hasAttribute(state)));
        return row.length >= 2 && colours.size > 1 && !told ? [`${called(row[0])} and its neighbours differ by colour only`] : [];
      });
    });
    await page.emulateMedia({ forcedColors: "active" });
    const forced = await page.evaluate(() => {
      const { all, called, controls, visible, words } = window.probing;
      const on = '[aria-pressed="true"], [aria-checked="true"], [aria-selected="true"], [aria-current]:not([aria-current="false"])';
      const shape = (each) => {
        const style = getComputedStyle(each);
        return [
          Math.max(...[each, ...each.querySelectorAll("*")].map((one) => Number(getComputedStyle(one).fontWeight))),
          style.borderTopWidth, style.borderLeftWidth, style.borderBottomWidth, style.borderStyle, style.borderColor, style.outlineWidth,
          style.textDecorationLine, getComputedStyle(each, "::before").content, inWords.test(each.textContent ?? ""),
        ].join();
      };
      const inWords = /✓|en cours|maintenant|choisi/i;
      const found = [];
      for (const chosen of all(on).filter(visible)) {
        const neighbours = Array.from(chosen.parentElement?.children ?? []).filter(
          (each) => each !== chosen && each.tagName === chosen.tagName && !each.matches(on),
        );
        if (neighbours.some((each) => shape(each) === shape(chosen))) {
          found.push(`${called(chosen)} is not seen to be chosen in forced colours`);
        }
      }
      for (const each of controls().filter((one) => one.matches("button, select, textarea, input:not([type])") && words(one) !== "")) {
        const style = getComputedStyle(each);
        if (style.borderTopStyle === "none" && style.borderBottomStyle === "none" && style.textDecorationLine === "none") {
          found.push(`${called(each)} has neither border nor underline in forced colours`);
        }
      }
      return found;
    });
    await page.emulateMedia({ forcedColors: "none" });
    return [...byColour, ...forced];
  },
};
