import { describe, expect, it } from 'vitest';
import type { RunStep, RunView, StepView } from '../../protocol/messages';
import { no_step } from '../../state/nothing_yet';
import { at_minute, current_end_ms, extension_left, minute_of, minutes_between, run_sheet } from './run_sheet';

const minute = 60_000;
const at = (hour: number, minutes: number, seconds = 0) => new Date(2026, 10, 21, hour, minutes, seconds).getTime();

const planned = (id: string, start: string, minutes: number, more: Partial<RunStep> = {}): RunStep => ({
  id,
  planned_start_minute: minute_of(start)!,
  planned_minutes: minutes,
  floor_minutes: minutes - 5,
  ceiling_minutes: minutes + 10,
  timer: 'soft',
  firm_at: '',
  dropped: false,
  night: false,
  first_planned_minutes: minutes,
  laps: [],
  ...more,
});
const view = (more: Partial<StepView>): StepView => ({
  ...no_step,
  status: 'running',
  position: 1,
  id: 'b',
  kind: 'present',
  timer: 'soft',
  started_at_ms: at(13, 55),
  ends_at_ms: at(14, 15),
  ...more,
});
// a 13:30–13:50, b 13:50–14:10, c 14:10–14:30, d must start at 14:40.
const run = (more: Partial<RunView> = {}): RunView => ({
  steps: [
    planned('a', '13:30', 20, { laps: [{ started_at_ms: at(13, 32), ended_at_ms: at(13, 55) }] }),
    planned('b', '13:50', 20, { laps: [{ started_at_ms: at(13, 55), ended_at_ms: 0 }] }),
    planned('c', '14:10', 20),
    planned('d', '14:40', 20, { firm_at: '14:40' }),
  ],
  extended_minutes: 0,
  undo_until_ms: 0,
  undo_back_to: '',
  content_seals: [],
  ...more,
});

describe('wall-clock time', () => {
  it('reads the hour of a firm time', () => {
    expect([minute_of('14:40'), minute_of('00:05'), minute_of('')]).toEqual([880, 5, null]);
  });

  it('is the nearest such moment, before or after midnight', () => {
    expect(at_minute(810, at(14, 0))).toBe(at(13, 30));
    const after_midnight = new Date(2026, 10, 22, 0, 10).getTime();
    expect(at_minute(23 * 60 + 50, after_midnight)).toBe(at(23, 50));
    expect(at_minute(10, at(23, 50))).toBe(new Date(2026, 10, 22, 0, 10).getTime());
  });

  it('counts whole minutes, towards zero', () => {
    expect(minutes_between(0, 119_999)).toBe(1);
    expect(minutes_between(0, 120_000)).toBe(2);
    expect(minutes_between(59_999, 0)).toBe(0);
    expect(minutes_between(60_000, 0)).toBe(-1);
  });
});

describe('the end of the current step', () => {
  const now = at(14, 0);
  it.each<[string, Partial<StepView>, number]>([
    ['is now when nothing runs', { status: 'waiting', position: -1 }, now],
    ['is now when it is over', { status: 'ended' }, now],
    ['is now when its time has passed', { status: 'time_up', ends_at_ms: at(13, 58) }, now],
    ['is its deadline while it runs', {}, at(14, 15)],
    ['is what was left, from now, in a pause', { paused: true, ends_at_ms: 0, remaining_ms: 4 * minute }, at(14, 4)],
    ['is now in a pause past its end', { paused: true, ends_at_ms: 0, remaining_ms: -minute }, now],
    ['is the plan when it has no end', { timer: 'free', ends_at_ms: 0 }, at(14, 15)],
  ])('%s', (_, more, expected) => {
    expect(current_end_ms(view(more), 20, now)).toBe(expected);
  });
});

