// Texts on this device, so that a reload loses nothing that was typed: one database of IndexedDB for each article and
// seat. Where the browser has none, nothing is kept and the page works all the same.
import { IndexeddbPersistence } from 'y-indexeddb';
import type { Doc } from 'yjs';
import { prefix } from './forget';

const open_within_ms = 2_000;

export interface Kept {
  // The origin of the changes that it brings back.
  readonly origin: unknown;
  // When what was kept is in the document.
  readonly loaded: Promise<unknown>;
  close(): void;
}
export type Keep = (name: string, document: Doc) => Kept | null;

export const keep_on_device: Keep = (name, document) => {
  if (!('indexedDB' in globalThis)) {
    return null;
  }
  const kept = new IndexeddbPersistence(prefix + name, document);
  // A browser that refuses (private windows) never says that it is ready.
  const refused = new Promise((resolve) => setTimeout(resolve, open_within_ms));
  return {
    origin: kept,
    loaded: Promise.race([kept.whenSynced, refused]),
    close: () => void kept.destroy().catch(() => undefined),
  };
};
