// The page of a table's shared screen.
import words from 'virtual:words/everywhere+seat+table';
import Seat from './screens/table/Seat.svelte';
import { open_page } from './seat_page';

void open_page('table', Seat, ['table', 'step'], words);
