// The largest letters with which a text fits its box. Used where people wrote freely and the room must read at once.

const largest_rem = 1.7;
const smallest_rem = 0.9;
const step_rem = 0.1;

export interface Fitted {
  // What is shown: when it changes, the size is looked for again.
  text: string;
  // Told whether some of it is still cut at the smallest size.
  over: (cut: boolean) => void;
}

export function fit(node: HTMLElement, fitted: Fitted): { update: (next: Fitted) => void; destroy: () => void } {
  let current = fitted;
  let last: boolean | null = null;
  const look = () => {
    let size = largest_rem;
    const cut = () => node.scrollHeight > node.clientHeight + 1;
    do {
      node.style.fontSize = `${size.toFixed(1)}rem`;
      size -= step_rem;
    } while (cut() && size >= smallest_rem);
    if (last !== cut()) {
      last = cut();
      current.over(last);
    }
  };
  look();
  window.addEventListener('resize', look);
  void document.fonts?.ready.then(look);
  return {
    update: (next) => {
      current = next;
      look();
    },
    destroy: () => window.removeEventListener('resize', look),
  };
}
