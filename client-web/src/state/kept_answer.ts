// What an expert has typed and not sent, on this device, so that a reload loses nothing.
import type { WrittenAnswer } from '../protocol/messages';
import type { Store } from '../link/storage';

const key = (question: number): string => `answer/${question}`;

// null: nothing is being written.
export function kept_answer(store: Store, question: number): WrittenAnswer | null {
  const kept = store.get(key(question));
  if (kept === null) {
    return null;
  }
  const { text = '', simple = '', source = '' } = JSON.parse(kept) as Partial<WrittenAnswer>;
  return { text, simple, source };
}

export function keep_answer(store: Store, question: number, answer: WrittenAnswer | null): void {
  if (answer === null) {
    store.remove(key(question));
  } else {
    store.set(key(question), JSON.stringify(answer));
  }
}
