// What a person is typing, saved here at once and on the server within two seconds, one draft a step.
//
// Shape    The device keeps a draft only until the server has it: from then on the server's is the newer, so a card
//          used on another tablet is not overruled by an old text here.
import type { Clock, Timer } from '../link/clock';
import type { Store } from '../link/storage';

export type SaveDraft = (step: string, text: string) => Promise<{ ok: boolean }>;

export const save_after_ms = 1_500;

export class Drafts {
  private readonly timers_ = new Map<string, Timer>();

  constructor(
    private readonly store_: Store,
    private readonly clock_: Clock,
    private readonly save_: SaveDraft,
  ) {}

  // The text to go on from.
  initial(step: string, on_server: string): string {
    return this.store_.get(`draft.${step}`) ?? on_server;
  }

  // Words of somebody who helps are in it.
  is_helped(step: string): boolean {
    return this.store_.get(`helped.${step}`) !== null;
  }

  helped(step: string): void {
    this.store_.set(`helped.${step}`, 'yes');
  }

  has_unsaved(step: string): boolean {
    return this.store_.get(`draft.${step}`) !== null;
  }

  typed(step: string, text: string): void {
    this.store_.set(`draft.${step}`, text);
    if (text.trim() === '') {
      this.store_.remove(`helped.${step}`);
    }
    if (!this.timers_.has(step)) {
      this.timers_.set(
        step,
        this.clock_.after(save_after_ms, () => void this.save(step)),
      );
    }
  }

  // Sends what is not saved yet, now.
  flush(): void {
    Array.from(this.timers_.keys()).forEach((step) => void this.save(step));
  }

  // Nothing of this step is left to save: it was sent.
  sent(step: string): void {
    this.typed(step, '');
    void this.save(step);
  }

  stop(): void {
    this.timers_.forEach((timer) => this.clock_.cancel(timer));
    this.timers_.clear();
  }

  private async save(step: string): Promise<void> {
    const timer = this.timers_.get(step);
    if (timer !== undefined) {
      this.clock_.cancel(timer);
      this.timers_.delete(step);
    }
    const text = this.store_.get(`draft.${step}`);
    if (text === null) {
      return;
    }
    const outcome = await this.save_(step, text);
    if (outcome.ok && this.store_.get(`draft.${step}`) === text) {
      this.store_.remove(`draft.${step}`);
    }
  }
}
