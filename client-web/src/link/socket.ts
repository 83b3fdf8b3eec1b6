// The line to the server: hello, welcome, commands once and in order, reconnecting, the server's time.
//
// Order    hello → welcome → pending commands in order → new ones. At most `in_flight_max` wait for an answer.
// Errors   A frame that does not decode is dropped whole. A dead line (silence of twice the beat) is closed and opened
//          again: after 0–1 s, then 1, 2, 4, 8, 10 s, plus up to 1 s drawn, so that a room does not return at once.
import { decode, encode_assign, encode_clock, encode_command, encode_hello, type Decoded, type SectionShapes } from '../protocol/codec';
import { close_codes, protocol_version, subprotocol } from '../protocol/messages';
import type { Assign, Code, Hello, RefusalFrame, Role, SectionFrame, Waiting, Welcome } from '../protocol/messages';
import { ServerTime, type Clock, type Timer } from './clock';
import { Queue, type Pending } from './queue';
import { random_hex, type Random, type Store } from './storage';

export interface SocketLike {
  binaryType: BinaryType;
  onopen: ((event: never) => unknown) | null;
  onmessage: ((event: MessageEvent) => unknown) | null;
  onclose: ((event: CloseEvent) => unknown) | null;
  send(data: string | Uint8Array<ArrayBuffer>): void;
  close(): void;
}
export type SocketConstructor = new (url: string, protocol: string) => SocketLike;

export interface Environment {
  readonly url: string;
  readonly socket: SocketConstructor;
  readonly clock: Clock;
  readonly random: Random;
  readonly store: Store;
  // The sections this page may receive.
  readonly shapes: SectionShapes;
}

// idle: nobody has entered yet. lost: reconnecting by itself. refused: needs another credential.
export type LinkStatus = 'idle' | 'connecting' | 'open' | 'lost' | 'refused';
export type Refusal = Pick<RefusalFrame, 'code' | 'field' | 'retry_ms'>;
export type Outcome = { ok: true } | { ok: false; refusal: Refusal };

export interface LinkEvents {
  status(status: LinkStatus): void;
  // other: not the atelier or not the seat this device was in before; what it stored has been forgotten.
  welcome(welcome: Welcome, other: boolean): void;
  // This tablet is called so until the facilitator places it; null: it waits no more.
  called(called: Waiting | null): void;
  section(frame: SectionFrame): void;
  // Of a text that is followed.
  bytes(bytes: Uint8Array): void;
  pending(items: readonly Pending[]): void;
  settled(item: Pending, outcome: Outcome): void;
  // The server does not let us in.
  refused(refusal: Refusal): void;
  // The last tablet was not placed as asked.
  not_placed(refusal: Refusal): void;
}

// Asks for no seat, but to be given one by the facilitator.
const waiting_credential = 'waiting';
const in_flight_max = 16;
const beat_ms_before_welcome = 5_000;
const clock_asks = 5;
const clock_ask_apart_ms = 200;
const clock_again_ms = 300_000;
const backoff_first_ms = 1_000;
const backoff_max_ms = 10_000;
const final_closes: readonly { close: number; code: Code }[] = [
  { close: close_codes.bad_credential, code: 'bad_credential' },
  { close: close_codes.unsupported, code: 'unsupported' },
];

export class Link {
  readonly server_time = new ServerTime();
  private readonly queue_: Queue;
  private readonly held_ = new Map<string, string>();
  private socket_: SocketLike | null = null;
  private status_: LinkStatus = 'idle';
  private welcomed_: Welcome | null = null;
  private credential_: { typed?: string; name?: string } = {};
  private waits_ = false;
  private attempts_ = 0;
  private heard_at_ = 0;
  private draining_: number | null = null; // a number was refused for good: when to reconnect and renumber
  private reconnect_: Timer | null = null;
  private watchdog_: Timer | null = null;
  private clock_timer_: Timer | null = null;

  constructor(
    private readonly role_: Role,
    private readonly environment_: Environment,
    private readonly events_: LinkEvents,
  ) {
    this.queue_ = new Queue(environment_.store);
  }

  pending(): readonly Pending[] {
    return this.queue_.items();
  }

  // Comes back with the token kept from before. False: none is kept.
  resume(): boolean {
    if (this.environment_.store.get('token') === null) {
      return false;
    }
    this.credential_ = {};
    this.start();
    return true;
  }

  // Enters with what is on a card (or nothing, for the projector).
  enter(typed?: string, name?: string): void {
    this.environment_.store.remove('token');
    this.waits_no_more();
    this.held_.clear();
    this.credential_ = { typed, name };
    this.start();
  }

  // Waits to be placed, also over cuts and reloads; the same name then comes back with the same `sender`.
  wait(): void {
    this.enter(waiting_credential);
    this.environment_.store.set('waits', 'true');
  }

  waited(): boolean {
    return this.environment_.store.get('waits') !== null;
  }

