// The one reactive object: what this screen has received, and the one way to ask for something.
import { encode_command } from '../protocol/codec';
import { frame_bytes_max, number_max } from '../protocol/messages';
import type { Assign, CommandName, Commands, Role, SectionFrame, Sections, Waiting, Welcome } from '../protocol/messages';
import type { Pending } from '../link/queue';
import { Link, type Environment, type LinkStatus, type Outcome, type Refusal } from '../link/socket';

export type { LinkStatus, Outcome, Refusal } from '../link/socket';
export type { Pending } from '../link/queue';

// A command that was refused while nobody was waiting for its answer, or whose sender did not take care of it.
export interface RefusedCommand {
  readonly id: number;
  readonly command: string;
  readonly body: unknown;
  readonly refusal: Refusal;
}

export interface SendOptions {
  // A later command of the same slot takes the place of one not sent yet (its promise says ok).
  slot?: string;
  // The caller shows the refusal itself: it does not enter `refusals`.
  handled?: boolean;
}

interface Waiter {
  readonly resolve: (outcome: Outcome) => void;
  readonly handled: boolean;
}

const tick_ms = 1_000;
// A UTF-16 unit takes at most three bytes of UTF-8.
const bytes_per_unit = 3;

export class Room {
  sections = $state.raw<Partial<Sections>>({});
  link = $state<LinkStatus>('idle');
  welcome = $state.raw<Welcome | null>(null);
  pending = $state.raw<readonly Pending[]>([]);
  refusals = $state.raw<readonly RefusedCommand[]>([]);
  // What this tablet is called while it waits to be placed.
  waiting = $state.raw<Waiting | null>(null);
  // Consoles: why the last tablet was not placed.
  not_placed = $state.raw<Refusal | null>(null);
  // Why we were not let in, until the next attempt.
  turned_away = $state.raw<Refusal | null>(null);
  // « Figer l’écran »: what the room sends waits, and time stands still, until it is released.
  frozen = $state(false);
  private held_: Partial<Sections> = {};
  private next_unsent_id_ = -1;
  private now_ms_ = $state(0);
  private readonly link_: Link;
  private readonly waiters_ = new Map<number, Waiter>();
  private readonly forgetters_: (() => void)[] = [];
  private readonly text_listeners_ = new Set<(bytes: Uint8Array) => void>();

  constructor(
    readonly role: Role,
    private readonly environment_: Environment,
  ) {
    this.link_ = new Link(role, environment_, {
      status: (status) => (this.link = status),
      welcome: (welcome, other) => this.welcomed(welcome, other),
      called: (called) => (this.waiting = called),
      section: (frame) => this.receive(frame),
      bytes: (bytes) => this.text_listeners_.forEach((hear) => hear(bytes)),
      pending: (items) => (this.pending = items.map((item) => ({ ...item }))),
      settled: (item, outcome) => this.settled(item, outcome),
      refused: (refusal) => (this.turned_away = refusal),
      not_placed: (refusal) => (this.not_placed = refusal),
    });
    this.pending = this.link_.pending().map((item) => ({ ...item }));
    this.tick();
  }

  // What the seat may keep on this device; emptied with everything else when the seat or the atelier changes.
  get store() {
    return this.environment_.store;
  }
  get random() {
    return this.environment_.random;
  }
  get clock() {
    return this.environment_.clock;
  }

  // The server's time, in ms; what reads it runs again every second.
  now(): number {
    return this.now_ms_;
  }

  // The same at this very moment, for what is compared with what the server has done.
  exact_now(): number {
    return this.link_.server_time.at(this.environment_.clock.now());
  }

  // What the person does themselves goes on: their own sections and the answers to what they send are not held.
  freeze(wanted: boolean): void {
    this.frozen = wanted;
    if (!wanted) {
      this.sections = { ...this.sections, ...this.held_ };
      this.held_ = {};
      this.now_ms_ = this.exact_now();
    }
  }

  resume(): boolean {
    return this.link_.resume();
  }

  enter(credential?: string, name?: string): void {
    this.begin();
    this.link_.enter(credential, name);
  }

