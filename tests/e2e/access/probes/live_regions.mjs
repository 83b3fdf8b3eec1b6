// Two live regions, polite and assertive, empty in the page as it arrives, and never another.
const regions = "[aria-live]:not([aria-live='off']), [role='status'], [role='alert'], [role='log'], [role='marquee'], output";

export default {
  name: "live regions",
  ids: ["L2", "L4"],
  check: (page) =>
    page.evaluate(async (selector) => {
      const found = [];
      // Without a line, what arrived cannot be asked for again.
      const answer = await fetch(location.pathname).catch(() => null);
      const arrived = answer === null ? document : new DOMParser().parseFromString(await answer.text(), "text/html");
      for (const [when, where] of [["as it arrives", arrived], ["now", document]]) {
        const manners = Array.from(where.querySelectorAll(selector), (each) => each.getAttribute("aria-live") ?? each.getAttribute("role"));
        if (manners.sort().join() !== "assertive,polite") {
          found.push(`the live regions of the page ${when}: ${manners.join(", ") || "none"}`);
        }
      }
      Array.from(answer === null ? [] : arrived.querySelectorAll(selector))
        .filter((each) => each.textContent.trim() !== "")
        .forEach((each) => found.push(`a live region arrives with its words inside: « ${each.textContent.trim()} »`));
      return found;
    }, regions),
};
