// An article written by several: a room in memory that speaks the protocol, and text areas that are typed in.
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { expect, test } from 'vitest';
import { TextBinding, type Area } from '../src/text/binding';
import { read_text_frame } from '../src/text/frames';
import type { Keep } from '../src/text/kept';
import { writing_ms } from '../src/text/presence';
import { quiet_ms, SharedDocument, wait_max_ms } from '../src/text/shared_document';
import { FakeClock } from './fakes';

const article = 7;
const nothing_kept: Keep = () => null;

function framed(...parts: (number | Uint8Array | string)[]): Uint8Array {
  return encoding.encode((encoder) => {
    for (const part of [article, ...parts]) {
      if (typeof part === 'number') {
        encoding.writeVarUint(encoder, part);
      } else if (typeof part === 'string') {
        encoding.writeVarString(encoder, part);
      } else {
        encoding.writeVarUint8Array(encoder, part);
      }
    }
  });
}

// The server's side of one article.
class Table {
  readonly doc = new Y.Doc();
  readonly tablets: Tablet[] = [];
  next_client = 11;
  refuses = '';
  settles = true;

  hear(from: Tablet, bytes: Uint8Array): void {
    const decoder = decoding.createDecoder(bytes);
    expect(decoding.readVarUint(decoder)).toBe(article);
    const kind = decoding.readVarUint(decoder);
    if (kind === 4) {
      from.told(framed(4, this.next_client++));
    } else if (kind === 1) {
      const awareness = decoding.readVarUint8Array(decoder);
      this.tablets.filter((each) => each !== from).forEach((each) => each.told(framed(1, awareness)));
    } else if (kind === 0) {
      this.sync(from, decoding.readVarUint(decoder), decoding.readVarUint8Array(decoder));
    }
  }

  private sync(from: Tablet, kind: number, bytes: Uint8Array): void {
    if (kind === 0) {
      from.writes = 0;
      from.told(framed(0, 1, Y.encodeStateAsUpdate(this.doc, bytes)));
      from.told(framed(0, 0, Y.encodeStateVector(this.doc)));
      return;
    }
    from.writes += 1;
    if (this.refuses === '') {
      Y.applyUpdate(this.doc, bytes);
      this.tablets.filter((each) => each !== from).forEach((each) => each.told(framed(0, 2, bytes)));
    } else {
      from.told(framed(2, 0, this.refuses));
    }
    if (this.settles) {
      from.told(framed(5, from.writes));
    }
  }
}

class TestArea implements Area {
  value = '';
  selectionStart = 0;
  selectionEnd = 0;
  selectionDirection = 'none' as const;
  scrollTop = 0;
  setSelectionRange(start: number, end: number): void {
    this.selectionStart = start;
    this.selectionEnd = end;
  }
}

class Tablet {
  readonly clock = new FakeClock();
  readonly area = new TestArea();
  readonly document: SharedDocument;
  readonly binding: TextBinding;
  writes = 0;
  shown = '';
  opened: Promise<void>;
  private open_ = true;

  constructor(
    readonly table: Table,
    keep: Keep = nothing_kept,
  ) {
    const line = {
      send: (bytes: Uint8Array) => {
        if (this.open_) {
          table.hear(this, bytes);
        }
        return this.open_;
      },
    };
    this.document = new SharedDocument(article, ['title', 'measure'], line, this.clock, { changed: () => undefined });
    this.binding = new TextBinding(this.document, 'measure', (words) => (this.shown = words));
    this.binding.attach(this.area);
    this.binding.focus(true);
    table.tablets.push(this);
    this.opened = this.document.open(keep, 'atelier/participant/1//7');
  }

  told(bytes: Uint8Array): void {
    const read = read_text_frame(bytes);
    if (this.open_ && read !== null) {
      this.document.receive(read.frame);
    }
  }
  cut(): void {
    this.open_ = false;
    this.document.lost();
  }
  back(): void {
    this.open_ = true;
    this.document.follow();
  }

  caret(at: number): void {
    this.area.setSelectionRange(at, at);
  }
  // What a keyboard does: replaces the selection, and says so.
  type(words: string): void {
    const { value, selectionStart, selectionEnd } = this.area;
    this.area.value = value.slice(0, selectionStart) + words + value.slice(selectionEnd);
    this.caret(selectionStart + words.length);
    this.binding.typed();
  }
  marked(): string {
    return `${this.area.value.slice(0, this.area.selectionStart)}|${this.area.value.slice(this.area.selectionEnd)}`;
  }
  saved(): boolean {
    return this.document.saved('measure');
  }
}

