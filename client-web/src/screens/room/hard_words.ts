// [access K4] Hard words in a text: where each stands first, as a whole word, in any of its forms.
import type { LexiconWord } from '../../protocol/messages';
import type { Range } from '../../state/sentences';

export interface HardWord extends Range {
  readonly entry: LexiconWord;
}

const plain = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/['’]/g, "['’]");
const forms_of = ({ word, forms = [] }: LexiconWord): readonly string[] => [word, ...forms];

// In the order of the text, none over another; of two at one place the longest.
export function hard_words_in(text: string, lexicon: readonly LexiconWord[]): HardWord[] {
  const found = lexicon.flatMap((entry): HardWord[] => {
    // No look-behind: Safari 14 has none.
    const any = forms_of(entry)
      .map(plain)
      .sort((one, other) => other.length - one.length)
      .join('|');
    const match = new RegExp(`(^|[^\\p{L}\\p{N}])(${any})(?![\\p{L}\\p{N}])`, 'iu').exec(text);
    const word = match?.[2];
    if (match === null || word === undefined) {
      return [];
    }
    const start = match.index + (match[1]?.length ?? 0);
    return [{ entry, start, end: start + word.length }];
  });
  const ordered = [...found].sort((one, other) => one.start - other.start || other.end - one.end);
  return ordered.filter((each, index) => ordered.slice(0, index).every((before) => before.end <= each.start));
}

export interface Piece extends Range {
  readonly text: string;
  readonly entry: LexiconWord | null;
  // What stays on the line of a hard word: « l’ » before it, a full stop after it.
  readonly before: string;
  readonly after: string;
}

// A stretch of a text, cut where hard words stand.
export function pieces_of(text: string, { start, end }: Range, words: readonly HardWord[]): Piece[] {
  const pieces: Piece[] = [];
  let from = start;
  const plain_to = (to: number) => {
    if (to > from) {
      pieces.push({ start: from, end: to, text: text.slice(from, to), entry: null, before: '', after: '' });
      from = to;
    }
  };
  const inside = words.filter((each) => each.start >= start && each.end <= end);
  inside.forEach((word, index) => {
    const before = /\S*$/.exec(text.slice(from, word.start))?.[0] ?? '';
    const after = /^\S*/.exec(text.slice(word.end, inside[index + 1]?.start ?? end))?.[0] ?? '';
    plain_to(word.start - before.length);
    from = word.end + after.length;
    pieces.push({ ...word, text: text.slice(word.start, word.end), before, after });
  });
  plain_to(end);
  return pieces;
}
