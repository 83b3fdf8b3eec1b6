// Rubbish for the text module: real updates with bytes changed, cut or repeated. A refused update changes nothing, and
// whatever was taken can be told to another.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';

import { base64, Peer } from './peer.mjs';
import { numbersFrom, roots, story } from './simulate.mjs';

const peer = new Peer(process.env.TABLEE_TEXT_PEER);
const other = new Peer(process.env.TABLEE_TEXT_PEER);
after(() => [peer, other].forEach((one) => one.stop()));

/** Some bytes of it are others, missing, or there twice. */
function spoilt(next, update) {
  const bytes = Buffer.from(update);
  switch (next(4)) {
    case 0:
      return bytes.subarray(0, next(bytes.length));
    case 1: {
      const [from, to] = [next(bytes.length), next(bytes.length)];
      return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)]);
    }
    case 2:
      bytes[next(bytes.length)] = [0, 0x7f, 0x80, 0xff][next(4)];
      return bytes;
    default:
      for (let times = 1 + next(3); times > 0; times -= 1) {
        bytes[next(bytes.length)] ^= 1 << next(8);
      }
      return bytes;
  }
}

const whole = async (one) => {
  const [view, { update }] = await Promise.all([one.ask({ op: 'view', roots }), one.ask({ op: 'diff', state_vector: null })]);
  return { view, update };
};

test('updates with changed bytes: refused and nothing changed, or taken and told to another', async () => {
  let refused = 0;
  for (let seed = 1; seed <= 120; seed += 1) {
    const { updates } = story(seed, { steps: 14 });
    const next = numbersFrom(seed + 1e6);
    await peer.ask({ op: 'new' });
    await other.ask({ op: 'new' });
    for (const update of updates) {
      const before = await whole(peer);
      const answer = await peer.ask({ op: 'apply', update: base64(spoilt(next, update)) });
      if (answer.error) {
        refused += 1;
        assert.deepEqual(await whole(peer), before, `seed ${seed}: refused, and changed`);
      }
      assert.equal((await peer.ask({ op: 'apply', update: base64(update) })).error, undefined, `seed ${seed}`);
    }
    const end = await whole(peer);
    assert.deepEqual(await other.ask({ op: 'apply', update: end.update }), { pending: false }, `seed ${seed}`);
    assert.deepEqual((await whole(other)).view, end.view, `seed ${seed}: told to another`);
  }
  assert.ok(refused > 500, `${refused} were refused`);
});

test('commands that are not: an error, and the next is answered', async () => {
  await peer.ask({ op: 'new', client: 3 });
  for (const [command, error] of [
    [{}, 'missing_field'],
    [{ op: 'dance' }, 'unknown_type'],
    [{ op: 'apply', update: '*' }, 'malformed'],
    [{ op: 'apply', update: 7 }, 'wrong_type'],
    [{ op: 'insert', root: 't', at: 1, text: 'x' }, 'out_of_range'],
    [{ op: 'insert', root: 't', at: -1, text: 'x' }, 'out_of_range'],
    [{ op: 'delete', root: 't', at: 0, length: 1 }, 'out_of_range'],
    [{ op: 'new', client: 2 ** 54 }, 'out_of_range'],
    [{ op: 'view', roots: { t: 'poem' } }, 'unknown_type'],
    [{ op: 'position', relative: 'CQ==' }, 'malformed'],
    [{ op: 'diff', state_vector: '////' }, 'malformed'],
  ]) {
    assert.deepEqual(await peer.ask(command), { error }, JSON.stringify(command));
  }
  assert.ok((await peer.ask({ op: 'insert', root: 't', at: 0, text: 'là' })).update);
});
