// The result of a vote in sentences: the four numbers first, then what they are compared with, then what follows.
//
// Counts, not percentages: a percentage without its base can be read two ways.
import { plural, t } from '../../i18n/index.svelte';
import type { MotionTotal, OptionTotal, PollView } from '../../protocol/messages';
import { abstain_words, blank_sentences, option_title, points_in_short } from '../room/result_numbers';

export interface Bar {
  id: string;
  label: string;
  count: number;
  width_percent: number; // of the longest possible bar, whole
  detail: string;
  kept: boolean;
}

const named_parts = ['1/2', '2/3', '3/4', '3/5', '4/5'];

// « plus de la moitié », « les deux tiers ou plus »
export function threshold_words(threshold: string, strict: boolean): string {
  const [above = '', below = ''] = threshold.split('/');
  const way = strict ? 'more' : 'least';
  return named_parts.includes(threshold)
    ? t(`result.part.${above}_${below}.${way}`)
    : t(`result.part.any.${way}`, { above, below });
}

function motion_sentences(poll: PollView, total: MotionTotal): string[] {
  const cast = total.for + total.against + total.abstain;
  const missing = Math.max(0, poll.present - cast);
  const sentences = [
    t('result.counts', {
      for: plural('result.for', total.for),
      against: plural('result.against', total.against),
      abstain: abstain_words(total),
    }),
  ];
  if (missing > 0) {
    sentences.push(plural('result.missing', missing));
  }
  sentences.push(t(`result.base.${poll.base ?? 'cast'}`, { base: total.base }));
  if (!total.quorum_met) {
    return [
      ...sentences,
      t('result.quorum_missed', { needed: total.quorum_needed, cast }),
      t('result.outcome.no_quorum'),
    ];
  }
  if (total.quorum_needed > 0) {
    sentences.push(t('result.quorum_met', { needed: total.quorum_needed, cast }));
  }
  const part = threshold_words(poll.threshold, poll.strict);
  return [...sentences, t('result.needed', { part, needed: total.yes_needed }), t(`result.outcome.${total.outcome}`)];
}

function points_sentences(poll: PollView, totals: readonly OptionTotal[]): string[] {
  const turnout = [plural('result.turnout', poll.ballots, { present: poll.present }), ...blank_sentences(poll)];
  const kept = totals.filter((total) => total.kept);
  if (kept.length === 0) {
    return [...turnout, t('result.none_kept')];
  }
  const list = kept
    .map((total) =>
      t('result.kept_item', { title: option_title(poll, total.option), points: plural('result.points', total.points) }),
    )
    .join(t('result.list_comma'));
  const sentences = [...turnout, plural('result.kept', kept.length, { list })];
  return kept.length > poll.keep ? [...sentences, t('result.tie', { keep: poll.keep })] : sentences;
}

// Beside the bars, which already name what is kept.
export const short_sentences = (poll: PollView): string[] =>
  poll.points_result === undefined ? result_sentences(poll) : points_in_short(poll);

// Empty until the count is known.
export function result_sentences(poll: PollView): string[] {
  if (poll.motion_result !== undefined) {
    return motion_sentences(poll, poll.motion_result);
  }
  return poll.points_result === undefined ? [] : points_sentences(poll, poll.points_result);
}

const percent = (count: number, whole: number) => (whole <= 0 ? 0 : Math.round((count * 100) / whole));

export function result_bars(poll: PollView): Bar[] {
  const motion = poll.motion_result;
  if (motion !== undefined) {
    const whole = Math.max(motion.for, motion.against, motion.abstain);
    return (['for', 'against', 'abstain'] as const).map((choice) => ({
      id: choice,
      label: t(`result.choice.${choice}`),
      count: motion[choice],
      width_percent: percent(motion[choice], whole),
      detail: '',
      kept: false,
    }));
  }
  const totals = poll.points_result ?? [];
  const whole = Math.max(0, ...totals.map((total) => total.points));
  return totals.map((total) => ({
    id: String(total.option),
    label: option_title(poll, total.option),
    count: total.points,
    width_percent: percent(total.points, whole),
    detail: plural('result.supporters', total.supporters),
    kept: total.kept,
  }));
}