async function table_of(words: string, tablets: number): Promise<[Table, Tablet[]]> {
  const table = new Table();
  table.doc.clientID = 1;
  table.doc.getText('measure').insert(0, words);
  const all = Array.from({ length: tablets }, () => new Tablet(table));
  await Promise.all(all.map((each) => each.opened));
  return [table, all];
}
const written = (table: Table) => table.doc.getText('measure').toString();

test('a text opens with what the server holds, under a client id of the server’s', async () => {
  const [, [ann, bob]] = await table_of('Ouvrir les vestiaires', 2);
  expect(ann!.document.ready).toBe(true);
  expect(ann!.area.value).toBe('Ouvrir les vestiaires');
  expect([ann!.document.doc.clientID, bob!.document.doc.clientID]).toEqual([11, 12]);
});

test('what is typed goes out at once, and is saved when the server has said so', async () => {
  const [table, [ann]] = await table_of('', 1);
  table.settles = false;
  ann!.type('Été 😀');
  expect(written(table)).toBe('Été 😀');
  expect(ann!.saved()).toBe(false);
  ann!.told(framed(5, 1));
  expect(ann!.saved()).toBe(false);
  ann!.told(framed(5, 2));
  expect(ann!.saved()).toBe(true);
});

test('what others type waits until nobody has typed here for a moment', async () => {
  const [, [ann, bob]] = await table_of('', 2);
  ann!.type('un');
  bob!.clock.pass(quiet_ms);
  expect(bob!.area.value).toBe('un');
  bob!.caret(2);
  bob!.type(' deux');
  expect(ann!.area.value).toBe('un');
  ann!.clock.pass(quiet_ms - 1);
  expect(ann!.area.value).toBe('un');
  ann!.clock.pass(1);
  expect(ann!.area.value).toBe('un deux');
});

test('somebody who never stops typing sees what others type all the same', async () => {
  const [, [ann, bob]] = await table_of('', 2);
  bob!.type('ailleurs ');
  for (let at = 0; at < wait_max_ms; at += 250) {
    ann!.type('x');
    ann!.clock.pass(250);
  }
  expect(ann!.area.value).toContain('ailleurs');
});

test('nothing changes under a composition, however long', async () => {
  const [table, [ann, bob]] = await table_of('', 2);
  ann!.binding.composes(true);
  ann!.type('aˆ');
  bob!.clock.pass(quiet_ms);
  bob!.caret(0);
  bob!.type('Bob ');
  ann!.clock.pass(10 * wait_max_ms);
  expect(ann!.area.value).toBe('aˆ');
  ann!.area.setSelectionRange(0, 2);
  ann!.type('â');
  ann!.binding.composes(false);
  ann!.clock.pass(quiet_ms);
  expect(ann!.area.value).toBe('Bob â');
  expect(written(table)).toBe('Bob â');
});

test('the caret stays on its letters, also at the end of a sentence that somebody goes on with', async () => {
  const [, [ann, bob]] = await table_of('Le parc ferme.', 2);
  ann!.caret(8);
  bob!.caret(0);
  bob!.type('Oui : ');
  ann!.clock.pass(quiet_ms);
  expect(ann!.marked()).toBe('Oui : Le parc |ferme.');
  ann!.caret('Oui : Le parc ferme.'.length);
  bob!.caret('Oui : Le parc ferme.'.length);
  bob!.type(' À six heures.');
  ann!.clock.pass(quiet_ms);
  expect(ann!.marked()).toBe('Oui : Le parc ferme.| À six heures.');
  ann!.area.setSelectionRange(6, 13);
  bob!.caret(0);
  bob!.type('!');
  ann!.clock.pass(quiet_ms);
  expect(ann!.area.value.slice(ann!.area.selectionStart, ann!.area.selectionEnd)).toBe('Le parc');
});

test('a caret in an empty block, or before the first letter, stays in front', async () => {
  const [, [ann, bob]] = await table_of('', 2);
  bob!.type('Un mot');
  ann!.clock.pass(quiet_ms);
  expect(ann!.marked()).toBe('|Un mot');
});

test('undo takes back one’s own words and leaves the others’', async () => {
  const [table, [ann, bob]] = await table_of('', 2);
  ann!.type('Des arbres');
  bob!.clock.pass(quiet_ms);
  bob!.caret(10);
  bob!.type(' et de l’ombre');
  ann!.clock.pass(quiet_ms);
  ann!.document.undo.undo();
  expect(ann!.area.value).toBe(' et de l’ombre');
  expect(written(table)).toBe(' et de l’ombre');
  ann!.document.undo.redo();
  expect(ann!.marked()).toBe('Des arbres| et de l’ombre');
  expect(bob!.document.undo.undoStack.length).toBe(1);
});

