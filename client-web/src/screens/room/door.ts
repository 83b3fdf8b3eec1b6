// The name of the door and of the code that opens it, by the seat behind it, and the ways through it for a person.
import type { Role } from '../../protocol/messages';

export const ways_in = ['code', 'digits', 'pictures', 'waiting'] as const;
export type WayIn = (typeof ways_in)[number];

const titles: Partial<Record<Role, string>> = {
  table: 'join.table_title',
  expert: 'join.expert_title',
  captioner: 'join.captioner_title',
  companion: 'join.companion_title',
};
const codes: Partial<Record<Role, string>> = {
  table: 'join.table_code',
  expert: 'join.expert_code',
  captioner: 'join.captioner_code',
  companion: 'join.companion_code',
};

export const door_title = (role: Role): string => titles[role] ?? 'join.title';
export const door_code = (role: Role): string => codes[role] ?? 'join.code';
