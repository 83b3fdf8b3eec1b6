// The name of the door, by the seat behind it, and the ways through it for a person.
import type { Role } from '../../protocol/messages';

export const ways_in = ['code', 'digits', 'pictures', 'waiting'] as const;
export type WayIn = (typeof ways_in)[number];

export function door_title(role: Role): string {
  return role === 'table' ? 'join.table_title' : role === 'expert' ? 'join.expert_title' : 'join.title';
}
