// Whether the things still to come fit in the time their step has left.
import type { StepView } from '../../protocol/messages';
import { item_now } from '../room/items';
import { remaining_ms } from '../room/names';

export interface Pace {
  // Still to come, without the one under way.
  readonly count: number;
  // Planned for each.
  readonly each_ms: number;
  // For all of them, and for what is left of the one under way.
  readonly needed_ms: number;
  // What is missing; 0 when they fit, or when the step has no end.
  readonly short_ms: number;
  // What each can have if nothing is given; null when there is no end, or no time at all.
  readonly share_ms: number | null;
}

// Null when the step gives no time to each thing, or nothing is left to do.
export function pace(step: StepView, now_ms: number): Pace | null {
  const { items } = step;
  if (items === undefined) {
    return null;
  }
  const current_ms = Math.max(0, item_now(step, now_ms)?.left_ms ?? 0);
  const each_ms = items.seconds * 1_000;
  const needed_ms = current_ms + items.left * each_ms;
  if (needed_ms === 0) {
    return null;
  }
  const left_ms = remaining_ms(step, now_ms);
  const share = left_ms === null || items.left === 0 ? null : (left_ms - current_ms) / items.left;
  return {
    count: items.left,
    each_ms,
    needed_ms,
    short_ms: left_ms === null ? 0 : Math.max(0, needed_ms - Math.max(0, left_ms)),
    share_ms: share !== null && share > 0 ? Math.floor(share) : null,
  };
}
