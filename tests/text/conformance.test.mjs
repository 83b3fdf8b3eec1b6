// The text module against Yjs: the same updates, in any order, give the same document, and what it writes is read by Yjs.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import * as Y from 'yjs';

import { base64, bytesOf, Peer } from './peer.mjs';
import { numbersFrom, quietReplica, roots, shuffled, story } from './simulate.mjs';
import { viewOf } from './view.mjs';

const seeds = Number(process.env.TABLEE_SEEDS ?? 2000);
const first = Number(process.env.TABLEE_FIRST_SEED ?? 1);
const peer = new Peer(process.env.TABLEE_TEXT_PEER);
after(() => peer.stop());

const clocksOf = (doc) => Object.fromEntries([...Y.decodeStateVector(Y.encodeStateVector(doc))].map(([client, clock]) => [client, clock]));

function deletionsOf(doc) {
  const { clients } = Y.createDeleteSetFromStructStore(doc.store);
  return Object.fromEntries([...clients].map(([client, ranges]) => [client, ranges.map(({ clock, len }) => [clock, len])]));
}

function replicaOf(updates) {
  const doc = quietReplica();
  updates.forEach((update) => Y.applyUpdate(doc, update));
  return doc;
}

/** What the module says of the document it holds. */
async function told() {
  const [view, states, deletions, whole] = await Promise.all([
    peer.ask({ op: 'view', roots }),
    peer.ask({ op: 'state_vector' }),
    peer.ask({ op: 'delete_set' }),
    peer.ask({ op: 'diff', state_vector: null }),
  ]);
  return { view, clocks: states.clocks, states: bytesOf(states.b64), deletions, whole: bytesOf(whole.update) };
}

async function applied(updates) {
  const answers = await Promise.all([peer.ask({ op: 'new' }), ...updates.map((update) => peer.ask({ op: 'apply', update: base64(update) }))]);
  answers.slice(1).forEach((answer) => assert.equal(answer.error, undefined));
  return answers.at(-1);
}

async function agrees(doc, about) {
  const said = await told();
  assert.deepEqual(said.view, viewOf(doc, roots), `${about}: the view`);
  assert.deepEqual(said.clocks, clocksOf(doc), `${about}: the clocks`);
  assert.deepEqual(said.deletions, deletionsOf(doc), `${about}: the deletions`);
  const reread = quietReplica();
  Y.applyUpdate(reread, said.whole);
  assert.deepEqual(viewOf(reread, roots), viewOf(doc, roots), `${about}: read again by Yjs`);
  assert.deepEqual(clocksOf(reread), clocksOf(doc), `${about}: the clocks read again`);
  assert.equal(reread.store.pendingStructs, null, `${about}: nothing waits`);
  return said;
}

/** In order; in another order; a part, then what Yjs says is missing; and from a part on, what we say is missing. */
async function check(seed) {
  const { updates, next } = story(seed);
  const doc = replicaOf(updates);
  await applied(updates);
  const inOrder = await agrees(doc, `seed ${seed}, in order`);
  // Yjs now and then leaves two collected structs side by side that could be one.
  assert.ok(inOrder.whole.length <= Y.encodeStateAsUpdate(doc).length, `seed ${seed}: as small as Yjs`);

  await applied(shuffled(next, updates));
  await agrees(doc, `seed ${seed}, shuffled`);

  const part = replicaOf(updates.slice(0, next(updates.length + 1)));
  const missing = await peer.ask({ op: 'diff', state_vector: base64(Y.encodeStateVector(part)) });
  Y.applyUpdate(part, bytesOf(missing.update));
  assert.deepEqual(viewOf(part, roots), viewOf(doc, roots), `seed ${seed}: brought up to date by us`);

  const half = updates.slice(0, next(updates.length + 1));
  await applied(half);
  const { states } = await told();
  await peer.ask({ op: 'apply', update: base64(Y.encodeStateAsUpdate(doc, states)) });
  await agrees(doc, `seed ${seed}, brought up to date by Yjs`);
}

test(`${seeds} stories of three clients: the same document as Yjs, whatever the order`, async () => {
  for (let seed = first; seed < first + seeds; seed += 1) {
    await check(seed);
  }
});

test('edits by index are those that Yjs makes, and Yjs reads them', async () => {
  for (let seed = first; seed < first + Math.ceil(seeds / 10); seed += 1) {
    const next = numbersFrom(seed * 7919);
    const doc = new Y.Doc();
    doc.clientID = 7;
    const replica = new Y.Doc();
    await peer.ask({ op: 'new', client: 7 });
    const text = doc.getText('t');
    for (let step = 0; step < 60; step += 1) {
      const at = next(text.length + 1);
      const length = Math.min(next(5), text.length - at);
      let answer;
      if (next(3) > 0 || length === 0) {
        const words = ['a', 'bé', 'trois '][next(3)];
        text.insert(at, words);
        answer = await peer.ask({ op: 'insert', root: 't', at, text: words });
      } else {
        text.delete(at, length);
        answer = await peer.ask({ op: 'delete', root: 't', at, length });
      }
      Y.applyUpdate(replica, bytesOf(answer.update));
    }
    const said = await agrees(doc, `seed ${seed}`);
    assert.deepEqual(Buffer.from(said.whole), Buffer.from(Y.encodeStateAsUpdate(doc)), `seed ${seed}: the same bytes`);
    assert.equal(replica.getText('t').toString(), text.toString(), `seed ${seed}: each edit is an update`);
  }
});

test('relative positions stand where Yjs has them', async () => {
  for (let seed = first; seed < first + Math.ceil(seeds / 10); seed += 1) {
    const { updates, next } = story(seed, { steps: 25, textOnly: seed % 2 === 0 });
    const before = replicaOf(updates.slice(0, next(updates.length + 1)));
    const text = before.getText('t');
    const places = Array.from({ length: 6 }, () => Y.createRelativePositionFromTypeIndex(text, next(text.length + 1), next(2) ? 0 : -1));
    const doc = replicaOf(updates);
    await applied(updates);
    for (const place of places) {
      const answer = await peer.ask({ op: 'position', relative: base64(Y.encodeRelativePosition(place)) });
      assert.equal(answer.index, Y.createAbsolutePositionFromRelativePosition(place, doc, false)?.index ?? null, `seed ${seed}`);
    }
  }
});

test('authors are the clients whose units are seen', async () => {
  for (let seed = first; seed < first + Math.ceil(seeds / 10); seed += 1) {
    const { updates } = story(seed);
    const doc = replicaOf(updates);
    await applied(updates);
    const expected = [];
    for (let item = doc.getText('t')._start; item !== null; item = item.right) {
      if (!item.deleted && item.countable) {
        if (expected.at(-1)?.[0] === item.id.client) {
          expected.at(-1)[1] += item.length;
        } else {
          expected.push([item.id.client, item.length]);
        }
      }
    }
    assert.deepEqual(await peer.ask({ op: 'authors', root: 't' }), expected, `seed ${seed}`);
  }
});

test('seven updates in each of their 5,040 orders leave nothing waiting', async () => {
  const { updates } = story(11, { clients: 3, steps: 40, textOnly: true });
  const seven = updates.slice(0, 7);
  const doc = replicaOf([...seven]);
  const orders = (list) => (list.length < 2 ? [list] : list.flatMap((one, i) => orders(list.filter((_, other) => other !== i)).map((rest) => [one, ...rest])));
  for (const order of orders(seven)) {
    const last = await applied(order);
    assert.equal(last.pending, false);
  }
  await agrees(doc, 'the last order');
});
