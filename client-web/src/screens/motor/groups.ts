// The controls of a screen in groups, so that a switch reaches any of them in a few steps.
//
// Shape    The first group holds what helps (the signals, « Retour »); then the tools of scanning, the task and what
//          follows it, and last the head of the page. Within a place, neighbours of one container belong together;
//          small neighbouring groups are joined up to `joined_max`, longer ones cut evenly below `long_max`. A row
//          stays as it is.
// Order    That of the screen inside each place.

export const joined_max = 5;
export const long_max = 6;

export const places = ['first', 'tools', 'row', 'body', 'head'] as const;
export type Place = (typeof places)[number];

export interface Found<T> {
  readonly what: T;
  readonly place: Place;
  // What the control stands in: compared, never read.
  readonly container: unknown;
}

type Run<T> = { readonly container: unknown; readonly stops: T[] };

function runs_of<T>(found: readonly Found<T>[]): Run<T>[] {
  const runs: Run<T>[] = [];
  for (const { what, container } of found) {
    const last = runs[runs.length - 1];
    if (last !== undefined && last.container === container) {
      last.stops.push(what);
    } else {
      runs.push({ container, stops: [what] });
    }
  }
  return runs;
}

function cut<T>(stops: readonly T[]): T[][] {
  const pieces = Math.ceil(stops.length / long_max);
  const size = Math.ceil(stops.length / pieces);
  return Array.from({ length: pieces }, (_, index) => stops.slice(index * size, (index + 1) * size));
}

function joined<T>(groups: readonly T[][]): T[][] {
  return groups.reduce<T[][]>((all, group) => {
    const last = all[all.length - 1];
    if (last !== undefined && last.length + group.length <= joined_max) {
      last.push(...group);
    } else {
      all.push([...group]);
    }
    return all;
  }, []);
}

export function groups_of<T>(found: readonly Found<T>[]): T[][] {
  return places.flatMap((place) => {
    const here = found.filter((each) => each.place === place);
    if (place === 'first' || place === 'tools') {
      return here.length === 0 ? [] : [here.map(({ what }) => what)];
    }
    const runs = runs_of(here).map(({ stops }) => stops);
    return place === 'row' ? runs : joined(runs.flatMap(cut));
  });
}
