// The inventory of the lead's commands: for each, what takes it back.
//
// Shape    One entry a command; a command added to the protocol does not compile until it has one. An entry makes the
//          reverse from the sections as they were before the command; null: this command changed nothing to take back.
//          Two kinds have no reverse made here: see the functions that stand for them.
// Errors   A reverse may be refused: the room has moved on. The refusal is told, like any other.
import { t } from '../../i18n/index.svelte';
import {
  end_notice_seconds_min,
  reason_chars_max,
  type CommandName,
  type Commands,
  type PersonRow,
  type Sections,
  type SortingIdea,
  type Step,
  type TableRow,
} from '../../protocol/messages';
import type { AnyCommand, Reverse } from '../../state/undo.svelte';

// Sent by the people of the room, their companions, the experts and the captioner, never by the lead.
type SeatCommand =
  | 'submit_idea'
  | 'withdraw_idea'
  | 'save_draft'
  | 'cast_points'
  | 'cast_vote'
  | 'send_signal'
  | 'cancel_signal'
  | 'set_profile'
  | 'set_ready'
  | 'call_help'
  | 'edit_article'
  | 'set_sources'
  | 'raise_hand'
  | 'lower_hand'
  | 'pass_turn'
  | 'take_seat'
  | 'leave_seat'
  | 'fill_sheet'
  | 'ask_question'
  | 'withdraw_question'
  | 'support_question'
  | 'judge_answer'
  | 'write_answer'
  | 'write_comment'
  | 'withdraw_comment'
  | 'answer_comment'
  | 'set_pace'
  | 'join_committee'
  | 'contest_place'
  | 'set_wishes'
  | 'mark_to_settle'
  | 'keep_idea'
  | 'merge_ideas'
  | 'unmerge_idea'
  | 'delay_end'
  | 'write_caption'
  | 'mend_caption'
  | 'link_companion'
  | 'unlink_companion'
  | 'invite_to_vote'
  | 'close_proposal'
  | 'propose_text'
  | 'point_at'
  | 'prepare_words'
  | 'show_words';
export type LeadCommand = Exclude<CommandName, SeatCommand>;
export type LeadOrder = { [Name in LeadCommand]: { name: Name; body: Commands[Name] } }[LeadCommand];

type Before = Partial<Sections>;
type Ways = { readonly [Name in LeadCommand]: (body: Commands[Name], before: Before) => Reverse | null };

// The server undoes it: `run.undo_until_ms` says until when, for every console.
export const by_the_server = () => null;
// Nothing takes it back: the console asks before it is sent.
export const asked_before = () => null;

const say = (...commands: AnyCommand[]): Reverse => () => commands;

const person_of = (before: Before, id: number): PersonRow | undefined =>
  before.people?.people.find((each) => each.id === id);
const table_of = (before: Before, id: number): TableRow | undefined =>
  before.people?.tables.find((each) => each.id === id);
const step_of = (before: Before, id: string): Step | undefined =>
  before.programme?.scenario.steps.find((each) => each.id === id);
const ideas_of = (before: Before, ids: readonly number[]): SortingIdea[] =>
  (before.sorting?.ideas ?? []).filter((idea) => ids.includes(idea.id));

const back_to_seat = (person: PersonRow): AnyCommand => ({
  name: 'seat_person',
  body: person.table === undefined ? { person: person.id } : { person: person.id, table: person.table },
});

function back_to_its_place(idea: SortingIdea): AnyCommand {
  if (idea.fate === 'set_aside') {
    return { name: 'set_aside_idea', body: { idea: idea.id, reason: idea.reason } };
  }
  return idea.fate === 'clustered' && idea.cluster !== undefined
    ? { name: 'move_idea', body: { idea: idea.id, cluster: idea.cluster } }
    : { name: 'move_idea', body: { idea: idea.id } };
}

const ideas_back = (before: Before, ids: readonly number[]): Reverse =>
  say(...ideas_of(before, ids).map(back_to_its_place));

const reason_back = (reason: string): string =>
  Array.from(t('console.undo.reason', { reason })).slice(0, reason_chars_max).join('');

