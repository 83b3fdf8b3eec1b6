import { describe, expect, it } from 'vitest';
import { choose } from './wishes';

describe('the list of wishes', () => {
  it('grows in the order of the taps', () => {
    expect(choose(choose([], 4, 3) ?? [], 2, 3)).toEqual([4, 2]);
  });
  it('loses a subject that is tapped again, and the others move up', () => {
    expect(choose([4, 2, 9], 4, 3)).toEqual([2, 9]);
  });
  it('takes no more than the programme asks for', () => {
    expect(choose([4, 2, 9], 1, 3)).toBeNull();
    expect(choose([4, 2, 9], 9, 3)).toEqual([4, 2]);
  });
});
