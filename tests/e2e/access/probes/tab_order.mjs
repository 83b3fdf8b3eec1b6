// The order of the keyboard is the order of the eye (WCAG 2.4.3): down a column, then along the line, never back.
//
// Shape    Two controls that follow each other by Tab: the second is not above the first in the same column, nor before it
//          on the same line.
export default {
  name: "tab order",
  ids: ["M1"],
  check: (page) =>
    page.evaluate(() => {
      const { called, controls } = window.probing;
      const stops = controls().filter((each) => each.tabIndex >= 0);
      const found = stops.filter((each) => each.tabIndex > 0).map((each) => `${called(each)} has a place of its own in the order`);
      const fixed = (element) => {
        for (let at = element; at !== null; at = at.parentElement) {
          if (["fixed", "sticky"].includes(getComputedStyle(at).position)) {
            return true;
          }
        }
        return false;
      };
      const flowing = stops.filter((each) => !fixed(each));
      flowing.slice(1).forEach((next, i) => {
        const before = flowing[i].getBoundingClientRect();
        const after = next.getBoundingClientRect();
        const sameColumn = Math.min(before.right, after.right) - Math.max(before.left, after.left) > 4;
        const sameLine = Math.min(before.bottom, after.bottom) - Math.max(before.top, after.top) > 4;
        if ((sameColumn && after.bottom <= before.top + 1) || (sameLine && after.right <= before.left + 1)) {
          found.push(`${called(next)} comes after ${called(flowing[i])} but is seen before it`);
        }
      });
      return found;
    }),
};
