// Is somebody in the middle of something here?

// A field with the caret in it, or anything reached by keyboard: taking it away would leave the person nowhere.
export function is_occupied(place: HTMLElement | undefined): boolean {
  const at = document.activeElement;
  if (place === undefined || !(at instanceof HTMLElement) || !place.contains(at)) {
    return false;
  }
  if (at instanceof HTMLTextAreaElement || (at instanceof HTMLInputElement && at.type === 'text')) {
    return true;
  }
  try {
    return at.matches(':focus-visible');
  } catch {
    return true;
  }
}
