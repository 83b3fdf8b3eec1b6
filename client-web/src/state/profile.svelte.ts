// How the person on this device wants their screen. Kept on the device until it is handed back, and under their card.
//
// Shape    One `Profile` (core/profile.h), all settings combinable; `usual` is what everybody starts with. The page's
//          root carries what style sheets and parts need: data-colours, data-typeface, data-spacing, data-pictograms,
//          data-sounds, data-still, the size of text and of targets.
import type { Profile } from '../protocol/messages';

export const usual: Profile = {
  text_px: 20,
  colours: 'light',
  typeface: 'atkinson',
  spacing: 'normal',
  ruler: false,
  layout: 'full',
  wording: 'fr',
  pictograms: 'words',
  read_aloud: 'button',
  speech_percent: 100,
  voice: 'server',
  headphones: false,
  captions: 'closed',
  sign_language: 'none',
  target_px: 44,
  hold_ms: 0,
  repeat_ms: 0,
  scanning: 'none',
  scan_ms: 2_000,
  scan_sound: false,
  dwell_ms: 0,
  still: false,
  sounds: false,
  follow: false,
  timer_hidden: false,
  speaking: 'voice',
  calling: 'any_time',
  accompanied: false,
  calm: false,
  screen_reader: false,
  tell_team: false,
};

const stored_under = 'tablee.profile';
// What the browser calls 16 px at its default size; text grows with the reader's own setting.
const browser_px = 16;
let profile_ = $state.raw<Profile>(usual);

export const profile = (): Profile => profile_;

export const same_profile = (one: Profile, other: Profile): boolean =>
  (Object.keys(usual) as (keyof Profile)[]).every((key) => one[key] === other[key]);

function show({ colours, typeface, spacing, pictograms, sounds, still, text_px, target_px }: Profile): void {
  const root = document.documentElement;
  root.dataset['colours'] = colours;
  root.dataset['typeface'] = typeface;
  root.dataset['spacing'] = spacing;
  root.dataset['pictograms'] = pictograms;
  root.dataset['sounds'] = String(sounds);
  root.dataset['still'] = String(still);
  root.dataset['targets'] = String(target_px);
  root.style.fontSize = `${(text_px / browser_px) * 100}%`;
}

export function set_profile(next: Profile): void {
  profile_ = next;
  show(next);
  try {
    localStorage.setItem(stored_under, JSON.stringify(next));
  } catch {
    return;
  }
}

export const change_profile = (part: Partial<Profile>): void => set_profile({ ...profile_, ...part });

export function reset_profile(): void {
  set_profile(usual);
}

function kept(): Partial<Profile> {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(stored_under) ?? '{}');
    return typeof found === 'object' && found !== null ? (found as Partial<Profile>) : {};
  } catch {
    return {};
  }
}

// The choice made before on this device; what an older page kept in another shape is left out.
export function restore_profile(wording: Profile['wording']): void {
  const found = kept();
  const known = (Object.keys(usual) as (keyof Profile)[]).filter((key) => typeof found[key] === typeof usual[key]);
  set_profile({ ...usual, wording, ...Object.fromEntries(known.map((key) => [key, found[key]])) });
}
