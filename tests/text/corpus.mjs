// Writes stories of Yjs clients as inputs of text_fuzz. Usage: node corpus.mjs FOLDER
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { shuffled, story } from './simulate.mjs';

const folder = process.argv[2];
mkdirSync(folder, { recursive: true });
for (let seed = 1; seed <= 150; seed += 1) {
  const { updates, next } = story(seed, { steps: 12 });
  const order = seed % 3 === 0 ? shuffled(next, updates) : updates;
  const parts = order.flatMap((update) => {
    const size = Buffer.alloc(2);
    size.writeUInt16LE(update.length);
    return [size, Buffer.from(update)];
  });
  writeFileSync(join(folder, `story-${seed}`), Buffer.concat(parts));
}
