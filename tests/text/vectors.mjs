// Recorded vectors of the text module: protocol/vectors/text. Usage: node vectors.mjs [--check]
//
// Each file is one story: updates of Yjs in base64, in an order, and what a document that took them holds. A test of C++ reads
// them where there is no Node; --check tells whether the files are those that this program writes.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as Y from 'yjs';

import { base64 } from './peer.mjs';
import { quietReplica, roots, story } from './simulate.mjs';
import { viewOf } from './view.mjs';

const folder = fileURLToPath(new URL('../../protocol/vectors/text', import.meta.url));

function described(updates, positions = []) {
  const doc = quietReplica();
  updates.forEach((update) => Y.applyUpdate(doc, update));
  const { clients } = Y.createDeleteSetFromStructStore(doc.store);
  return {
    updates: updates.map(base64),
    roots,
    view: viewOf(doc, roots),
    clocks: Object.fromEntries([...Y.decodeStateVector(Y.encodeStateVector(doc))].sort(([a], [b]) => a - b)),
    deletions: Object.fromEntries([...clients].map(([client, ranges]) => [client, ranges.map(({ clock, len }) => [clock, len])])),
    state_vector: base64(Y.encodeStateVector(doc)),
    state_bytes: Y.encodeStateAsUpdate(doc).length,
    positions: positions.map((place) => ({
      relative: base64(Y.encodeRelativePosition(place)),
      index: Y.createAbsolutePositionFromRelativePosition(place, doc, false)?.index ?? null,
    })),
  };
}

/** What two people write, one update each, by hand. */
function byHand(edits) {
  const docs = [1, 2].map((client) => Object.assign(new Y.Doc(), { clientID: client }));
  const updates = [];
  docs.forEach((doc, index) =>
    doc.on('update', (update, origin) => {
      if (origin !== 'heard') {
        updates.push(update);
        Y.applyUpdate(docs[1 - index], update, 'heard');
      }
    }),
  );
  const positions = edits(docs[0], docs[1]);
  return described(updates, positions);
}

const vectors = {
  accents_and_emoji: () =>
    byHand((a, b) => {
      a.getText('t').insert(0, 'Été : l’idée 😀 e\u0301');
      b.getText('t').insert(6, '👩‍👧 ');
      a.getText('t').delete(0, 3);
      const text = a.getText('t');
      return [0, 3, text.length].flatMap((index) => [0, -1].map((side) => Y.createRelativePositionFromTypeIndex(text, index, side)));
    }),
  half_an_emoji: () =>
    byHand((a, b) => {
      a.getText('t').insert(0, 'a😀b');
      b.getText('t').delete(1, 1);
    }),
  same_place: () => {
    const docs = [1, 2, 3].map((client) => Object.assign(new Y.Doc(), { clientID: client }));
    docs.forEach((doc, index) => 'mot'.split('').forEach((letter, at) => doc.getText('t').insert(at, `${letter}${index}`)));
    return described(docs.map((doc) => Y.encodeStateAsUpdate(doc)));
  },
  formats: () =>
    byHand((a, b) => {
      a.getText('t').insert(0, 'gras et lien');
      a.getText('t').format(0, 4, { bold: true });
      b.getText('t').format(2, 8, { lien: 'https://exemple.org' });
      b.getText('t').insertEmbed(5, { image: 1 });
      a.getText('t').format(0, 12, { bold: null });
    }),
  type_deleted_while_written: () => {
    const a = Object.assign(new Y.Doc(), { clientID: 1 });
    const b = Object.assign(new Y.Doc(), { clientID: 2 });
    a.getArray('a').insert(0, [new Y.Text('dans une liste')]);
    const shared = Y.encodeStateAsUpdate(a);
    Y.applyUpdate(b, shared);
    b.getArray('a').get(0).insert(4, ' encore');
    a.getArray('a').delete(0, 1);
    return described([shared, Y.encodeStateAsUpdate(a), Y.encodeStateAsUpdate(b)]);
  },
  ...Object.fromEntries(
    [3, 5, 8, 14, 21, 34].map((seed) => [`story_${seed}`, () => described(story(seed, { steps: 24 }).updates)]),
  ),
};

let stale = 0;
for (const [name, make] of Object.entries(vectors)) {
  const file = join(folder, `${name}.json`);
  const text = `${JSON.stringify(make(), null, 1)}\n`;
  if (!process.argv.includes('--check')) {
    writeFileSync(file, text);
  } else if (readFileSync(file, 'utf8') !== text) {
    console.error(`${file} is not what vectors.mjs writes`);
    stale += 1;
  }
}
console.log(`${Object.keys(vectors).length} vectors, ${stale} stale`);
process.exitCode = stale > 0 ? 1 : 0;
