// A shortcut does what its control does: it presses the control that announces it, with its refusals and its questions.
import { key_name, type Action } from './shortcuts';

const fields = 'input, textarea, select, [contenteditable=""], [contenteditable="true"]';
const without_typing = ['button', 'checkbox', 'radio', 'submit', 'reset', 'file', 'image'];

// Whether this key may be meant for a field, or for a question that waits for its answer.
export function is_busy(target: EventTarget | null): boolean {
  if (document.querySelector('[role="dialog"]') !== null) {
    return true;
  }
  if (target instanceof HTMLInputElement && without_typing.includes(target.type)) {
    return false;
  }
  return target instanceof Element && target.closest(fields) !== null;
}

const is_shown = (control: HTMLElement): boolean => control.getClientRects().length > 0;
const is_free = (control: HTMLElement): boolean =>
  !control.hasAttribute('disabled') && control.getAttribute('aria-disabled') !== 'true';

// False when nothing on the page does it now. A field receives the focus, a button is pressed.
export function press_control(action: Action): boolean {
  const found = Array.from(document.querySelectorAll<HTMLElement>(`[aria-keyshortcuts="${key_name(action)}"]`));
  const control = found.find((each) => is_shown(each) && is_free(each));
  if (control === undefined) {
    return false;
  }
  if (control.matches(fields)) {
    control.focus();
  } else {
    control.click();
  }
  return true;
}
