import { describe, expect, it } from 'vitest';
import type { StepView } from '../../protocol/messages';
import { no_step } from '../../state/nothing_yet';
import { pace } from './pace';

const now = 1_000_000;
const second = 1_000;

// Twenty minutes are left; the thing under way has 100 of its 200 seconds, and four are to come.
const items = {
  seconds: 200,
  item: 3,
  ends_at_ms: now + 100 * second,
  remaining_ms: 0,
  left: 4,
  by_lead: true,
};
const step: StepView = {
  ...no_step,
  id: 'b',
  kind: 'vote',
  status: 'running',
  timer: 'soft',
  ends_at_ms: now + 1_200 * second,
  items,
};

describe('whether what is to come fits', () => {
  it('counts what is left of the one under way, and the whole time of the others', () => {
    expect(pace(step, now)).toEqual({
      count: 4,
      each_ms: 200 * second,
      needed_ms: 900 * second,
      short_ms: 0,
      share_ms: 275 * second,
    });
  });

  it('says what is missing, and what each could have', () => {
    const late = pace({ ...step, ends_at_ms: now + 700 * second }, now);
    expect(late?.short_ms).toBe(200 * second);
    expect(late?.share_ms).toBe(150 * second);
  });

  it('has nothing to share once the time is up', () => {
    const over = pace({ ...step, status: 'time_up', ends_at_ms: now - 60 * second }, now);
    expect(over?.short_ms).toBe(900 * second);
    expect(over?.share_ms).toBeNull();
  });

  it('does not count a thing past its time against the others', () => {
    expect(pace({ ...step, items: { ...items, ends_at_ms: now - 50 * second } }, now)?.needed_ms).toBe(800 * second);
  });

  it('goes by what is left while the room is paused', () => {
    const paused = {
      ...step,
      paused: true,
      ends_at_ms: 0,
      remaining_ms: 700 * second,
      items: { ...items, ends_at_ms: 0, remaining_ms: 100 * second },
    };
    expect(pace(paused, now)?.short_ms).toBe(200 * second);
  });

  it('misses nothing in a step without an end', () => {
    const free = pace({ ...step, timer: 'free', ends_at_ms: 0 }, now);
    expect(free?.short_ms).toBe(0);
    expect(free?.share_ms).toBeNull();
  });

  it('is silent where things have no time of their own, or none is left', () => {
    const { items: _, ...plain } = step;
    expect(pace(plain, now)).toBeNull();
    expect(pace({ ...step, items: { ...items, ends_at_ms: 0, left: 0 } }, now)).toBeNull();
  });
});
