// What the projector shows: what the console asked for, or what the programme is doing.
//
// Participation is shown while a poll is open, results only once published.
import type { FloorView, MeasureSheet, PollView, QuestionShown, Scene, StepView } from '../../protocol/messages';

export type Shown =
  | { view: 'join' | 'programme' | 'clusters' | 'avis' | 'message' | 'blank' | 'paused' | 'step' | 'pause' | 'floor' | 'kept' }
  | { view: 'poll'; poll: PollView }
  | { view: 'results'; polls: PollView[] }
  | { view: 'measure'; sheet: MeasureSheet }
  | { view: 'asked'; question: QuestionShown };

// What a step may show besides its instruction.
export interface Showable {
  readonly polls: readonly PollView[];
  readonly clusters: number;
  readonly sheets: readonly MeasureSheet[];
  readonly questions: readonly QuestionShown[];
  // Somebody has the floor, or waits for it.
  readonly floor_used: boolean;
  // Tables whose groups show what they kept.
  readonly kept_at: number;
}

// The poll the room is looking at: the open one, else the last one closed or published.
export function poll_in_view(polls: readonly PollView[]): PollView | null {
  const open = polls.find((poll) => poll.status === 'open');
  const done = polls.filter((poll) => poll.status === 'closed' || poll.status === 'published');
  return open ?? done[done.length - 1] ?? null;
}

// The published polls of the latest step that has any.
export function latest_results(polls: readonly PollView[]): PollView[] {
  const published = polls.filter((poll) => poll.status === 'published');
  const last = published[published.length - 1];
  return last === undefined ? [] : published.filter((poll) => poll.step === last.step);
}

function of_step(step: StepView, { polls, clusters, sheets, questions, floor_used, kept_at }: Showable): Shown {
  const floor_or_step: Shown = { view: floor_used && step.status !== 'ended' ? 'floor' : 'step' };
  switch (step.kind) {
    case undefined:
    case 'welcome':
      return { view: 'join' };
    case 'cluster':
      return { view: clusters > 0 ? 'clusters' : 'step' };
    case 'rank':
    case 'vote': {
      const poll = poll_in_view(polls.filter((one) => one.step === step.id));
      if (poll === null) {
        return floor_or_step;
      }
      return poll.status === 'published' ? { view: 'results', polls: [poll] } : { view: 'poll', poll };
    }
    case 'hand_over':
      return { view: 'avis' };
    case 'break':
      return { view: 'pause' };
    case 'measure': {
      const sheet = sheets.find((each) => each.step === step.id);
      return sheet === undefined ? { view: 'step' } : { view: 'measure', sheet };
    }
    case 'ask': {
      const question = questions.find((each) => each.fate === 'current');
      return question === undefined ? { view: 'step' } : { view: 'asked', question };
    }
    case 'present':
    case 'amend':
    case 'debate':
      return floor_or_step;
    case 'merge':
      return { view: kept_at > 0 ? 'kept' : 'step' };
    case 'write':
    case 'draft':
    case 'review':
      return { view: 'step' };
    default: {
      const never: never = step.kind;
      return never;
    }
  }
}

export const is_floor_used = (floor: FloorView | undefined): boolean =>
  floor !== undefined && (floor.speech !== undefined || floor.waiting > 0);

export function shown_scene(scene: Scene, step: StepView, showable: Showable): Shown {
  switch (scene) {
    case 'automatic':
      return step.paused ? { view: 'paused' } : of_step(step, showable);
    case 'results':
      return { view: 'results', polls: latest_results(showable.polls) };
    case 'join':
    case 'programme':
    case 'clusters':
    case 'avis':
    case 'message':
    case 'blank':
      return { view: scene };
    default: {
      const never: never = scene;
      return never;
    }
  }
}

// Pages of `size`, at least one. A page number runs on for ever: it wraps.
export function page_of<T>(
  items: readonly T[],
  size: number,
  page: number,
): { items: T[]; page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(items.length / size));
  const shown = ((page % pages) + pages) % pages;
  return { items: items.slice(shown * size, (shown + 1) * size), page: shown, pages };
}
