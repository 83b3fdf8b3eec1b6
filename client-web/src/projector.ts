// The page of the room's screen: public, without a credential.
import { mount } from 'svelte';
import words from 'virtual:words/everywhere+projector';
import { open_words } from './i18n/index.svelte';
import Projector from './screens/projector/Projector.svelte';
import { browser_environment, keep_awake_to_network } from './state/browser';
import { room_context } from './state/context';
import { Room } from './state/room.svelte';
import './style/index.css';
import './screens/projector/chart.css';
import './screens/projector/page.css';
import './screens/projector/projector.css';
import './screens/projector/scenes.css';

async function open(): Promise<void> {
  await open_words(words);
  const room = new Room('projector', browser_environment('projector'));
  keep_awake_to_network(room);
  room.enter();

  const target = document.getElementById('app');
  if (target !== null) {
    mount(Projector, { target, context: room_context(room) });
  }
}

void open();
