// Whether the keyboard shortcuts are on, kept in this browser; on until somebody turns them off.
import { key_name, type Action } from './shortcuts';

const stored_under = 'tablee.shortcuts';
const off = 'off';

function kept(): boolean {
  try {
    return localStorage.getItem(stored_under) !== off;
  } catch {
    return true;
  }
}

let on_ = $state(kept());

export const shortcuts_on = (): boolean => on_;

export function turn_shortcuts(on: boolean): void {
  on_ = on;
  try {
    localStorage.setItem(stored_under, on ? 'on' : off);
  } catch {
    return;
  }
}

// For the control that does it; none while shortcuts are off.
export const keys_of = (action: Action): string | undefined => (on_ ? key_name(action) : undefined);
