// The page of the captioner's seat: what is said in the room is typed there.
import words from 'virtual:words/everywhere+seat+captioner';
import Seat from './screens/captioner/Seat.svelte';
import { open_page } from './seat_page';

void open_page('captioner', Seat, ['captions', 'step'], words);
