// How much stands on one page of the simple screen.
//
// Shape    Seven controls at most: the four that are always there, and three of the task; after the first page one of these
//          three is « La suite ». A question with its answers (a fieldset, a named group) is one control.
export const controls_max = 7;
const always_there = 4;
const on_first_page = controls_max - always_there;
export const on_other_pages = on_first_page - 1;

// The page of each block, in their order. `counts`: how many controls each has; one without any stays with the next one.
// `news`: something new asks for a control of the first page.
export function packed(counts: readonly number[], news: boolean): number[] {
  const room = (page: number) => (page > 0 ? on_other_pages : news ? on_first_page - 1 : on_first_page);
  const pages = new Array<number>(counts.length).fill(0);
  let page = 0;
  let used = 0;
  let waiting = 0;
  counts.forEach((count, index) => {
    if (count === 0) {
      return;
    }
    if (used > 0 && used + count > room(page)) {
      page += 1;
      used = 0;
    }
    used += count;
    pages.fill(page, waiting, index + 1);
    waiting = index + 1;
  });
  return pages.fill(page, waiting);
}
