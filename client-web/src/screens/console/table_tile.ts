// One table in the cockpit: the one thing to know about it, the most pressing first.
import type { TableCard } from './room_rows';

export type TileState = 'help' | 'empty' | 'offline' | 'ready' | 'silent' | 'working';

export interface TableTile {
  state: TileState;
  seated: number;
  connected: number;
}

export function table_tile(card: TableCard): TableTile {
  const seated = card.people.length;
  const connected = card.people.filter((one) => one.connected).length;
  const state = (): TileState => {
    if (card.asking) {
      return 'help';
    }
    if (seated === 0) {
      return 'empty';
    }
    if (card.table.ready) {
      return 'ready';
    }
    if (connected === 0 && !card.screen) {
      return 'offline';
    }
    return card.silent > 0 ? 'silent' : 'working';
  };
  return { state: state(), seated, connected };
}
