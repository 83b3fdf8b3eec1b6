// The browser as the link wants it, and the moments at which a page should look at its line again.
import { device_clock } from '../link/clock';
import type { Environment } from '../link/socket';
import { device_random, device_storage, seat_store } from '../link/storage';
import { room_shapes } from '../protocol/room_sections';
import type { SectionShapes } from '../protocol/codec';
import type { Role } from '../protocol/messages';
import type { Room } from './room.svelte';

// shapes: the sections this page may receive, if more than every screen's.
export function browser_environment(role: Role, shapes: SectionShapes = room_shapes): Environment {
  const scheme = location.protocol === 'https:' ? 'wss:' : 'ws:';
  return {
    url: `${scheme}//${location.host}/ws`,
    socket: WebSocket,
    clock: device_clock,
    random: device_random,
    store: seat_store(device_storage(), role),
    shapes,
  };
}

export function keep_awake_to_network(room: Room): void {
  const wake = () => {
    if (document.visibilityState === 'visible') {
      room.wake();
    }
  };
  document.addEventListener('visibilitychange', wake);
  window.addEventListener('pageshow', wake);
  window.addEventListener('online', wake);
}
