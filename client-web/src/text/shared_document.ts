// An article as a Yjs document that follows the server's: what is typed here goes out at once, what others type comes
// in when nobody's typing is disturbed by it.
//
// Order    Each time the line opens: our state vector and the wish for a client id go out; the server answers with what
//          we lack, and with its own state vector, which we answer with what it lacks. From then on each change is a
//          write. The server counts the writes of this connection that are on its disk, or refused.
// Shape    One root text for each field, and nothing else. A client id is the server's to give and is this page's alone.
// Errors   A refused change stays in the document and on the device; `refused` has the code.
// Source   y-protocols 1.0 (sync, awareness). Departure: a change of others waits for the end of a composition, and for
//          quiet_ms without a keystroke but no longer than wait_max_ms: the keyboards of tablets lose or double letters
//          when the text changes under them.
import * as Y from 'yjs';
import type { Clock, Timer } from '../link/clock';
import { changes_of_others, key, letters_of, type Letter } from './changes';
import {
  answer_frame,
  awareness_frame,
  close_frame,
  is_empty_update,
  number_frame,
  states_frame,
  update_frame,
  type TextFrame,
} from './frames';
import type { Keep, Kept } from './kept';
import { Presence, type Writer } from './presence';

export const quiet_ms = 700;
export const wait_max_ms = 5_000;
const again_ms = 1_000;

// The room's line, as far as a text needs it. send: false when it is not open.
export interface TextLine {
  send(bytes: Uint8Array): boolean;
}

// What others have changed in a field since it was last looked at.
export interface FieldChange {
  readonly field: string;
  // Those who wrote what is new, as far as they were seen writing here.
  readonly names: readonly string[];
  readonly before: string;
  readonly after: string;
}

export interface DocumentEvents {
  // Anything of what may be asked of the document has changed.
  changed(): void;
}

// What a writer typed; also what the undo of a writer takes back.
export const typed_here = Symbol('typed here');
const received = Symbol('received');

export class SharedDocument {
  readonly doc = new Y.Doc();
  readonly undo: Y.UndoManager;
  // Before and after changes of others are brought in.
  readonly arriving = new Set<{ before(): void; after(): void }>();
  // It holds what the server and the device held, and may be written in.
  ready = false;
  refused = '';
  // What is typed goes into it: a client id is asked for.
  writable = true;
  private kept_: Kept | null = null;
  private loaded_ = false;
  private numbered_ = false;
  private answered_ = false; // what the server had is in `waiting_` or in the document
  private in_step_ = false; // the server was told all we had
  private presence_: Presence | null = null;
  private sent_ = 0;
  private readonly unsettled_ = new Map<string, number>(); // fields, with the write that has their last change
  private waiting_: Uint8Array[] = [];
  private waits_since_ = 0;
  private typed_at_ = 0;
  private held_ = new Set<unknown>();
  private settle_timer_: Timer | null = null;
  private again_timer_: Timer | null = null;
  private over_ = false;
  private readonly deleted_here_ = new Set<string>();
  private looked_at_ = new Map<string, readonly Letter[]>();
  private listed_ = this.looked_at_;

  constructor(
    readonly article: number,
    readonly fields: readonly string[],
    private readonly line_: TextLine,
    private readonly clock_: Clock,
    private readonly events_: DocumentEvents,
  ) {
    this.undo = new Y.UndoManager(
      fields.map((field) => this.doc.getText(field)),
      { trackedOrigins: new Set([typed_here]) },
    );
    this.undo.on('stack-item-added', () => events_.changed());
    this.undo.on('stack-item-popped', () => events_.changed());
    this.doc.on('update', (update: Uint8Array, origin: unknown, _doc: Y.Doc, change: Y.Transaction) =>
      this.updated(update, origin, change),
    );
  }

