// The step as the clock of one table has it: the room's, moved by what the table was given and by its own pauses.
import type { StepView, TableTimeView } from '../../protocol/messages';

export function own_step(step: StepView, time: TableTimeView | undefined, now_ms: number): StepView {
  if (time === undefined || step.timer === 'free' || step.status === 'ended' || step.status === 'waiting') {
    return step;
  }
  const end_ms = (step.paused ? now_ms + step.remaining_ms : step.ends_at_ms) + time.shift_ms;
  if (time.paused_at_ms > 0) {
    const since_ms = step.paused ? now_ms : time.paused_at_ms;
    return { ...step, status: 'running', paused: true, ends_at_ms: 0, remaining_ms: end_ms - since_ms };
  }
  const status = end_ms > now_ms ? 'running' : step.status;
  return step.paused
    ? { ...step, status, remaining_ms: end_ms - now_ms }
    : { ...step, status, ends_at_ms: end_ms };
}

// This table's time is over, and the room waits for others.
export const waits_for_others = (step: StepView, own: StepView): boolean =>
  step.timer === 'firm' && step.status === 'time_up' && own.status === 'time_up';
