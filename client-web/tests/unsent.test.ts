// Words of a text that are left on the device when its screen is closed.
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { expect, test } from 'vitest';
import { read_text_frame } from '../src/text/frames';
import type { Keep } from '../src/text/kept';
import { send_unsent } from '../src/text/send_unsent';
import { hide_text, note_unsent, show_text, unsent_texts, type UnsentText } from '../src/text/unsent';
import { seat_store } from '../src/link/storage';
import { FakeClock } from './fakes';

const text: UnsentText = { article: 7, fields: ['title'], kept_as: 'seat/7' };

const framed = (...parts: (number | Uint8Array)[]) =>
  encoding.encode((encoder) => {
    for (const part of [7, ...parts]) {
      if (typeof part === 'number') {
        encoding.writeVarUint(encoder, part);
      } else {
        encoding.writeVarUint8Array(encoder, part);
      }
    }
  });

// A room whose server holds nothing of the text yet, and a device that holds one word of it.
function left_over() {
  const sent: Uint8Array[] = [];
  const hearers = new Set<(bytes: Uint8Array) => void>();
  const room = {
    clock: new FakeClock(),
    store: seat_store(null, 'test'),
    send_text: (bytes: Uint8Array<ArrayBuffer>) => sent.push(bytes) > 0,
    hear_texts: (hear: (bytes: Uint8Array) => void) => {
      hearers.add(hear);
      return () => hearers.delete(hear);
    },
  };
  const keep: Keep = (_name, doc) => {
    doc.getText('title').insert(0, 'Bancs');
    return { origin: null, loaded: Promise.resolve(), close: () => undefined };
  };
  note_unsent(room.store, text, true);
  const tell = (bytes: Uint8Array) => hearers.forEach((hear) => hear(bytes));
  return { room, keep, sent, hearers, tell };
}

test('what is unsent is noted once, and forgotten when it is sent', () => {
  const store = seat_store(null, 'test');
  note_unsent(store, text, true);
  note_unsent(store, text, true);
  expect(unsent_texts(store)).toEqual([text]);
  note_unsent(store, text, false);
  expect(unsent_texts(store)).toEqual([]);
  store.set('texts.unsent', '{');
  expect(unsent_texts(store)).toEqual([]);
});

test('it leaves when the server says what it holds, and is forgotten once it is on its disk', async () => {
  const { room, keep, sent, hearers, tell } = left_over();
  send_unsent(room, keep);
  await Promise.resolve();
  await Promise.resolve();
  tell(framed(0, 0, Y.encodeStateVector(new Y.Doc())));
  const frame = read_text_frame(sent[sent.length - 1] ?? new Uint8Array())?.frame;
  const server = new Y.Doc();
  if (frame?.kind === 'answer') {
    Y.applyUpdate(server, frame.bytes);
  }
  expect(server.getText('title').toString()).toBe('Bancs');
  expect(unsent_texts(room.store)).toEqual([text]);
  tell(framed(5, 1));
  expect(unsent_texts(room.store)).toEqual([]);
  expect(hearers.size).toBe(0);
});

test('a text that a screen shows is left to that screen', async () => {
  const { room, keep, sent } = left_over();
  show_text(7);
  send_unsent(room, keep);
  await Promise.resolve();
  expect(sent).toEqual([]);
  hide_text(7);
});
