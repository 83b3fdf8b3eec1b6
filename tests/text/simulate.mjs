// Simulated Yjs clients that edit at random, go offline and come back: one seed, one story.
import * as Y from 'yjs';

/** Numbers that follow from a seed (mulberry32). */
export function numbersFrom(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

export const roots = { t: 'text', m: 'map', a: 'array', x: 'xmlfragment' };
const words = ['a', 'été ', '😀', 'ç', 'mot', ' l’idée', '\n', 'e\u0301', '👩‍👧', '—', 'x'];
const names = ['bold', 'lien', 'k', 'clé'];

const pick = (next, list) => list[next(list.length)];

function plain(next, depth = 0) {
  const simple = [null, true, false, 0, -1, next(1 << 30), -next(1 << 30), 1.5, 0.1, 1e21, 2 ** 40, NaN, Infinity, undefined, 'é"\\\n', '😀', 123n, -5n];
  const kind = next(depth > 2 ? simple.length : simple.length + 3);
  if (kind < simple.length) {
    return simple[kind];
  }
  if (kind === simple.length) {
    return [plain(next, depth + 1), plain(next, depth + 1)];
  }
  return kind === simple.length + 1 ? { a: plain(next, depth + 1), [pick(next, names)]: plain(next, depth + 1) } : new Uint8Array([1, 2, next(256)]);
}

/** Yjs takes these inside lists and objects only. */
function element(next) {
  const value = plain(next);
  return value === undefined || typeof value === 'bigint' ? [value] : value;
}

function nested(next) {
  switch (next(5)) {
    case 0:
      return new Y.Text(pick(next, words));
    case 1:
      return new Y.Map([[pick(next, names), next(9)]]);
    case 2:
      return Y.Array.from([next(9), 'deux']);
    case 3: {
      const kid = new Y.XmlElement(pick(next, ['p', 'h1']));
      kid.setAttribute('id', String(next(99)));
      return kid;
    }
    default:
      return new Y.XmlText(pick(next, words));
  }
}

const place = (next, length) => next(length + 1);

/** An index at which no surrogate pair is cut: people cannot put their cursor elsewhere. */
function whole(text, index) {
  const code = text.charCodeAt(index);
  return code >= 0xdc00 && code < 0xe000 ? index - 1 : index;
}

function editText(next, text, formatted) {
  const string = text.toString();
  const simple = string.length === text.length;
  const at = simple ? whole(string, place(next, text.length)) : place(next, text.length);
  const end = simple ? whole(string, Math.min(text.length, at + next(6))) : Math.min(text.length, at + next(6));
  const length = Math.max(0, end - at);
  switch (next(formatted ? 8 : 4)) {
    case 0:
    case 1:
      return text.insert(at, pick(next, words));
    case 2:
      return text.insert(at, `${pick(next, words)}${pick(next, words)}${pick(next, words)}`);
    case 3:
    case 4:
      return length > 0 && text.delete(at, length);
    case 5:
      return length > 0 && text.format(at, length, { [pick(next, names)]: pick(next, [true, null, 'v', { deep: [1] }]) });
    case 6:
      return text.insert(at, pick(next, words), { [pick(next, names)]: pick(next, [true, 'w']) });
    default:
      return text.insertEmbed(at, { image: next(9) }, next(2) ? { bold: true } : undefined);
  }
}

function editMap(next, map) {
  const key = pick(next, names);
  switch (next(4)) {
    case 0:
      return map.delete(key);
    case 1:
      return map.set(key, nested(next));
    default:
      return map.set(key, element(next));
  }
}

function editArray(next, array) {
  const at = place(next, array.length);
  switch (next(5)) {
    case 0:
      return array.length > at && array.delete(at, Math.min(array.length - at, 1 + next(3)));
    case 1:
      return array.insert(at, [nested(next)]);
    default:
      return array.insert(at, [element(next), element(next), element(next)].slice(next(3)));
  }
}

function editXml(next, fragment) {
  const at = place(next, fragment.length);
  const kid = fragment.length > 0 ? fragment.get(next(fragment.length)) : null;
  switch (next(5)) {
    case 0:
      return fragment.length > at && fragment.delete(at, 1);
    case 1:
    case 2:
      return fragment.insert(at, [next(2) ? new Y.XmlElement('div') : new Y.XmlText(pick(next, words))]);
    default:
      if (kid instanceof Y.XmlElement) {
        return next(3) ? editXml(next, kid) : kid.setAttribute(pick(next, names), pick(next, words));
      }
      return kid instanceof Y.XmlText && editText(next, kid, true);
  }
}

/** What lies in a list or a map is edited too, sometimes. */
function editDeep(next, doc) {
  const inside = [...doc.getMap('m').values(), ...doc.getArray('a').toArray()].filter((v) => v instanceof Y.AbstractType);
  const type = inside.length > 0 ? pick(next, inside) : null;
  if (type instanceof Y.XmlElement) {
    editXml(next, type);
  } else if (type instanceof Y.Text) {
    editText(next, type, type instanceof Y.XmlText);
  } else if (type instanceof Y.Map) {
    editMap(next, type);
  } else if (type instanceof Y.Array) {
    editArray(next, type);
  }
}

function edit(next, { doc, undo }, textOnly) {
  switch (textOnly ? 9 + next(2) : next(9)) {
    case 0:
      return editMap(next, doc.getMap('m'));
    case 1:
      return editArray(next, doc.getArray('a'));
    case 2:
      return editXml(next, doc.getXmlFragment('x'));
    case 3:
      return editDeep(next, doc);
    case 4:
      return next(2) ? undo.undo() : undo.redo();
    case 10:
      return next(6) === 0 && (next(2) ? undo.undo() : undo.redo());
    case 9:
      return editText(next, doc.getText('t'), false);
    default:
      return editText(next, doc.getText('t'), true);
  }
}

/** All updates that clients made, in the order in which they made them; each client heard some of the others. */
export function story(seed, { clients: count = 3, steps = 40, textOnly = seed % 3 === 0 } = {}) {
  const next = numbersFrom(seed);
  const updates = [];
  const clients = Array.from({ length: count }, (_, index) => {
    const doc = new Y.Doc();
    doc.clientID = next(2) ? index + 1 : 4294967295 - next(1 << 20) - index;
    const client = { doc, inbox: [], offline: 0, undo: null };
    client.undo = new Y.UndoManager([doc.getText('t'), doc.getMap('m'), doc.getArray('a')], { captureTimeout: 0 });
    doc.on('update', (update, origin) => {
      if (origin !== 'heard') {
        updates.push(update);
        clients.filter((other) => other !== client).forEach((other) => other.inbox.push(update));
      }
    });
    return client;
  });
  for (let step = 0; step < steps; step += 1) {
    const client = pick(next, clients);
    if (next(8) === 0) {
      client.offline = next(12);
    }
    client.offline -= 1;
    if (client.offline <= 0) {
      client.inbox.splice(0).forEach((update) => Y.applyUpdate(client.doc, update, 'heard'));
    }
    client.doc.transact(() => {
      for (let times = next(3); times >= 0; times -= 1) {
        edit(next, client, textOnly);
      }
    });
  }
  return { updates, next };
}

/** A replica that, like the server, does not tidy formats while it receives. */
export function quietReplica() {
  const doc = new Y.Doc();
  doc.on('beforeObserverCalls', (transaction) => {
    transaction.local = true;
  });
  return doc;
}

/** The same list in another order, some twice. */
export function shuffled(next, list) {
  const order = list.map((one) => one);
  for (let i = order.length - 1; i > 0; i -= 1) {
    const j = next(i + 1);
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order.flatMap((one) => (next(10) === 0 ? [one, one] : [one]));
}
