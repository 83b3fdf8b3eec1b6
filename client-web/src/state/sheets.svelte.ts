// This tablet's own answers to questionnaires, and the pseudonym they are sent under. Nowhere else is it known that they
// go together with the person.
//
// Shape    One pseudonym for the whole atelier, so that answers before and after are compared; one entry a step.
//          Emptied with the seat's storage.
import { random_hex, type Random, type Store } from '../link/storage';
import type { SheetAnswer } from '../protocol/messages';

const pseudonym_place = 'pseudonym';

export class Sheets {
  private changes_ = $state(0);

  constructor(
    private readonly store_: Store,
    private readonly random_: Random,
  ) {}

  // Drawn the first time, and kept.
  pseudonym(): string {
    const kept = this.store_.get(pseudonym_place);
    if (kept !== null && /^[0-9a-f]{32}$/.test(kept)) {
      return kept;
    }
    const drawn = random_hex(this.random_, 32);
    this.store_.set(pseudonym_place, drawn);
    return drawn;
  }

  // What was sent for this step; null: nothing from this tablet.
  own(step: string): SheetAnswer[] | null {
    void this.changes_;
    return read_answers(this.store_.get(`sheet.${step}`));
  }

  remember(step: string, answers: readonly SheetAnswer[]): void {
    this.store_.set(`sheet.${step}`, JSON.stringify(answers));
    this.changes_ += 1;
  }

  forget(step: string): void {
    this.store_.remove(`sheet.${step}`);
    this.changes_ += 1;
  }
}

function read_answers(stored: string | null): SheetAnswer[] | null {
  let value: unknown;
  try {
    value = JSON.parse(stored ?? 'null');
  } catch {
    return null;
  }
  if (!Array.isArray(value)) {
    return null;
  }
  return value.flatMap((each: unknown): SheetAnswer[] => {
    const { question, level, unknown: not_known, words } = (each ?? {}) as Record<string, unknown>;
    if (typeof question !== 'string' || typeof words !== 'string') {
      return [];
    }
    const known = Number.isSafeInteger(level) ? { level: Number(level) } : {};
    return [{ question, ...known, unknown: not_known === true, words }];
  });
}
