// The page of the room's screen: public, without a credential.
import { mount } from 'svelte';
import common from './i18n/catalogue/everywhere.json';
import words from './i18n/catalogue/projector.json';
import { register, restore_language } from './i18n/index.svelte';
import Projector from './screens/projector/Projector.svelte';
import { browser_environment, keep_awake_to_network } from './state/browser';
import { room_context } from './state/context';
import { Room } from './state/room.svelte';
import './style/index.css';
import './screens/projector/chart.css';
import './screens/projector/page.css';
import './screens/projector/projector.css';
import './screens/projector/scenes.css';

register(common, words);
restore_language();

const room = new Room('projector', browser_environment('projector'));
keep_awake_to_network(room);
room.enter();

const target = document.getElementById('app');
if (target !== null) {
  mount(Projector, { target, context: room_context(room) });
}
