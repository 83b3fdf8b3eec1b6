// How screens reach the room: given once, where the page mounts its root component.
import { getContext } from 'svelte';
import type { Room } from './room.svelte';

const key = Symbol('room');

export const room_context = (room: Room): Map<unknown, unknown> => new Map([[key, room]]);
export const use_room = (): Room => getContext<Room>(key);
