// Why the programme proposes to leave the step, and what would be done, as keys of the catalogue.
import type { Action, StepView } from '../../protocol/messages';

export type Reason = 'no_quorum' | 'rejected' | 'adopted' | 'voted' | 'tables' | 'people' | 'ready' | 'time' | 'programme';
export type Deed = 'start' | 'end' | 'warn' | 'wait' | 'reopen';

// The part of the condition that people in the room would name first; a time that is up explains a line about time.
export function reason_of(when: string, step: StepView): Reason {
  const says = (word: string) => new RegExp(`\\b${word}\\b`).test(when);
  const time_is_up = step.status === 'time_up' || step.status === 'ended';
  const order: readonly (readonly [boolean, Reason])[] = [
    [says('no_quorum'), 'no_quorum'],
    [says('rejected'), 'rejected'],
    [says('adopted'), 'adopted'],
    [says('time_up') && time_is_up, 'time'],
    [says('all_voted') || says('voters'), 'voted'],
    [says('tables_ready'), 'tables'],
    [says('all_ready'), 'ready'],
    [says('present'), 'people'],
    [says('duration') || says('turn'), 'time'],
  ];
  return order.find(([true_of_it]) => true_of_it)?.[1] ?? 'programme';
}

export function deed_of(action: Action, to: string): Deed {
  switch (action) {
    case 'warn':
    case 'wait':
    case 'reopen':
      return action;
    case 'propose':
    case 'auto':
    case 'close':
    case 'take_as_is':
    case 'annex':
    case 'seal':
      return to === '' ? 'end' : 'start';
    case 'close_submissions':
    case 'freeze':
    case 'archive':
      return 'end';
    default:
      return action satisfies never;
  }
}
