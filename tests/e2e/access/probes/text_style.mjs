// Words set to be read: 20 px or more, upright, to the left, as written, never broken, in short lines.
//
// Units    Lines of at most 70 signs, with a few more for narrow letters; lines 1.5 high where they run on.
export default {
  name: "text style",
  ids: ["K9"],
  seatsOnly: true,
  check: (page) =>
    page.evaluate(() => {
      const { called, texts } = window.probing;
      const found = [];
      for (const each of texts()) {
        const style = getComputedStyle(each);
        const size = parseFloat(style.fontSize);
        const problems = [
          [size < 19.9, `${Math.round(size)} px`],
          [style.fontStyle !== "normal", "slanted"],
          [style.textAlign === "justify", "justified"],
          [style.textTransform === "uppercase", "in capitals"],
          [style.hyphens === "auto", "with words broken"],
        ];
        const range = document.createRange();
        range.selectNodeContents(each);
        const lines = new Set(Array.from(range.getClientRects(), (box) => Math.round(box.top / 8)));
        if (each.matches("p, li, dd") && lines.size > 1 && each.children.length === 0) {
          const room = each.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
          const ink = Array.from(range.getClientRects()).reduce((sum, line) => sum + line.width, 0);
          const signs = Math.round((room * each.textContent.trim().length) / ink);
          problems.push([signs > 74, `in lines of ${signs} signs`]);
          problems.push([parseFloat(style.lineHeight) / size < 1.49, `in lines ${(parseFloat(style.lineHeight) / size).toFixed(2)} high`]);
        }
        problems.filter(([bad]) => bad).forEach(([, what]) => found.push(`${called(each)} is ${what}`));
      }
      return found;
    }),
};
