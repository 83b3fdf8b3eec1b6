// Letters, words and lines as far apart as a reader may ask for: nothing is cut (WCAG 1.4.12).
const asked = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-bottom: 2em !important; }`;

export default {
  name: "spacing",
  ids: ["S2"],
  check: (page) =>
    page.evaluate((css) => {
      const { called, cutWords } = window.probing;
      const already = new Set(cutWords());
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
      // Letters that fit themselves to their box look again.
      window.dispatchEvent(new Event("resize"));
      const found = cutWords().map((each) => `${called(each)} is cut${already.has(each) ? ", and was before" : ""}`);
      if (document.documentElement.scrollWidth > window.innerWidth) {
        found.push("the page has to be scrolled sideways");
      }
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
      window.dispatchEvent(new Event("resize"));
      return found;
    }, asked),
};
