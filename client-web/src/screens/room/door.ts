// The name of the door, by the seat behind it.
import type { Role } from '../../protocol/messages';

const titles: Partial<Record<Role, string>> = {
  table: 'join.table_title',
  expert: 'join.expert_title',
  captioner: 'join.captioner_title',
};

export const door_title = (role: Role): string => titles[role] ?? 'join.title';
