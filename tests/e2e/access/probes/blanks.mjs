// Every sentence is whole: no parameter left in braces, no key in the place of its words, no value that is none.
export default {
  name: "blanks",
  ids: ["K7"],
  check: (page) =>
    page.evaluate(() => {
      const said = [document.title, document.body.innerText, ...Array.from(document.querySelectorAll("[aria-label]"), (each) => each.ariaLabel)];
      const blank = /\{\w+\}|\bundefined\b|\bNaN\b|\[object |\b[a-z]+\.[a-z_]+_[a-z_.]+\b/g;
      return [...new Set(said.flatMap((words) => words?.match(blank) ?? []))].map((each) => `« ${each} » stands where words should be`);
    }),
};
