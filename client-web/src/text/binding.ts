// A native text area and the field of the shared document that it shows.
//
// Shape    What the area shows is what the field holds: changes of others are brought in by the document, all at once,
//          and the selection stays on the letters it was on.
// Source   lib0's diff around the caret; relative positions of Yjs, bound to the letter on their left, so that a caret at
//          the end of a sentence stays there when somebody else writes on.
import { simpleDiffStringWithCursor } from 'lib0/diff';
import * as Y from 'yjs';
import { typed_here, type SharedDocument } from './shared_document';

// What is used of a text area.
export interface Area {
  value: string;
  readonly selectionStart: number;
  readonly selectionEnd: number;
  readonly selectionDirection: 'forward' | 'backward' | 'none';
  scrollTop: number;
  setSelectionRange(start: number, end: number, direction?: 'forward' | 'backward' | 'none'): void;
}

interface Selection {
  readonly start: Y.RelativePosition;
  readonly end: Y.RelativePosition;
  readonly direction: Area['selectionDirection'];
}

const of_the_letter_before = -1;

export class TextBinding {
  private readonly text_: Y.Text;
  private area_: Area | null = null;
  private selection_: Selection | null = null;
  private focused_ = false;

  constructor(
    private readonly document_: SharedDocument,
    readonly field: string,
    // What the field holds, each time it is something else.
    private readonly show_: (words: string) => void,
  ) {
    this.text_ = document_.text(field);
    this.text_.observe(this.observed);
    document_.arriving.add(this);
    show_(this.text_.toString());
  }

  stop(): void {
    this.text_.unobserve(this.observed);
    this.document_.arriving.delete(this);
    this.document_.release(this);
  }

  // Null: it is on the screen no more.
  attach(area: Area | null): void {
    this.area_ = area;
    this.composes(false);
    if (area !== null) {
      area.value = this.text_.toString();
    }
  }

  focus(focused: boolean): void {
    this.focused_ = focused;
    this.document_.caret_in(focused ? this.field : null);
    if (!focused) {
      this.composes(false);
    }
  }

  // While an input method, a dictation or a correction has the text in its hands.
  composes(now: boolean): void {
    if (now) {
      this.document_.hold(this);
    } else {
      this.document_.release(this);
    }
  }

  // The area holds something else than it did: the change goes into the document.
  typed(): void {
    const area = this.area_;
    if (area === null) {
      return;
    }
    const before = this.text_.toString();
    if (area.value === before) {
      return;
    }
    this.document_.keystroke(this.field);
    const inserted = Math.max(0, area.value.length - before.length);
    const change = simpleDiffStringWithCursor(before, area.value, Math.max(0, area.selectionEnd - inserted));
    this.document_.doc.transact(() => {
      this.text_.delete(change.index, change.remove);
      this.text_.insert(change.index, change.insert);
    }, typed_here);
    this.show_(area.value);
  }

  before(): void {
    const area = this.area_;
    this.selection_ = null;
    if (area !== null && this.focused_) {
      const at = (index: number) => Y.createRelativePositionFromTypeIndex(this.text_, index, of_the_letter_before);
      this.selection_ = {
        start: at(area.selectionStart),
        end: at(area.selectionEnd),
        direction: area.selectionDirection,
      };
    }
  }

  after(): void {
    const kept = this.selection_;
    if (this.write() && kept !== null) {
      const index = (position: Y.RelativePosition) =>
        Y.createAbsolutePositionFromRelativePosition(position, this.document_.doc)?.index ?? this.text_.length;
      this.area_?.setSelectionRange(index(kept.start), index(kept.end), kept.direction);
    }
  }

  // Undone or done again: the caret goes where it happened.
  private readonly observed = (event: Y.YTextEvent, change: Y.Transaction): void => {
    if (change.origin !== this.document_.undo) {
      return;
    }
    this.write();
    let at = 0;
    let caret = 0;
    event.delta.forEach(({ retain, insert }) => {
      at += retain ?? (typeof insert === 'string' ? insert.length : 0);
      caret = at;
    });
    this.area_?.setSelectionRange(caret, caret);
  };

  // True: the area shows other words than before.
  private write(): boolean {
    const words = this.text_.toString();
    const area = this.area_;
    const other = area !== null && area.value !== words;
    if (other) {
      const top = area.scrollTop;
      area.value = words;
      area.scrollTop = top;
    }
    this.show_(words);
    return other;
  }
}
