import { expect, it } from 'vitest';
import { usual } from '../../state/profile.svelte';
import { comforts, is_wished, with_comfort } from './comforts';

it('each wish changes something, and is found again once wished', () => {
  for (const comfort of comforts) {
    expect(is_wished(usual, comfort)).toBe(false);
    expect(is_wished(with_comfort(usual, comfort, true), comfort)).toBe(true);
  }
});

it('taken back, everything is as before', () => {
  for (const comfort of comforts) {
    expect(with_comfort(with_comfort(usual, comfort, true), comfort, false)).toEqual(usual);
  }
});

it('taking one back leaves what another asks for', () => {
  const both = with_comfort(with_comfort(usual, 'touch', true), 'bigger', true);
  const bigger = with_comfort(both, 'touch', false);
  expect(bigger.target_px).toBe(64);
  expect(bigger.hold_ms).toBe(0);
});

it('what was chosen by hand beside it stays', () => {
  const dark = { ...usual, colours: 'dark' } as const;
  expect(with_comfort(with_comfort(dark, 'calm', true), 'calm', false)).toEqual(dark);
});

it('of two wishes about sizes, both stay true, in either order', () => {
  for (const [first, second] of [['touch', 'bigger'], ['bigger', 'touch']] as const) {
    const both = with_comfort(with_comfort(usual, first, true), second, true);
    expect([is_wished(both, 'touch'), is_wished(both, 'bigger'), both.target_px]).toEqual([true, true, 96]);
  }
});
