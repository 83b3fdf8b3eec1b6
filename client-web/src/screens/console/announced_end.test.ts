import { describe, expect, it } from 'vitest';
import { closing_left_ms, delays_seen, none_seen } from './announced_end';

const step = (closing_at_ms: number, closing_left = 0, id = 'a') => ({
  id,
  status: 'running' as const,
  closing_at_ms,
  closing_left_ms: closing_left,
});

describe('an announced end [access T2]', () => {
  it('has time left, while paused too, or is not announced', () => {
    expect(closing_left_ms(step(70_000), 10_000)).toBe(60_000);
    expect(closing_left_ms(step(70_000), 71_000)).toBe(-1_000);
    expect(closing_left_ms(step(0, 30_000), 71_000)).toBe(30_000);
    expect(closing_left_ms(step(0), 71_000)).toBeNull();
  });

  it('counts each delay once, and no pause', () => {
    let seen = delays_seen(none_seen, step(60_000), 0);
    expect(seen.delays).toBe(0);
    seen = delays_seen(seen, step(120_000), 1_000);
    expect(seen.delays).toBe(1);
    seen = delays_seen(seen, step(240_000), 2_000);
    expect(seen.delays).toBe(3);
    seen = delays_seen(seen, step(0, 100_000), 3_000);
    seen = delays_seen(seen, step(500_000), 400_000);
    expect(seen.delays).toBe(3);
    // Over for a while before somebody asks.
    seen = delays_seen(seen, step(650_000), 590_000);
    expect(seen.delays).toBe(4);
  });

  it('begins again with another step, and after it was taken back', () => {
    const seen = delays_seen(delays_seen(none_seen, step(60_000), 0), step(120_000), 0);
    expect(delays_seen(seen, step(0), 0)).toEqual(none_seen);
    expect(delays_seen(seen, step(300_000, 0, 'b'), 0).delays).toBe(0);
  });
});
