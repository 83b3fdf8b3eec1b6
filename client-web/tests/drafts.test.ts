import { expect, test } from 'vitest';
import { seat_store } from '../src/link/storage';
import { Drafts, save_after_ms } from '../src/state/drafts';
import { FakeClock, memory_backing } from './fakes';

function bench() {
  const clock = new FakeClock();
  const store = seat_store(memory_backing(), 'participant');
  const saved: [string, string][] = [];
  const answers: ((ok: boolean) => void)[] = [];
  const drafts = new Drafts(store, clock, (step, text) => {
    saved.push([step, text]);
    return new Promise((resolve) => answers.push((ok) => resolve({ ok })));
  });
  return { clock, store, saved, answers, drafts };
}

test('[access D5] is saved within two seconds of the first key, not after the last', () => {
  const { clock, saved, drafts } = bench();
  expect(save_after_ms).toBeLessThanOrEqual(2_000);
  for (const text of ['a', 'ab', 'abc', 'abcd']) {
    drafts.typed('p1', text);
    clock.pass(400);
  }
  expect(saved).toEqual([['p1', 'abcd']]);
});

test('stays on the device until the server has it, then the server has the last word', async () => {
  const { clock, store, answers, drafts } = bench();
  drafts.typed('p1', 'abc');
  expect(drafts.initial('p1', 'old')).toBe('abc');
  clock.pass(save_after_ms);
  drafts.typed('p1', 'abcd');
  answers[0]?.(true);
  await Promise.resolve();
  expect(store.get('draft.p1')).toBe('abcd');
  clock.pass(save_after_ms);
  answers[1]?.(true);
  await new Promise((resolve) => setTimeout(resolve));
  expect(drafts.has_unsaved('p1')).toBe(false);
  expect(drafts.initial('p1', 'newer, from another tablet')).toBe('newer, from another tablet');
});

test('a refused save keeps the text here', async () => {
  const { clock, answers, drafts } = bench();
  drafts.typed('p1', 'abc');
  clock.pass(save_after_ms);
  answers[0]?.(false);
  await new Promise((resolve) => setTimeout(resolve));
  expect(drafts.initial('p1', '')).toBe('abc');
});

test('a sent text leaves an empty draft at once; each step has its own', () => {
  const { saved, drafts } = bench();
  drafts.typed('p1', 'abc');
  drafts.typed('p2', 'xyz');
  drafts.sent('p1');
  expect(saved).toEqual([['p1', '']]);
  drafts.flush();
  expect(saved).toEqual([
    ['p1', ''],
    ['p2', 'xyz'],
  ]);
});

test('[access P1] what a helper proposed is known as such until it is sent or wiped out', () => {
  const { drafts } = bench();
  drafts.typed('p1', 'their words');
  drafts.helped('p1');
  drafts.typed('p1', 'their words, changed');
  expect([drafts.is_helped('p1'), drafts.is_helped('p2')]).toEqual([true, false]);
  drafts.typed('p1', ' ');
  expect(drafts.is_helped('p1')).toBe(false);
  drafts.helped('p1');
  drafts.sent('p1');
  expect(drafts.is_helped('p1')).toBe(false);
});
