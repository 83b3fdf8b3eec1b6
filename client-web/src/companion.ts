// The page of whoever helps a person.
import companion from './i18n/catalogue/companion.json';
import Seat from './screens/companion/Seat.svelte';
import { open_page } from './seat_page';

open_page('companion', Seat, ['helped', 'step'], [companion]);
