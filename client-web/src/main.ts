// The page of participants.
import participant from './i18n/catalogue/participant.json';
import Seat from './screens/participant/Seat.svelte';
import { open_page } from './seat_page';

open_page('participant', Seat, ['me', 'mine', 'step'], [participant]);
