// The page of the captioner's seat: what is said in the room is typed there.
import captioner from './i18n/catalogue/captioner.json';
import Seat from './screens/captioner/Seat.svelte';
import { open_page } from './seat_page';

open_page('captioner', Seat, ['captions', 'step'], [captioner]);
