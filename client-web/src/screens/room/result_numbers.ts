// A result as a table of numbers, and the sentence about points: the same on every screen.
import { plural, t } from '../../i18n/index.svelte';
import type { MotionTotal, PollView, Question, QuestionTotal } from '../../protocol/messages';
import { result_lines } from './measure_words';

export interface NumberTable {
  columns: string[];
  rows: { id: string; cells: string[] }[];
}

export const option_title = (poll: PollView, option: number): string =>
  poll.options.find((each) => each.id === option)?.title ?? String(option);

// No rows until the count is known.
export function poll_table(poll: PollView): NumberTable {
  const motion = poll.motion_result;
  if (motion !== undefined) {
    return {
      columns: [t('result.column.option'), t('result.column.votes')],
      rows: (['for', 'against', 'abstain', 'unsure'] as const).flatMap((choice) => {
        const count = motion[choice];
        return count === undefined ? [] : [{ id: choice, cells: [t(`result.choice.${choice}`), String(count)] }];
      }),
    };
  }
  return {
    columns: [t('result.column.topic'), t('result.column.points'), t('result.column.voters')],
    rows: (poll.points_result ?? []).map((total) => ({
      id: String(total.option),
      cells: [
        `${option_title(poll, total.option)}${total.kept ? ` (${t('result.kept_mark')})` : ''}`,
        String(total.points),
        String(total.supporters),
      ],
    })),
  };
}

// « 3 abstentions, dont 1 « je ne sais pas » »
export function abstain_words({ abstain, unsure = 0 }: MotionTotal): string {
  const words = plural('result.abstain', abstain);
  return unsure === 0 ? words : t('result.abstain_unsure', { abstain: words, count: unsure });
}

// « 2 bulletins sans points : 1 passe, 1 ne sait pas. » Empty: there are none.
export function blank_sentences({ blank }: PollView): string[] {
  const { abstain = 0, unsure = 0 } = blank ?? {};
  const parts = [
    ...(abstain === 0 ? [] : [plural('result.pass', abstain)]),
    ...(unsure === 0 ? [] : [plural('result.unsure', unsure)]),
  ];
  return parts.length === 0 ? [] : [plural('result.blank', abstain + unsure, { parts: parts.join(', ') })];
}

// No rows when too few people answered, or answered in words.
export const measure_table = (question: Question, total: QuestionTotal): NumberTable => ({
  columns: [t('result.column.option'), t('result.column.people')],
  rows: result_lines(question, total).map((line) => ({ id: line.id, cells: [line.label, String(line.count)] })),
});

// How many voted and how many topics are kept, beside bars that name them. Empty for a motion.
export function points_in_short(poll: PollView): string[] {
  const totals = poll.points_result;
  if (totals === undefined) {
    return [];
  }
  const kept = totals.filter((total) => total.kept).length;
  return [
    plural('result.turnout', poll.ballots, { present: poll.present }),
    ...blank_sentences(poll),
    kept === 0 ? t('result.none_kept') : plural('result.kept_count', kept),
    ...(kept > poll.keep ? [t('result.tie', { keep: poll.keep })] : []),
  ];
}
