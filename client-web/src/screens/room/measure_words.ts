// The results of a questionnaire in words: the same on every screen.
import { language, plural, t } from '../../i18n/index.svelte';
import type { MeasureSheet, Question, QuestionShift, QuestionTotal, Scale } from '../../protocol/messages';

export const levels_of = (scale: Scale): readonly number[] =>
  scale === 'words' ? [] : scale === 'yes_no' ? [1, 2] : scale === 'weather' ? [1, 2, 3] : [1, 2, 3, 4, 5];

export const offers_unknown = (scale: Scale): boolean => scale !== 'words' && scale !== 'weather';

export const level_words = (scale: Scale, level: number): string => t(`measure.level.${scale}.${level}`);

export interface ResultLine {
  readonly id: string;
  readonly label: string;
  readonly count: number;
}

// The highest level first, then « je ne sais pas ».
export function result_lines(question: Question, total: QuestionTotal): ResultLine[] {
  if (!total.shown || question.scale === 'words') {
    return [];
  }
  const lines = total.levels
    .map((count, index) => ({ id: String(index + 1), label: level_words(question.scale, index + 1), count }))
    .reverse();
  return offers_unknown(question.scale)
    ? [...lines, { id: 'unknown', label: t('measure.unknown'), count: total.unknown }]
    : lines;
}

export const answers_words = (question: Question, total: QuestionTotal): string =>
  question.scale === 'words'
    ? plural('measure.free_answers', total.answers)
    : total.shown
      ? plural('measure.answers', total.answers)
      : t('measure.too_few');

// « +0,18 »: hundredths of a level.
export function signed_hundredths(hundredths: number): string {
  const locale = language() === 'en' ? 'en-GB' : 'fr-FR';
  const size = (Math.abs(hundredths) / 100).toLocaleString(locale, { minimumFractionDigits: 2 });
  return hundredths === 0 ? size : `${hundredths > 0 ? '+' : '\u2212'}${size}`;
}

export const shift_words = (shift: QuestionShift): string =>
  shift.shown
    ? t('measure.shift', {
        people: shift.people,
        mean: signed_hundredths(shift.mean_hundredths),
        better: shift.better,
        same: shift.same,
        worse: shift.worse,
      })
    : t('measure.shift_too_few');

export interface QuestionResult {
  readonly question: Question;
  readonly total: QuestionTotal;
  readonly shift: QuestionShift | undefined;
}

export const results_of = (sheet: MeasureSheet): QuestionResult[] =>
  sheet.questions.flatMap((question) => {
    const total = sheet.totals.find((each) => each.question === question.id);
    const shift = sheet.shifts.find((each) => each.question === question.id);
    return total === undefined ? [] : [{ question, total, shift }];
  });
