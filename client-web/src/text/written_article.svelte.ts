// An article that is written here with others, as screens see it.
import { TextBinding } from './binding';
import { read_text_frame } from './frames';
import type { Keep } from './kept';
import type { Writer } from './presence';
import { SharedDocument, type FieldChange } from './shared_document';
import { hide_text, note_unsent, show_text } from './unsent';
import type { Clock, Timer } from '../link/clock';
import type { Store } from '../link/storage';

const note_after_ms = 1_000;

// What is asked of the room.
export interface TextRoom {
  readonly clock: Clock;
  readonly store: Store;
  send_text(bytes: Uint8Array<ArrayBuffer>): boolean;
  hear_texts(hear: (bytes: Uint8Array) => void): () => void;
}

export class WrittenField {
  words = $state('');
  saved = $state(true);
  // The others whose caret is in it.
  writers = $state.raw<readonly Writer[]>([]);
  focused = $state(false);
  readonly binding: TextBinding;

  constructor(
    document: SharedDocument,
    readonly name: string,
  ) {
    this.binding = new TextBinding(document, name, (words) => (this.words = words));
  }

  focus(focused: boolean): void {
    this.focused = focused;
    this.binding.focus(focused);
  }
}

export class WrittenArticle {
  ready = $state(false);
  // A code, when the server does not take what is typed, or does not let it be read.
  refused = $state('');
  can_undo = $state(false);
  can_redo = $state(false);
  readonly fields: readonly WrittenField[];
  private readonly document_: SharedDocument;
  private readonly stop_hearing_: () => void;
  private noted_: boolean | null = null;
  private note_timer_: Timer | null = null;

  // names: of the fields. kept_as: the article and the seat, on this device.
  constructor(
    private readonly room_: TextRoom,
    private readonly article_: number,
    private readonly names_: readonly string[],
    keep: Keep,
    private readonly kept_as_: string,
  ) {
    const [room, article, names] = [room_, article_, names_];
    show_text(article);
    const line = { send: (bytes: Uint8Array) => room.send_text(new Uint8Array(bytes)) };
    this.document_ = new SharedDocument(article, names, line, room.clock, { changed: () => this.changed() });
    this.fields = names.map((name) => new WrittenField(this.document_, name));
    this.stop_hearing_ = room.hear_texts((bytes) => {
      const read = read_text_frame(bytes);
      if (read?.article === article) {
        this.document_.receive(read.frame);
      }
    });
    void this.document_.open(keep, kept_as_);
  }

  field(name: string): WrittenField | undefined {
    return this.fields.find((each) => each.name === name);
  }

  unsaved(): boolean {
    return this.fields.some((each) => !each.saved);
  }

  // writable: its step goes on. Else what is left on this device is sent all the same.
  line_is_open(open: boolean, writable: boolean): void {
    this.document_.writable = writable;
    if (open) {
      this.document_.follow();
    } else {
      this.document_.lost();
    }
  }

  // Nothing that others type is shown while the screen is kept still.
  keep_still(still: boolean): void {
    if (still) {
      this.document_.hold(this);
    } else {
      this.document_.release(this);
    }
  }

  // The writer's own last words, not those of others.
  undo(): void {
    this.document_.undo.undo();
  }
  redo(): void {
    this.document_.undo.redo();
  }

  // What others changed since `looked_at`, or since the text was opened.
  changes(): readonly FieldChange[] {
    return this.document_.changes();
  }
  looked_at(): void {
    this.document_.looked_at();
  }

  stop(): void {
    this.stop_hearing_();
    this.fields.forEach((each) => each.binding.stop());
    this.document_.close();
    if (this.note_timer_ !== null) {
      this.room_.clock.cancel(this.note_timer_);
      this.note_as(true);
    }
    hide_text(this.article_);
  }

  private note_as(unsent: boolean): void {
    this.noted_ = unsent;
    note_unsent(
      this.room_.store,
      { article: this.article_, fields: this.names_, kept_as: this.kept_as_ },
      unsent,
    );
  }

  // Keystrokes on their way are none of its business.
  private note(): void {
    const { clock } = this.room_;
    if (this.document_.all_sent()) {
      if (this.note_timer_ !== null) {
        clock.cancel(this.note_timer_);
        this.note_timer_ = null;
      }
      if (this.noted_ !== false) {
        this.note_as(false);
      }
    } else if (this.unsaved() && this.noted_ !== true && this.note_timer_ === null) {
      this.note_timer_ = clock.after(note_after_ms, () => {
        this.note_timer_ = null;
        this.note_as(true);
      });
    }
  }

  private changed(): void {
    const { undo } = this.document_;
    this.ready = this.document_.ready;
    this.refused = this.document_.refused;
    this.can_undo = undo.undoStack.length > 0;
    this.can_redo = undo.redoStack.length > 0;
    const writers = this.document_.writers();
    this.fields.forEach((each) => {
      each.saved = this.document_.saved(each.name);
      const here = writers.filter((writer) => writer.field === each.name);
      if (here.length > 0 || each.writers.length > 0) {
        each.writers = here;
      }
    });
    this.note();
  }
}
