// The pages of the console, grouped so that their names fit on one line, and the one each kind of step makes useful.
import type { StepKind } from '../../protocol/messages';
import type { Panel } from './shortcuts';

export interface PageGroup {
  readonly id: 'cockpit' | 'programme' | 'room' | 'content' | 'words';
  readonly panels: readonly Panel[];
}

export const page_groups: readonly PageGroup[] = [
  { id: 'cockpit', panels: ['cockpit'] },
  { id: 'programme', panels: ['run', 'programme'] },
  { id: 'room', panels: ['room', 'people', 'cards'] },
  { id: 'content', panels: ['ideas', 'questions', 'polls', 'avis'] },
  { id: 'words', panels: ['speaking', 'screen'] },
];

export function useful_panel(kind: StepKind | undefined): Panel {
  switch (kind) {
    case undefined:
    case 'welcome':
      return 'people';
    case 'cluster':
      return 'ideas';
    case 'rank':
    case 'vote':
    case 'measure':
      return 'polls';
    case 'ask':
      return 'questions';
    case 'hand_over':
      return 'avis';
    case 'debate':
      return 'speaking';
    case 'present':
    case 'amend':
    case 'break':
      return 'cockpit';
    case 'write':
    case 'merge':
    case 'draft':
    case 'review':
      return 'room';
    default:
      return kind satisfies never;
  }
}
