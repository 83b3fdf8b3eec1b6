// The page of a table's shared screen.
import table from './i18n/catalogue/table.json';
import Seat from './screens/table/Seat.svelte';
import { open_page } from './seat_page';

open_page('table', Seat, ['table', 'step'], [table]);
