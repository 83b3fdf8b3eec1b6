// The shape of every section, in the order of server/core/view.h.
import type {
  ArticleField,
  ArticleStatus,
  AtelierView,
  AvisArticle,
  AvisView,
  BoardCluster,
  BoardIdea,
  BoardView,
  CardRow,
  DeskView,
  DraftField,
  Fate,
  FieldText,
  MeView,
  MotionTotal,
  MyDraft,
  MyIdea,
  MySignal,
  Notice,
  NoticesView,
  OptionTotal,
  PeopleView,
  PersonRow,
  PollOption,
  PollView,
  PresenceView,
  ProjectorView,
  RunLap,
  RunStep,
  RunView,
  Sections,
  SignalRow,
  SortingCluster,
  SortingIdea,
  SortingView,
  StepSummary,
  StepView,
  TableArticle,
  TableRow,
  TableView,
  TallyView,
  Texts,
  TimerMode,
  VoteView,
} from './messages';
import { list, maybe, members, one_of, text, truth, whole, type Shape } from './shape';

const texts = members<Texts>({ fr: text, falc: maybe(text), en: maybe(text) });
const kind = one_of(
  'welcome',
  'present',
  'ask',
  'write',
  'merge',
  'cluster',
  'rank',
  'draft',
  'review',
  'amend',
  'debate',
  'vote',
  'measure',
  'hand_over',
  'break',
);
const timer: Shape<TimerMode> = one_of('firm', 'soft', 'free');
const fate: Shape<Fate> = one_of('open', 'clustered', 'set_aside', 'withdrawn');
const signal_kind = one_of('more_time', 'slower', 'not_understood', 'pause');
const article_status: Shape<ArticleStatus> = one_of('writing', 'submitted', 'adopted', 'rejected', 'no_quorum');

const step_summary = members<StepSummary>({ id: text, kind, title: texts, planned_minutes: whole });
const atelier = members<AtelierView>({
  title: texts,
  question: texts,
  commitments: list(texts),
  steps: list(step_summary),
});

const article_field = members<ArticleField>({ id: text, label: texts, characters: whole });
const step = members<StepView>({
  status: one_of('waiting', 'running', 'time_up', 'ended'),
  position: whole,
  id: text,
  kind: maybe(kind),
  instruction: maybe(texts),
  form: maybe(one_of('individual', 'pair', 'trio', 'quartet', 'table', 'group', 'committee', 'plenary')),
  timer: maybe(timer),
  alerts: list(whole),
  started_at_ms: whole,
  ends_at_ms: whole,
  paused: truth,
  remaining_ms: whole,
  late_until_ms: whole,
  min: whole,
  max: whole,
  characters: whole,
  frame: list(article_field),
});

const board_idea = members<BoardIdea>({ id: whole, text });
const board_cluster = members<BoardCluster>({ id: whole, title: text, ideas: list(board_idea), kept: truth });
const board = members<BoardView>({ clusters: list(board_cluster) });

const poll_option = members<PollOption>({ id: whole, title: text });
const option_total = members<OptionTotal>({ option: whole, points: whole, supporters: whole, kept: truth });
const motion_total = members<MotionTotal>({
  for: whole,
  against: whole,
  abstain: whole,
  base: whole,
  yes_needed: whole,
  quorum_needed: whole,
  quorum_met: truth,
  outcome: one_of('adopted', 'rejected', 'no_quorum'),
});
const poll = members<PollView>({
  id: whole,
  step: text,
  method: one_of('points', 'motion'),
  status: one_of('prepared', 'open', 'closed', 'published'),
  options: list(poll_option),
  article: maybe(whole),
  number: whole,
  title: text,
  points: whole,
  max_per_option: whole,
  keep: whole,
  base: maybe(one_of('cast', 'cast_plus_abstain', 'present')),
  threshold: text,
  strict: truth,
  quorum: text,
  present: whole,
  ballots: whole,
  box_sha256: text,
  points_result: maybe(list(option_total)),
  motion_result: maybe(motion_total),
});
const vote = members<VoteView>({ polls: list(poll) });
const tally = members<TallyView>({
  poll: maybe(whole),
  voted: whole,
  present: whole,
  tables_ready: whole,
  tables: whole,
});

