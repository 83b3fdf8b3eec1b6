// What of a captioner's typing leaves now, and what waits in the field.
//
// Order    A piece leaves at the end of a sentence, when a line is full, after a pause, or on demand. Until it is asked for, no
//          word is cut: what follows the last space waits.
// Units    Characters are Unicode code points, as the server counts them.

export const pause_ms = 1_200;
// About a line of a tablet: who types without a full stop is read all the same.
const line_characters = 60;

export interface Cut {
  // '': nothing leaves yet.
  readonly leaves: string;
  readonly waits: string;
}

// A no-break space belongs to the sign that follows it.
const last_space = /[ \t\n](?=[^ \t\n]*$)/;
const sentence_end = /^[^]*[.!?…]["»”’)\u00a0\u202f]*[ \t\n]/;
const ends_sentence = /[.!?…]["»”’)\u00a0\u202f]*$/;

export const is_sentence_end = (text: string): boolean => ends_sentence.test(text.trim());

function cut_at(text: string, place: number): Cut {
  const leaves = text.slice(0, place).trim();
  return { leaves, waits: leaves === '' ? text : text.slice(place) };
}

// typed: another key; paused: none for a while; all: Enter, or somebody else speaks.
export function cut(text: string, when: 'typed' | 'paused' | 'all'): Cut {
  if (when === 'all' || (when === 'paused' && is_sentence_end(text))) {
    return cut_at(text, text.length);
  }
  const sentences = sentence_end.exec(text)?.[0].length ?? 0;
  const words = text.search(last_space) + 1;
  return cut_at(text, when === 'paused' || words >= line_characters ? words : sentences);
}

// A long text, pasted perhaps, in pieces the server takes; at spaces where there are some.
export function pieces_of(text: string, characters_max: number): string[] {
  const characters = Array.from(text.trim());
  if (characters.length <= characters_max) {
    return characters.length === 0 ? [] : [characters.join('')];
  }
  const head = characters.slice(0, characters_max);
  const space = head.lastIndexOf(' ');
  const place = space > 0 ? space : characters_max;
  return [head.slice(0, place).join('').trim(), ...pieces_of(characters.slice(place).join(''), characters_max)];
}