test('an emoji that takes the place of another is whole for everybody', async () => {
  const [table, [ann, bob]] = await table_of('a😀b', 2);
  ann!.area.setSelectionRange(1, 3);
  ann!.type('😁');
  bob!.clock.pass(quiet_ms);
  expect([written(table), bob!.area.value]).toEqual(['a😁b', 'a😁b']);
  ann!.area.setSelectionRange(1, 3);
  ann!.type('🙀');
  ann!.caret(3);
  ann!.type('👍🏽');
  ann!.area.setSelectionRange(3, 7);
  ann!.type('👍🏿');
  bob!.clock.pass(quiet_ms);
  expect([written(table), bob!.area.value]).toEqual(['a🙀👍🏿b', 'a🙀👍🏿b']);
});

test('what is typed while the line is down is kept, and merges when it is back', async () => {
  const [table, [ann, bob]] = await table_of('', 2);
  ann!.cut();
  ann!.type('Ann hors ligne. ');
  bob!.type('Bob en ligne. ');
  expect(ann!.saved()).toBe(false);
  ann!.clock.pass(quiet_ms);
  ann!.back();
  expect(ann!.saved()).toBe(true);
  ann!.clock.pass(quiet_ms);
  bob!.clock.pass(quiet_ms);
  expect(ann!.area.value).toBe(written(table));
  expect(bob!.area.value).toBe(written(table));
  expect(written(table)).toContain('Ann hors ligne. ');
  expect(written(table)).toContain('Bob en ligne. ');
});

test('words typed while the server’s answer is on its way are saved with it, not before', async () => {
  const [table, [ann]] = await table_of('', 1);
  table.settles = false;
  ann!.cut();
  ann!.type('un ');
  ann!.back();
  ann!.type('deux');
  ann!.told(framed(5, 1));
  expect(ann!.saved()).toBe(false);
  ann!.told(framed(5, 2));
  expect(ann!.saved()).toBe(true);
  expect(written(table)).toBe('un deux');
});

test('a page loaded again brings what the page before could not send', async () => {
  const table = new Table();
  const device = new Y.Doc();
  const keep: Keep = (_name, doc) => {
    const origin = 'the device';
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(device), origin);
    doc.on('update', (update: Uint8Array) => Y.applyUpdate(device, update));
    return { origin, loaded: Promise.resolve(), close: () => undefined };
  };
  const before = new Tablet(table, keep);
  await before.opened;
  before.cut();
  before.type('Rien ne se perd.');
  table.tablets.length = 0;
  const after = new Tablet(table, keep);
  await after.opened;
  expect(after.area.value).toBe('Rien ne se perd.');
  expect(written(table)).toBe('Rien ne se perd.');
  expect(after.document.doc.clientID).not.toBe(before.document.doc.clientID);
  expect(after.saved()).toBe(true);
});

test('words that are refused stay on the tablet, unsaved, until the server takes them', async () => {
  const [table, [ann]] = await table_of('', 1);
  table.refuses = 'wrong_step';
  ann!.type('Trop tard');
  expect(ann!.document.refused).toBe('wrong_step');
  expect(ann!.saved()).toBe(false);
  expect(ann!.area.value).toBe('Trop tard');
  expect(written(table)).toBe('');
  table.refuses = '';
  ann!.back();
  expect(ann!.document.refused).toBe('');
  expect(ann!.saved()).toBe(true);
  expect(written(table)).toBe('Trop tard');
});

test('a tablet that was too fast says it all again a moment later', async () => {
  const [table, [ann]] = await table_of('', 1);
  table.refuses = 'rate_limited';
  ann!.type('vite');
  expect(ann!.saved()).toBe(false);
  table.refuses = '';
  ann!.clock.pass(2_000);
  expect(written(table)).toBe('vite');
  expect(ann!.saved()).toBe(true);
});

test('who writes where is told, and forgotten when the line is cut', async () => {
  const [, [ann, bob]] = await table_of('', 2);
  const said = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, bob!.document.doc.clientID);
    encoding.writeVarUint(encoder, 90);
    encoding.writeVarString(encoder, JSON.stringify({ field: 'measure', writes: true, name: 'Bob' }));
  });
  ann!.told(framed(1, said));
  expect(ann!.document.writers()).toEqual([{ name: 'Bob', field: 'measure', writes: true }]);
  ann!.cut();
  expect(ann!.document.writers()).toEqual([]);
});

