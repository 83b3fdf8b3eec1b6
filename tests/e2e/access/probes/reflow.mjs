// 320 × 256 CSS px, which is 400 % of 1280 × 1024: one column, nothing to scroll sideways (WCAG 1.4.10).
export default {
  name: "reflow",
  ids: ["S2"],
  async check(page) {
    const size = page.viewportSize();
    await page.setViewportSize({ width: 320, height: 256 });
    const found = await page.evaluate(() => {
      const { all, called, visible } = window.probing;
      const wide = document.documentElement.scrollWidth;
      if (wide <= 320) {
        return [];
      }
      const widest = all("*").filter((each) => visible(each) && each.getBoundingClientRect().right > 321).slice(-3);
      return [`${wide} px wide at 320: ${widest.map(called).join(", ")}`];
    });
    await page.setViewportSize(size);
    return found;
  },
};