  stop_waiting(): void {
    this.hang_up();
    this.waits_no_more();
    this.become('idle');
  }

  // Facilitators: answered by `presence`, which no longer has it, or by a refusal.
  assign(assign: Assign): void {
    if (this.status_ === 'open') {
      this.socket_?.send(encode_assign(assign));
    }
  }

  send(command: string, body: unknown, slot: string): { id: number; replaced: number | null } {
    const { added, replaced } = this.queue_.add(command, body, slot);
    this.events_.pending(this.queue_.items());
    this.pump();
    return { id: added.id, replaced };
  }

  // Of a text. Nothing of it is kept here: what did not leave is in the text. False: the line is not open.
  send_bytes(bytes: Uint8Array<ArrayBuffer>): boolean {
    if (this.status_ !== 'open' || this.draining_ !== null) {
      return false;
    }
    this.socket_?.send(bytes);
    return true;
  }

  // Forgets everything this device knows of the seat, and hangs up.
  leave(): void {
    this.hang_up();
    this.environment_.store.clear();
    this.held_.clear();
    this.drop_queue();
    this.become('idle');
  }

  // The page is looked at again, or the network is back: do not wait for timers that may have slept.
  wake(): void {
    const silence_ms = this.environment_.clock.now() - this.heard_at_;
    if (this.status_ === 'lost' && this.reconnect_ !== null) {
      this.connect();
    } else if ((this.status_ === 'open' || this.waits_) && silence_ms > this.beat_ms()) {
      this.lose();
      this.connect();
    } else if (this.status_ === 'open') {
      this.ask_clock(1);
    }
  }

  private start(): void {
    this.attempts_ = 0;
    this.become('connecting');
    this.connect();
  }

  private connect(): void {
    this.hang_up();
    const socket = new this.environment_.socket(this.environment_.url, subprotocol);
    this.socket_ = socket;
    socket.binaryType = 'arraybuffer';
    socket.onopen = () => socket.send(encode_hello(this.hello()));
    socket.onmessage = (event) => this.hear(event.data);
    socket.onclose = (event) => this.closed(event.code);
    this.watch();
  }

  private hello(): Hello {
    const { store, random } = this.environment_;
    let sender = store.get('sender');
    if (sender === null) {
      sender = random_hex(random, 16);
      store.set('sender', sender);
    }
    const credential = this.credential_.typed ?? store.get('token') ?? undefined;
    const held = Array.from(this.held_, ([name, version]) => ({ name, version }));
    return {
      protocol: protocol_version,
      role: this.role_,
      credential,
      sender,
      name: this.credential_.name,
      held: held.length > 0 ? held : undefined,
    };
  }

  private hear(data: unknown): void {
    this.heard_at_ = this.environment_.clock.now();
    this.watch();
    if (data instanceof ArrayBuffer) {
      this.events_.bytes(new Uint8Array(data));
      return;
    }
    const decoded = decode(String(data), this.environment_.shapes);
    if (!decoded.ok) {
      console.warn(`frame dropped: ${decoded.field}`);
      return;
    }
    this.take(decoded.frame);
  }

  private take(frame: Extract<Decoded, { ok: true }>['frame']): void {
    switch (frame.type) {
      case 'welcome':
        this.welcomed(frame);
        return;
      case 'waiting':
        this.waits_ = true;
        this.attempts_ = 0;
        this.events_.called(frame);
        this.become('connecting');
        return;
      case 'section':
        this.held_.set(frame.name, frame.version);
        this.events_.section(frame);
        return;
      case 'ack':
        this.acknowledged(frame.number, frame.already);
        return;
      case 'refusal':
        this.refused(frame);
        return;
      case 'clock':
        this.server_time.answered(frame.sent_ms, frame.server_ms, this.environment_.clock.now());
        return;
      case 'beat':
      case 'unknown':
        return;
      default:
        frame satisfies never;
    }
  }

  private welcomed(welcome: Welcome): void {
    const { store, clock } = this.environment_;
    const seat = `${welcome.atelier}/${welcome.role}/${welcome.person ?? ''}/${welcome.table ?? ''}`;
    const other = store.get('seat') !== seat;
    if (other) {
      const sender = store.get('sender');
      store.clear();
      this.drop_queue();
      store.set('sender', sender ?? random_hex(this.environment_.random, 16));
      store.set('seat', seat);
    }
    if (welcome.token !== '') {
      store.set('token', welcome.token);
      this.credential_ = {};
    }
    this.waits_no_more();
    this.welcomed_ = welcome;
    this.attempts_ = 0;
    this.draining_ = null;
    this.server_time.guess(welcome.server_ms, clock.now());
    this.watch();
    this.queue_.welcome(welcome.last_number).forEach((item) => this.events_.settled(item, { ok: true }));
    this.events_.welcome(welcome, other);
    this.become('open');
    this.events_.pending(this.queue_.items());
    this.ask_clock(clock_asks);
    this.pump();
  }