  // name: of the article and the seat, on this device.
  async open(keep: Keep, name: string): Promise<void> {
    this.kept_ = keep(name, this.doc);
    await this.kept_?.loaded;
    if (this.over_) {
      this.kept_?.close();
      return;
    }
    this.loaded_ = true;
    this.follow();
  }

  text(field: string): Y.Text {
    return this.doc.getText(field);
  }

  // The line is open, or open again.
  follow(): void {
    this.out_of_step();
    if (!this.loaded_ || this.over_) {
      return;
    }
    this.refused = '';
    this.line_.send(states_frame(this.article, Y.encodeStateVector(this.doc)));
    if (this.writable && !this.numbered_) {
      this.line_.send(number_frame(this.article));
    }
    this.presence_?.tell();
    this.events_.changed();
  }

  // The line is down: others are not seen.
  lost(): void {
    this.out_of_step();
    this.presence_?.forget_others();
    this.events_.changed();
  }

  close(): void {
    this.over_ = true;
    this.line_.send(close_frame(this.article));
    this.cancel(this.settle_timer_);
    this.cancel(this.again_timer_);
    this.presence_?.stop();
    this.undo.destroy();
    this.kept_?.close();
  }

  // Everything typed in this field is on the server's disk.
  saved(field: string): boolean {
    return !this.unsettled_.has(field);
  }

  // So is everything that this device had.
  all_sent(): boolean {
    return this.in_step_ && this.unsettled_.size === 0 && this.refused === '';
  }

  // The others who have the caret in a field.
  writers(): readonly Writer[] {
    return this.presence_?.writers() ?? [];
  }

  changes(): readonly FieldChange[] {
    this.listed_ = this.reading();
    const own = {
      wrote: (letter: Letter) => letter.client === this.doc.clientID,
      deleted: (letter: Letter) => this.deleted_here_.has(key(letter)),
    };
    return this.fields.flatMap((field) =>
      changes_of_others(this.looked_at_.get(field) ?? [], this.listed_.get(field) ?? [], own).map(
        ({ clients, before, after }) => ({
          field,
          names: [...new Set(clients.flatMap((client) => this.presence_?.name_of(client) ?? []))],
          before,
          after,
        }),
      ),
    );
  }

  // The changes that were listed last are not told again.
  looked_at(): void {
    this.looked_at_ = this.listed_;
  }

  // Null: the caret is in no field.
  caret_in(field: string | null): void {
    this.presence_?.caret_in(field);
  }

  keystroke(field: string): void {
    this.typed_at_ = this.clock_.now();
    this.presence_?.writes_in(field);
    this.settle();
  }

  // Changes of others wait as long as anybody holds: a composition, a screen that is kept still.
  hold(who: unknown): void {
    this.held_.add(who);
  }
  release(who: unknown): void {
    if (this.held_.delete(who)) {
      this.settle();
    }
  }

  receive(frame: TextFrame): void {
    switch (frame.kind) {
      case 'states':
        return this.answer(frame.bytes);
      case 'answer':
        this.answered_ = true;
        this.arrived(frame.bytes);
        return this.get_ready();
      case 'update':
        return this.arrived(frame.bytes);
      case 'awareness':
        return this.presence_?.receive(frame.bytes);
      case 'number':
        return this.numbered(frame.client);
      case 'settled':
        return this.settled(frame.writes);
      case 'denied':
        return this.denied(frame.code);
      default:
        frame satisfies never;
    }
  }

  private reading(): Map<string, readonly Letter[]> {
    return new Map(this.fields.map((field) => [field, letters_of(this.text(field))]));
  }

  // What is on its way may be lost: it counts as not sent.
  private out_of_step(): void {
    this.in_step_ = false;
    this.sent_ = 0;
    this.unsettled_.forEach((_write, field) => this.unsettled_.set(field, Infinity));
  }

  private cancel(timer: Timer | null): void {
    if (timer !== null) {
      this.clock_.cancel(timer);
    }
  }

