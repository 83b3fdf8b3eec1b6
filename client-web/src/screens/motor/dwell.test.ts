import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Dwell, away_px, parts } from './dwell';

let pressed: string[];
let progress: number[];
const dwell = (ms: number) =>
  new Dwell<string>(
    { press: (on) => pressed.push(on), show: (on, done) => progress.push(on === null ? -1 : done) },
    ms,
  );

beforeEach(() => {
  vi.useFakeTimers();
  pressed = [];
  progress = [];
});
afterEach(() => vi.useRealTimers());

test('[access M6] resting for the time chosen presses, once, with progress in parts', () => {
  const one = dwell(600);
  one.moved('vote', 10, 10);
  vi.advanceTimersByTime(599);
  expect(pressed).toEqual([]);
  expect(progress.filter((each) => each >= 0)).toEqual(Array.from({ length: parts }, (_, done) => done));
  vi.advanceTimersByTime(1);
  expect(pressed).toEqual(['vote']);
  one.moved('vote', 11, 10);
  vi.advanceTimersByTime(10_000);
  expect(pressed).toEqual(['vote']);
});

test('[access M6] moving within the control goes on; moving off ends it', () => {
  const one = dwell(600);
  one.moved('vote', 10, 10);
  vi.advanceTimersByTime(500);
  one.moved('vote', 40, 30);
  vi.advanceTimersByTime(50);
  one.moved(null, 90, 90);
  vi.advanceTimersByTime(10_000);
  expect(pressed).toEqual([]);
  expect(progress[progress.length - 1]).toBe(-1);
});

test('[access M6] nothing is pressed twice without leaving', () => {
  const one = dwell(600);
  one.moved('vote', 10, 10);
  vi.advanceTimersByTime(600);
  one.moved(null, 100, 10);
  one.moved('vote', 10, 10);
  vi.advanceTimersByTime(600);
  expect(pressed).toEqual(['vote', 'vote']);
});

test('[access M6] what a press brings under a pointer that stays is not pressed', () => {
  const one = dwell(600);
  one.moved('check', 10, 10);
  vi.advanceTimersByTime(600);
  one.moved('send', 10 + away_px - 1, 10);
  vi.advanceTimersByTime(10_000);
  expect(pressed).toEqual(['check']);
  one.moved('send', 10 + away_px, 10);
  vi.advanceTimersByTime(600);
  expect(pressed).toEqual(['check', 'send']);
});

test('[access M6] a press by the button itself ends the resting', () => {
  const one = dwell(600);
  one.moved('vote', 10, 10);
  vi.advanceTimersByTime(300);
  one.spend();
  one.moved('vote', 12, 10);
  vi.advanceTimersByTime(10_000);
  expect(pressed).toEqual([]);
});
