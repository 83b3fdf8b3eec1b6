// The one thing « Annuler » would take back now: the newest of this console's gestures and of the room's transition,
// which the server undoes whoever asked for it, a timer included.
import { undo_ms, type RunView } from '../../protocol/messages';
import { offered_ms, type Gesture, type UndoStack } from '../../state/undo.svelte';

export type UndoOffer =
  | { kind: 'gesture'; gesture: Gesture; left_ms: number }
  | { kind: 'transition'; back_to: string; left_ms: number };

export function undo_offer(undo: Pick<UndoStack, 'offered'>, run: RunView, now_ms: number): UndoOffer | null {
  const gesture = undo.offered(now_ms);
  const transition_ms = run.undo_until_ms - undo_ms;
  if (run.undo_until_ms > now_ms && (gesture === undefined || gesture.at_ms <= transition_ms)) {
    return { kind: 'transition', back_to: run.undo_back_to, left_ms: Math.min(undo_ms, run.undo_until_ms - now_ms) };
  }
  return gesture === undefined
    ? null
    : { kind: 'gesture', gesture, left_ms: gesture.at_ms + offered_ms - now_ms };
}