describe('the run of show', () => {
  it('tells what happened and what to expect', () => {
    const sheet = run_sheet(run(), view({}), at(14, 0));
    expect(sheet.rows.map((row) => [row.id, row.state, row.late_minutes])).toEqual([
      ['a', 'done', 2],
      ['b', 'now', 5],
      ['c', 'next', 5],
      ['d', 'next', 0],
    ]);
    expect(sheet.rows.map((row) => row.expected_ms)).toEqual([null, null, at(14, 15), at(14, 40)]);
    expect(sheet.rows[0]).toMatchObject({ started_ms: at(13, 32), ended_ms: at(13, 55), spent_ms: 23 * minute });
    expect(sheet.rows[1]).toMatchObject({ started_ms: at(13, 55), ended_ms: null, spent_ms: 5 * minute });
    expect(sheet.late_minutes).toBe(5);
    expect(sheet.expected_end_ms).toBe(at(15, 0));
  });

  it('has slack before a firm time, then lateness past it', () => {
    expect(run_sheet(run(), view({}), at(14, 0)).firm).toEqual({
      id: 'd',
      firm_ms: at(14, 40),
      expected_ms: at(14, 35),
      late_minutes: 0,
      slack_minutes: 5,
      recoverable_minutes: 5,
    });
    const late = run_sheet(run(), view({ ends_at_ms: at(14, 27) }), at(14, 0));
    expect(late.firm).toMatchObject({ late_minutes: 7, slack_minutes: 0, expected_ms: at(14, 47) });
    expect(late.rows[3]).toMatchObject({ late_minutes: 7, expected_ms: at(14, 47) });
    expect(late.expected_end_ms).toBe(at(15, 7));
  });

  it('is exactly on time at the firm minute', () => {
    expect(run_sheet(run(), view({ ends_at_ms: at(14, 20) }), at(14, 0)).firm).toMatchObject({
      late_minutes: 0,
      slack_minutes: 0,
    });
    expect(run_sheet(run(), view({ ends_at_ms: at(14, 21) }), at(14, 0)).firm).toMatchObject({ late_minutes: 1 });
  });

  it('keeps slipping while a soft step is past its time', () => {
    const sheet = run_sheet(run(), view({ status: 'time_up', ends_at_ms: at(14, 15) }), at(14, 22));
    expect(sheet.rows[2]).toMatchObject({ expected_ms: at(14, 22), late_minutes: 12 });
  });

  it('before the start counts from now', () => {
    const fresh = run({ steps: run().steps.map((step) => ({ ...step, laps: [] })) });
    const sheet = run_sheet(fresh, view({ status: 'waiting', position: -1, id: '' }), at(13, 36));
    expect(sheet.rows.map((row) => row.state)).toEqual(['next', 'next', 'next', 'next']);
    expect(sheet.late_minutes).toBe(6);
    expect(sheet.rows[0]?.expected_ms).toBe(at(13, 36));
  });

  it('marks a step jumped over, and adds up the laps of one reopened', () => {
    const steps = run().steps;
    const jumped = run({
      steps: [
        steps[0]!,
        { ...steps[1]!, laps: [] },
        { ...steps[2]!, laps: [{ started_at_ms: at(14, 0), ended_at_ms: 0 }] },
        steps[3]!,
      ],
    });
    expect(run_sheet(jumped, view({ position: 2 }), at(14, 1)).rows[1]?.state).toBe('skipped');
    const laps = [
      { started_at_ms: at(13, 32), ended_at_ms: at(13, 40) },
      { started_at_ms: at(13, 50), ended_at_ms: at(13, 55) },
    ];
    const reopened = run({ steps: [{ ...steps[0]!, laps }, ...steps.slice(1)] });
    expect(run_sheet(reopened, view({}), at(14, 0)).rows[0]).toMatchObject({
      spent_ms: 13 * minute,
      started_ms: at(13, 32),
      ended_ms: at(13, 55),
    });
  });

  it('after the last step compares with the planned end', () => {
    const sheet = run_sheet(
      run(),
      view({ position: 3, id: 'd', status: 'running', ends_at_ms: at(15, 4) }),
      at(14, 50),
    );
    expect(sheet.firm).toBeNull();
    expect(sheet.late_minutes).toBe(4);
  });
});

describe('minutes that can still be added', () => {
  it('stop at the ceiling', () => {
    expect(extension_left(run(), view({}))).toBe(10);
    expect(extension_left(run({ extended_minutes: 9 }), view({}))).toBe(1);
    expect(extension_left(run({ extended_minutes: 10 }), view({}))).toBe(0);
    expect(extension_left(run({ extended_minutes: 12 }), view({}))).toBe(0);
  });

  it('are none before the start', () => {
    expect(extension_left(run(), view({ position: -1 }))).toBe(0);
  });
});

describe('a programme of two days', () => {
  const night = planned('night', '17:45', 915, { night: true, floor_minutes: 915 });
  const morning = planned('morning', '09:00', 25, { planned_start_minute: 24 * 60 + 540 });
  const two_days = (late_start: number, now: number) =>
    run_sheet(
      run({ steps: [planned('eve', '17:30', 15, { laps: [{ started_at_ms: late_start, ended_at_ms: 0 }] }), night, morning] }),
      view({ position: 0, id: 'eve', started_at_ms: late_start, ends_at_ms: late_start + 15 * minute }),
      now,
    );

  it('counts the next morning from the evening, not from today', () => {
    const sheet = two_days(at(17, 30), at(17, 35));
    expect(sheet.rows[2]!.planned_ms).toBe(new Date(2026, 10, 22, 9, 0).getTime());
  });

  it('starts in the morning on time, however late the evening was', () => {
    const sheet = two_days(at(19, 0), at(19, 5));
    expect(sheet.rows[0]!.late_minutes).toBe(90);
    expect(sheet.rows[2]!.expected_ms).toBe(new Date(2026, 10, 22, 9, 0).getTime());
    expect(sheet.rows[2]!.late_minutes).toBe(0);
  });
});

describe('a step that was dropped', () => {
  it('takes no time', () => {
    const steps = run().steps.map((step) => (step.id === 'c' ? { ...step, dropped: true } : step));
    const sheet = run_sheet(run({ steps }), view({}), at(14, 0));
    expect(sheet.rows.map((row) => row.state)).toEqual(['done', 'now', 'dropped', 'next']);
    expect(sheet.firm!.expected_ms).toBe(at(14, 15));
  });
});
