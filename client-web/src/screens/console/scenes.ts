// What the lead may ask the room's screen to show, in the order in which it is offered.
import type { Scene } from '../../protocol/messages';

export const scenes: readonly Scene[] = [
  'automatic',
  'join',
  'programme',
  'clusters',
  'results',
  'avis',
  'message',
  'blank',
];
