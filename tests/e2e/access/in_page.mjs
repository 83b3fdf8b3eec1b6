// What the probes share inside the page: what is visible, what can be operated, what a person would call it.
export function install() {
  const operable =
    'button, a[href], input:not([type="hidden"]), select, textarea, summary, [role="button"], [role="switch"], [role="checkbox"], [role="tab"], [tabindex="0"]';

  const hiddenFromSight = (element) => {
    const box = element.getBoundingClientRect();
    return box.width <= 1 || box.height <= 1 || box.right <= 0 || box.bottom + window.scrollY <= 0;
  };
  const clippedAway = (element) => {
    for (let at = element; at !== null; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (style.clipPath === "inset(50%)" || (style.overflow === "hidden" && hiddenFromSight(at))) {
        return true;
      }
    }
    return false;
  };
  const visible = (element) =>
    element.checkVisibility({ checkVisibilityCSS: true }) && !hiddenFromSight(element) && !clippedAway(element);

  // While a dialog is open, it is the page.
  const scope = () => document.querySelector('[aria-modal="true"]') ?? document;
  const all = (selector) => Array.from(scope().querySelectorAll(selector));
  const controls = () => all(operable).filter((each) => visible(each) && !each.matches(":disabled") && !each.closest("[aria-hidden='true']"));

  const words = (element) => (element.innerText ?? element.textContent ?? "").replace(/\s+/g, " ").trim();
  const called = (element) => {
    const name = element.getAttribute("aria-label") || words(element) || element.id || element.className;
    return `${element.tagName.toLowerCase()} « ${String(name).slice(0, 60)} »`;
  };

  // Elements that themselves hold words people see.
  const texts = () =>
    all("*").filter(
      (each) =>
        !each.closest("[aria-hidden='true'], script, style, svg, option, select") &&
        Array.from(each.childNodes).some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim() !== "") &&
        visible(each),
    );

  // The row of a radio or a checkbox is its target, label included.
  const targetBox = (element) => {
    const boxes = [element.getBoundingClientRect()];
    if (element.matches('input[type="radio"], input[type="checkbox"]')) {
      boxes.push(...Array.from(element.labels ?? [], (label) => label.getBoundingClientRect()));
    }
    const left = Math.min(...boxes.map((box) => box.left));
    const top = Math.min(...boxes.map((box) => box.top));
    const right = Math.max(...boxes.map((box) => box.right));
    const bottom = Math.max(...boxes.map((box) => box.bottom));
    return { left, top, right, bottom, width: right - left, height: bottom - top };
  };

  const channels = (colour) => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const opaque = (colour) => {
    const [, , , alpha = 1] = channels(colour);
    return alpha > 0;
  };
  const background = (element) => {
    for (let at = element; at !== null; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if (opaque(colour)) {
        return colour;
      }
    }
    return "rgb(255, 255, 255)";
  };
  const luminance = (colour) => {
    const [red, green, blue] = channels(colour).map((part) => {
      const share = part / 255;
      return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  // WCAG 2.2, definition of contrast ratio.
  const contrast = (one, other) => {
    const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  };

  // Boxes whose words are cut, or run over their border.
  const cutWords = () =>
    all("*").filter((each) => {
      if (each.closest("[aria-hidden='true'], svg, select") || each.matches("input, textarea, html, body") || !visible(each) || words(each) === "") {
        return false;
      }
      const style = getComputedStyle(each);
      if (style.display === "inline" || style.display === "contents") {
        return false;
      }
      const wide = each.scrollWidth > each.clientWidth + 2;
      const high = each.scrollHeight > each.clientHeight + 2;
      const cuts = (value) => value === "hidden" || value === "clip";
      const bordered = parseFloat(style.borderTopWidth) > 0 || opaque(style.backgroundColor);
      const spills = style.overflow === "visible" && bordered;
      return (wide && (cuts(style.overflowX) || spills)) || (high && (cuts(style.overflowY) || spills));
    });

  window.probing = { all, called, channels, background, contrast, controls, cutWords, opaque, scope, targetBox, texts, visible, words };
}
