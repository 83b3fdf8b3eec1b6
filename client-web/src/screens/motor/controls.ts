// The controls of a page, as the three ways of touching otherwise see them: what can be pressed, what shows it, its words.
import { is_text } from './field';

const selector = 'button, a[href], input, select, textarea, summary';

// What a press on this place of the page would act on.
export function control_at(place: EventTarget | null): HTMLElement | null {
  if (!(place instanceof Element)) {
    return null;
  }
  const found = place.closest<HTMLElement>(`${selector}, label`);
  const control = found instanceof HTMLLabelElement ? (found.control as HTMLElement | null) : found;
  return control !== null && is_usable(control) ? control : null;
}

function is_usable(control: HTMLElement): boolean {
  return !(
    control.matches(':disabled, [aria-disabled="true"], input[type="hidden"], input[type="file"]') ||
    (is_text(control) && control.readOnly) ||
    control.closest('[aria-hidden="true"], [hidden]') !== null
  );
}

// Shown on the page: a closed drawer shows only its summary, a link to skip is out of sight until it has focus.
function is_shown(control: HTMLElement): boolean {
  const drawer = control.closest('details:not([open])');
  const box = control.getBoundingClientRect();
  return (
    box.width > 0 &&
    box.right > 0 &&
    (drawer === null || control.parentElement === drawer) &&
    getComputedStyle(control).visibility === 'visible'
  );
}

export const controls_in = (root: Element): HTMLElement[] =>
  Array.from(root.querySelectorAll<HTMLElement>(selector)).filter((each) => is_usable(each) && is_shown(each));

const label_of = (control: HTMLElement): HTMLElement | undefined =>
  control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement || control instanceof HTMLSelectElement
    ? control.labels?.[0]
    : undefined;

// The box people see: the whole row of a choice, the control itself otherwise.
export function box_of(control: HTMLElement): HTMLElement {
  const label = label_of(control);
  return label !== undefined && label.contains(control) ? label : control;
}

export function words_of(control: HTMLElement): string {
  const words = control.getAttribute('aria-label') ?? (label_of(control) ?? control).textContent ?? '';
  return words.replace(/\s+/g, ' ').trim();
}

// Presses it without moving the focus there: nobody has gone into it.
export function press(control: HTMLElement): void {
  if (is_text(control) || control instanceof HTMLSelectElement) {
    control.focus();
  } else {
    control.click();
  }
}
