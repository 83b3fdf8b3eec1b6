// Before the room is moved: what would be cut short, so that the person at the console can wait.
import type { PeopleView, PollView, SignalRow, StepView } from '../../protocol/messages';

export interface Unfinished {
  drafts: number;
  more_time: number; // people or tables asking for more time, not answered yet
  open_poll: boolean;
  awaited: number; // people who need more time and have not voted
}

export function unfinished(step: StepView, people: PeopleView, polls: readonly PollView[]): Unfinished {
  const going = step.status === 'running' || step.status === 'time_up';
  const waits = (signal: SignalRow) => signal.kind === 'more_time' && !signal.seen;
  return {
    drafts: going ? people.unsent_drafts : 0,
    more_time: going ? people.signals.filter(waits).length : 0,
    open_poll: polls.some((poll) => poll.status === 'open'),
    awaited: people.voters_awaited,
  };
}

export const nothing_unfinished = (state: Unfinished) =>
  state.drafts === 0 && state.more_time === 0 && !state.open_poll;
