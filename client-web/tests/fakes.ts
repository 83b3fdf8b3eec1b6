// A clock that moves by hand, a socket that remembers, a storage in memory.
import { console_shapes } from '../src/protocol/console_sections';
import type { Clock, Timer } from '../src/link/clock';
import {
  Link,
  type Environment,
  type LinkEvents,
  type LinkStatus,
  type Outcome,
  type Refusal,
  type SocketLike,
} from '../src/link/socket';
import type { Pending } from '../src/link/queue';
import { seat_store, type Backing, type Random, type Store } from '../src/link/storage';
import type { SectionFrame, Waiting, Welcome } from '../src/protocol/messages';

export class FakeClock implements Clock {
  private now_ = 1_000_000;
  private next_ = 1;
  private timers_: { id: Timer; at: number; then: () => void }[] = [];

  now(): number {
    return this.now_;
  }
  after(ms: number, then: () => void): Timer {
    const id = this.next_++;
    this.timers_.push({ id, at: this.now_ + ms, then });
    return id;
  }
  cancel(timer: Timer): void {
    this.timers_ = this.timers_.filter((each) => each.id !== timer);
  }
  pass(ms: number): void {
    const end = this.now_ + ms;
    for (;;) {
      const due = this.timers_
        .filter((each) => each.at <= end)
        .sort((one, other) => one.at - other.at || one.id - other.id)[0];
      if (due === undefined) {
        break;
      }
      this.cancel(due.id);
      this.now_ = Math.max(this.now_, due.at);
      due.then();
    }
    this.now_ = end;
  }
}

export class FakeSocket implements SocketLike {
  static all: FakeSocket[] = [];
  binaryType: BinaryType = 'blob';
  onopen: ((event: never) => unknown) | null = null;
  onmessage: ((event: MessageEvent) => unknown) | null = null;
  onclose: ((event: CloseEvent) => unknown) | null = null;
  sent: Record<string, unknown>[] = [];
  sent_bytes: Uint8Array[] = [];
  closed = false;

  constructor(
    readonly url: string,
    readonly protocol: string,
  ) {
    FakeSocket.all.push(this);
  }
  send(data: string | Uint8Array<ArrayBuffer>): void {
    if (typeof data === 'string') {
      this.sent.push(JSON.parse(data) as Record<string, unknown>);
    } else {
      this.sent_bytes.push(data);
    }
  }
  close(): void {
    this.closed = true;
  }
  open(): void {
    this.onopen?.(undefined as never);
  }
  say(frame: unknown): void {
    this.onmessage?.({ data: typeof frame === 'string' ? frame : JSON.stringify(frame) } as MessageEvent);
  }
  say_bytes(...bytes: number[]): void {
    this.onmessage?.({ data: Uint8Array.from(bytes).buffer } as MessageEvent);
  }
  drop(code = 1006): void {
    this.onclose?.({ code } as CloseEvent);
  }
  commands(): Record<string, unknown>[] {
    return this.sent.filter((each) => each['type'] === 'command');
  }
  numbers(): unknown[] {
    return this.commands().map((each) => each['number']);
  }
  welcome(over: Partial<Welcome> = {}): void {
    this.say({
      type: 'welcome',
      protocol: 1,
      atelier: 'one',
      role: 'participant',
      person: 4,
      token: 'f'.repeat(32),
      last_number: 0,
      server_ms: 5_000_000,
      beat_ms: 5_000,
      addresses: [],
      ...over,
    });
  }
}

export function memory_backing(): Backing & { kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    key: (index) => Array.from(kept.keys())[index] ?? null,
    get length() {
      return kept.size;
    },
  };
}

// Bytes 0, 1, 2… so that draws differ and tests repeat.
export function counting_random(): Random {
  let next = 0;
  return (bytes) => Uint8Array.from({ length: bytes }, () => next++ % 256);
}

export class Heard implements LinkEvents {
  statuses: LinkStatus[] = [];
  welcomes: { welcome: Welcome; other: boolean }[] = [];
  sections: SectionFrame[] = [];
  texts: Uint8Array[] = [];
  settlements: { command: string; outcome: Outcome }[] = [];
  refusals: Refusal[] = [];
  waiting: readonly Pending[] = [];
  names: (Waiting | null)[] = [];
  unplaced: Refusal[] = [];
  status = (status: LinkStatus) => void this.statuses.push(status);
  welcome = (welcome: Welcome, other: boolean) => void this.welcomes.push({ welcome, other });
  section = (frame: SectionFrame) => void this.sections.push(frame);
  bytes = (bytes: Uint8Array) => void this.texts.push(bytes);
  pending = (items: readonly Pending[]) => void (this.waiting = items);
  settled = (item: Pending, outcome: Outcome) => void this.settlements.push({ command: item.command, outcome });
  refused = (refusal: Refusal) => void this.refusals.push(refusal);
  called = (called: Waiting | null) => void this.names.push(called);
  not_placed = (refusal: Refusal) => void this.unplaced.push(refusal);
}

export interface Bench {
  clock: FakeClock;
  store: Store;
  environment: Environment;
  heard: Heard;
  link: Link;
}

// `store` given: the page was loaded again on the same device.
export function bench(
  store: Store = seat_store(memory_backing(), 'participant'),
  random: Random = counting_random(),
): Bench {
  const clock = new FakeClock();
  const environment: Environment = {
    url: 'ws://room/ws',
    socket: FakeSocket,
    clock,
    random,
    store,
    shapes: console_shapes,
  };
  const heard = new Heard();
  return { clock, store, environment, heard, link: new Link('participant', environment, heard) };
}

export function last_socket(): FakeSocket {
  const socket = FakeSocket.all[FakeSocket.all.length - 1];
  if (socket === undefined) {
    throw new Error('no socket was opened');
  }
  return socket;
}
