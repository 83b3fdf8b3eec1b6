// What the lead may do now in the step that goes on, besides its time: the vote, the floor, the questions, the sheets.
//
// Shape    At most one gesture of each kind, in a fixed order: its key is the same from step to step. The pages of
//          each subject offer more.
import type {
  FloorView,
  MeasureSheet,
  PollView,
  QuestionRow,
  QuestionsView,
  SpeakingView,
  StepView,
} from '../../protocol/messages';
import type { LeadOrder } from './reverse';
import type { Action } from './shortcuts';

export const speech_extension_seconds = 30;

export interface MomentView {
  step: StepView;
  polls: readonly PollView[];
  sheets: readonly MeasureSheet[];
  speaking: SpeakingView;
  floor: FloorView | undefined;
  questions: QuestionsView;
  order: readonly QuestionRow[];
}

// What a gesture is about: the words are made by the screen.
export type Subject =
  | { kind: 'poll'; poll: PollView }
  | { kind: 'sheet'; sheet: MeasureSheet }
  | { kind: 'person'; person: number }
  | { kind: 'question'; question: number }
  | { kind: 'floor' };

export interface MomentGesture {
  action: Extract<
    Action,
    'open_poll' | 'close_poll' | 'publish' | 'call_next' | 'finish' | 'extend_speech' | 'open_queue'
  >;
  // Names its words: `console.moment.<words>`.
  words:
    | 'open_poll'
    | 'close_poll'
    | 'publish_poll'
    | 'publish_measure'
    | 'give_floor'
    | 'call_question'
    | 'end_speech'
    | 'finish_answer'
    | 'extend_speech'
    | 'open_queue'
    | 'close_queue';
  subject: Subject;
  order: LeadOrder;
}

const is_active = (step: StepView): boolean => step.status === 'running' || step.status === 'time_up';

function of_polls({ step, polls }: MomentView): MomentGesture[] {
  const open = polls.find((poll) => poll.status === 'open');
  if (open !== undefined) {
    return [
      {
        action: 'close_poll',
        words: 'close_poll',
        subject: { kind: 'poll', poll: open },
        order: { name: 'close_poll', body: { poll: open.id } },
      },
    ];
  }
  const own = polls.filter((poll) => poll.step === step.id);
  const prepared = is_active(step) ? own.find((poll) => poll.status === 'prepared') : undefined;
  const closed = own.find((poll) => poll.status === 'closed');
  return [
    ...(prepared === undefined
      ? []
      : [
          {
            action: 'open_poll',
            words: 'open_poll',
            subject: { kind: 'poll', poll: prepared },
            order: { name: 'open_poll', body: { poll: prepared.id } },
          } as const,
        ]),
    ...(closed === undefined
      ? []
      : [
          {
            action: 'publish',
            words: 'publish_poll',
            subject: { kind: 'poll', poll: closed },
            order: { name: 'publish_poll', body: { poll: closed.id } },
          } as const,
        ]),
  ];
}

function of_sheets({ step, sheets }: MomentView): MomentGesture[] {
  const sheet = sheets.find((each) => each.step === step.id && each.status === 'closed' && each.sheets > 0);
  return sheet === undefined
    ? []
    : [
        {
          action: 'publish',
          words: 'publish_measure',
          subject: { kind: 'sheet', sheet },
          order: { name: 'publish_measure', body: { step: sheet.step } },
        },
      ];
}

function of_questions({ step, questions, order }: MomentView): MomentGesture[] {
  if (step.kind !== 'ask' || !is_active(step)) {
    return [];
  }
  const current = questions.questions.find((each) => each.fate === 'current');
  const first = order.find((row) => row.place === 1);
  if (current !== undefined) {
    return [
      {
        action: 'finish',
        words: 'finish_answer',
        subject: { kind: 'question', question: current.id },
        order: { name: 'finish_answer', body: { question: current.id } },
      },
    ];
  }
  return first === undefined
    ? []
    : [
        {
          action: 'call_next',
          words: 'call_question',
          subject: { kind: 'question', question: first.id },
          order: { name: 'call_question', body: { question: first.id } },
        },
      ];
}

function of_floor({ step, speaking, floor }: MomentView): MomentGesture[] {
  if (!speaking.may_have_queue || !is_active(step)) {
    return [];
  }
  const { speaker } = speaking;
  const first = speaking.queue.find((hand) => floor?.seats === undefined || speaking.seated.includes(hand.person));
  const open = !(floor?.open ?? false);
  const gestures: MomentGesture[] = [];
  if (first !== undefined) {
    gestures.push({
      action: 'call_next',
      words: 'give_floor',
      subject: { kind: 'person', person: first.person },
      order: { name: 'give_floor', body: { person: first.person } },
    });
  }
  if (speaker !== undefined) {
    const subject: Subject = { kind: 'person', person: speaker };
    gestures.push({ action: 'finish', words: 'end_speech', subject, order: { name: 'end_speech', body: {} } });
    // A time that waits is not extended.
    if (floor?.speech?.held !== true) {
      gestures.push({
        action: 'extend_speech',
        words: 'extend_speech',
        subject,
        order: { name: 'extend_speech', body: { seconds: speech_extension_seconds } },
      });
    }
  }
  gestures.push({
    action: 'open_queue',
    words: open ? 'open_queue' : 'close_queue',
    subject: { kind: 'floor' },
    order: { name: 'open_queue', body: { step: step.id, open } },
  });
  return gestures;
}

export function moment(view: MomentView): MomentGesture[] {
  const all = [...of_polls(view), ...of_sheets(view), ...of_questions(view), ...of_floor(view)];
  return all.filter((gesture, index) => all.findIndex((each) => each.action === gesture.action) === index);
}
