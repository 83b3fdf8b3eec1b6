// Nothing can only be dragged, and nothing looks like a control without being one (WCAG 2.1.1, 2.5.7).
export default {
  name: "pointer only",
  ids: ["V6", "M1", "M3"],
  check: (page) =>
    page.evaluate(() => {
      const { all, called, visible } = window.probing;
      const control = "button, a[href], input, select, textarea, summary, label, option, [role='button'], [tabindex='0']";
      const dragged = all("[draggable='true']")
        .filter((each) => visible(each) && each.querySelector("button, select, input") === null)
        .map((each) => `${called(each)} can only be dragged`);
      const pointed = all("*")
        .filter((each) => visible(each) && getComputedStyle(each).cursor === "pointer")
        .filter((each) => each.closest(control) === null && getComputedStyle(each.parentElement).cursor !== "pointer")
        .map((each) => `${called(each)} looks like a control and cannot be reached by keyboard`);
      const gestures = all("*")
        .filter((each) => ["ondblclick", "oncontextmenu", "onmouseover", "onmouseenter"].some((name) => each[name] !== null))
        .map((each) => `${called(each)} wants a double tap, a long press or a pointer that hovers`);
      return [...dragged, ...pointed, ...gestures];
    }),
};
