import { expect, it } from 'vitest';
import { undo_ms, type RunView } from '../../protocol/messages';
import { UndoStack } from '../../state/undo.svelte';
import { undo_offer } from './undo_offer';

const run = (undo_until_ms: number): RunView => ({
  steps: [],
  extended_minutes: 0,
  undo_until_ms,
  undo_back_to: 'a',
  content_seals: [],
});
function with_gesture_at(at_ms: number) {
  const undo = new UndoStack();
  undo.push({ name: 'pause_room', at_ms, reverse: () => [] });
  return undo;
}

it('offers nothing when nothing was done', () => {
  expect(undo_offer(new UndoStack(), run(0), 10_000)).toBeNull();
  expect(undo_offer(new UndoStack(), run(10_000), 10_000)).toBeNull();
});

it('offers the transition, whoever or whatever made it', () => {
  expect(undo_offer(new UndoStack(), run(10_000 + undo_ms), 15_000)).toEqual({
    kind: 'transition',
    back_to: 'a',
    left_ms: undo_ms - 5_000,
  });
});

it('offers the newest of the gesture and the transition', () => {
  expect(undo_offer(with_gesture_at(9_000), run(10_000 + undo_ms), 15_000)?.kind).toBe('transition');
  expect(undo_offer(with_gesture_at(11_000), run(10_000 + undo_ms), 15_000)).toMatchObject({
    kind: 'gesture',
    left_ms: undo_ms - 4_000,
  });
});