  private updated(update: Uint8Array, origin: unknown, change: Y.Transaction): void {
    if (origin === received || origin === this.kept_?.origin) {
      return;
    }
    change.deleteSet.clients.forEach((ranges, client) =>
      ranges.forEach(({ clock, len }) => {
        for (let at = clock; at < clock + len; ++at) {
          this.deleted_here_.add(key({ client, clock: at }));
        }
      }),
    );
    const changed = Array.from(change.changed.keys());
    const fields = this.fields.filter((field) => changed.some((each) => each === this.doc.share.get(field)));
    if (this.in_step_) {
      this.write(update_frame(this.article, update), fields);
    } else {
      fields.forEach((field) => this.unsettled_.set(field, Infinity));
    }
    this.events_.changed();
  }

  // The server has said what it holds: it gets the rest, typed while the line was down, or in a page before this one.
  private answer(states: Uint8Array): void {
    const rest = Y.encodeStateAsUpdate(this.doc, states);
    this.in_step_ = true;
    this.refused = '';
    const left = is_empty_update(rest) ? Array.from(this.unsettled_.keys()) : this.fields;
    this.write(answer_frame(this.article, rest), left);
    this.events_.changed();
  }

  // The fields are saved once the server says that this write is settled. Where the line has just gone, `lost` or
  // `follow` comes next.
  private write(frame: Uint8Array, fields: readonly string[]): void {
    this.sent_ += 1;
    fields.forEach((field) => this.unsettled_.set(field, this.sent_));
    this.line_.send(frame);
  }

  private settled(writes: number): void {
    if (this.refused === '') {
      this.unsettled_.forEach((write, field) => write <= writes && this.unsettled_.delete(field));
    }
    this.events_.changed();
  }

  private denied(code: string): void {
    // Something before it is lacking: the server's state vector follows, and all it lacks goes out.
    if (code === 'conflict') {
      return;
    }
    if (code === 'rate_limited') {
      this.out_of_step();
      this.cancel(this.again_timer_);
      this.again_timer_ = this.clock_.after(again_ms, () => {
        this.line_.send(close_frame(this.article));
        this.follow();
      });
      return;
    }
    this.refused = code;
    this.events_.changed();
  }

  private numbered(client: number): void {
    if (this.numbered_) {
      return;
    }
    this.numbered_ = true;
    this.doc.clientID = client;
    this.presence_ = new Presence(
      this.doc,
      this.clock_,
      (bytes) => this.line_.send(awareness_frame(this.article, bytes)),
      () => this.events_.changed(),
    );
    this.get_ready();
  }

  private get_ready(): void {
    if (!this.ready && this.numbered_ && this.answered_) {
      this.bring_in();
      this.looked_at_ = this.reading();
      this.ready = true;
      this.events_.changed();
    }
  }

  private arrived(update: Uint8Array): void {
    if (is_empty_update(update)) {
      return;
    }
    if (this.waiting_.length === 0) {
      this.waits_since_ = this.clock_.now();
    }
    this.waiting_.push(update);
    this.settle();
  }

  // Brings in what waits, or plans when.
  private settle(): void {
    this.cancel(this.settle_timer_);
    this.settle_timer_ = null;
    if (this.waiting_.length === 0 || this.held_.size > 0) {
      return;
    }
    const now = this.clock_.now();
    const due = Math.min(this.typed_at_ + quiet_ms, this.waits_since_ + wait_max_ms);
    if (now >= due) {
      this.bring_in();
    } else {
      this.settle_timer_ = this.clock_.after(due - now, () => this.settle());
    }
  }

  private bring_in(): void {
    const updates = this.waiting_;
    this.waiting_ = [];
    this.arriving.forEach((each) => each.before());
    this.doc.transact(() => updates.forEach((update) => Y.applyUpdate(this.doc, update, received)), received);
    this.arriving.forEach((each) => each.after());
    this.events_.changed();
  }
}
