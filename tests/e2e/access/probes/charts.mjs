// Bars that show a result have a sentence beside them and a real table that holds every number of theirs: open at one tap, or
// always there for screen readers where nobody can touch the screen.
export default {
  name: "charts",
  ids: ["S5"],
  check: (page, { seat }) =>
    page.evaluate((touched) => {
      const { called } = window.probing;
      const bars = Array.from(document.querySelectorAll(".meter-bar, .chart-track"));
      const drawn = bars.filter((each) => each.closest(".chart, .meter").parentElement.closest("[aria-hidden='true']") === null);
      const wordsOf = (element) => {
        const words = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        const said = [];
        while (words.nextNode()) {
          said.push(words.currentNode.data);
        }
        return said.join(" ").replace(/\s+/g, " ").trim();
      };
      const found = [];
      const charts = new Map();
      for (const bar of drawn) {
        const row = bar.closest(".meter, .chart-row");
        const chart = row.closest(".chart, ol, section, .stack");
        charts.set(chart, [...(charts.get(chart) ?? []), row]);
        if (row.querySelector("p") === null || wordsOf(row) === "") {
          found.push("a bar without words");
        }
      }
      // One bar alone, as how many have voted, is its sentence.
      for (const [chart, rows] of charts) {
        const first = wordsOf(rows[0]);
        if (rows.length < 2) {
          continue;
        }
        const place = chart.matches("ol, .chart") ? chart.parentElement : chart;
        const table = place.querySelector("table");
        if (table === null) {
          found.push(`the bars from « ${first} » on have no table`);
          continue;
        }
        const sentence = Array.from(place.querySelectorAll("p")).some((each) => each.closest(".meter, .chart, table") === null && each.textContent.trim() !== "");
        if (!sentence && place.closest("article")?.querySelector("p") == null) {
          found.push(`the bars from « ${first} » on have no sentence`);
        }
        const headed = table.tHead?.rows[0]?.querySelectorAll("th[scope='col']").length ?? 0;
        const body = Array.from(table.tBodies[0]?.rows ?? []);
        if ((table.caption?.textContent.trim() ?? "") === "" || headed < 2) {
          found.push(`${called(table)} has no caption, or columns without a heading`);
        }
        if (body.length < rows.length || body.some((each) => each.querySelector("th[scope='row']") === null || each.cells.length !== headed)) {
          found.push(`${called(table)} has rows that say less than the ${rows.length} bars`);
        }
        const numbers = new Set(body.flatMap((each) => Array.from(each.querySelectorAll("td"), (cell) => cell.textContent.trim())));
        const missing = rows.filter((each) => !(wordsOf(each).match(/\d+/g) ?? []).some((number) => numbers.has(number)));
        if (missing.length > 0) {
          found.push(`the number of « ${wordsOf(missing[0])} » is not in the table`);
        }
        const drawer = table.closest("details");
        if (drawer !== null ? !drawer.querySelector("summary").textContent.includes("tableau") : touched || !table.matches(".spoken")) {
          found.push(`${called(table)} is not open at one tap`);
        }
      }
      return found;
    }, seat),
};
