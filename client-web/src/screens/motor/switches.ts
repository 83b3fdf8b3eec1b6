// What a key says when switches are used. A Bluetooth switch is a keyboard that sends one key.
//
// Shape    One switch: every key is the switch. Two: Space, Enter and 1 choose; 2, Tab and the arrows go to the next.
//          Keys that only modify, Escape and the function keys stay what they are.
import type { Scanning } from '../../protocol/messages';

export type Switch = 'choose' | 'advance';

export interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

const choosing = [' ', 'Enter', '1'];
const advancing = ['2', 'Tab', 'ArrowRight', 'ArrowDown'];
const own_use = /^(Escape|Unidentified|Process|Dead|F\d+|Audio.*|Media.*|Browser.*|Brightness.*|Power)$/;
const modifiers = /^(Shift|Control|Alt|AltGraph|Meta|OS|Fn|FnLock|CapsLock|NumLock|ScrollLock)$/;

export const is_key = ({ key, ctrlKey, altKey, metaKey }: Pressed): boolean =>
  !(ctrlKey || altKey || metaKey || own_use.test(key) || modifiers.test(key));

export function switch_of(pressed: Pressed, scanning: Scanning): Switch | null {
  if (scanning === 'none' || !is_key(pressed)) {
    return null;
  }
  if (scanning === 'one_switch') {
    return 'choose';
  }
  return choosing.includes(pressed.key) ? 'choose' : advancing.includes(pressed.key) ? 'advance' : null;
}
