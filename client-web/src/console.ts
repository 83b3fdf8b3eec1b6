// The page of the facilitator. The secret of the link comes after the # of the address, and leaves the address bar at
// once: the console may be shown on a wall.
import { mount } from 'svelte';
import words from 'virtual:words/everywhere+projector+console+cockpit';
import { open_words } from './i18n/index.svelte';
import { console_shapes } from './protocol/console_sections';
import Console from './screens/console/Console.svelte';
import { browser_environment, keep_awake_to_network } from './state/browser';
import { room_context } from './state/context';
import { Room } from './state/room.svelte';
import './style/index.css';
import './screens/projector/chart.css';
import './screens/projector/projector.css';
import './screens/projector/scenes.css';
import './screens/console/console.css';
import './screens/console/panels.css';
import './screens/console/view.css';
import './screens/console/tiles.css';
import './screens/console/narrow.css';

async function open(token: string): Promise<void> {
  await open_words(words);
  const room = new Room('facilitator', browser_environment('facilitator', console_shapes));
  keep_awake_to_network(room);
  if (token === '') {
    room.resume();
  } else {
    room.enter(token);
  }

  const target = document.getElementById('app');
  if (target !== null) {
    mount(Console, { target, context: room_context(room) });
  }
}

const token = location.hash.slice(1).trim();
if (token !== '') {
  history.replaceState(null, '', location.pathname + location.search);
}
void open(token);
