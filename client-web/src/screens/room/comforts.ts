// The tiles of the welcome: each names a wish, never a condition, and is a preset over the settings.
import type { Profile } from '../../protocol/messages';
import { usual } from '../../state/profile.svelte';

export const comforts = ['bigger', 'listen', 'captions', 'easy', 'touch', 'calm', 'speak', 'accompanied'] as const;
export type Comfort = (typeof comforts)[number];

const presets: { readonly [Name in Comfort]: Partial<Profile> } = {
  bigger: { text_px: 32, target_px: 64 },
  listen: { read_aloud: 'automatic' },
  captions: { captions: 'band' },
  easy: { wording: 'falc', layout: 'simple' },
  touch: { target_px: 96, hold_ms: 250, repeat_ms: 400 },
  calm: { calm: true, still: true, timer_hidden: true, calling: 'not_by_surprise' },
  speak: { speaking: 'tablet' },
  accompanied: { accompanied: true },
};

// Of sizes, the larger serves both wishes.
const sizes: readonly (keyof Profile)[] = ['text_px', 'target_px'];

const keys_of = (comfort: Comfort) => Object.keys(presets[comfort]) as (keyof Profile)[];

const is_served = (profile: Profile, comfort: Comfort, key: keyof Profile): boolean =>
  sizes.includes(key)
    ? Number(profile[key]) >= Number(presets[comfort][key])
    : profile[key] === presets[comfort][key];

export const is_wished = (profile: Profile, comfort: Comfort): boolean =>
  keys_of(comfort).every((key) => is_served(profile, comfort, key));

function added(profile: Profile, comfort: Comfort): Profile {
  const lacking = keys_of(comfort).filter((key) => !is_served(profile, comfort, key));
  return { ...profile, ...Object.fromEntries(lacking.map((key) => [key, presets[comfort][key]])) };
}

// With the wish, or without it: what only this wish asks for goes back to what everybody has.
export function with_comfort(profile: Profile, comfort: Comfort, wanted: boolean): Profile {
  if (wanted) {
    return added(profile, comfort);
  }
  const still_wished = comforts.filter((each) => each !== comfort && is_wished(profile, each));
  const back: Partial<Profile> = Object.fromEntries(keys_of(comfort).map((key) => [key, usual[key]]));
  return still_wished.reduce<Profile>(added, { ...profile, ...back });
}
