// The questions of tables in words: the same on every screen.
import { t } from '../../i18n/index.svelte';
import type { QuestionShown } from '../../protocol/messages';

export const asked_by = (question: QuestionShown): string => question.table_names.join(', ');

// « heard » says: aloud; one that was answered in writing alone was not.
export const fate_words = (question: QuestionShown): string =>
  t(question.fate === 'heard' && question.answer !== undefined ? 'asked.fate.written' : `asked.fate.${question.fate}`);

// The experts may write under it, or correct what they wrote.
export const may_be_written = ({ fate }: QuestionShown): boolean =>
  fate !== 'open' && fate !== 'merged' && fate !== 'withdrawn';

// Nobody has answered it, and nobody will aloud.
export const awaits_writing = ({ fate, answer }: QuestionShown): boolean =>
  (fate === 'deferred' || fate === 'not_reached') && answer === undefined;

export const current_question = (questions: readonly QuestionShown[]): QuestionShown | undefined =>
  questions.find((each) => each.fate === 'current');

// A merged question goes on in another: the one people hear about.
export function standing(questions: readonly QuestionShown[], question: QuestionShown): QuestionShown {
  const into = questions.find((each) => each.id === question.merged_into);
  return into === undefined ? question : standing(questions, into);
}
