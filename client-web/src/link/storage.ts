// What this device keeps between two page loads, under one prefix per seat. Nothing leaves the device.
//
// Where the browser refuses (private windows, full), memory serves: the page works, a reload forgets.

export interface Store {
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
  // Removes every key of this seat.
  clear(): void;
}

export type Backing = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

export function seat_store(backing: Backing | null, seat: string): Store {
  const prefix = `tablee.${seat}.`;
  const memory = new Map<string, string>();
  const refused = Symbol('the browser refuses');
  const attempt = <T>(action: (storage: Backing) => T): T | typeof refused => {
    try {
      return backing === null ? refused : action(backing);
    } catch {
      return refused;
    }
  };
  const keys = (storage: Backing): string[] =>
    Array.from({ length: storage.length }, (_, index) => storage.key(index)).filter(
      (key): key is string => key !== null && key.startsWith(prefix),
    );
  return {
    get: (key) => {
      const held = attempt((storage) => storage.getItem(prefix + key));
      return memory.get(key) ?? (held === refused ? null : held);
    },
    set: (key, value) => {
      memory.delete(key);
      if (attempt((storage) => storage.setItem(prefix + key, value)) === refused) {
        memory.set(key, value);
      }
    },
    remove: (key) => {
      memory.delete(key);
      attempt((storage) => storage.removeItem(prefix + key));
    },
    clear: () => {
      memory.clear();
      attempt((storage) => keys(storage).forEach((key) => storage.removeItem(key)));
    },
  };
}

// The browser's own, or null where it may not be touched at all.
export function device_storage(): Backing | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

export type Random = (bytes: number) => Uint8Array;
export const device_random: Random = (bytes) => crypto.getRandomValues(new Uint8Array(bytes));

// `digits` hexadecimal digits. (crypto.randomUUID is missing on plain http.)
export function random_hex(random: Random, digits: number): string {
  return Array.from(random(digits / 2), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
