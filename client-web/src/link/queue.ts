// What this device has asked and not yet been answered, in order, across cuts and reloads.
//
// Shape    A command has no number until it is sent on a live connection. The welcome tells the last number the server
//          carried out: commands up to it are done, the others lose their number and are sent again in order.
// Errors   A stored queue that cannot be read is forgotten.
import type { Store } from './storage';

export interface Pending {
  readonly id: number; // of this page load; not on the wire
  readonly command: string;
  readonly body: unknown;
  readonly slot: string; // '' or: a later command of the same slot takes the place of an unsent one
  number: number; // 0: not sent on this connection
  sent_as: number; // the number it last went out with; 0: never
  resent: boolean; // goes out under a number it already went out under
}

const stored_under = 'queue';

export class Queue {
  private items_: Pending[] = [];
  private next_id_ = 1;
  private last_number_ = 0;

  constructor(private readonly store_: Store) {
    this.items_ = this.read();
  }

  items(): readonly Pending[] {
    return this.items_;
  }

  in_flight(): number {
    return this.items_.filter((item) => item.number > 0).length;
  }

  // Returns the new command, and the id of the one it replaced, if any.
  add(command: string, body: unknown, slot: string): { added: Pending; replaced: number | null } {
    const added = this.make(command, body, slot, 0);
    const place = slot === '' ? -1 : this.items_.findIndex((item) => item.slot === slot && item.sent_as === 0);
    const replaced = place < 0 ? null : (this.items_[place]?.id ?? null);
    if (place < 0) {
      this.items_.push(added);
    } else {
      this.items_.splice(place, 1, added);
    }
    this.keep();
    return { added, replaced };
  }

  // A connection is live. Returns the commands that turn out to be done.
  welcome(last_number: number): Pending[] {
    this.last_number_ = last_number;
    const done = this.items_.filter((item) => item.sent_as > 0 && item.sent_as <= last_number);
    this.items_ = this.items_.filter((item) => !done.includes(item));
    this.items_.forEach((item) => (item.number = 0));
    this.keep();
    return done;
  }

  // The next command to send, numbered, and kept with its number before it leaves.
  next(): Pending | null {
    const item = this.items_.find((each) => each.number === 0);
    if (item === undefined) {
      return null;
    }
    this.last_number_ += 1;
    item.number = this.last_number_;
    item.resent = item.sent_as === item.number;
    item.sent_as = item.number;
    this.keep();
    return item;
  }

  find(number: number): Pending | null {
    return this.items_.find((each) => each.number === number) ?? null;
  }

  // The answer to this number came; the command leaves the queue.
  settle(number: number): Pending | null {
    const item = this.find(number);
    if (item !== null) {
      this.items_ = this.items_.filter((each) => each !== item);
      this.keep();
    }
    return item;
  }

  // The server did not carry it out and it must go again, after the next welcome.
  again(number: number): void {
    const item = this.find(number);
    if (item !== null) {
      item.number = 0;
      item.sent_as = 0;
      this.keep();
    }
  }

  clear(): void {
    this.items_ = [];
    this.last_number_ = 0;
    this.store_.remove(stored_under);
  }

  private make(command: string, body: unknown, slot: string, sent_as: number): Pending {
    const id = this.next_id_;
    this.next_id_ += 1;
    return { id, command, body, slot, number: 0, sent_as, resent: false };
  }

  private keep(): void {
    const kept = this.items_.map(({ command, body, slot, sent_as }) => ({ command, body, slot, sent_as }));
    this.store_.set(stored_under, JSON.stringify(kept));
  }

  private read(): Pending[] {
    let kept: unknown;
    try {
      kept = JSON.parse(this.store_.get(stored_under) ?? '[]');
    } catch {
      return [];
    }
    if (!Array.isArray(kept)) {
      return [];
    }
    return kept.flatMap((item: unknown) => {
      const { command, body, slot, sent_as } = (item ?? {}) as Record<string, unknown>;
      const readable = typeof command === 'string' && typeof slot === 'string' && Number.isSafeInteger(sent_as);
      return readable ? [this.make(command, body, slot, Number(sent_as))] : [];
    });
  }
}
