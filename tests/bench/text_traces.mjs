// Editing traces as bytes: lists of edits, and the updates Yjs makes of them.
import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';

export const client = 1000;

/** Byte strings, each behind its length in 4 bytes, low byte first. */
export function packed(parts) {
  return Buffer.concat(
    parts.flatMap((part) => {
      const size = Buffer.alloc(4);
      size.writeUInt32LE(part.length);
      return [size, part];
    }),
  );
}

export function partsOf(file) {
  const parts = [];
  for (let at = 0; at < file.length; ) {
    const size = file.readUInt32LE(at);
    parts.push(file.subarray(at + 4, at + 4 + size));
    at += 4 + size;
  }
  return parts;
}

/** Updates, each behind its length as lib0 writes it. */
export function unpacked(bytes) {
  const decoder = decoding.createDecoder(bytes);
  const updates = [];
  while (decoding.hasContent(decoder)) {
    updates.push(decoding.readVarUint8Array(decoder));
  }
  return updates;
}

/** One edit: a place, units to delete, a text to insert there. */
export function edit(text, [at, deleted, inserted]) {
  if (deleted > 0) {
    text.delete(at, deleted);
  }
  if (inserted.length > 0) {
    text.insert(at, inserted);
  }
}

/** The updates of a list of edits, and the edits as bytes. */
export function edited(edits) {
  const doc = new Y.Doc();
  doc.clientID = client;
  const updates = [];
  doc.on('update', (update) => updates.push(update));
  edits.forEach((one) => edit(doc.getText('t'), one));
  const bytes = edits.map(([at, deleted, inserted]) => {
    const numbers = Buffer.alloc(8);
    numbers.writeUInt32LE(at);
    numbers.writeUInt32LE(deleted, 4);
    return Buffer.concat([numbers, Buffer.from(inserted)]);
  });
  return [updates, bytes];
}

/** Somebody who types words, moves the cursor now and then, and corrects: the same for the same seed. */
export function numbersFrom(seed) {
  let state = seed;
  const next = (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const letters = 'aeioubcdfglmnprstvé ’,.\n';
  return {
    edits(count) {
      let length = 0;
      let at = 0;
      return Array.from({ length: count }, () => {
        if (next(40) === 0) {
          at = next(length + 1);
        }
        if (next(12) === 0 && at > 0) {
          at -= 1;
          length -= 1;
          return [at, 1, ''];
        }
        length += 1;
        at += 1;
        return [at - 1, 0, letters[next(letters.length)]];
      });
    },
  };
}
