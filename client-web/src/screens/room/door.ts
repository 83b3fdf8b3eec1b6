// The name of the door, by the seat behind it.
import type { Role } from '../../protocol/messages';

export function door_title(role: Role): string {
  return role === 'table' ? 'join.table_title' : role === 'expert' ? 'join.expert_title' : 'join.title';
}
