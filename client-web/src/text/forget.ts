// Names of the databases in which texts are kept on this device.
export const prefix = 'tablee-text/';

// « Rendre la tablette »: no text of the seat stays on the device.
export async function forget_kept_texts(): Promise<void> {
  try {
    const all = await indexedDB.databases();
    all.forEach(({ name }) => name?.startsWith(prefix) && indexedDB.deleteDatabase(name));
  } catch {
    // No IndexedDB: nothing was kept.
  }
}
