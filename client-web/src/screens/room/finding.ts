// Finding among what is on the screen, whatever the spelling: accents and case aside, by what is heard, with some letters
// wrong.
//
// Shape    Each word that is wanted must be, or begin, one of the words of a thing. Spelt as written: first; nearly: after.
// Units    Letters wrong: none up to three letters, one up to five, two beyond; none in a word with a digit.
// Source   Distance of Levenshtein (1966). Departure: what is typed is compared with beginnings of words, so that a name is
//          found before it is finished.
import { distance } from 'fastest-levenshtein';

// For comparing: case, accents, spacing and punctuation aside.
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

// French ways of writing one sound.
const one_sound: readonly (readonly [RegExp, string])[] = [
  [/œ/g, 'e'],
  [/ph/g, 'f'],
  [/qu?|ck?(?![ehiy])/g, 'k'],
  [/[cs]h/g, '$'],
  [/h/g, ''],
  [/e?au/g, 'o'],
  [/ei|ai/g, 'e'],
  [/y/g, 'i'],
  [/c|ss|z/g, 's'],
  [/(.)\1/g, '$1'],
];
const heard = (word: string) => one_sound.reduce((so_far, [written, sound]) => so_far.replace(written, sound), word);

const wrong_max = (word: string) => (word.length < 4 ? 0 : word.length < 6 ? 1 : 2);

function nearly(wanted: string, word: string): boolean {
  if (/\d/.test(wanted)) {
    return word.startsWith(wanted);
  }
  const most = wrong_max(wanted);
  const [short, long] = [heard(wanted), heard(word)];
  for (let length = short.length - most; length <= Math.min(long.length, short.length + most); length += 1) {
    if (length > 0 && distance(short, long.slice(0, length)) <= most) {
      return true;
    }
  }
  return false;
}

// words_of: all that a thing may be found by. All of them, in their order, when nothing is wanted.
export function found_among<T>(things: readonly T[], wanted: string, words_of: (thing: T) => string): T[] {
  const sought = folded(wanted);
  const exact: T[] = [];
  const near: T[] = [];
  for (const thing of things) {
    const text = folded(words_of(thing));
    if (text.includes(sought)) {
      exact.push(thing);
    } else if (sought.split(' ').every((each) => text.split(' ').some((word) => nearly(each, word)))) {
      near.push(thing);
    }
  }
  return [...exact, ...near];
}

// From how many ideas on one screen they can be searched.
export const ideas_searched_from = 13;
