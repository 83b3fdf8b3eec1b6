// What others have changed in a field since somebody last looked, in whole words.
//
// Shape    A text is read as its letters with the ids that Yjs gave them. Letters keep their id and their order for as
//          long as they are there, so that two readings are compared without guessing.
// Source   Yjs: an id is a client and the number of the letter among that client's; who deletes leaves no trace in the
//          document, so the page remembers what was deleted on it.
import * as Y from 'yjs';

export interface Letter {
  readonly client: number;
  readonly clock: number;
  readonly unit: string; // of UTF-16
}

export interface Change {
  // Who wrote what is new; empty: something was only taken out, and the document does not say by whom.
  readonly clients: readonly number[];
  // The words around and in it, as they were and as they are.
  readonly before: string;
  readonly after: string;
}

export function letters_of(text: Y.Text): Letter[] {
  const letters: Letter[] = [];
  for (let item = text._start; item !== null; item = item.right) {
    if (!item.deleted && item.content instanceof Y.ContentString) {
      const { client, clock } = item.id;
      item.content.str.split('').forEach((unit, at) => letters.push({ client, clock: clock + at, unit }));
    }
  }
  return letters;
}

// Names a letter for as long as there is the document.
export const key = ({ client, clock }: Pick<Letter, 'client' | 'clock'>): string => `${client}/${clock}`;
const words_of = (letters: readonly Letter[]): string => letters.map((each) => each.unit).join('');
const is_space = (letter: Letter | undefined): boolean => letter === undefined || /\s/u.test(letter.unit);

interface Piece {
  readonly common: boolean;
  readonly gone: readonly Letter[]; // the same letters as `come` where common
  readonly come: readonly Letter[];
}

// The two readings side by side: what both have, and between it what went and what came.
function pieces(before: readonly Letter[], now: readonly Letter[]): Piece[] {
  const stays = new Set(now.map(key));
  const was = new Set(before.map(key));
  const found: Piece[] = [];
  let from = 0;
  let to = 0;
  while (from < before.length || to < now.length) {
    const gone: Letter[] = [];
    const come: Letter[] = [];
    for (let each = before[from]; each !== undefined && !stays.has(key(each)); each = before[++from]) {
      gone.push(each);
    }
    for (let each = now[to]; each !== undefined && !was.has(key(each)); each = now[++to]) {
      come.push(each);
    }
    if (gone.length > 0 || come.length > 0) {
      found.push({ common: false, gone, come });
    }
    const common: Letter[] = [];
    for (
      let each = before[from];
      each !== undefined && now[to] !== undefined && key(each) === key(now[to] as Letter);
      each = before[++from]
    ) {
      common.push(each);
      ++to;
    }
    if (common.length > 0) {
      found.push({ common: true, gone: common, come: common });
    }
  }
  return found;
}

// own: letters written, or deleted, on this page.
export function changes_of_others(
  before: readonly Letter[],
  now: readonly Letter[],
  own: { wrote(letter: Letter): boolean; deleted(letter: Letter): boolean },
): Change[] {
  const changes: Change[] = [];
  let gone: Letter[] = [];
  let come: Letter[] = [];
  let clients = new Set<number>();
  let of_others = false;
  const close = () => {
    if (of_others) {
      changes.push({ clients: Array.from(clients), before: words_of(gone).trim(), after: words_of(come).trim() });
    }
    gone = [];
    come = [];
    clients = new Set();
    of_others = false;
  };
  for (const piece of pieces(before, now)) {
    if (!piece.common) {
      const theirs = piece.come.filter((each) => !own.wrote(each));
      theirs.forEach((each) => clients.add(each.client));
      of_others = of_others || theirs.length > 0 || piece.gone.some((each) => !own.deleted(each));
      gone.push(...piece.gone);
      come.push(...piece.come);
      continue;
    }
    // What stays is cut at its spaces: its first word belongs to what is before it, its last to what follows.
    const letters = piece.gone;
    const first = letters.findIndex(is_space);
    if (first === -1) {
      gone.push(...letters);
      come.push(...letters);
      continue;
    }
    gone.push(...letters.slice(0, first));
    come.push(...letters.slice(0, first));
    close();
    let last = letters.length;
    while (!is_space(letters[last - 1])) {
      --last;
    }
    gone.push(...letters.slice(last));
    come.push(...letters.slice(last));
  }
  close();
  return changes;
}