  private pump(): void {
    while (this.status_ === 'open' && this.draining_ === null && this.queue_.in_flight() < in_flight_max) {
      const item = this.queue_.next();
      if (item === null) {
        return;
      }
      this.socket_?.send(encode_command(item.number, item.command, item.body));
    }
  }

  // A number taken under our feet (a second page of this device) is answered `already` though our command never went
  // out under it before: that command goes again, under a new number.
  private acknowledged(number: number, already: boolean): void {
    if (already && this.queue_.find(number)?.resent === false) {
      this.queue_.again(number);
      this.drain(0);
      return;
    }
    this.settle(number, { ok: true });
  }

  private refused(frame: RefusalFrame): void {
    const refusal: Refusal = { code: frame.code, field: frame.field, retry_ms: frame.retry_ms };
    if (frame.number === undefined) {
      if (this.status_ !== 'open') {
        this.turned_away(refusal);
      } else {
        this.events_.not_placed(refusal);
      }
      return;
    }
    if (frame.code === 'rate_limited' || (frame.code === 'out_of_range' && frame.field === 'number')) {
      this.queue_.again(frame.number);
      this.drain(frame.retry_ms ?? backoff_first_ms);
      return;
    }
    this.settle(frame.number, { ok: false, refusal });
  }

  private settle(number: number, outcome: Outcome): void {
    const item = this.queue_.settle(number);
    if (item !== null) {
      this.events_.settled(item, outcome);
      this.events_.pending(this.queue_.items());
    }
    if (this.draining_ !== null) {
      this.drain(this.draining_);
    }
    this.pump();
  }

  // Sends nothing more; once every number in flight is answered, reconnects, which renumbers what is left.
  private drain(retry_ms: number): void {
    this.draining_ = retry_ms;
    if (this.queue_.in_flight() === 0) {
      this.lose();
      this.plan(retry_ms);
    }
  }

  private turned_away(refusal: Refusal): void {
    const own_token = this.credential_.typed === undefined && this.environment_.store.get('token') !== null;
    this.hang_up();
    if (own_token && (refusal.code === 'rate_limited' || refusal.code === 'storage_low')) {
      this.become('lost');
      this.plan(refusal.retry_ms ?? backoff_max_ms);
      return;
    }
    if (refusal.code === 'bad_credential') {
      this.environment_.store.remove('token');
    }
    this.waits_no_more();
    this.become('refused');
    this.events_.refused(refusal);
  }

  private closed(close: number): void {
    const final = final_closes.find((each) => each.close === close);
    if (final !== undefined) {
      this.turned_away({ code: final.code, field: '' });
      return;
    }
    this.lose();
    const exponential_ms = this.attempts_ === 0 ? 0 : backoff_first_ms * 2 ** (this.attempts_ - 1);
    this.attempts_ += 1;
    const [high = 0, low = 0] = this.environment_.random(2);
    this.plan(Math.min(backoff_max_ms, exponential_ms + ((high * 256 + low) * 1_000) / 65_536));
  }

  private waits_no_more(): void {
    this.environment_.store.remove('waits');
    this.waits_ = false;
    this.events_.called(null);
  }

  private lose(): void {
    this.hang_up();
    this.become('lost');
  }

  private plan(ms: number): void {
    this.reconnect_ = this.environment_.clock.after(Math.floor(ms), () => this.connect());
  }

  private hang_up(): void {
    const { clock } = this.environment_;
    [this.reconnect_, this.watchdog_, this.clock_timer_].forEach((timer) => timer !== null && clock.cancel(timer));
    this.reconnect_ = this.watchdog_ = this.clock_timer_ = null;
    const socket = this.socket_;
    this.socket_ = null;
    if (socket !== null) {
      socket.onopen = socket.onmessage = socket.onclose = null;
      socket.close();
    }
  }

  private beat_ms(): number {
    return this.welcomed_?.beat_ms ?? beat_ms_before_welcome;
  }

  private watch(): void {
    const { clock } = this.environment_;
    if (this.watchdog_ !== null) {
      clock.cancel(this.watchdog_);
    }
    this.watchdog_ = this.socket_ === null ? null : clock.after(2 * this.beat_ms(), () => this.closed(0));
  }

  private ask_clock(times: number): void {
    const { clock } = this.environment_;
    if (this.clock_timer_ !== null) {
      clock.cancel(this.clock_timer_);
    }
    this.socket_?.send(encode_clock({ sent_ms: clock.now() }));
    const more = times > 1;
    this.clock_timer_ = clock.after(more ? clock_ask_apart_ms : clock_again_ms, () =>
      this.ask_clock(more ? times - 1 : 1),
    );
  }

  private become(status: LinkStatus): void {
    if (this.status_ !== status) {
      this.status_ = status;
      this.events_.status(status);
    }
  }

  private drop_queue(): void {
    this.queue_.clear();
    this.events_.pending([]);
  }
}
