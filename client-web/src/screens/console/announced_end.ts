// The end that is announced, as the lead sees it: how much is left, and how often people asked for more time.
import { end_delay_ms, type StepView } from '../../protocol/messages';

type Closing = Pick<StepView, 'id' | 'status' | 'closing_at_ms' | 'closing_left_ms'>;

// Negative: it is over. null: nothing is announced.
export function closing_left_ms(step: Closing, now_ms: number): number | null {
  if (step.closing_at_ms !== 0) {
    return step.closing_at_ms - now_ms;
  }
  return step.closing_left_ms === 0 ? null : step.closing_left_ms;
}

export interface DelaysSeen {
  readonly step: string;
  // 0: nothing is announced, or the room is paused.
  readonly at_ms: number;
  readonly delays: number;
}
export const none_seen: DelaysSeen = { step: '', at_ms: 0, delays: 0 };

// What this console saw of it: an end that moves was asked to, once for each delay. A pause moves it too, and is none.
export function delays_seen(before: DelaysSeen, step: Closing, now_ms: number): DelaysSeen {
  const { id, closing_at_ms: at_ms } = step;
  if (closing_left_ms(step, now_ms) === null) {
    return none_seen;
  }
  if (before.step !== id) {
    return { step: id, at_ms, delays: 0 };
  }
  const moved_ms = before.at_ms === 0 || at_ms === 0 ? 0 : at_ms - before.at_ms;
  const more = moved_ms <= 0 ? 0 : before.at_ms <= now_ms ? 1 : Math.max(1, Math.round(moved_ms / end_delay_ms));
  return { step: id, at_ms, delays: before.delays + more };
}
