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
  CommentFate,
  CommentKind,
  CommentView,
  CommitteeView,
  ContentSealRow,
  CountsView,
  DeskView,
  DraftField,
  EarlierText,
  Fate,
  FieldText,
  FloorPerson,
  FloorSeats,
  FloorSpeech,
  FloorView,
  Form,
  GroupIdea,
  GroupView,
  HandRow,
  MeView,
  MeasureSheet,
  MeasureView,
  MotionTotal,
  MyDraft,
  MyIdea,
  MySignal,
  MySpeech,
  Notice,
  NoticesView,
  OptionTotal,
  Passage,
  PeopleView,
  PersonRow,
  PersonSpeaking,
  PlanChangeRow,
  PlanOption,
  PlanRow,
  PollOption,
  PollView,
  PresenceView,
  ProgrammeView,
  ProjectorView,
  Question,
  QuestionRow,
  QuestionShift,
  QuestionShown,
  QuestionTotal,
  QuestionsView,
  ReadingPair,
  RunDelay,
  RunLap,
  RunStep,
  RunView,
  Scenario,
  Sections,
  SignalRow,
  SortingCluster,
  SortingIdea,
  SortingView,
  SpeakingRow,
  SpeakingView,
  StepSummary,
  StepView,
  TableArticle,
  TableKept,
  TableReview,
  TableRow,
  TableSpeaker,
  TableSpeakingRow,
  TableSpeech,
  TableTimeView,
  TableView,
  TallyView,
  TextToRead,
  Texts,
  TimerMode,
  TurnSummary,
  VoteView,
  WayOutView,
  WishesView,
  WishSubject,
  WordsGiven,
} from './messages';
import { list, maybe, members, one_of, text, truth, whole, whole_object, type Shape } from './shape';

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
const fate: Shape<Fate> = one_of(
  'open',
  'clustered',
  'set_aside',
  'withdrawn',
  'merged',
  'not_kept',
  'dissolved',
);
const signal_kind = one_of('more_time', 'slower', 'not_understood', 'pause');
const article_status: Shape<ArticleStatus> = one_of('writing', 'submitted', 'adopted', 'rejected', 'no_quorum');

const form: Shape<Form> = one_of('individual', 'pair', 'trio', 'quartet', 'table', 'group', 'committee', 'plenary');
const step_summary = members<StepSummary>({ id: text, kind, title: texts, planned_minutes: whole, dropped: truth });
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
  form: maybe(form),
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
  turns: list(members<TurnSummary>({ minutes: whole, form: maybe(form), title: maybe(texts) })),
  turn: whole,
  turn_ends_at_ms: whole,
  turn_remaining_ms: whole,
  anchored: truth,
  alone: truth,
  readings: list(members<ReadingPair>({ reader: text, author: text })),
  waiting: maybe(texts),
  resumes_at: text,
});

const board_idea = members<BoardIdea>({ id: whole, text });
const board_cluster = members<BoardCluster>({ id: whole, title: text, ideas: list(board_idea), kept: truth });
const table_kept = members<TableKept>({ table: text, ideas: list(text) });
const board = members<BoardView>({ clusters: list(board_cluster), kept_at_tables: list(table_kept) });

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
const question = members<Question>({
  id: text,
  text: texts,
  scale: one_of('agreement', 'satisfaction', 'importance', 'yes_no', 'weather', 'words'),
});
const question_total = members<QuestionTotal>({
  question: text,
  answers: whole,
  unknown: whole,
  levels: list(whole),
  shown: truth,
});
const question_shift = members<QuestionShift>({
  question: text,
  people: whole,
  mean_hundredths: whole,
  better: whole,
  same: whole,
  worse: whole,
  shown: truth,
});
const measure_sheet = members<MeasureSheet>({
  step: text,
  status: one_of('open', 'closed', 'published'),
  questions: list(question),
  compared_with: text,
  sheets: whole,
  totals: list(question_total),
  shifts: list(question_shift),
});
const measure = members<MeasureView>({ sheets: list(measure_sheet) });

const question_shown = members<QuestionShown>({
  id: whole,
  text,
  tables: list(whole),
  table_names: list(text),
  fate: one_of(
    'open',
    'current',
    'heard',
    'answered',
    'not_really',
    'deferred',
    'merged',
    'withdrawn',
    'not_reached',
  ),
  merged_into: maybe(whole),
});
const questions = members<QuestionsView>({
  max: whole,
  characters: whole,
  speech_ends_at_ms: whole,
  speech_remaining_ms: whole,
  questions: list(question_shown),
});

const tally = members<TallyView>({
  poll: maybe(whole),
  voted: whole,
  answered: whole,
  present: whole,
  tables_ready: whole,
  tables: whole,
  groups: whole,
  groups_kept: whole,
  wishes: whole,
});

