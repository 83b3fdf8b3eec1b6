// How somebody who speaks is called: their name where the programme shows names, else their table.
import { t } from '../../i18n/index.svelte';
import type { FloorPerson, TableSpeaker } from '../../protocol/messages';

export function floor_name(person: FloorPerson): string {
  return person.name || person.table || t('speech.nameless');
}

// « Ada », or « Personne 2 » by the order of the seats.
export function seat_name(person: Pick<TableSpeaker, 'name' | 'seat'>): string {
  return person.name || t('speech.seat', { number: person.seat });
}
