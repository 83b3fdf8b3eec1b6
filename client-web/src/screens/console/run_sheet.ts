// The run of show: what was planned, what happened, and what to expect if nothing changes.
//
// Expected times follow from the end of the current step and the minutes planned for the next ones. A step with a firm
// time never starts before it; coming after it is lateness, and the margin up to it is slack. Nothing here decides:
// it only tells the person at the console.
import type { RunStep, RunView, StepView } from '../../protocol/messages';

const minute_ms = 60_000;
const minutes_of_day = 24 * 60;
const half_day_ms = 12 * 60 * minute_ms;

export type RowState = 'done' | 'now' | 'over' | 'skipped' | 'next' | 'dropped';

export interface SheetRow {
  id: string;
  state: RowState;
  planned_ms: number;
  planned_minutes: number;
  first_planned_minutes: number; // before the lead changed the plan
  night: boolean;
  firm_ms: number | null;
  started_ms: number | null;
  ended_ms: number | null; // null: not started, or still going
  spent_ms: number;
  expected_ms: number | null; // of a step to come
  late_minutes: number; // at its start, real or expected, against the plan; negative: early
}

export interface FirmOutlook {
  id: string;
  firm_ms: number;
  expected_ms: number; // without waiting for the firm time
  late_minutes: number;
  slack_minutes: number;
  recoverable_minutes: number; // by cutting the steps before it to their least
}

export interface RunSheet {
  rows: SheetRow[];
  expected_end_ms: number;
  late_minutes: number; // of the next step, or of the end after the last one
  firm: FirmOutlook | null;
}

// The moment of a wall-clock minute that is nearest to `near_ms`, in the time zone of this device.
export function at_minute(minute: number, near_ms: number): number {
  const on_day = (shift: number) => {
    const day = new Date(near_ms);
    day.setDate(day.getDate() + shift);
    return day.setHours(0, minute, 0, 0);
  };
  const same_day = on_day(0);
  if (Math.abs(same_day - near_ms) <= half_day_ms) {
    return same_day;
  }
  return same_day > near_ms ? on_day(-1) : on_day(1);
}

export function minute_of(clock: string): number | null {
  const found = /^(\d{2}):(\d{2})$/.exec(clock);
  return found === null ? null : Number(found[1]) * 60 + Number(found[2]);
}

// Whole minutes between two moments, towards zero: less than a minute late is on time.
export function minutes_between(from_ms: number, to_ms: number): number {
  return Math.trunc((to_ms - from_ms) / minute_ms) + 0;
}

export function current_end_ms(step: StepView, planned_minutes: number, now_ms: number): number {
  if (step.status === 'waiting' || step.status === 'ended' || step.status === 'time_up') {
    return now_ms;
  }
  if (step.timer === 'free') {
    return Math.max(now_ms, step.started_at_ms + planned_minutes * minute_ms);
  }
  return step.paused ? now_ms + Math.max(0, step.remaining_ms) : Math.max(now_ms, step.ends_at_ms);
}

function state_of(step: RunStep, index: number, view: StepView): RowState {
  if (index === view.position) {
    return view.status === 'ended' ? 'over' : 'now';
  }
  if (step.dropped) {
    return 'dropped';
  }
  if (index > view.position) {
    return 'next';
  }
  return step.laps.length > 0 ? 'done' : 'skipped';
}

// The moment of a minute of the programme, which may be on another day than the anchor: a minute of it known to be near.
function moment_of(minute: number, anchor: { minute: number; ms: number }): number {
  return anchor.ms + (minute - anchor.minute) * minute_ms;
}

function row_of(step: RunStep, index: number, view: StepView, anchor: { minute: number; ms: number }, now_ms: number): SheetRow {
  const first = step.laps[0];
  const last = step.laps[step.laps.length - 1];
  const state = state_of(step, index, view);
  const firm = minute_of(step.firm_at);
  const planned_ms = moment_of(step.planned_start_minute, anchor);
  const to_come = state === 'next' || first === undefined;
  return {
    id: step.id,
    state,
    planned_ms,
    planned_minutes: step.planned_minutes,
    first_planned_minutes: step.first_planned_minutes,
    night: step.night,
    firm_ms: firm === null ? null : at_minute(firm, planned_ms),
    started_ms: to_come ? null : first.started_at_ms,
    ended_ms: to_come || last === undefined || last.ended_at_ms === 0 ? null : last.ended_at_ms,
    spent_ms: step.laps.reduce(
      (sum, lap) => sum + (lap.ended_at_ms === 0 ? now_ms : lap.ended_at_ms) - lap.started_at_ms,
      0,
    ),
    expected_ms: null,
    late_minutes: to_come ? 0 : minutes_between(planned_ms, first.started_at_ms),
  };
}

function outlook(row: SheetRow, arrival_ms: number, recoverable_minutes: number): FirmOutlook | null {
  if (row.firm_ms === null) {
    return null;
  }
  const late_minutes = minutes_between(row.firm_ms, arrival_ms);
  return {
    id: row.id,
    firm_ms: row.firm_ms,
    expected_ms: arrival_ms,
    late_minutes: Math.max(0, late_minutes),
    slack_minutes: Math.max(0, -late_minutes),
    recoverable_minutes,
  };
}

export function run_sheet(run: RunView, view: StepView, now_ms: number): RunSheet {
  // The step that goes on is the one whose clock time is near now; the others are counted from it.
  const near = run.steps[Math.max(0, view.position)]?.planned_start_minute ?? 0;
  const anchor = { minute: near, ms: at_minute(near % minutes_of_day, now_ms) };
  const rows = run.steps.map((step, index) => row_of(step, index, view, anchor, now_ms));
  const current = run.steps[view.position];
  const going = rows[view.position];
  let chain = current_end_ms(view, current?.planned_minutes ?? 0, now_ms);
  if (going !== undefined && going.night) {
    chain = Math.max(now_ms, going.planned_ms + going.planned_minutes * minute_ms);
  }
  let firm: FirmOutlook | null = null;
  let recoverable = 0;
  let next_late: number | null = null;
  rows.forEach((row, index) => {
    if (row.state !== 'next') {
      return;
    }
    firm ??= outlook(row, chain, recoverable);
    row.expected_ms = Math.max(chain, row.firm_ms ?? chain);
    row.late_minutes = minutes_between(row.planned_ms, row.expected_ms);
    next_late ??= row.late_minutes;
    chain = (row.night ? row.planned_ms : row.expected_ms) + row.planned_minutes * minute_ms;
    recoverable += row.planned_minutes - (run.steps[index]?.floor_minutes ?? row.planned_minutes);
  });
  const last = rows[rows.length - 1];
  const planned_end = last === undefined ? chain : last.planned_ms + last.planned_minutes * minute_ms;
  return { rows, expected_end_ms: chain, late_minutes: next_late ?? minutes_between(planned_end, chain), firm };
}

// How many minutes may still be added to the current step.
export function extension_left(run: RunView, view: StepView): number {
  const step = run.steps[view.position];
  return step === undefined ? 0 : Math.max(0, step.ceiling_minutes - step.planned_minutes - run.extended_minutes);
}
