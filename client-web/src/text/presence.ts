// Who writes where in an article, this page and the others.
//
// Order    What this page says leaves at most every awareness_ms, the newest only; it says that it writes until
//          writing_ms after the last keystroke.
// Source   y-protocols 1.0, awareness. The names are the server's, from the cards.
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate, removeAwarenessStates } from 'y-protocols/awareness';
import type { Doc } from 'yjs';
import type { Clock, Timer } from '../link/clock';

export const writing_ms = 3_000;
const awareness_ms = 300;
const received = Symbol('received');

export interface Writer {
  readonly name: string;
  readonly field: string;
  readonly writes: boolean;
}

interface Said {
  readonly name?: unknown;
  readonly field?: unknown;
  readonly writes?: unknown;
}

export class Presence {
  private readonly awareness_: Awareness;
  private readonly names_ = new Map<number, string>(); // of clients that were seen
  private tell_timer_: Timer | null = null;
  private quiet_timer_: Timer | null = null;

  // Requires: the document has the client id it will keep. changed: the others are elsewhere.
  constructor(
    private readonly doc_: Doc,
    private readonly clock_: Clock,
    private readonly send_: (bytes: Uint8Array) => void,
    changed: () => void,
  ) {
    this.awareness_ = new Awareness(doc_);
    this.awareness_.setLocalState({});
    this.awareness_.on('update', (_change: unknown, origin: unknown) => {
      if (origin !== received) {
        this.plan();
      }
    });
    this.awareness_.on('change', () => {
      this.learn_names();
      changed();
    });
  }

  stop(): void {
    this.cancel(this.tell_timer_);
    this.cancel(this.quiet_timer_);
    this.awareness_.destroy();
  }

  // The others who have the caret in a field.
  writers(): readonly Writer[] {
    return Array.from(this.awareness_.getStates()).flatMap(([client, state]) => {
      const { name, field, writes } = state as Said;
      const other = client !== this.doc_.clientID && typeof name === 'string' && typeof field === 'string';
      return other ? [{ name, field, writes: writes === true }] : [];
    });
  }

  // Null: it was never seen writing here.
  name_of(client: number): string | null {
    return this.names_.get(client) ?? null;
  }

  // Null: the caret is in no field.
  caret_in(field: string | null): void {
    this.cancel(this.quiet_timer_);
    this.awareness_.setLocalState(field === null ? {} : { field, writes: false });
  }

  writes_in(field: string): void {
    this.caret_in(field);
    this.awareness_.setLocalState({ field, writes: true });
    this.quiet_timer_ = this.clock_.after(writing_ms, () => this.caret_in(field));
  }

  receive(bytes: Uint8Array): void {
    applyAwarenessUpdate(this.awareness_, bytes, received);
  }

  tell(): void {
    this.send_(encodeAwarenessUpdate(this.awareness_, [this.doc_.clientID]));
  }

  // The line is down: they are not seen.
  forget_others(): void {
    const others = Array.from(this.awareness_.getStates().keys()).filter((each) => each !== this.doc_.clientID);
    removeAwarenessStates(this.awareness_, others, received);
  }

  private learn_names(): void {
    this.awareness_.getStates().forEach((state, client) => {
      const { name } = state as Said;
      if (typeof name === 'string') {
        this.names_.set(client, name);
      }
    });
  }

  private plan(): void {
    this.tell_timer_ ??= this.clock_.after(awareness_ms, () => {
      this.tell_timer_ = null;
      this.tell();
    });
  }

  private cancel(timer: Timer | null): void {
    if (timer !== null) {
      this.clock_.cancel(timer);
    }
  }
}
