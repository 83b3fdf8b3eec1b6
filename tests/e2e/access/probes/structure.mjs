// One h1, headings without a missing level, one main, a way past what comes before it, and a title of its own.
export default {
  name: "structure",
  ids: ["S4"],
  check: (page, { seat }) =>
    page.evaluate((withH1InTitle) => {
      const { words } = window.probing;
      const shown = (each) => each.checkVisibility({ checkVisibilityCSS: true }) && each.closest("[aria-hidden='true']") === null;
      const found = [];
      const headings = Array.from(document.querySelectorAll("h1, h2, h3, h4, h5, h6")).filter(shown);
      const firsts = headings.filter((each) => each.matches("h1"));
      if (firsts.length !== 1) {
        found.push(`${firsts.length} headings of the first level`);
      }
      headings.forEach((each, i) => {
        const level = Number(each.tagName[1]);
        const before = i === 0 ? level : Number(headings[i - 1].tagName[1]);
        if (level > before + 1) {
          found.push(`« ${words(each)} » is a heading of level ${level} after one of level ${before}`);
        }
      });
      const mains = Array.from(document.querySelectorAll("main")).filter(shown);
      if (mains.length !== 1) {
        found.push(`${mains.length} main parts`);
      }
      const stops = Array.from(document.querySelectorAll("a[href], button, input, select, textarea, summary")).filter(shown);
      const early = mains.length === 1 && document.querySelector("[aria-modal='true']") === null
        ? stops.filter((each) => mains[0].compareDocumentPosition(each) & Node.DOCUMENT_POSITION_PRECEDING)
        : [];
      if (early.length > 1) {
        const target = early[0].matches("a[href^='#']") ? document.getElementById(early[0].getAttribute("href").slice(1)) : null;
        if (target === null) {
          found.push(`${early.length} controls before the main part, and no link past them`);
        }
      }
      const title = document.title;
      if (title.split(/ [·–:] /).filter((part) => part.trim() !== "").length < 2) {
        found.push(`the title « ${title} » names nothing`);
      } else if (withH1InTitle && firsts.length === 1 && !title.includes(firsts[0].textContent.trim())) {
        found.push(`the title « ${title} » does not name « ${words(firsts[0])} »`);
      }
      return found;
    }, seat),
};
