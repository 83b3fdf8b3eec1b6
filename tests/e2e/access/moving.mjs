// Probes of what happens over time: what is heard, what a change of step does to the person in a field, what fires alone.
//
// Shape    `listen` before the page is opened; then `heard`. `keepsHand` and `staysStill` return one line for each fault.

export const apart_ms = 5_000;
export const characters_max = 120;
// The page's clock goes on while it is being moved.
const clock_error_ms = 50;

// Every text put into a live region that was there before it, with the page's own time.
export async function listen(context) {
  await context.addInitScript(() => {
    const regions = "[aria-live]:not([aria-live='off']), [role='status'], [role='alert'], [role='log'], output";
    globalThis.heard_by_probe = [];
    new MutationObserver((changes) => {
      const changed = new Set();
      for (const { target } of changes) {
        const element = target instanceof Element ? target : target.parentElement;
        const region = element?.closest(regions);
        if (region) {
          changed.add(region);
        }
      }
      for (const region of changed) {
        const text = region.textContent.trim();
        if (text !== "") {
          globalThis.heard_by_probe.push({ at_ms: Date.now(), manner: region.getAttribute("aria-live") ?? region.getAttribute("role"), text });
        }
      }
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
}

export const heard = (page) => page.evaluate(() => globalThis.heard_by_probe);
export const forgetHeard = (page) => page.evaluate(() => void (globalThis.heard_by_probe.length = 0));

// Two announcements too near each other, and those too long to be followed.
export function crowded(announcements) {
  const near = announcements
    .slice(1)
    .map((each, i) => ({ each, gap_ms: each.at_ms - announcements[i].at_ms }))
    .filter(({ gap_ms }) => gap_ms < apart_ms - clock_error_ms)
    .map(({ each, gap_ms }) => `« ${each.text} » ${gap_ms} ms after the one before`);
  const long = announcements.filter((each) => each.text.length > characters_max).map((each) => `${each.text.length} signs: « ${each.text} »`);
  return [...near, ...long];
}

const inHand = (page) =>
  page.evaluate(() => {
    const at = document.activeElement;
    globalThis.field_of_probe ??= at;
    return { same: at === globalThis.field_of_probe, what: at?.id || at?.tagName, text: at?.value ?? "" };
  });

// A change comes while somebody types: they stay in the same field, with the same text.
export async function keepsHand(page, change) {
  await page.evaluate(() => void (globalThis.field_of_probe = undefined));
  const before = await inHand(page);
  await change();
  const after = await inHand(page);
  const found = [];
  if (!after.same) {
    found.push(`the keyboard went from ${before.what} to ${after.what}`);
  }
  if (after.same && after.text !== before.text) {
    found.push(`the text changed from « ${before.text} » to « ${after.text} »`);
  }
  return found;
}

// The page's clock runs: nothing is sent, left, closed or emptied by itself. The clock was installed before.
// sent: counts what the page sent so far, clock exchanges left out. run(ms): lets the page's time pass.
export async function staysStill(page, { ms, run = (some_ms) => page.clock.runFor(some_ms), sent = () => 0 }) {
  const look = () =>
    page.evaluate(() => ({
      address: location.href,
      heading: document.querySelector("h1")?.textContent ?? "",
      fields: Array.from(document.querySelectorAll("input, textarea"), (each) => (each.matches("[type='radio'], [type='checkbox']") ? each.checked : each.value)),
      dialogs: document.querySelectorAll("[role='dialog']").length,
    }));
  const before = await look();
  const sentBefore = sent();
  await run(ms);
  const after = await look();
  const found = Object.keys(before)
    .filter((what) => JSON.stringify(before[what]) !== JSON.stringify(after[what]))
    .map((what) => `${what}: ${JSON.stringify(before[what])} became ${JSON.stringify(after[what])}`);
  return sent() === sentBefore ? found : [...found, `${sent() - sentBefore} sent by itself`];
}
