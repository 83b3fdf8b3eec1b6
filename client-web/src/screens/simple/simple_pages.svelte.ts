// The screen of a person who wants one thing at a time: what is on the page is cut into pages, one of which is seen. Knows no
// screen: it counts the controls of the page as it is, again after each change. Nothing is taken away, and the page where
// somebody is stays the page that is seen.
//
// Shape    `roots`: whose children are cut, in the order of the pages. `data-later` is on what waits; `data-news` marks, in the
//          page, what asks for attention: the last of them is on every page, its button on the first page; the others come after.
import { on_other_pages, packed } from './pages';

const operable = 'button, input, select, textarea, summary, a[href]';
const later = 'data-later';
const quiet = 'data-quiet';

const is_shown = (control: Element): boolean => {
  const drawer = control.closest('details:not([open])');
  return drawer === null || (control.matches('summary') && control.parentElement === drawer);
};

function count(block: Element): number {
  const controls = Array.from(block.querySelectorAll(operable)).concat(block.matches(operable) ? [block] : []);
  const counted = controls.filter((each) => !each.matches(':disabled') && is_shown(each));
  return new Set(counted.map((each) => each.closest('fieldset, [role="group"]') ?? each)).size;
}

const blocks_of = (element: Element): Element[] =>
  element.querySelector('h1') === null && count(element) <= on_other_pages
    ? [element]
    : element.children.length === 0
      ? [element]
      : Array.from(element.children).flatMap(blocks_of);

export class SimplePages {
  page = $state(0);
  last = $state(0);
  private roots_: readonly Element[] = [];

  // Returns how to end it: everything is seen again.
  start(roots: readonly Element[]): () => void {
    this.roots_ = roots;
    const watch = new MutationObserver(() => this.arrange());
    roots.forEach((root) =>
      watch.observe(root, { childList: true, subtree: true, attributeFilter: ['open', 'disabled'] }),
    );
    this.arrange();
    return () => {
      watch.disconnect();
      this.show_all();
    };
  }

  // Asked for by a touch, which on some tablets leaves the keyboard where it was.
  go(page: number): void {
    const active = document.activeElement;
    if (active instanceof HTMLElement && this.roots_.some((root) => root.contains(active))) {
      active.blur();
    }
    this.page = page;
    this.arrange();
    window.scrollTo(0, 0);
  }

  private show_all(): void {
    for (const attribute of [later, quiet]) {
      this.roots_.forEach((root) =>
        root.querySelectorAll(`[${attribute}]`).forEach((each) => each.removeAttribute(attribute)),
      );
    }
  }

  private arrange(): void {
    // A question over the page is the page.
    if (document.querySelector('[aria-modal="true"]') !== null) {
      return;
    }
    this.show_all();
    const parts = this.roots_.flatMap((root) => Array.from(root.children));
    const news = parts.filter((each) => each.hasAttribute('data-news') && count(each) > 0).reverse();
    const blocks = parts.filter((each) => !each.hasAttribute('data-news')).flatMap(blocks_of);
    const pages = packed(blocks.map(count), news.length > 0);
    const here = blocks.findIndex((each) => each.contains(document.activeElement));
    this.last = Math.max(0, ...pages);
    this.page = (here < 0 ? undefined : pages[here]) ?? Math.min(this.page, this.last);
    blocks.forEach((each, index) => each.toggleAttribute(later, pages[index] !== this.page && !each.matches('h1')));
    news.forEach((each, index) => {
      each.toggleAttribute(later, index > 0);
      each.toggleAttribute(quiet, this.page > 0);
    });
  }
}
