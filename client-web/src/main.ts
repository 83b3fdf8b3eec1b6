// The page of participants, and of table screens at /table. The card's code comes after the # of the address.
import { mount } from 'svelte';
import App from './App.svelte';
import common from './i18n/catalogue/everywhere.json';
import participant from './i18n/catalogue/participant.json';
import seat from './i18n/catalogue/seat.json';
import table from './i18n/catalogue/table.json';
import { register, restore_language } from './i18n/index.svelte';
import { browser_environment, keep_awake_to_network } from './state/browser';
import { room_context } from './state/context';
import { Room } from './state/room.svelte';
import { restore_text_size } from './state/text_size.svelte';
import './style/index.css';
import './screens/room/room.css';

register(common, seat, participant, table);
restore_language();
restore_text_size();

const role = location.pathname.startsWith('/table') ? 'table' : 'participant';
const room = new Room(role, browser_environment(role));
keep_awake_to_network(room);

// The code leaves the address bar, so that the next person does not enter with it.
const from_card = decodeURIComponent(location.hash.slice(1));
if (from_card !== '') {
  history.replaceState(null, '', location.pathname);
}

const target = document.getElementById('app');
if (target !== null) {
  mount(App, { target, props: { from_card }, context: room_context(room) });
}
