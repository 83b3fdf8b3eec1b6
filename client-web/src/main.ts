// The page of participants.
import words from 'virtual:words/everywhere+seat+participant';
import Seat from './screens/participant/Seat.svelte';
import { open_page } from './seat_page';

void open_page('participant', Seat, ['me', 'mine', 'step'], words);
