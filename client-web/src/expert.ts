// The page of the experts' seat.
import expert from './i18n/catalogue/expert.json';
import Seat from './screens/expert/Seat.svelte';
import { open_page } from './seat_page';

open_page('expert', Seat, ['questions', 'step'], [expert]);
