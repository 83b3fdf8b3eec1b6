// Nothing moves for ever on a screen whose reader asked for calm (WCAG 2.2.2, 2.3.3).
export default {
  name: "motion",
  ids: ["A2"],
  async check(page) {
    await page.emulateMedia({ reducedMotion: "reduce" });
    const found = await page.evaluate(() =>
      document
        .getAnimations()
        .filter((each) => each.effect?.getTiming().iterations === Infinity)
        .map((each) => `${window.probing.called(each.effect.target)} never stops moving`),
    );
    await page.emulateMedia({ reducedMotion: null });
    return found;
  },
};
