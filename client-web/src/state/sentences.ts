// Where sentences begin and end: the only place that cuts a text for reading aloud.
//
// Shape    Ranges of the text in UTF-16 units, in order, without the white space around; ranges with nothing to say are
//          left out. A sentence ends at . ! ? … before a space and no small letter, and at the end of a line; a title
//          (« M. ») ends none. One longer than `units_max` is cut at a comma or the like, else at a space, so that the
//          server takes it (500 code points) and its sound comes soon.
export interface Range {
  readonly start: number;
  readonly end: number;
}

export const units_max = 300;
const ending = /[.!?…]+(?:[\s]*[»”")\]])*(?=\s)|\n/g;
const titles = /(?:^|[\s(«'’])(?:M|MM|Mme|Mmes|Dr|St|Ste|art|ex|p|n|cf|vol|fig|[A-ZÀ-Þ])\.$/;
const sayable = /[\p{L}\p{N}]/u;
const small_letter = /\p{Ll}/u;

function ends_here(text: string, end: number, mark: string): boolean {
  if (mark === '\n') {
    return true;
  }
  const next = text.slice(end).trimStart().charAt(0);
  return !small_letter.test(next) && !(mark === '.' && titles.test(text.slice(Math.max(0, end - 8), end)));
}

// The place after the last sign of `signs` that leaves a first part of `units_max` at most; 0 when there is none.
function last_cut(words: string, signs: RegExp): number {
  let cut = 0;
  for (const found of words.slice(0, units_max).matchAll(signs)) {
    cut = found.index + found[0].length;
  }
  return cut;
}

function pieces(text: string, start: number, end: number): Range[] {
  const ranges: Range[] = [];
  let from = start;
  while (end - from > units_max) {
    const rest = text.slice(from, end);
    const cut = last_cut(rest, /[,;:–—]\s/g) || last_cut(rest, /\s/g) || units_max;
    ranges.push({ start: from, end: from + cut });
    from += cut;
  }
  return [...ranges, { start: from, end }];
}

function trimmed(text: string, { start, end }: Range): Range {
  const words = text.slice(start, end);
  return { start: start + words.length - words.trimStart().length, end: end - words.length + words.trimEnd().length };
}

export function sentences_of(text: string): readonly Range[] {
  const ranges: Range[] = [];
  let start = 0;
  for (const found of text.matchAll(ending)) {
    const end = found.index + found[0].length;
    if (ends_here(text, end, found[0])) {
      ranges.push(...pieces(text, start, end));
      start = end;
    }
  }
  ranges.push(...pieces(text, start, text.length));
  return ranges.map((each) => trimmed(text, each)).filter(({ start: s, end: e }) => sayable.test(text.slice(s, e)));
}
