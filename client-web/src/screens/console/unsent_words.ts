// « Table 1 (2), Table 3 (1) »: where people have something typed and not sent.
import { t } from '../../i18n/index.svelte';
import { unsent_by_table } from './closing';
import { name_of_table, type Cockpit } from './cockpit';

export const unsent_words = (cockpit: Cockpit): string =>
  unsent_by_table(cockpit.people.people)
    .map(({ table, count }) =>
      t('console.unsent_at', { table: name_of_table(cockpit, table) || t('console.unseated'), count }),
    )
    .join(', ');