export const ways: Ways = {
  start_step: by_the_server,
  end_step: by_the_server,
  undo_transition: by_the_server,
  pause_room: () => say({ name: 'resume_room', body: {} }),
  resume_room: () => say({ name: 'pause_room', body: {} }),
  extend_step: (body) => say({ name: 'extend_step', body: { step: body.step, minutes: -body.minutes } }),
  // What was announced is taken back; what was taken back is announced again, with the least time there is.
  announce_end: ({ step, seconds }) =>
    say({ name: 'announce_end', body: { step, seconds: seconds === 0 ? end_notice_seconds_min : 0 } }),
  word_poll: ({ poll }, { counts }) => {
    const before = counts?.polls.find((each) => each.id === poll);
    return before === undefined
      ? null
      : say({
          name: 'word_poll',
          body: { poll, text: before.wording, readers: before.readers, readers_from: before.readers_from },
        });
  },
  waive_wording: ({ poll }, { counts }) => {
    const before = counts?.polls.find((each) => each.id === poll);
    return before === undefined
      ? null
      : say({ name: 'waive_wording', body: { poll, reason: before.wording_waived } });
  },
  take_way_out: by_the_server,
  decline_way_out: (body) => say({ name: 'return_way_out', body }),
  return_way_out: (body) => say({ name: 'decline_way_out', body }),
  extend_table: (body) =>
    say({ name: 'extend_table', body: { step: body.step, table: body.table, minutes: -body.minutes } }),
  pause_table: (body) => say({ name: 'resume_table', body }),
  resume_table: (body) => say({ name: 'pause_table', body }),
  // The turn starts again with its whole time: the protocol keeps no trace of what was left of it.
  start_turn: (body, { step }) =>
    step === undefined ? null : say({ name: 'start_turn', body: { step: body.step, turn: step.turn } }),
  start_item: (body, { step }) => {
    const items = step?.items;
    if (items === undefined) {
      return null;
    }
    return items.item === 0
      ? say({ name: 'start_item', body: { step: body.step, item: 0 } })
      : say({ name: 'start_item', body: { step: body.step, item: items.item, ends_at_ms: items.ends_at_ms } });
  },

  // The number of the new table is known once it is there.
  add_table: (body, before) => {
    const known = new Set(before.people?.tables.map((table) => table.id));
    return (now) => {
      const added = now.people?.tables.filter((table) => !known.has(table.id) && table.title === body.title) ?? [];
      return added.slice(-1).map((table) => ({ name: 'remove_table', body: { table: table.id } }));
    };
  },
  rename_table: (body, before) => {
    const table = table_of(before, body.table);
    return table === undefined ? null : say({ name: 'rename_table', body: { table: table.id, title: table.title } });
  },
  remove_table: asked_before,
  // They stay known, as people who did not come; whoever has come since by a table's code is left alone.
  add_people: (body, before) => {
    const known = new Set(before.people?.people.map((person) => person.id));
    const names = body.people.map((person) => person.name);
    return (now) =>
      (now.people?.people ?? [])
        .filter((person) => !known.has(person.id) && !person.gone && !person.arrived && names.includes(person.name))
        .slice(0, names.length)
        .map((person): AnyCommand => ({ name: 'set_gone', body: { person: person.id, gone: true } }));
  },
  rename_person: (body, before) => {
    const person = person_of(before, body.person);
    return person === undefined ? null : say({ name: 'rename_person', body: { person: person.id, name: person.name } });
  },
  seat_person: (body, before) => {
    const person = person_of(before, body.person);
    return person === undefined || person.table === body.table ? null : say(back_to_seat(person));
  },
  set_gone: (body, before) => {
    const person = person_of(before, body.person);
    return person === undefined || person.gone === body.gone
      ? null
      : say({ name: 'set_gone', body: { person: body.person, gone: person.gone } });
  },
  replace_card: asked_before,
  // Only those who were moved, and have not been seated elsewhere since by leaving.
  deal_tables: (_body, before) => (now) =>
    (before.people?.people ?? [])
      .filter((person) => {
        const after = now.people?.people.find((each) => each.id === person.id);
        return after !== undefined && !after.gone && after.table !== person.table;
      })
      .map(back_to_seat),

  // The cluster that was made stays, empty: no vote ever offers it.
  add_cluster: (body, before) => (body.ideas.length === 0 ? null : ideas_back(before, body.ideas)),
  rename_cluster: (body, before) => {
    const cluster = before.sorting?.clusters.find((each) => each.id === body.cluster);
    return cluster === undefined
      ? null
      : say({ name: 'rename_cluster', body: { cluster: cluster.id, title: cluster.title } });
  },
  move_idea: (body, before) => ideas_back(before, [body.idea]),
  set_aside_idea: (body, before) => ideas_back(before, [body.idea]),
  // A merged cluster does not come back: its ideas are gathered again under its title.
  merge_clusters: (body, before) => {
    const from = before.sorting?.clusters.find((each) => each.id === body.from);
    const ideas = (before.sorting?.ideas ?? []).filter(
      (idea) => idea.fate === 'clustered' && idea.cluster === body.from,
    );
    return from === undefined
      ? null
      : say({ name: 'add_cluster', body: { title: from.title, ideas: ideas.map((idea) => idea.id) } });
  },

  set_committee: (body, { sorting }) =>
    sorting === undefined ? null : say({ name: 'set_committee', body: { step: body.step, people: sorting.committee } }),
  keep_place: (body) => say({ name: 'keep_place', body: { idea: body.idea, reason: '' } }),

  // Nothing is published by closing, and ballots are kept by opening again.
  // The reason serves only where people who need more time are voting already.
  open_poll: (body) => say({ name: 'close_poll', body: { poll: body.poll, reason: t('console.undo.opened') } }),
  close_poll: (body) => say({ name: 'open_poll', body: { poll: body.poll } }),
  publish_poll: asked_before,
  publish_measure: asked_before,

  show_scene: (_body, { projector }) =>
    projector === undefined
      ? null
      : say({ name: 'show_scene', body: { scene: projector.scene, message: projector.message } }),
  // Those who have read it have read it; nobody else will.
  send_message: (body) => (now) => {
    const sent =
      body.table === undefined
        ? now.notices?.messages
        : now.desk?.messages.filter((message) => message.table === body.table);
    const newest = sent?.filter((message) => message.text === body.text.trim()).slice(-1) ?? [];
    return newest.map((message): AnyCommand => ({ name: 'withdraw_message', body: { message: message.id } }));
  },
  withdraw_message: (body, { notices, desk }) => {
    const to_table = desk?.messages.find((message) => message.id === body.message);
    const text = to_table?.text ?? notices?.messages.find((message) => message.id === body.message)?.text;
    return text === undefined
      ? null
      : say({ name: 'send_message', body: to_table === undefined ? { text } : { table: to_table.table, text } });
  },
  see_signal: (body) => say({ name: 'see_signal', body: { signal: body.signal, seen: !body.seen } }),
  record_promise: asked_before,
  join_received: asked_before,
  leave_received: ({ article, received, left }) =>
    say({ name: 'leave_received', body: { article, received, left: !left } }),

  change_plan: (body, before) => {
    const durations = body.durations.flatMap(({ step }) => {
      const was = before.run?.steps.find((each) => each.id === step);
      return was === undefined ? [] : [{ step, minutes: was.planned_minutes }];
    });
    const reason = reason_back(body.reason);
    return say({ name: 'change_plan', body: { durations, dropped: body.restored, restored: body.dropped, reason } });
  },
  move_step: (body, before) => {
    const steps = before.programme?.scenario.steps ?? [];
    const after = steps[steps.findIndex((each) => each.id === body.step) - 1];
    return after === undefined
      ? null
      : say({ name: 'move_step', body: { step: body.step, after: after.id, reason: reason_back(body.reason) } });
  },
  insert_step: (body) =>
    say({
      name: 'change_plan',
      body: { durations: [], dropped: [body.step.id], restored: [], reason: reason_back(body.reason) },
    }),
  edit_step: (body, before) => {
    const was = step_of(before, body.step);
    const reason = reason_back(body.reason);
    return was === undefined
      ? null
      : say({ name: 'edit_step', body: { step: was.id, title: was.title, instruction: was.instruction, reason } });
  },
  set_rule: (body, before) => {
    const rule = step_of(before, body.step)?.rule;
    return rule === undefined
      ? null
      : say({ name: 'set_rule', body: { step: body.step, rule, reason: reason_back(body.reason) } });
  },
  note_delay: (body, { run }) => {
    const told = run?.delay;
    return say({
      name: 'note_delay',
      body: told === undefined ? { step: body.step, minutes: 0 } : { step: told.step, minutes: told.minutes },
    });
  },

  set_speaker: (body, { speaking }) => {
    const table = body.table;
    const row = speaking?.tables.find((each) => each.table === table);
    if (table === undefined || row === undefined || row.speaker === body.person) {
      return null;
    }
    return say({ name: 'set_speaker', body: row.speaker === undefined ? { table } : { table, person: row.speaker } });
  },
  open_queue: (body, { floor }) =>
    (floor?.open ?? false) === body.open
      ? null
      : say({ name: 'open_queue', body: { step: body.step, open: !body.open } }),
  give_floor: (body) => say({ name: 'undo_floor', body: { person: body.person } }),
  end_speech: () => say({ name: 'undo_floor', body: {} }),
  extend_speech: (body) => say({ name: 'extend_speech', body: { seconds: -body.seconds } }),
  skip_hand: (body) => say({ name: 'undo_floor', body: { hand: body.hand } }),
  undo_floor: () => null,
  move_hand: (body, { speaking }) => {
    const place = speaking?.queue.findIndex((hand) => hand.id === body.hand) ?? -1;
    if (speaking === undefined || place < 0) {
      return null;
    }
    return speaking.ordered_by_hand
      ? say({ name: 'move_hand', body: { hand: body.hand, place: place + 1 } })
      : say({ name: 'propose_order', body: {} });
  },
  propose_order: (_body, { speaking }) =>
    speaking === undefined || !speaking.ordered_by_hand
      ? null
      : say(
          ...speaking.queue.map(
            (hand, index): AnyCommand => ({ name: 'move_hand', body: { hand: hand.id, place: index + 1 } }),
          ),
        ),
  seat_in_middle: (body, { speaking }) =>
    (speaking?.seated.includes(body.person) ?? false) === body.seated
      ? null
      : say({ name: 'seat_in_middle', body: { person: body.person, seated: !body.seated } }),

  // Another question may have been the one that was answered: it is called again.
  call_question: (body, { questions }) => {
    const answered = questions?.questions.find((each) => each.fate === 'current' && each.id !== body.question);
    const was = questions?.questions.find((each) => each.id === body.question)?.fate;
    if (was === 'answered' || was === 'not_really') {
      return null;
    }
    return say(
      was === 'heard'
        ? { name: 'finish_answer', body }
        : was === 'deferred'
          ? { name: 'defer_question', body }
          : { name: 'return_question', body },
      ...(answered === undefined ? [] : [{ name: 'call_question', body: { question: answered.id } } as const]),
    );
  },
  finish_answer: (body) => say({ name: 'call_question', body }),
  defer_question: (body, { questions }) =>
    questions?.questions.find((each) => each.id === body.question)?.fate === 'current'
      ? say({ name: 'return_question', body }, { name: 'call_question', body })
      : say({ name: 'return_question', body }),
  return_question: (body) => say({ name: 'call_question', body }),
  merge_questions: asked_before,
};

export function reverse_of<Name extends LeadCommand>(name: Name, body: Commands[Name], before: Before): Reverse | null {
  return ways[name](body, before);
}

// Several commands of one gesture, taken back in the other direction.
export function reverse_of_all(commands: readonly LeadOrder[], before: Before): Reverse | null {
  const each = commands.map(({ name, body }) => reverse_of(name, body, before)).reverse();
  return each.some((reverse) => reverse !== null)
    ? (now) => each.flatMap((reverse) => (reverse === null ? [] : reverse(now)))
    : null;
}
