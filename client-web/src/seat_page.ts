// What the pages of seats do alike: participants', tables', experts', captioner's, helpers'. The card's code comes after the # of the
// address.
import { mount, type Component } from 'svelte';
import App from './App.svelte';
import { language, open_words, type Addresses } from './i18n/index.svelte';
import type { Role, SectionName } from './protocol/messages';
import { fault_of } from './screens/room/code';
import { browser_environment, keep_awake_to_network } from './state/browser';
import { room_context } from './state/context';
import { Room } from './state/room.svelte';
import { restore_profile } from './state/profile.svelte';
import { forget_kept_texts } from './text/forget';
import './style/index.css';
import './screens/room/room.css';
import './screens/room/companion.css';
import './screens/motor/motor.css';

export async function open_page(
  role: Role,
  seat: Component,
  needs: readonly SectionName[],
  words: Addresses,
): Promise<void> {
  // The code leaves the address bar, so that the next person does not enter with it.
  const after = decodeURIComponent(location.hash.slice(1));
  // A link within the page is no code.
  const from_card = fault_of(after) === null ? after : '';
  if (from_card !== '') {
    history.replaceState(null, '', location.pathname);
  }

  await open_words(words);
  restore_profile(language());

  const room = new Room(role, browser_environment(role));
  keep_awake_to_network(room);
  room.on_forget(() => void forget_kept_texts());

  const target = document.getElementById('app');
  if (target !== null) {
    mount(App, { target, props: { from_card, seat, needs }, context: room_context(room) });
  }
}
