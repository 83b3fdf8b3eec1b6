// Main text and controls at 10:1, every other text at 7:1 (WCAG 1.4.6 and VVSG 2.0).
//
// Shape    Soft words, words in a note and controls that wait are not main text.
export default {
  name: "contrast",
  ids: ["S1"],
  seatsOnly: true,
  check: (page) =>
    page.evaluate(() => {
      const { background, called, contrast, texts } = window.probing;
      const beside = ".soft, .note, .field-error, [aria-disabled='true'], :disabled";
      return texts().flatMap((each) => {
        const ratio = contrast(getComputedStyle(each).color, background(each));
        const wanted = each.closest(beside) === null ? 10 : 7;
        return ratio < wanted ? [`${called(each)} has ${ratio.toFixed(1)}:1, less than ${wanted}:1`] : [];
      });
    }),
};
