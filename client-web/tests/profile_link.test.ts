import { beforeEach, expect, test, vi } from 'vitest';
import type { Profile } from '../src/protocol/messages';
import { change_profile, profile, reset_profile, usual } from '../src/state/profile.svelte';
import { ProfileLink } from '../src/state/profile_link';

let sent: Profile[];
const sit_down = (card?: Profile) => {
  const link = new ProfileLink((wanted) => sent.push(wanted));
  link.received(card);
  link.changed();
  return link;
};

beforeEach(() => {
  vi.stubGlobal('document', { documentElement: { dataset: {}, style: {} } });
  vi.stubGlobal('localStorage', { setItem: () => undefined });
  sent = [];
  reset_profile();
});

test('the card wins when the person sits down; an empty card takes what the device has', () => {
  sit_down({ ...usual, text_px: 32 });
  expect([profile().text_px, sent.length]).toEqual([32, 0]);
  reset_profile();
  change_profile({ scanning: 'one_switch' });
  sit_down();
  expect([profile().scanning, sent.map((each) => each.scanning)]).toEqual(['one_switch', ['one_switch']]);
});

test('what the card held before is no news while a change is on its way, nor after a refusal', () => {
  const link = sit_down();
  change_profile({ scanning: 'one_switch' });
  link.changed();
  link.received(undefined);
  link.changed();
  expect([profile().scanning, sent.length]).toEqual(['one_switch', 1]);
});

test('what another device changed is taken over, and not sent back', () => {
  const link = sit_down();
  change_profile({ still: true });
  link.changed();
  link.received({ ...usual, still: true });
  link.received({ ...usual, still: true, ruler: true });
  link.changed();
  expect([profile().ruler, sent.length]).toEqual([true, 1]);
});