test('a writer who stops is still there, and writes no more', async () => {
  const [table, [ann]] = await table_of('', 1);
  const heard: Uint8Array[] = [];
  const hear = table.hear.bind(table);
  table.hear = (from, bytes) => {
    heard.push(bytes);
    hear(from, bytes);
  };
  const last = () => new TextDecoder().decode(heard.filter((each) => each[1] === 1).at(-1));
  ann!.type('Un');
  ann!.clock.pass(1_000);
  expect(last()).toContain('"writes":true');
  ann!.clock.pass(writing_ms);
  expect(last()).toContain('"writes":false');
  ann!.type('Deux');
  ann!.binding.focus(false);
  ann!.clock.pass(2 * writing_ms);
  expect(last()).toContain('{}');
});

test('what others changed is told in whole words, block by block, until it was looked at', async () => {
  const [, [ann, bob]] = await table_of('Le parc ferme à dix heures.', 2);
  const told = () => ann!.document.changes().map(({ field, before, after }) => [field, before, after]);
  expect(told()).toEqual([]);
  bob!.area.setSelectionRange(16, 19);
  bob!.type('six');
  ann!.clock.pass(quiet_ms);
  expect(told()).toEqual([['measure', 'dix', 'six']]);
  // What Ann changes herself is not told, nor what she takes out.
  ann!.caret(0);
  ann!.type('Oui : ');
  ann!.area.setSelectionRange(6, 9);
  ann!.type('');
  expect(told()).toEqual([['measure', 'dix', 'six']]);
  bob!.clock.pass(quiet_ms);
  bob!.area.setSelectionRange(bob!.area.value.indexOf(' heures'), bob!.area.value.length);
  bob!.type('');
  ann!.clock.pass(quiet_ms);
  expect(told()).toEqual([['measure', 'dix heures.', 'six']]);
  bob!.caret(0);
  bob!.type('[plus tard]');
  ann!.clock.pass(quiet_ms);
  ann!.document.looked_at();
  expect(told().map(([, , after]) => after)).toEqual(['[plus tard]Oui']);
  ann!.document.looked_at();
  expect(told()).toEqual([]);
});

test('a letter in the middle of a word tells the word, and words far apart are told apart', async () => {
  const [, [ann, bob]] = await table_of('un été trés chaud ici', 2);
  bob!.area.setSelectionRange(9, 10);
  bob!.type('è');
  bob!.caret(21);
  bob!.type(' même');
  ann!.clock.pass(quiet_ms);
  expect(ann!.document.changes().map(({ before, after }) => [before, after])).toEqual([
    ['trés', 'très'],
    ['ici', 'ici même'],
  ]);
});

test('rubbish is no message', () => {
  expect(read_text_frame(new Uint8Array())).toBeNull();
  expect(read_text_frame(Uint8Array.of(7, 0, 9, 0))).toBeNull();
  expect(read_text_frame(Uint8Array.of(7, 0, 0, 200))).toBeNull();
  expect(read_text_frame(Uint8Array.of(7, 77))).toBeNull();
});

// A generator of numbers (mulberry32), so that a story that fails can be told again.
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

test('three tablets that type, cut, come back and undo agree to the letter', async () => {
  const letters = ['é', 'a', ' ', '😀', 'ñ', 'mot ', '👩🏽‍🦽', '\n'];
  for (let seed = 1; seed <= 20; ++seed) {
    const draw = numbers(seed);
    const [table, tablets] = await table_of('Début 😀 fin', 3);
    for (let turn = 0; turn < 80; ++turn) {
      const tablet = tablets[draw(3)]!;
      const length = tablet.area.value.length;
      switch (draw(8)) {
        case 0:
          tablet.cut();
          break;
        case 1:
          tablet.back();
          break;
        case 2:
          tablet.document.undo.undo();
          break;
        case 3:
          tablet.clock.pass(quiet_ms);
          break;
        default: {
          const whole = Array.from(tablet.area.value);
          const from = draw(whole.length + 1);
          const start = whole.slice(0, from).join('').length;
          const end = Math.min(length, start + whole.slice(from, from + draw(3)).join('').length);
          tablet.area.setSelectionRange(start, end);
          tablet.type(letters[draw(letters.length)]!);
        }
      }
    }
    tablets.forEach((each) => each.back());
    tablets.forEach((each) => each.clock.pass(wait_max_ms));
    tablets.forEach((each) => {
      expect(each.area.value, `seed ${seed}`).toBe(written(table));
      expect(each.shown).toBe(written(table));
      expect(each.saved(), `seed ${seed}`).toBe(true);
    });
    expect(written(table)).not.toContain('\ufffd');
  }
}, 30_000);
