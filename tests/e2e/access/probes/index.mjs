// The probes, in the order in which a screen is looked at. Each: `name`; `ids` of the requirements it holds; `seatsOnly`
// when the staff's screens are not concerned; `check(page, { seat })` returns one line for each fault, and leaves the
// page as it was.
import axe from "./axe.mjs";
import blanks from "./blanks.mjs";
import charts from "./charts.mjs";
import contrast from "./contrast.mjs";
import focusRing from "./focus_ring.mjs";
import forcedColours from "./forced_colours.mjs";
import labels from "./labels.mjs";
import largeText from "./large_text.mjs";
import liveRegions from "./live_regions.mjs";
import motion from "./motion.mjs";
import names from "./names.mjs";
import pointerOnly from "./pointer_only.mjs";
import reflow from "./reflow.mjs";
import spacing from "./spacing.mjs";
import spelling from "./spelling.mjs";
import structure from "./structure.mjs";
import tabOrder from "./tab_order.mjs";
import targets from "./targets.mjs";
import textStyle from "./text_style.mjs";
import { install } from "../in_page.mjs";

export const probes = [
  axe, targets, names, labels, structure, liveRegions, pointerOnly, charts, blanks, spelling, tabOrder, focusRing, textStyle, contrast, spacing, largeText,
  reflow, forcedColours, motion,
];

// What every probe finds on a page, one line for each fault. seat: a citizen's, a table's or the experts' screen.
export async function probe(page, { seat, only = probes }) {
  await page.evaluate(install);
  const found = [];
  for (const each of only) {
    if (seat || !each.seatsOnly) {
      found.push(...(await each.check(page, { seat })).map((line) => `${each.name}: ${line}`));
    }
  }
  return found;
}
