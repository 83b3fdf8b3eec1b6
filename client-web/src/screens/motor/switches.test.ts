import { expect, test } from 'vitest';
import { is_key, switch_of, type Pressed } from './switches';

const key = (name: string, more: Partial<Pressed> = {}): Pressed => ({
  key: name,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  ...more,
});

test('[access M5] one switch: any key is the switch', () => {
  for (const name of [' ', 'Enter', '1', '2', 'a', 'Tab', 'ArrowDown']) {
    expect(switch_of(key(name), 'one_switch'), name).toBe('choose');
  }
});

test('[access M5] two switches: Space, Enter and 1 choose, 2, Tab and arrows advance, the rest is left alone', () => {
  expect([' ', 'Enter', '1'].map((name) => switch_of(key(name), 'two_switches'))).toEqual(Array(3).fill('choose'));
  expect(['2', 'Tab', 'ArrowRight'].map((name) => switch_of(key(name), 'two_switches'))).toEqual(Array(3).fill('advance'));
  expect(['a', 'Escape', '3'].map((name) => switch_of(key(name), 'two_switches'))).toEqual([null, null, null]);
});

test('[access M5] without scanning there is no switch; modifiers, function keys and shortcuts are never one', () => {
  expect(switch_of(key(' '), 'none')).toBeNull();
  expect(['Shift', 'Escape', 'F5', 'AudioVolumeUp', 'Unidentified'].filter((name) => is_key(key(name)))).toEqual([]);
  expect(is_key(key('r', { ctrlKey: true }))).toBe(false);
  expect(is_key(key('Tab', { altKey: true }))).toBe(false);
});
