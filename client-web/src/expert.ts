// The page of the experts' seat.
import words from 'virtual:words/everywhere+seat+expert';
import Seat from './screens/expert/Seat.svelte';
import { open_page } from './seat_page';

void open_page('expert', Seat, ['questions', 'step'], words);
