import { describe, expect, it } from 'vitest';
import type { StepView } from '../../protocol/messages';
import { no_step } from '../../state/nothing_yet';
import { own_step, waits_for_others } from './own_time';

const minute = 60_000;
const step = (more: Partial<StepView> = {}): StepView => ({
  ...no_step,
  status: 'running',
  id: 'write',
  timer: 'firm',
  started_at_ms: 0,
  ends_at_ms: 10 * minute,
  ...more,
});
const time = (shift: number, paused_at_ms = 0) => ({ extended_minutes: 0, shift_ms: shift * minute, paused_at_ms });

describe('own_step', () => {
  it('is the room\u2019s when the table has no time of its own, or the step no end', () => {
    expect(own_step(step(), undefined, 0)).toEqual(step());
    const free = step({ timer: 'free', ends_at_ms: 0 });
    expect(own_step(free, time(3), 0)).toEqual(free);
  });

  it('ends later for a table that was given minutes, and still runs when the room\u2019s time is up', () => {
    const own = own_step(step({ status: 'time_up' }), time(3), 11 * minute);
    expect(own.ends_at_ms).toBe(13 * minute);
    expect(own.status).toBe('running');
    expect(own_step(step({ status: 'time_up' }), time(3), 13 * minute).status).toBe('time_up');
  });

  it('stands still while the table is paused', () => {
    const at_once = own_step(step(), time(1, 4 * minute), 4 * minute);
    const later = own_step(step(), time(1, 4 * minute), 6 * minute);
    expect(at_once.paused).toBe(true);
    expect(at_once.remaining_ms).toBe(7 * minute);
    expect(later.remaining_ms).toBe(7 * minute);
  });

  it('keeps its minutes while the room is paused', () => {
    const own = own_step(step({ paused: true, ends_at_ms: 0, remaining_ms: 2 * minute }), time(3), 20 * minute);
    expect(own.paused).toBe(true);
    expect(own.remaining_ms).toBe(5 * minute);
  });
});

describe('waits_for_others', () => {
  it('says so only under a firm timer, past the room\u2019s end, to tables whose own time is over', () => {
    const up = step({ status: 'time_up' });
    expect(waits_for_others(up, own_step(up, undefined, 11 * minute))).toBe(true);
    expect(waits_for_others(up, own_step(up, time(3), 11 * minute))).toBe(false);
    expect(waits_for_others(step({ status: 'time_up', timer: 'soft' }), up)).toBe(false);
    expect(waits_for_others(step(), step())).toBe(false);
  });
});
