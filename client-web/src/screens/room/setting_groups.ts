// Every setting of the panel, by group: its values in the order they are offered. Words: `setting.<key>` and
// `setting.<key>.<value>`; a value that is true or false is a box to tick.
import type { Profile } from '../../protocol/messages';

type Key = keyof Profile;
export interface Setting<Name extends Key = Key> {
  readonly key: Name;
  readonly values: readonly Profile[Name][];
}

const one_of = <Name extends Key>(key: Name, ...values: readonly Profile[Name][]): Setting => ({ key, values });
const yes_or_no = (key: Key): Setting => ({ key, values: [] });

export interface SettingGroup {
  // Words: `settings.group.<name>`.
  readonly name: 'see' | 'touch' | 'listen' | 'read' | 'steps' | 'team';
  readonly settings: readonly Setting[];
}

export const setting_groups: readonly SettingGroup[] = [
  {
    name: 'see',
    settings: [
      one_of('text_px', 20, 24, 32, 40),
      one_of('colours', 'light', 'dark', 'cream', 'yellow_on_black', 'device'),
      one_of('typeface', 'atkinson', 'andika', 'lexend', 'opendyslexic'),
      one_of('spacing', 'normal', 'wide', 'wider'),
      one_of('layout', 'full', 'simple'),
      one_of('pictograms', 'words', 'everywhere', 'none'),
      yes_or_no('ruler'),
      one_of('target_px', 44, 64, 96),
      yes_or_no('still'),
    ],
  },
  {
    name: 'touch',
    settings: [
      one_of('hold_ms', 0, 250, 500),
      one_of('repeat_ms', 0, 400, 1_000),
      one_of('scanning', 'none', 'one_switch', 'two_switches'),
      one_of('scan_ms', 800, 1_200, 2_000, 3_000, 5_000),
      yes_or_no('scan_sound'),
      one_of('dwell_ms', 0, 600, 1_000, 1_500, 3_000),
    ],
  },
  {
    name: 'listen',
    settings: [
      one_of('read_aloud', 'button', 'automatic', 'never'),
      one_of('speech_percent', 70, 85, 100, 115, 130),
      one_of('voice', 'server', 'device'),
      yes_or_no('sounds'),
      yes_or_no('headphones'),
    ],
  },
  {
    name: 'read',
    settings: [one_of('captions', 'closed', 'band', 'full'), one_of('sign_language', 'none', 'beside', 'large')],
  },
  {
    name: 'steps',
    settings: [yes_or_no('follow'), yes_or_no('timer_hidden'), yes_or_no('screen_reader')],
  },
  {
    name: 'team',
    settings: [
      one_of('calling', 'any_time', 'not_by_surprise', 'by_message'),
      one_of('speaking', 'voice', 'tablet', 'table_screen'),
      yes_or_no('calm'),
      yes_or_no('accompanied'),
      yes_or_no('tell_team'),
    ],
  },
];