const field_text = members<FieldText>({ field: text, text });
const avis_article = members<AvisArticle>({
  id: whole,
  number: whole,
  table: text,
  status: article_status,
  texts: list(field_text),
  sources: list(board_idea),
  to_settle: text,
  earlier: list(members<EarlierText>({ step: text, texts: list(field_text) })),
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

const floor_person = members<FloorPerson>({ name: text, table: text, point_of_order: truth });
const floor_speech = members<FloorSpeech>({
  speaker: floor_person,
  started_at_ms: whole,
  ends_at_ms: whole,
  remaining_ms: whole,
});
const floor_seats = members<FloorSeats>({ count: whole, open_free: whole, seated: list(floor_person) });
const floor = members<FloorView>({
  open: truth,
  speech: maybe(floor_speech),
  next: list(floor_person),
  waiting: whole,
  seats: maybe(floor_seats),
});

const table_time = members<TableTimeView>({ extended_minutes: whole, shift_ms: whole, paused_at_ms: whole });
const draft_field = members<DraftField>({ field: text, text, revision: whole });
const table_article = members<TableArticle>({
  id: whole,
  subject: text,
  status: article_status,
  fields: list(draft_field),
  proposed_sources: list(board_idea),
  sources: list(whole),
  to_settle: text,
});
const table_speaker = members<TableSpeaker>({ person: whole, name: text, seat: whole, passed: truth });
const table_speech = members<TableSpeech>({
  speaker: maybe(whole),
  started_at_ms: whole,
  ends_at_ms: whole,
  remaining_ms: whole,
  turn_seconds: whole,
  people: list(table_speaker),
});

const passage = members<Passage>({ field: text, quote: text, occurrence: whole });
const comment_kind: Shape<CommentKind> = one_of(
  'strength',
  'question',
  'change',
  'agree',
  'doubt',
  'disagree',
  'missing',
);
const comment_fate: Shape<CommentFate> = one_of('open', 'taken', 'partly', 'refused', 'withdrawn');
const comment = members<CommentView>({
  id: whole,
  article: maybe(whole),
  idea: maybe(whole),
  cluster: maybe(whole),
  title: text,
  table: text,
  kind: comment_kind,
  text,
  passage: maybe(passage),
  changed: truth,
  late: truth,
  fate: comment_fate,
  word: text,
});
const text_to_read = members<TextToRead>({
  article: maybe(whole),
  idea: maybe(whole),
  cluster: maybe(whole),
  title: text,
  author: text,
  texts: list(field_text),
});
const review = members<TableReview>({
  step: text,
  texts: list(text_to_read),
  written: list(comment),
  received: list(comment),
});
const group_idea = members<GroupIdea>({ id: whole, text, kept: truth, made: truth, parents: list(text) });
const group = members<GroupView>({
  step: text,
  turn: whole,
  form,
  people: whole,
  with: list(text),
  min: whole,
  max: whole,
  characters: whole,
  ideas: list(group_idea),
});
const table = members<TableView>({
  id: whole,
  title: text,
  members: list(text),
  seats_taken: whole,
  ready: truth,
  help_since_ms: whole,
  article: maybe(table_article),
  review: maybe(review),
  group: maybe(group),
  messages: list(notice),
  speech: maybe(table_speech),
  time: maybe(table_time),
});

const my_idea = members<MyIdea>({
  id: whole,
  step: text,
  text,
  late: truth,
  fate,
  into: text,
  into_fate: maybe(fate),
  reason: text,
  cluster: text,
  kept: truth,
  articles: list(whole),
  contested: text,
  place_kept: text,
});
const my_signal = members<MySignal>({ kind: signal_kind, seen: truth, at_ms: whole });
const my_draft = members<MyDraft>({ step: text, text });
const my_speech = members<MySpeech>({
  hand_place: whole,
  point_of_order_place: whole,
  has_floor: truth,
  passed: truth,
  seated: truth,
});
const sorting_idea = members<SortingIdea>({
  id: whole,
  text,
  table: maybe(whole),
  late: truth,
  fate,
  cluster: maybe(whole),
  reason: text,
  contested: text,
});
const sorting_cluster = members<SortingCluster>({ id: whole, title: text, parents: list(whole) });
const committee = members<CommitteeView>({
  title: texts,
  instruction: texts,
  size: whole,
  members: whole,
  member: truth,
  volunteers: truth,
  ideas: list(sorting_idea),
  clusters: list(sorting_cluster),
  work: kind,
  articles: list(table_article),
  frame: list(article_field),
});
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
  speech: my_speech,
  answered: list(text),
  supports: list(whole),
  pace: one_of('usual', 'more', 'unlimited'),
  late_until_ms: whole,
  no_limit: truth,
  committee: maybe(committee),
  group: maybe(group),
  wishes: maybe(
    members<WishesView>({
      step: text,
      max: whole,
      subjects: list(members<WishSubject>({ id: whole, title: text })),
      chosen: maybe(list(whole)),
    }),
  ),
  review: maybe(review),
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
});
const table_row = members<TableRow>({
  id: whole,
  title: text,
  ready: truth,
  help_since_ms: whole,
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
});
const question_row = members<QuestionRow>({ id: whole, supports: whole, place: whole });
const people = members<PeopleView>({
  people: list(person_row),
  tables: list(table_row),
  signals: list(signal_row),
  unsent_drafts: whole,
  questions: list(question_row),
});

const sorting = members<SortingView>({
  ideas: list(sorting_idea),
  clusters: list(sorting_cluster),
  comments: list(comment),
  committee_size: whole,
  committee: list(whole),
});

const card_row = members<CardRow>({ person: maybe(whole), table: maybe(whole), code: text });
const desk = members<DeskView>({ cards: list(card_row) });
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
  measure,
  questions,
  tally,
  avis,
  notices,
  projector,
  floor,
  table,
  me,
  run,
  counts,
  people,
  sorting,
  desk,
  programme,
  speaking,
  presence,
};
