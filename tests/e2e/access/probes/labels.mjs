// A field has a label that stays when it is filled: a placeholder is none (WCAG 3.3.2).
export default {
  name: "labels",
  ids: ["V5"],
  check: (page) =>
    page.evaluate(() =>
      window.probing
        .all("input:not([type='hidden']), select, textarea")
        .filter(window.probing.visible)
        .filter((each) => each.labels.length === 0 && !each.hasAttribute("aria-label") && !each.hasAttribute("aria-labelledby"))
        .map((each) => `a field has no label${each.placeholder ? ` but its placeholder « ${each.placeholder} »` : ""}`),
    ),
};
