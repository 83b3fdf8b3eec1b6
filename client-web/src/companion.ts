// The page of whoever helps a person.
import words from 'virtual:words/everywhere+seat+companion';
import Seat from './screens/companion/Seat.svelte';
import { open_page } from './seat_page';

void open_page('companion', Seat, ['helped', 'step'], words);
