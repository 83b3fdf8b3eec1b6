// The keyboard of the lead: one table, from what is done to the key that does it.
//
// Shape    Each key is pressed with Alt and Shift, so that no letter alone does anything (WCAG 2.1.4), and never while
//          a field is being filled. A, B, I and T are left to browsers, which use them with the same modifiers.
//          `place` is the page that holds the control; absent: it is on every page.
// Order    As listed to people, by group.
export const panels = [
  'cockpit',
  'run',
  'programme',
  'room',
  'people',
  'cards',
  'ideas',
  'questions',
  'polls',
  'avis',
  'speaking',
  'screen',
] as const;
export type Panel = (typeof panels)[number];

export type Action =
  | 'start_next'
  | 'pause'
  | 'plus_one'
  | 'plus_five'
  | 'end_step'
  | 'step_before'
  | 'elsewhere'
  | 'turn_before'
  | 'turn_next'
  | 'undo'
  | 'take_way_out'
  | 'decline_way_out'
  | 'see_oldest'
  | 'open_poll'
  | 'close_poll'
  | 'publish'
  | 'call_next'
  | 'finish'
  | 'extend_speech'
  | 'open_queue'
  | 'message'
  | 'scene'
  | `open_${Panel}`;

export type ShortcutGroup = 'time' | 'room' | 'pages';

interface Shortcut {
  readonly key: string;
  readonly group: ShortcutGroup;
  readonly place?: Panel;
}

export const shortcuts: { readonly [Name in Action]: Shortcut } = {
  start_next: { key: 'N', group: 'time' },
  pause: { key: 'P', group: 'time' },
  plus_one: { key: 'U', group: 'time' },
  plus_five: { key: 'C', group: 'time' },
  end_step: { key: 'F', group: 'time' },
  step_before: { key: 'R', group: 'time' },
  elsewhere: { key: 'H', group: 'time' },
  turn_before: { key: 'J', group: 'time' },
  turn_next: { key: 'K', group: 'time' },
  undo: { key: 'Z', group: 'time' },
  take_way_out: { key: 'Enter', group: 'time' },
  decline_way_out: { key: 'Backspace', group: 'time' },
  see_oldest: { key: 'V', group: 'room', place: 'cockpit' },
  open_poll: { key: 'O', group: 'room', place: 'cockpit' },
  close_poll: { key: 'L', group: 'room', place: 'cockpit' },
  publish: { key: 'Y', group: 'room', place: 'cockpit' },
  call_next: { key: 'D', group: 'room', place: 'cockpit' },
  finish: { key: 'W', group: 'room', place: 'cockpit' },
  extend_speech: { key: 'X', group: 'room', place: 'cockpit' },
  open_queue: { key: 'G', group: 'room', place: 'cockpit' },
  scene: { key: 'E', group: 'room', place: 'cockpit' },
  message: { key: 'M', group: 'room', place: 'screen' },
  open_cockpit: { key: '0', group: 'pages' },
  open_run: { key: '1', group: 'pages' },
  open_programme: { key: '2', group: 'pages' },
  open_room: { key: '3', group: 'pages' },
  open_people: { key: '4', group: 'pages' },
  open_cards: { key: '5', group: 'pages' },
  open_ideas: { key: '6', group: 'pages' },
  open_questions: { key: '7', group: 'pages' },
  open_polls: { key: '8', group: 'pages' },
  open_avis: { key: '9', group: 'pages' },
  open_speaking: { key: 'Q', group: 'pages' },
  open_screen: { key: 'S', group: 'pages' },
};

export const help_key = '?';

// In the grammar of aria-keyshortcuts.
export const key_name = (action: Action): string => `Alt+Shift+${shortcuts[action].key}`;

export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

// The key as it is written on the keyboard; its place on it, for digits and where Alt makes another sign of a letter.
function letter_of(press: KeyPress): string {
  if (press.key === 'Enter' || press.key === 'Backspace') {
    return press.key;
  }
  if (/^[a-z]$/i.test(press.key)) {
    return press.key.toUpperCase();
  }
  return /^(?:Key|Digit)([A-Z0-9])$/.exec(press.code)?.[1] ?? '';
}

const actions = new Map(Object.entries(shortcuts).map(([name, { key }]) => [key, name]));
const is_action = (name: string): name is Action => name in shortcuts;

export function action_of(press: KeyPress): Action | null {
  if (!press.altKey || !press.shiftKey || press.ctrlKey || press.metaKey) {
    return null;
  }
  const found = actions.get(letter_of(press));
  return found !== undefined && is_action(found) ? found : null;
}

export const asks_for_help = (press: KeyPress): boolean =>
  press.key === help_key && !press.altKey && !press.ctrlKey && !press.metaKey;
