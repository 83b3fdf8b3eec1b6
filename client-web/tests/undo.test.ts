import { expect, test } from 'vitest';
import type { Gesture } from '../src/state/undo.svelte';
import { offered_ms, UndoStack } from '../src/state/undo.svelte';

const gesture = (name: Gesture['name'], at_ms: number): Gesture => ({ name, at_ms, reverse: () => [] });

test('the newest gesture is offered for a minute, and not a moment longer', () => {
  const undo = new UndoStack();
  expect(undo.offered(0)).toBeUndefined();
  const [first, second] = [gesture('pause_room', 1_000), gesture('rename_table', 2_000)];
  undo.push(first);
  undo.push(second);
  expect(undo.offered(2_000 + offered_ms - 1)).toBe(second);
  expect(undo.offered(2_000 + offered_ms)).toBeUndefined();
});

test('once it is taken back, the one before is offered, as long as it still can be', () => {
  const undo = new UndoStack();
  const [first, second] = [gesture('pause_room', 1_000), gesture('rename_table', 2_000)];
  undo.push(first);
  undo.push(second);
  undo.taken_back(second);
  expect(undo.offered(1_000 + offered_ms - 1)).toBe(first);
  expect(undo.offered(1_000 + offered_ms)).toBeUndefined();
});

test('a place may take back its own gestures whatever their age', () => {
  const undo = new UndoStack();
  const moved = gesture('move_idea', 0);
  undo.push(moved);
  undo.push(gesture('pause_room', 5_000));
  expect(undo.newest_of(['move_idea', 'add_cluster'])).toBe(moved);
  expect(undo.newest_of(['add_cluster'])).toBeUndefined();
});

test('only the last twenty are kept, and none for another seat', () => {
  const undo = new UndoStack();
  undo.push(gesture('move_idea', 0));
  Array.from({ length: 19 }, (_, index) => undo.push(gesture('pause_room', index + 1)));
  expect(undo.newest_of(['move_idea'])).toBeDefined();
  undo.push(gesture('pause_room', 20));
  expect(undo.newest_of(['move_idea'])).toBeUndefined();
  undo.forget();
  expect(undo.offered(20)).toBeUndefined();
});
