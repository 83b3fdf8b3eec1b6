// Things that have each their time (a vote, a question, an amendment), as every screen tells them.
import { t } from '../../i18n/index.svelte';
import type { StepView } from '../../protocol/messages';

export interface ItemNow {
  // « Question 4 sur 10 »
  readonly words: string;
  readonly number: number;
  // Below zero past its time.
  readonly left_ms: number;
}

const named: readonly string[] = ['vote', 'ask', 'amend'];

// The one under way; null when there is none.
export function item_now(step: StepView, now_ms: number): ItemNow | null {
  const { items } = step;
  if (items === undefined || (items.ends_at_ms === 0 && items.remaining_ms === 0)) {
    return null;
  }
  const kind = step.kind !== undefined && named.includes(step.kind) ? step.kind : 'point';
  return {
    words: t(`item.${kind}`, { number: items.item, count: items.item + items.left }),
    number: items.item,
    left_ms: items.ends_at_ms === 0 ? items.remaining_ms : items.ends_at_ms - now_ms,
  };
}
