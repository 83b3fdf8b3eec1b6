import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Scanner, type Screen, type Shown } from './scanner';

let screen: Screen<string>;
let shown: Shown<string> | null;
let pressed: string[];
const page = (id: string, ...groups: string[][]): Screen<string> => ({ id, groups, begins_again: false });
const scanner = (pace_ms: number) =>
  new Scanner<string>({ read: () => screen, show: (now) => (shown = now), press: (stop) => pressed.push(stop) }, pace_ms);
const at = () => (shown === null ? 'nothing' : shown.kind === 'stop' ? shown.stop : `${shown.kind} ${shown.stops.join()}`);

beforeEach(() => {
  vi.useFakeTimers();
  screen = page('step', ['help', 'pause', 'back'], ['for', 'against'], ['send']);
  shown = null;
  pressed = [];
});
afterEach(() => vi.useRealTimers());

test('[access M5] one switch: groups come one after the other at the pace, round and round; a lone control is its own group', () => {
  scanner(800).start();
  const seen = [0, 1, 2, 3].map(() => {
    const now = at();
    vi.advanceTimersByTime(800);
    return now;
  });
  expect(seen).toEqual(['group help,pause,back', 'group for,against', 'send', 'group help,pause,back']);
});

test('[access M5] a choice enters the group; the last stop leads back to the groups; a choice presses', () => {
  const one = scanner(800);
  one.start();
  vi.advanceTimersByTime(800);
  one.choose();
  expect(at()).toBe('for');
  vi.advanceTimersByTime(1_600);
  expect(at()).toBe('back for,against');
  one.choose();
  expect(at()).toBe('group for,against');
  one.choose();
  one.choose();
  expect(pressed).toEqual(['for']);
  expect(at()).toBe('for');
});

test('[access M5] two rounds without a choice lead back to the groups; with two switches never', () => {
  const one = scanner(800);
  one.start();
  one.choose();
  vi.advanceTimersByTime(8 * 800);
  expect(at()).toBe('group help,pause,back');
  one.stop();

  const two = scanner(0);
  two.start();
  two.choose();
  for (let i = 0; i < 8; i += 1) {
    two.advance();
  }
  expect(at()).toBe('help');
  vi.advanceTimersByTime(60_000);
  expect(at()).toBe('help');
});

test('[access M5] nothing moves under a switch that is down', () => {
  const one = scanner(800);
  one.start();
  one.hold(true);
  vi.advanceTimersByTime(5_000);
  expect(at()).toBe('group help,pause,back');
  one.hold(false);
  vi.advanceTimersByTime(800);
  expect(at()).toBe('group for,against');
});

test('[access M5] another screen begins at its first group, and what is gone is not pressed', () => {
  const two = scanner(0);
  two.start();
  two.advance();
  two.choose();
  screen = page('next step', ['help', 'pause'], ['write']);
  two.choose();
  expect(pressed).toEqual([]);
  expect(at()).toBe('group help,pause');

  two.advance();
  screen = page('next step', ['help', 'pause']);
  two.choose();
  expect(pressed).toEqual([]);
  expect(at()).toBe('group help,pause');
});

test('[access M5] a screen that grows keeps the place, by the control and not by its number', () => {
  const two = scanner(0);
  two.start();
  two.advance();
  two.choose();
  two.advance();
  expect(at()).toBe('against');
  screen = page('step', ['help', 'pause', 'back'], ['go there'], ['for', 'none', 'against'], ['send']);
  two.changed();
  expect(at()).toBe('against');
  two.choose();
  expect(pressed).toEqual(['against']);
});

test('[access M5] letters begin again after each; an empty screen shows nothing and waits', () => {
  screen = { id: 'letters', groups: [['space', 'erase'], ['e', 's']], begins_again: true };
  const one = scanner(800);
  one.start();
  vi.advanceTimersByTime(800);
  one.choose();
  one.choose();
  expect(pressed).toEqual(['e']);
  expect(at()).toBe('group space,erase');
  screen = page('empty');
  one.choose();
  expect(at()).toBe('nothing');
  screen = page('step', ['a', 'b']);
  vi.advanceTimersByTime(800);
  expect(at()).toBe('group a,b');
});
