// The passages of an article that a comment can be fixed to: its sentences, as the server looks for them.
//
// White space of every kind is one space, as in server/core/passage.h; a sentence too long for a quote is cut between words.
import { quote_chars_max, type FieldText, type Passage } from '../../protocol/messages';

export const with_single_spaces = (text: string): string =>
  text.replace(/[ \n\t\r\u00a0\u202f\u2009]+/g, ' ').replace(/^ | $/g, '');

// At most `most` characters a part, whole words when there are spaces.
function parts_of(sentence: string, most: number): string[] {
  const letters = Array.from(sentence);
  if (letters.length <= most) {
    return sentence === '' ? [] : [sentence];
  }
  const space = letters.slice(0, most + 1).lastIndexOf(' ');
  const cut = space > 0 ? space : most;
  return [letters.slice(0, cut).join(''), ...parts_of(letters.slice(cut).join('').trim(), most)];
}

function sentences_of(text: string): string[] {
  return text
    .split('\n')
    .flatMap((line) => with_single_spaces(line).match(/[^.!?…]+[.!?… ]*|[.!?…]+/g) ?? [])
    .flatMap((sentence) => parts_of(sentence.trim(), quote_chars_max));
}

// How often `quote` begins in `text` before `end`, overlaps counted as the server counts them.
function times_before(text: string, quote: string, end: number): number {
  let times = 0;
  for (let place = text.indexOf(quote); place !== -1 && place < end; place = text.indexOf(quote, place + 1)) {
    times += 1;
  }
  return times;
}

// In order, the title first.
export function passages_of(texts: readonly FieldText[]): Passage[] {
  return texts.flatMap(({ field, text }) => {
    const whole = with_single_spaces(text);
    let from = 0;
    return sentences_of(text).map((quote) => {
      const place = whole.indexOf(quote, from);
      from = place + quote.length;
      return { field, quote, occurrence: times_before(whole, quote, place) + 1 };
    });
  });
}

export const same_passage = (one: Passage | undefined, other: Passage | undefined): boolean =>
  one?.field === other?.field && one?.quote === other?.quote && one?.occurrence === other?.occurrence;
