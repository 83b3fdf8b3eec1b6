// The text module beside Yjs on the same editing traces, in turn: README.md says what each row is.
import { execFileSync, fork } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

import { edited, numbersFrom, packed, unpacked } from './text_traces.mjs';

const program = process.env.TABLEE_TEXT_BENCH ?? new URL('../../build/release/text_bench', import.meta.url).pathname;
const traces = process.env.TABLEE_TRACES ?? new URL('../../../shared/traces', import.meta.url).pathname;
const rounds = Number(process.env.TABLEE_ROUNDS ?? 3);
const scratch = mkdtempSync(join(tmpdir(), 'tablee-text-'));

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const ours = (what, file) => JSON.parse(execFileSync(program, [what, file], { encoding: 'utf8' }));

/** The same work by Yjs, in a process of its own so that memory can be told. */
function theirs(what, file) {
  return new Promise((resolve, reject) => {
    const child = fork(new URL('./text_yjs.mjs', import.meta.url), [what, file], { execArgv: ['--expose-gc'] });
    child.on('message', resolve);
    child.on('exit', (code) => code !== 0 && reject(new Error(`Yjs stopped: ${code}`)));
  });
}

async function row(name, what, file, limit) {
  const mine = [];
  const yjs = [];
  for (let round = 0; round < rounds; round += 1) {
    mine.push(ours(what, file));
    yjs.push(await theirs(what, file));
  }
  const ms = median(mine.map((figures) => figures.ms));
  const yjsMs = median(yjs.map((figures) => figures.ms));
  const { parts, bytes, kb, units } = mine[0];
  const micro = (value) => ((value * 1000) / parts).toFixed(2).padStart(8);
  console.log(`${name.padEnd(44)}${ms.toFixed(1).padStart(9)} ms${micro(ms)} µs each; Yjs ${yjsMs.toFixed(1).padStart(8)} ms: ${(yjsMs / ms).toFixed(1)}x (wanted ${limit}x)`);
  if (units !== yjs[0].units || bytes !== yjs[0].bytes) {
    throw new Error(`${name}: ${units} units in ${bytes} bytes, Yjs ${yjs[0].units} in ${yjs[0].bytes}`);
  }
  return { bytes, kb, yjsKb: yjs[0].kb };
}

async function trace(name, updates, edits) {
  console.log(`\n${name}: ${updates.length} updates`);
  const file = (kind, parts) => {
    const path = join(scratch, kind);
    writeFileSync(path, packed(parts));
    return path;
  };
  const applied = await row('apply, one update at a time', 'apply', file('updates', updates), 10);
  const whole = execFileSync(process.execPath, [new URL('./text_yjs.mjs', import.meta.url).pathname, 'state', join(scratch, 'updates')], { maxBuffer: 1 << 30 });
  const loaded = await row('load the whole state', 'load', file('state', [whole]), 3);
  console.log(`${'state'.padEnd(44)}${String(applied.bytes).padStart(9)} bytes, as Yjs`);
  console.log(`${'memory, each of 25 loaded documents'.padEnd(44)}${String(loaded.kb).padStart(9)} kB; Yjs ${loaded.yjsKb} kB: ${(loaded.kb / loaded.yjsKb).toFixed(2)} of it (wanted 0.33)`);
  if (edits) {
    await row('local edits', 'edit', file('edits', edits), 10);
    await row('local edits, each told as an update', 'edit_told', join(scratch, 'edits'), 10);
  }
}

const unzip = (name) => gunzipSync(readFileSync(join(traces, name)));

async function main() {
  const generated = numbersFrom(1).edits(Number(process.env.TABLEE_KEYSTROKES ?? 60_000));
  if (existsSync(join(traces, 'automerge-paper.ndjson.gz'))) {
    const lines = unzip('automerge-paper.ndjson.gz').toString('utf8').trimEnd().split('\n').slice(1, -1);
    const edits = lines.flatMap((line) => {
      const flat = JSON.parse(line);
      return Array.from({ length: flat.length / 3 }, (_, i) => flat.slice(3 * i, 3 * i + 3));
    });
    await trace('automerge-paper (one author)', ...edited(edits));
    await trace('friendsforever (two authors)', unpacked(unzip('friendsforever.yupdates.gz')));
  }
  await trace('generated (one author)', ...edited(generated));
}

try {
  await main();
} finally {
  rmSync(scratch, { recursive: true });
}
