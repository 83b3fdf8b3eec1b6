// Whatever has the keyboard shows it: a ring of 3 px at least, 3:1 against what is around it, and nothing over it
// (WCAG 2.4.11, 2.4.13).
export default {
  name: "focus ring",
  ids: ["M1"],
  async check(page) {
    const found = await page.evaluate(() => {
      const { background, called, contrast, controls } = window.probing;
      const problems = [];
      const at = { x: window.scrollX, y: window.scrollY };
      const before = document.activeElement;
      for (const each of controls().filter((one) => one.tabIndex >= 0)) {
        each.focus({ focusVisible: true });
        const style = getComputedStyle(each);
        const width = style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth);
        if (width < 3) {
          problems.push(`${called(each)} has a ring of ${width} px`);
        } else if (contrast(style.outlineColor, background(each.parentElement ?? each)) < 3) {
          problems.push(`${called(each)} has a ring that is hard to see`);
        }
        const box = each.getBoundingClientRect();
        const across = Math.min(Math.max((box.left + box.right) / 2, 1), window.innerWidth - 1);
        const points = [0.2, 0.5, 0.8]
          .map((part) => box.top + part * box.height)
          .filter((y) => y > 0 && y < window.innerHeight);
        const covered = points.filter((y) => {
          const top = document.elementFromPoint(across, y);
          return top !== null && !each.contains(top) && !top.contains(each) && !Array.from(each.labels ?? []).some((label) => label.contains(top));
        });
        if (points.length === 0 || covered.length > 0) {
          problems.push(`${called(each)} is hidden while it has the keyboard`);
        }
      }
      document.activeElement?.blur();
      before?.focus?.({ preventScroll: true });
      window.scrollTo(at.x, at.y);
      return problems;
    });
    return found;
  },
};
