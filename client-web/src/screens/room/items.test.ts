import { describe, expect, it } from 'vitest';
import everywhere from '../../i18n/catalogue/everywhere.json';
import { register } from '../../i18n/register';
import type { StepView } from '../../protocol/messages';
import { no_step } from '../../state/nothing_yet';
import { item_now } from './items';

register(everywhere);
const items = { seconds: 180, item: 4, ends_at_ms: 90_000, remaining_ms: 0, left: 6, by_lead: false };
const step: StepView = { ...no_step, id: 'b', kind: 'ask', status: 'running', items };

describe('the thing under way', () => {
  it('is named after what its step does, and counted', () => {
    expect(item_now(step, 30_000)).toEqual({ words: 'Question 4 sur 10', number: 4, left_ms: 60_000 });
    expect(item_now({ ...step, kind: 'vote' }, 0)?.words).toBe('Vote 4 sur 10');
    expect(item_now({ ...step, kind: 'debate' }, 0)?.words).toBe('Point 4 sur 10');
  });

  it('goes below zero past its time, and stands still in a pause', () => {
    expect(item_now(step, 100_000)?.left_ms).toBe(-10_000);
    const paused = { ...step, paused: true, items: { ...items, ends_at_ms: 0, remaining_ms: 45_000 } };
    expect(item_now(paused, 900_000)?.left_ms).toBe(45_000);
  });

  it('is none between two, and in other steps', () => {
    expect(item_now({ ...step, items: { ...items, ends_at_ms: 0 } }, 0)).toBeNull();
    expect(item_now(no_step, 0)).toBeNull();
  });
});
