import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LongHold, long_hold_ms } from './long_hold';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('[access M5] three seconds of one press, repetitions of the key included, and its release does nothing else', () => {
  const then = vi.fn();
  const hold = new LongHold(then);
  hold.down();
  vi.advanceTimersByTime(long_hold_ms - 1);
  hold.down();
  expect(then).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(then).toHaveBeenCalledTimes(1);
  hold.down();
  vi.advanceTimersByTime(10_000);
  expect(then).toHaveBeenCalledTimes(1);
  expect(hold.up()).toBe(true);
  expect(hold.up()).toBe(false);
});

test('[access M5] many short presses never add up', () => {
  const then = vi.fn();
  const hold = new LongHold(then);
  for (let i = 0; i < 10; i += 1) {
    hold.down();
    vi.advanceTimersByTime(1_000);
    expect(hold.up()).toBe(false);
  }
  expect(then).not.toHaveBeenCalled();
});
