// Things to touch are large enough, and far enough from one another.
//
// Shape    What moves beneath a fixed part is not beside what stands in it: only neighbours of one layer are compared.
// Units    Seats: 44 px (WCAG 2.5.5) and 8 px apart. Staff: 24 px (2.5.8). A link inside a sentence: the line is enough.
export default {
  name: "targets",
  ids: ["M2", "V1"],
  check: (page, { seat }) =>
    page.evaluate((least) => {
      const { controls, called, targetBox, words } = window.probing;
      const found = [];
      const inSentence = (element) =>
        element.matches("a") && element.parentElement !== null && words(element.parentElement).length > words(element).length + 10;
      const layerOf = (element) => {
        for (let at = element; at !== null; at = at.parentElement) {
          if (getComputedStyle(at).position === "fixed") {
            return at;
          }
        }
        return null;
      };
      const boxes = controls().map((element) => ({ element, box: targetBox(element), layer: layerOf(element) }));
      for (const { element, box } of boxes) {
        const size = Math.min(box.height, inSentence(element) ? Infinity : box.width);
        const wanted = inSentence(element) ? 24 : least.px;
        if (size < wanted - 0.5) {
          found.push(`${called(element)} is ${Math.round(box.width)} × ${Math.round(box.height)} px, less than ${wanted}`);
        }
      }
      if (least.apart === 0) {
        return found;
      }
      boxes.forEach((one, i) =>
        boxes.slice(i + 1).forEach((other) => {
          if (one.layer !== other.layer || one.element.contains(other.element) || other.element.contains(one.element)) {
            return;
          }
          const across = Math.max(other.box.left - one.box.right, one.box.left - other.box.right);
          const down = Math.max(other.box.top - one.box.bottom, one.box.top - other.box.bottom);
          const gap = Math.max(across, down);
          if (gap < least.apart - 0.5) {
            found.push(`${called(one.element)} and ${called(other.element)} are ${Math.round(gap)} px apart`);
          }
        }),
      );
      return found;
    }, seat ? { px: 44, apart: 8 } : { px: 24, apart: 0 }),
};
