// One figure of Yjs on a file of text_bench.cpp, sent to the process that asked; `state` writes the whole state out.
import { readFileSync } from 'node:fs';
import * as Y from 'yjs';

import { client, edit, partsOf } from './text_traces.mjs';

const [, , what, file] = process.argv;
const parts = partsOf(readFileSync(file));
const editing = what.startsWith('edit');
const edits = editing ? parts.map((part) => [part.readUInt32LE(0), part.readUInt32LE(4), part.subarray(8).toString('utf8')]) : [];

function memory() {
  globalThis.gc?.();
  return process.memoryUsage.rss();
}

const docs = [];
function round() {
  const doc = new Y.Doc();
  docs.push(doc);
  if (editing) {
    doc.clientID = client;
  }
  if (what === 'edit_told') {
    doc.on('update', () => {});
  }
  const text = doc.getText('t');
  const start = performance.now();
  if (editing) {
    edits.forEach((one) => edit(text, one));
  } else {
    parts.forEach((update) => Y.applyUpdate(doc, update));
  }
  return performance.now() - start;
}

const before = memory();
const rounds = Array.from({ length: what === 'load' ? 25 : 1 }, round).sort((a, b) => a - b);
const kb = Math.round((memory() - before) / 1024 / docs.length);
if (what === 'state') {
  process.stdout.write(Y.encodeStateAsUpdate(docs[0]));
} else {
  const { length: bytes } = Y.encodeStateAsUpdate(docs[0]);
  process.send({ ms: rounds[Math.floor(rounds.length / 2)], kb, bytes, units: docs[0].getText('t').length });
  process.disconnect();
}
