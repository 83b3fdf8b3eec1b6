import { describe, expect, it } from 'vitest';
import { nights_of } from './nights';

const seal = (step: string, at_ms: number, sha256: string) => ({ step, at_ms, sha256 });

describe('nights_of', () => {
  it('pairs the evening with the morning, and waits for a morning to come', () => {
    expect(nights_of([])).toEqual([]);
    const [night, second] = nights_of([seal('a', 1, 'x'), seal('a', 2, 'y'), seal('b', 3, 'z')]);
    expect(night?.evening.sha256).toBe('x');
    expect(night?.morning?.sha256).toBe('y');
    expect(second?.morning).toBeUndefined();
  });

  it('compares the first evening with the last morning when a night was gone back to', () => {
    const [night] = nights_of([seal('a', 1, 'x'), seal('a', 2, 'x'), seal('a', 3, 'w')]);
    expect(night?.evening.at_ms).toBe(1);
    expect(night?.morning?.at_ms).toBe(3);
  });
});
