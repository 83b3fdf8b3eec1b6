// The shapes of the sections that only the consoles of facilitators receive, in the order of server/core/view.h.
import type {
  CardRow,
  ContentSealRow,
  CountsView,
  DeskView,
  HandRow,
  LateArticle,
  NeedCount,
  NeedsView,
  OpenDoor,
  PeopleView,
  PersonRow,
  PersonSpeaking,
  PlanChangeRow,
  PlanOption,
  PlanRow,
  PresenceView,
  ProgrammeView,
  QuestionRow,
  RunDelay,
  RunLap,
  RunStep,
  RunView,
  Scenario,
  Sections,
  SignalRow,
  SortingView,
  SpeakingRow,
  SpeakingView,
  TableMessage,
  TableRow,
  TableSpeakingRow,
  ToldNeeds,
  WaitingDevice,
  WayOutView,
  WordsGiven,
} from './messages';
import {
  comment,
  poll,
  received,
  room_shapes,
  signal_kind,
  sorting_cluster,
  sorting_idea,
  table_time,
  timer,
} from './room_sections';
import { list, maybe, members, one_of, text, truth, whole, whole_object, type Shape } from './shape';

const run_lap = members<RunLap>({ started_at_ms: whole, ended_at_ms: whole });
const run_step = members<RunStep>({
  id: text,
  planned_start_minute: whole,
  planned_minutes: whole,
  floor_minutes: whole,
  ceiling_minutes: whole,
  timer,
  firm_at: text,
  dropped: truth,
  night: truth,
  first_planned_minutes: whole,
  laps: list(run_lap),
});
const words_given = members<WordsGiven>({ step: text, question: text, texts: list(text) });
const plan_row = members<PlanRow>({ id: text, start_minute: whole, minutes: whole, removed_minutes: whole });
const plan_option = members<PlanOption>({
  remedy: one_of('spread', 'slip', 'drop'),
  plan: list(plan_row),
  dropped: list(text),
  deliberation_minutes: whole,
  presentation_minutes: whole,
  firm_slip_minutes: whole,
});
const delay = members<RunDelay>({
  step: text,
  minutes: whole,
  bound: text,
  bound_minute: whole,
  margin: whole,
  options: list(plan_option),
  droppable: list(text),
});
const way_out = members<WayOutView>({
  step: text,
  line: whole,
  when: text,
  action: one_of(
    'propose',
    'auto',
    'warn',
    'close',
    'close_submissions',
    'freeze',
    'take_as_is',
    'wait',
    'reopen',
    'annex',
    'seal',
    'archive',
  ),
  to: text,
  minutes: whole,
});
const run = members<RunView>({
  steps: list(run_step),
  extended_minutes: whole,
  undo_until_ms: whole,
  undo_back_to: text,
  delay: maybe(delay),
  way_out: maybe(way_out),
  content_seals: list(members<ContentSealRow>({ step: text, at_ms: whole, sha256: text })),
});
const counts = members<CountsView>({ polls: list(poll), words: list(words_given) });

const person_row = members<PersonRow>({
  id: whole,
  name: text,
  table: maybe(whole),
  arrived: truth,
  gone: truth,
  ready: truth,
  active: truth,
  voted: truth,
  draft: truth,
  preparing: truth,
});
const table_row = members<TableRow>({
  id: whole,
  title: text,
  ready: truth,
  help_since_ms: whole,
  help_kind: maybe(signal_kind),
  article: maybe(whole),
  article_subject: text,
  article_characters: whole,
  questions_asked: whole,
  questions_served: whole,
  comments_written: whole,
  comments_received: whole,
  time: maybe(table_time),
  groups: whole,
  groups_kept: whole,
});
const signal_row = members<SignalRow>({
  id: whole,
  kind: signal_kind,
  person: maybe(whole),
  table: maybe(whole),
  at_ms: whole,
  seen: truth,
  about: text,
});
const question_row = members<QuestionRow>({ id: whole, supports: whole, place: whole });
const late_article = members<LateArticle>({
  article: whole,
  table: maybe(whole),
  title: text,
  received: list(received),
});
const people = members<PeopleView>({
  people: list(person_row),
  tables: list(table_row),
  signals: list(signal_row),
  unsent_drafts: whole,
  questions: list(question_row),
  voters_awaited: whole,
  late_articles: list(late_article),
});

const sorting = members<SortingView>({
  ideas: list(sorting_idea),
  clusters: list(sorting_cluster),
  comments: list(comment),
  committee_size: whole,
  committee: list(whole),
});

const card_row = members<CardRow>({ person: maybe(whole), table: maybe(whole), code: text });
const table_message = members<TableMessage>({ id: whole, table: whole, text, at_ms: whole });
const desk = members<DeskView>({ cards: list(card_row), expert_code: text, captioner_code: text, messages: list(table_message) });
const plan_change = members<PlanChangeRow>({
  at_ms: whole,
  kind: one_of('durations', 'dropped', 'restored', 'moved', 'inserted', 'edited', 'rule'),
  steps: list(text),
  reason: text,
});
// The scenario goes back to the server or into a file as it came; screens read its steps and rules, checked by name.
const programme = members<ProgrammeView>({
  scenario: whole_object<Scenario>('steps', 'rules'),
  dropped: list(text),
  changes: list(plan_change),
});


const hand_row = members<HandRow>({
  id: whole,
  person: whole,
  point_of_order: truth,
  at_ms: whole,
  has_spoken: truth,
  seconds: whole,
});
const speaking_row = members<SpeakingRow>({
  people: whole,
  seconds: whole,
  silent: whole,
  gini_thousandths: whole,
  top_percent: whole,
});
const person_speaking = members<PersonSpeaking>({ person: whole, seconds: whole, passed: truth });
const table_speaking_row = members<TableSpeakingRow>({
  table: whole,
  speaker: maybe(whole),
  measured: maybe(speaking_row),
  people: list(person_speaking),
  coverage_percent: maybe(whole),
  hints: list(one_of('uneven', 'dominated', 'silent_twice')),
});
const speaking = members<SpeakingView>({
  may_have_queue: truth,
  ordered_by_hand: truth,
  speaker: maybe(whole),
  queue: list(hand_row),
  seated: list(whole),
  tables: list(table_speaking_row),
  room: maybe(speaking_row),
});
const need = one_of(
  'headphones',
  'captions',
  'sign_language',
  'calm_place',
  'more_time',
  'easy_words',
  'large_text',
  'switches',
  'speaks_otherwise',
  'not_by_surprise',
  'companion',
);
const needs = members<NeedsView>({
  counts: list(members<NeedCount>({ table: maybe(whole), need, people: whole })),
  told: list(members<ToldNeeds>({ person: whole, needs: list(need) })),
});
const presence = members<PresenceView>({
  people: list(whole),
  table_screens: list(whole),
  facilitators: whole,
  projectors: whole,
  experts: whole,
  captioners: whole,
  disk_low: truth,
  waiting: list(members<WaitingDevice>({ device: text, picture: whole, number: whole })),
  doors: list(members<OpenDoor>({ person: whole, number: whole })),
});

export const console_shapes: { readonly [Name in keyof Sections]: Shape<Sections[Name]> } = {
  ...room_shapes,
  run,
  counts,
  people,
  sorting,
  desk,
  programme,
  speaking,
  needs,
  presence,
};
