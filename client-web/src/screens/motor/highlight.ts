// What scanning stands on, shown by thick outlines: `data-scan-at` on each box, drawn by motor.css, forced colours included.
import { box_of } from './controls';
import type { Shown } from './scanner';

const attribute = 'data-scan-at';

// Marks the boxes of what is shown, and nothing else. Returns them.
export function highlight(shown: Shown<HTMLElement> | null): readonly HTMLElement[] {
  const boxes = shown === null ? [] : (shown.kind === 'stop' ? [shown.stop] : shown.stops).map(box_of);
  document.querySelectorAll(`[${attribute}]`).forEach((each) => {
    if (!boxes.includes(each as HTMLElement)) {
      each.removeAttribute(attribute);
    }
  });
  boxes.forEach((each) => each.setAttribute(attribute, shown?.kind ?? ''));
  return boxes;
}
