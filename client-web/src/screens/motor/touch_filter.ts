// Makes every press of the page follow the filters, before any component hears of it.
//
// Shape    A mouse's click is let through or stopped. A touch's own click is always stopped and, when the press counts,
//          made here: a browser sends none after a long touch, which is what some hands need. A press without a pointer
//          before it (keyboard, screen reader, script) has no detail and is never filtered. Lists of choices and fields
//          open when the press counts.
import { PressFilter } from './press_filter';
import { control_at, press } from './controls';

const under = ({ clientX, clientY }: PointerEvent) => control_at(document.elementFromPoint(clientX, clientY));

// Starts filtering. Returns what ends it.
export function filter_touches(hold_ms: number, repeat_ms: number): () => void {
  const filter = new PressFilter<HTMLElement>(hold_ms, repeat_ms);
  let touching = false;
  let refused = false;

  const stop = (event: Event) => {
    if (event.cancelable) {
      event.preventDefault();
    }
    event.stopImmediatePropagation();
  };
  const heard = {
    pointerdown(event: PointerEvent) {
      if (!event.isPrimary || event.button !== 0) {
        filter.cancel();
        return;
      }
      const on = control_at(event.target);
      touching = event.pointerType !== 'mouse' && on !== null;
      refused = on !== null;
      filter.down(on, event.timeStamp);
    },
    pointerup(event: PointerEvent) {
      if (!event.isPrimary || !refused) {
        return;
      }
      const on = under(event);
      refused = !filter.up(on, event.timeStamp);
      if (!refused && on !== null && (touching || on instanceof HTMLSelectElement)) {
        open(on);
      }
    },
    pointercancel: () => filter.cancel(),
    touchend: (event: Event) => touching && stop(event),
    contextmenu: (event: Event) => touching && stop(event),
    mousedown(event: MouseEvent) {
      if (touching || event.target instanceof HTMLSelectElement) {
        event.preventDefault();
      }
    },
    click(event: MouseEvent) {
      if (event.detail > 0 && (refused || touching)) {
        stop(event);
      }
    },
    keydown: () => (touching = refused = false),
  };
  const names = Object.keys(heard) as (keyof typeof heard)[];
  const options = { capture: true, passive: false };
  names.forEach((name) => window.addEventListener(name, heard[name] as EventListener, options));
  document.documentElement.dataset['presses'] = 'filtered';
  return () => {
    names.forEach((name) => window.removeEventListener(name, heard[name] as EventListener, options));
    delete document.documentElement.dataset['presses'];
  };
}

function open(control: HTMLElement): void {
  press(control);
  const picker = control instanceof HTMLSelectElement && (control as { showPicker?: () => void }).showPicker;
  if (picker) {
    picker.call(control);
  }
}
