// What controls are called: each by another name, with words in it, beginning with the words that are seen (WCAG 2.5.3).
//
// Shape    Buttons and links of seats have names of their own on the whole screen; fields and the controls of the staff,
//          within their named group; so have the browser's own controls of a film, within the film.
const groups = ["group", "radiogroup", "region", "dialog", "article", "form", "table", "row", "listitem", "navigation", "complementary", "Video"];
const pressed = ["button", "link", "switch", "DisclosureTriangle"];
const filled = ["textbox", "checkbox", "radio", "combobox", "spinbutton", "slider"];

export default {
  name: "names",
  ids: ["M7"],
  async check(page, { seat }) {
    const session = await page.context().newCDPSession(page);
    const { nodes } = await session.send("Accessibility.getFullAXTree");
    await session.detach();
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    const inFilm = (node) => {
      let at = byId.get(node.parentId);
      while (at !== undefined && at.role?.value !== "Video") {
        at = byId.get(at.parentId);
      }
      return at !== undefined;
    };
    const groupOf = (node) => {
      const names = [];
      for (let at = byId.get(node.parentId); at !== undefined; at = byId.get(at.parentId)) {
        if (!at.ignored && groups.includes(at.role?.value)) {
          names.push(at.name?.value || at.nodeId);
        }
      }
      return names.join("/");
    };
    const found = [];
    const seen = new Set();
    for (const node of nodes.filter((each) => !each.ignored && [...pressed, ...filled].includes(each.role?.value))) {
      const name = (node.name?.value ?? "").replace(/\s+/g, " ").trim();
      if (!/[\p{L}\p{N}]/u.test(name)) {
        found.push(`a ${node.role.value} called « ${name} » has no word in its name`);
      }
      const key = `${node.role.value} « ${name} »${seat && pressed.includes(node.role.value) && !inFilm(node) ? "" : ` of ${groupOf(node)}`}`;
      if (seen.has(key)) {
        found.push(`twice on the screen: ${node.role.value} « ${name} »`);
      }
      seen.add(key);
    }
    const begins = await page.evaluate(() => {
      const { called, controls } = window.probing;
      const plain = (text) => text.replace(/[\s ]+/g, " ").trim().toLowerCase();
      const seenWords = (element) => {
        const copy = element.cloneNode(true);
        copy.querySelectorAll("[aria-hidden='true'], .spoken").forEach((each) => each.remove());
        return plain(copy.textContent ?? "");
      };
      return controls()
        .filter((each) => each.hasAttribute("aria-label") && !each.matches("input, select, textarea"))
        .filter((each) => !plain(each.getAttribute("aria-label")).startsWith(seenWords(each)))
        .map((each) => `${called(each)} does not begin with the words that are seen`);
    });
    return [...found, ...begins];
  },
};
