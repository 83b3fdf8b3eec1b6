// What a person's screen and the screen of whoever helps them agree on: the parts that can be pointed at, and when there is
// a field for the words that are proposed.
//
// Shape    Names travel as text, and both pages may be of another age: an unknown one points at nothing. Words:
//          `place.<name>`.
import type { StepView } from '../../protocol/messages';
import { form_now } from './names';

export const places = ['where', 'title', 'instruction', 'time', 'writing', 'ready', 'ballot', 'signals', 'ideas'] as const;
export type PlaceName = (typeof places)[number];

export const place_named = (name: string): PlaceName | undefined => places.find((each) => each === name);

export const place_id = (name: PlaceName): string => `place-${name}`;

// Each person writes something of their own in this step.
export const takes_words = (step: StepView): boolean =>
  step.kind === 'write' || step.kind === 'ask' || (step.kind === 'merge' && form_now(step) === 'individual');
