import { readFileSync } from 'node:fs';
import { beforeEach, expect, it, vi } from 'vitest';
import type { Profile } from '../src/protocol/messages';
import { profile, restore_profile, set_profile, usual } from '../src/state/profile.svelte';
import { ProfileLink } from '../src/state/profile_link';

const root = { dataset: {} as Record<string, string>, style: { fontSize: '' } };
let kept = new Map<string, string>();
beforeEach(() => {
  kept = new Map();
  vi.stubGlobal('document', { documentElement: root });
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
  set_profile(usual);
});

const bigger: Profile = { ...usual, text_px: 32, colours: 'dark' };

it('the page shows the settings, and the device keeps them', () => {
  set_profile(bigger);
  expect(root.style.fontSize).toBe('200%');
  expect(root.dataset['colours']).toBe('dark');
  set_profile(usual);
  kept.set('tablee.profile', JSON.stringify(bigger));
  restore_profile('fr');
  expect(profile()).toEqual(bigger);
});

it('what cannot be read is left out', () => {
  kept.set('tablee.profile', '{"text_px":"huge","colours":"dark","other":1}');
  restore_profile('falc');
  expect(profile()).toEqual({ ...usual, colours: 'dark', wording: 'falc' });
  kept.set('tablee.profile', '[');
  restore_profile('fr');
  expect(profile()).toEqual(usual);
});

it('[access J4] the card brings the settings to another tablet', () => {
  const sent: Profile[] = [];
  const link = new ProfileLink((wanted) => sent.push(wanted));
  link.received(bigger);
  link.changed();
  expect(profile()).toEqual(bigger);
  expect(sent).toEqual([]);
});

it('what was set before sitting down goes to the card, and so does every change, once', () => {
  const sent: Profile[] = [];
  set_profile(bigger);
  const link = new ProfileLink((wanted) => sent.push(wanted));
  link.changed();
  expect(sent).toEqual([]);
  link.received(undefined);
  link.changed();
  expect(profile()).toEqual(bigger);
  expect(sent).toEqual([bigger]);
  link.received(bigger);
  link.changed();
  expect(sent).toEqual([bigger]);
});

it('when the avis is sealed the card forgets, and the tablet stays as it is', () => {
  const sent: Profile[] = [];
  const link = new ProfileLink((wanted) => sent.push(wanted));
  link.received(bigger);
  link.received(undefined, true);
  link.changed();
  expect(profile()).toEqual(bigger);
  expect(sent).toEqual([]);
});

it('two changes in a row are not undone by the echo of the first', () => {
  const link = new ProfileLink(() => {});
  link.received(undefined);
  set_profile(bigger);
  link.changed();
  const biggest = { ...bigger, text_px: 40 };
  set_profile(biggest);
  link.changed();
  link.received(bigger);
  expect(profile()).toEqual(biggest);
  link.received(biggest);
  expect(profile()).toEqual(biggest);
});

it('a change on another device of the same person is taken over, back to the usual ones too', () => {
  const link = new ProfileLink(() => {});
  link.received(undefined);
  link.received(bigger);
  expect(profile()).toEqual(bigger);
  link.received(undefined);
  expect(profile()).toEqual(usual);
});

it('the usual settings are those of the server', () => {
  const vectors = JSON.parse(
    readFileSync(new URL('../../protocol/vectors/client_frames.json', import.meta.url), 'utf8'),
  ) as { valid: { name: string; decoded: { body: { profile?: Profile } } }[] };
  expect(vectors.valid.find((each) => each.name === 'the usual settings')?.decoded.body.profile).toEqual(usual);
});
