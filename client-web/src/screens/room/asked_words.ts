// The questions of tables in words: the same on every screen.
import { t } from '../../i18n/index.svelte';
import type { QuestionShown } from '../../protocol/messages';

export const asked_by = (question: QuestionShown): string => question.table_names.join(', ');

export const fate_words = (question: QuestionShown): string => t(`asked.fate.${question.fate}`);

export const current_question = (questions: readonly QuestionShown[]): QuestionShown | undefined =>
  questions.find((each) => each.fate === 'current');

// A merged question goes on in another: the one people hear about.
export function standing(questions: readonly QuestionShown[], question: QuestionShown): QuestionShown {
  const into = questions.find((each) => each.id === question.merged_into);
  return into === undefined ? question : standing(questions, into);
}
