// What an expert has typed and not sent, on this device, so that a reload loses nothing.
import type { WrittenAnswer } from '../protocol/messages';
import type { Store } from '../link/storage';

export interface KeptAnswer {
  readonly typed: WrittenAnswer;
  // The answer that stood when they began: another expert may write meanwhile.
  readonly base: WrittenAnswer;
}

const key = (question: number): string => `answer/${question}`;

// null: nothing was typed.
export function kept_answer(store: Store, question: number): KeptAnswer | null {
  const kept = store.get(key(question));
  return kept === null ? null : (JSON.parse(kept) as KeptAnswer);
}

export function keep_answer(store: Store, question: number, answer: KeptAnswer | null): void {
  if (answer === null) {
    store.remove(key(question));
  } else {
    store.set(key(question), JSON.stringify(answer));
  }
}
