// A table's article while people type in it: nobody's words are lost.
//
// Shape    For each field: what is typed here, the text and revision it started from, and, when somebody else changed
//          the same field meanwhile, the conflict. A field nobody touches here follows the server. One change
//          of a field is under way at a time. What is typed and not saved is kept on the device.
import type { Clock, Timer } from '../link/clock';
import type { Store } from '../link/storage';
import type { EditArticle, TableArticle } from '../protocol/messages';
import type { Outcome } from '../link/socket';

export type FieldState = 'saved' | 'saving' | 'conflict' | 'refused';
export type SaveField = (edit: EditArticle) => Promise<Outcome>;

export const save_after_ms = 1_500;

interface Kept {
  text: string;
  base_text: string;
  base_revision: number;
  under_way: string | null;
}

export class ArticleField {
  text = $state('');
  // The other text, when it is not the one this writer started from.
  theirs = $state<string | null>(null);
  // What this writer had, after taking the other text.
  put_aside = $state<string | null>(null);
  refused = $state(false);
  private base_text_ = $state('');
  private base_revision_ = 0;
  private newest_ = { text: '', revision: 0 };
  private under_way_ = $state<string | null>(null);
  private recognised_: string | null = null; // sent before the page was loaded again
  private held_ = false;
  private timer_: Timer | null = null;

  constructor(
    readonly article: number,
    readonly field: string,
    private readonly store_: Store,
    private readonly clock_: Clock,
    private readonly save_: SaveField,
  ) {
    this.restore();
  }

  state(): FieldState {
    if (this.theirs !== null) {
      return 'conflict';
    }
    if (this.refused) {
      return 'refused';
    }
    return this.dirty() ? 'saving' : 'saved';
  }

  dirty(): boolean {
    return this.text !== this.base_text_;
  }

  typed(): void {
    this.refused = false;
    this.keep();
    this.plan();
  }

  // The caret is in the field: another writer's text waits until it leaves.
  hold(held: boolean): void {
    this.held_ = held;
    this.settle();
  }

  // What the server holds now.
  received(text: string, revision: number): void {
    this.newest_ = { text, revision };
    this.settle();
  }

  keep_mine(): void {
    this.rebase();
    this.typed();
  }

  take_theirs(): void {
    this.put_aside = this.text;
    this.text = this.newest_.text;
    this.rebase();
    this.keep();
  }

  keep_both(): void {
    this.text = `${this.newest_.text}\n\n${this.text}`;
    this.rebase();
    this.typed();
  }

  stop(): void {
    if (this.timer_ !== null) {
      this.clock_.cancel(this.timer_);
      this.timer_ = null;
    }
  }

  // Sends what is typed and not saved, now.
  flush(): void {
    this.stop();
    void this.save();
  }

  private rebase(): void {
    this.base_text_ = this.newest_.text;
    this.base_revision_ = this.newest_.revision;
    this.theirs = null;
  }

  private settle(): void {
    const { text, revision } = this.newest_;
    if (revision <= this.base_revision_ && text === this.base_text_) {
      return;
    }
    const ours = text === this.under_way_ || text === this.recognised_ || text === this.text;
    if (ours || (!this.dirty() && !this.held_)) {
      const follow = !this.dirty();
      this.rebase();
      if (follow) {
        this.text = text;
      }
      this.keep();
    } else if (this.dirty() && revision > this.base_revision_) {
      this.theirs = text;
    }
  }

  private plan(): void {
    if (this.timer_ === null) {
      this.timer_ = this.clock_.after(save_after_ms, () => {
        this.timer_ = null;
        void this.save();
      });
    }
  }

  private async save(): Promise<void> {
    if (this.under_way_ !== null || this.theirs !== null || !this.dirty()) {
      return;
    }
    const text = this.text;
    const revision = this.base_revision_;
    this.under_way_ = text;
    this.keep();
    const outcome = await this.save_({ article: this.article, field: this.field, text, revision });
    this.under_way_ = null;
    if (outcome.ok) {
      if (this.base_revision_ === revision) {
        this.base_text_ = text;
        this.base_revision_ = revision + 1;
      }
    } else if (outcome.refusal.code !== 'conflict') {
      this.refused = true;
    }
    this.settle();
    this.keep();
    if (this.dirty() && this.theirs === null && !this.refused) {
      this.plan();
    }
  }

  private place(): string {
    return `article.${this.article}.${this.field}`;
  }

  private keep(): void {
    if (!this.dirty() && this.under_way_ === null) {
      this.store_.remove(this.place());
      return;
    }
    const kept: Kept = {
      text: this.text,
      base_text: this.base_text_,
      base_revision: this.base_revision_,
      under_way: this.under_way_,
    };
    this.store_.set(this.place(), JSON.stringify(kept));
  }

  // A change under way when the page was closed goes out again by the link; its text is then recognised as ours.
  private restore(): void {
    let kept: Partial<Kept> | null = null;
    try {
      kept = JSON.parse(this.store_.get(this.place()) ?? 'null') as Partial<Kept> | null;
    } catch {
      return;
    }
    if (
      typeof kept?.text !== 'string' ||
      typeof kept.base_text !== 'string' ||
      !Number.isSafeInteger(kept.base_revision)
    ) {
      return;
    }
    this.text = kept.text;
    this.base_text_ = kept.base_text;
    this.base_revision_ = Number(kept.base_revision);
    this.recognised_ = typeof kept.under_way === 'string' ? kept.under_way : null;
    this.plan();
  }
}

// The fields of one article, made as they are asked for.
export class ArticleDraft {
  private readonly fields_ = new Map<string, ArticleField>();

  constructor(
    readonly id: number,
    private readonly make_: (field: string) => ArticleField,
  ) {}

  field(name: string): ArticleField {
    const known = this.fields_.get(name);
    if (known !== undefined) {
      return known;
    }
    const made = this.make_(name);
    this.fields_.set(name, made);
    return made;
  }

  received(article: TableArticle): void {
    this.fields_.forEach((field, name) => {
      const held = article.fields.find((each) => each.field === name);
      field.received(held?.text ?? '', held?.revision ?? 0);
    });
  }

  dirty(): boolean {
    return Array.from(this.fields_.values()).some((field) => field.dirty());
  }

  flush(): void {
    this.fields_.forEach((field) => field.flush());
  }

  stop(): void {
    this.fields_.forEach((field) => field.stop());
  }
}
