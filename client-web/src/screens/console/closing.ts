// Before the step closes: is the end near, and whose text would be left unsent?
import type { PersonRow, StepView } from '../../protocol/messages';

const near_minutes_min = 2;
const minute_ms = 60_000;

// From the last alert of the step on, and two minutes at the least; a step without an end may close at any moment.
export function end_is_near(step: StepView, now_ms: number): boolean {
  if (step.status !== 'running' && step.status !== 'time_up') {
    return false;
  }
  if (step.status === 'time_up' || step.timer === 'free') {
    return true;
  }
  const left_ms = step.paused ? step.remaining_ms : step.ends_at_ms - now_ms;
  const last_alert = step.alerts.length === 0 ? 0 : Math.min(...step.alerts);
  return left_ms <= Math.max(near_minutes_min, last_alert) * minute_ms;
}

export interface UnsentAt {
  // Absent: no seat.
  readonly table: number | undefined;
  readonly count: number;
}

// Where people are still working, and how many: never who.
export function unsent_by_table(people: readonly PersonRow[]): UnsentAt[] {
  const counts = new Map<number | undefined, number>();
  for (const person of people.filter((each) => each.draft && !each.gone)) {
    counts.set(person.table, (counts.get(person.table) ?? 0) + 1);
  }
  return [...counts]
    .map(([table, count]) => ({ table, count }))
    .sort((one, other) => (one.table ?? Infinity) - (other.table ?? Infinity));
}
