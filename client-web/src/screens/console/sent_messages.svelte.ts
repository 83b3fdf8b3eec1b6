// What this console has written to tables. A table's messages go to that table alone, so the console keeps its own list.
import type { Room } from '../../state/room.svelte';

export interface SentMessage {
  readonly at_ms: number;
  readonly table: number;
  readonly text: string;
}

const stored_under = 'table_messages';
const kept_max = 100;

function readable(value: unknown): value is SentMessage {
  if (typeof value !== 'object' || value === null) {
    return false;
  }
  const found: Partial<Record<keyof SentMessage, unknown>> = value;
  return typeof found.at_ms === 'number' && typeof found.table === 'number' && typeof found.text === 'string';
}

function read(stored: string | null): SentMessage[] {
  try {
    const value: unknown = JSON.parse(stored ?? '[]');
    return Array.isArray(value) ? value.filter(readable) : [];
  } catch {
    return [];
  }
}

export class SentMessages {
  list = $state.raw<readonly SentMessage[]>([]);

  constructor(private readonly room_: Room) {
    this.list = read(room_.store.get(stored_under));
    room_.on_forget(() => (this.list = []));
  }

  add(table: number, text: string): void {
    this.list = [...this.list, { at_ms: this.room_.now(), table, text }].slice(-kept_max);
    this.room_.store.set(stored_under, JSON.stringify(this.list));
  }
}
