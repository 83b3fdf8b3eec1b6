// Letters twice as large by the reader's own setting: nothing is cut, nothing goes out of the screen (WCAG 1.4.4).
const usual = { standard: 16, fixed: 13 };
const twice = { standard: 32, fixed: 26 };
const narrowest = 640;

export default {
  name: "large text",
  ids: ["S2"],
  async check(page) {
    const session = await page.context().newCDPSession(page);
    const letters = (fontSizes) => session.send("Page.setFontSizes", { fontSizes });
    const size = page.viewportSize();
    const widened = size.width < narrowest;
    if (widened) {
      await page.setViewportSize({ ...size, width: narrowest });
    }
    await page.evaluate(() => void (globalThis.cut_before = new Set(window.probing.cutWords())));
    await letters(twice);
    const found = await page.evaluate(() => {
      const { called, cutWords } = window.probing;
      const root = document.documentElement;
      const problems = cutWords()
        .filter((each) => !globalThis.cut_before.has(each))
        .map((each) => `${called(each)} is cut`);
      return root.scrollWidth > window.innerWidth
        ? [...problems, `${root.scrollWidth} px wide on a screen of ${window.innerWidth}`]
        : problems;
    });
    await letters(usual);
    if (widened) {
      await page.setViewportSize(size);
    }
    await session.detach();
    return found;
  },
};
