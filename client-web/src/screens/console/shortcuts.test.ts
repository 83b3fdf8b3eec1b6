import { describe, expect, it } from 'vitest';
import words from '../../i18n/catalogue/cockpit.json';
import { page_groups, useful_panel } from './pages';
import { action_of, asks_for_help, key_name, panels, shortcuts, type KeyPress } from './shortcuts';

const press = (more: Partial<KeyPress>): KeyPress => ({
  key: '',
  code: '',
  altKey: true,
  shiftKey: true,
  ctrlKey: false,
  metaKey: false,
  ...more,
});
const entries = Object.entries(shortcuts);

describe('the table', () => {
  it('has one key for each action, and no key twice', () => {
    const keys = entries.map(([, { key }]) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.filter((key) => !/^(?:[A-Z0-9]|Enter|Backspace)$/.test(key))).toEqual([]);
  });

  it('leaves browsers the letters they use with the same modifiers', () => {
    expect(entries.filter(([, { key }]) => 'ABIT'.includes(key))).toEqual([]);
  });

  it('opens every page, and says every action in words', () => {
    expect(panels.filter((panel) => !(`open_${panel}` in shortcuts))).toEqual([]);
    expect(entries.filter(([name]) => !(`cockpit.action.${name}` in words)).map(([name]) => name)).toEqual([]);
  });

  it('holds every page in one group, and every kind of step has a useful one', () => {
    expect(page_groups.flatMap((group) => group.panels).sort()).toEqual([...panels].sort());
    expect(([undefined, 'vote', 'break'] as const).map(useful_panel)).toEqual(['people', 'polls', 'cockpit']);
  });
});

describe('a key', () => {
  it('is read as it is written on the keyboard, whatever its place', () => {
    expect(action_of(press({ key: 'Z', code: 'KeyW' }))).toBe('undo');
    expect(action_of(press({ key: 'n', code: 'KeyN' }))).toBe('start_next');
    expect(action_of(press({ key: 'Enter', code: 'Enter' }))).toBe('take_way_out');
  });

  it('is read by its place for digits, and where Alt writes another sign', () => {
    expect(action_of(press({ key: '&', code: 'Digit1' }))).toBe('open_run');
    expect(action_of(press({ key: '!', code: 'Digit1' }))).toBe('open_run');
    expect(action_of(press({ key: '∏', code: 'KeyP' }))).toBe('pause');
  });

  it('does nothing without both modifiers, or with another', () => {
    for (const other of [{ altKey: false }, { shiftKey: false }, { ctrlKey: true }, { metaKey: true }]) {
      expect(action_of(press({ key: 'N', code: 'KeyN', ...other }))).toBeNull();
    }
    expect(action_of(press({ key: 'B', code: 'KeyB' }))).toBeNull();
    expect(action_of(press({ key: 'Shift', code: 'ShiftLeft' }))).toBeNull();
  });

  it('asks for the list with a question mark', () => {
    expect(asks_for_help(press({ key: '?', altKey: false }))).toBe(true);
    expect(asks_for_help(press({ key: '?' }))).toBe(false);
  });

  it('is announced in the grammar of browsers', () => {
    expect(key_name('start_next')).toBe('Alt+Shift+N');
  });
});