const field_text = members<FieldText>({ field: text, text });
const avis_article = members<AvisArticle>({
  id: whole,
  number: whole,
  table: text,
  status: article_status,
  texts: list(field_text),
  sources: list(board_idea),
});
const avis = members<AvisView>({
  articles: list(avis_article),
  sealed_sha256: text,
  sealed_at_ms: whole,
  promise_who: text,
  promise_text: text,
  promise_due: text,
});

const notice = members<Notice>({ id: whole, text, at_ms: whole });
const notices = members<NoticesView>({ messages: list(notice) });
const projector = members<ProjectorView>({
  scene: one_of('automatic', 'join', 'programme', 'clusters', 'results', 'avis', 'message', 'blank'),
  message: text,
});

const draft_field = members<DraftField>({ field: text, text, revision: whole });
const table_article = members<TableArticle>({
  id: whole,
  subject: text,
  status: article_status,
  fields: list(draft_field),
  proposed_sources: list(board_idea),
  sources: list(whole),
});
const table = members<TableView>({
  id: whole,
  title: text,
  members: list(text),
  seats_taken: whole,
  ready: truth,
  help_since_ms: whole,
  article: maybe(table_article),
  messages: list(notice),
});

const my_idea = members<MyIdea>({
  id: whole,
  step: text,
  text,
  late: truth,
  fate,
  reason: text,
  cluster: text,
  kept: truth,
  articles: list(whole),
});
const my_signal = members<MySignal>({ kind: signal_kind, seen: truth, at_ms: whole });
const my_draft = members<MyDraft>({ step: text, text });
const me = members<MeView>({
  id: whole,
  name: text,
  code: text,
  table: maybe(whole),
  ready: truth,
  ideas: list(my_idea),
  drafts: list(my_draft),
  signals: list(my_signal),
  voted: list(whole),
});

const run_lap = members<RunLap>({ started_at_ms: whole, ended_at_ms: whole });
const run_step = members<RunStep>({
  id: text,
  planned_start_minute: whole,
  planned_minutes: whole,
  floor_minutes: whole,
  ceiling_minutes: whole,
  timer,
  firm_at: text,
  laps: list(run_lap),
});
const run = members<RunView>({
  steps: list(run_step),
  extended_minutes: whole,
  undo_until_ms: whole,
  undo_back_to: text,
  polls: list(poll),
});

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
});
const table_row = members<TableRow>({
  id: whole,
  title: text,
  ready: truth,
  help_since_ms: whole,
  article: maybe(whole),
  article_subject: text,
  article_characters: whole,
});
const signal_row = members<SignalRow>({
  id: whole,
  kind: signal_kind,
  person: maybe(whole),
  table: maybe(whole),
  at_ms: whole,
  seen: truth,
});
const people = members<PeopleView>({
  people: list(person_row),
  tables: list(table_row),
  signals: list(signal_row),
  unsent_drafts: whole,
});

const sorting_idea = members<SortingIdea>({
  id: whole,
  text,
  table: maybe(whole),
  late: truth,
  fate,
  cluster: maybe(whole),
  reason: text,
});
const sorting_cluster = members<SortingCluster>({ id: whole, title: text, parents: list(whole) });
const sorting = members<SortingView>({ ideas: list(sorting_idea), clusters: list(sorting_cluster) });

const card_row = members<CardRow>({ person: maybe(whole), table: maybe(whole), code: text });
const desk = members<DeskView>({ cards: list(card_row) });
const presence = members<PresenceView>({
  people: list(whole),
  table_screens: list(whole),
  facilitators: whole,
  projectors: whole,
  disk_low: truth,
});

export const section_shapes: { readonly [Name in keyof Sections]: Shape<Sections[Name]> } = {
  atelier,
  step,
  board,
  vote,
  tally,
  avis,
  notices,
  projector,
  table,
  me,
  run,
  people,
  sorting,
  desk,
  presence,
};
