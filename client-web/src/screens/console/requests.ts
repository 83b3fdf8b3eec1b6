// Who is asking for something: tables that want help and signals nobody has answered, the oldest first.
import type { PeopleView, SignalRow, TableRow } from '../../protocol/messages';

export type Request =
  | { kind: 'help'; key: string; at_ms: number; table: TableRow }
  | { kind: 'signal'; key: string; at_ms: number; signal: SignalRow };

export function requests(people: PeopleView): Request[] {
  const help = people.tables
    .filter((table) => table.help_since_ms > 0)
    .map((table): Request => ({ kind: 'help', key: `table-${table.id}`, at_ms: table.help_since_ms, table }));
  const signals = people.signals
    .filter((signal) => !signal.seen)
    .map((signal): Request => ({ kind: 'signal', key: `signal-${signal.id}`, at_ms: signal.at_ms, signal }));
  return [...help, ...signals].sort((one, other) => one.at_ms - other.at_ms);
}