  // Asks for no seat: the facilitator gives this tablet one.
  wait(): void {
    this.begin();
    this.link_.wait();
  }

  // This tablet waited before it was loaded again.
  waited(): boolean {
    return this.link_.waited();
  }

  // Another way in is chosen: what was asked for or refused before is over.
  stand_back(): void {
    this.turned_away = null;
    this.link_.stop_waiting();
  }

  assign(assign: Assign): void {
    this.not_placed = null;
    this.link_.assign(assign);
  }

  private begin(): void {
    this.turned_away = null;
    this.welcome = null;
    this.sections = {};
    this.frozen = false;
    this.held_ = {};
  }

  // « Rendre la tablette »: nothing of the person stays on the device.
  leave(): void {
    this.link_.leave();
    this.sections = {};
    this.welcome = null;
    this.refusals = [];
    this.turned_away = null;
    this.forget();
  }

  send<Name extends CommandName>(command: Name, body: Commands[Name], options: SendOptions = {}): Promise<Outcome> {
    if (encode_command(number_max, command, body).length * bytes_per_unit > frame_bytes_max) {
      return Promise.resolve(this.too_long(command, body, options));
    }
    return new Promise((resolve) => {
      const waiter = { resolve, handled: options.handled ?? false };
      const { id, replaced } = this.link_.send(command, body, options.slot ?? '');
      this.waiters_.set(id, waiter);
      if (replaced !== null) {
        this.answer(replaced, { ok: true });
      }
    });
  }

  // Bytes about a text; false: the line is not open.
  send_text(bytes: Uint8Array<ArrayBuffer>): boolean {
    return this.link_.send_bytes(bytes);
  }

  // The answer stops it.
  hear_texts(hear: (bytes: Uint8Array) => void): () => void {
    this.text_listeners_.add(hear);
    return () => this.text_listeners_.delete(hear);
  }

  dismiss(id: number): void {
    this.refusals = this.refusals.filter((each) => each.id !== id);
  }

  wake(): void {
    this.link_.wake();
  }

  // Called when what the device stores for the seat has been emptied.
  on_forget(forget: () => void): void {
    this.forgetters_.push(forget);
  }

  private tick(): void {
    const { clock } = this.environment_;
    this.now_ms_ = this.frozen ? this.now_ms_ : this.exact_now();
    clock.after(tick_ms, () => this.tick());
  }

  private welcomed(welcome: Welcome, other: boolean): void {
    this.welcome = welcome;
    this.turned_away = null;
    this.now_ms_ = this.exact_now();
    if (other) {
      this.forget();
    }
  }

  private receive(frame: SectionFrame): void {
    if (this.frozen && frame.name !== 'me' && frame.name !== 'mine') {
      this.held_ = { ...this.held_, [frame.name]: frame.body };
      return;
    }
    this.sections = { ...this.sections, [frame.name]: frame.body };
  }

  // A frame past the limit would end the connection, at every attempt: it is not even tried.
  private too_long(command: string, body: unknown, options: SendOptions): Outcome {
    const refusal: Refusal = { code: 'too_long', field: '' };
    if (!(options.handled ?? false)) {
      this.refusals = [...this.refusals, { id: this.next_unsent_id_, command, body, refusal }];
      this.next_unsent_id_ -= 1;
    }
    return { ok: false, refusal };
  }

  private settled(item: Pending, outcome: Outcome): void {
    const handled = this.answer(item.id, outcome);
    if (!outcome.ok && !handled) {
      const refused = { id: item.id, command: item.command, body: item.body, refusal: outcome.refusal };
      this.refusals = [...this.refusals, refused];
    }
  }

  private answer(id: number, outcome: Outcome): boolean {
    const waiter = this.waiters_.get(id);
    this.waiters_.delete(id);
    waiter?.resolve(outcome);
    return waiter?.handled ?? false;
  }

  private forget(): void {
    this.waiters_.clear();
    this.frozen = false;
    this.held_ = {};
    this.forgetters_.forEach((each) => each());
  }
}
