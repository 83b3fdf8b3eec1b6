// The shapes of the sections that every screen of the room may receive, in the order of server/core/view.h.
import type {
  BlankTotal,
  CaptionLine,
  CaptionsView,
  Document,
  EasyReading,
  HelpedIdea,
  HelpedView,
  LexiconWord,
  MyCompanion,
  ShownWords,
  ArticleField,
  ArticleStatus,
  AtelierView,
  AvisArticle,
  AvisView,
  BoardCluster,
  BoardIdea,
  BoardView,
  CommentFate,
  CommentKind,
  CommentView,
  CommitteeView,
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
  ItemsView,
  MeView,
  MineView,
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
  PollOption,
  PollView,
  ProjectorView,
  Profile,
  Question,
  QuestionShift,
  QuestionShown,
  QuestionTotal,
  QuestionsView,
  ReadingPair,
  ReceivedField,
  ReceivedView,
  SortingCluster,
  SortingIdea,
  StepSummary,
  StepView,
  TableArticle,
  TableKept,
  TableReview,
  TableSpeaker,
  TableSpeech,
  TableTimeView,
  TableView,
  TallyView,
  TextToRead,
  Texts,
  TimerMode,
  TurnSummary,
  VoteView,
  WishesView,
  WishSubject,
  WrittenAnswer,
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
export const timer: Shape<TimerMode> = one_of('firm', 'soft', 'free');
const fate: Shape<Fate> = one_of(
  'open',
  'clustered',
  'set_aside',
  'withdrawn',
  'merged',
  'not_kept',
  'dissolved',
);
export const signal_kind = one_of('more_time', 'slower', 'not_understood', 'pause');
const article_status: Shape<ArticleStatus> = one_of('writing', 'submitted', 'adopted', 'rejected', 'no_quorum');

const form: Shape<Form> = one_of('individual', 'pair', 'trio', 'quartet', 'table', 'group', 'committee', 'plenary');
const step_summary = members<StepSummary>({ id: text, kind, title: texts, planned_minutes: whole, dropped: truth });
const atelier = members<AtelierView>({
  title: texts,
  question: texts,
  commitments: list(texts),
  steps: list(step_summary),
  lexicon: list(members<LexiconWord>({ word: text, forms: maybe(list(text)), meaning: texts, picture: maybe(text) })),
  easy_readings: list(
    members<EasyReading>({ steps: maybe(list(text)), readers: whole, readers_from: text, on: text }),
  ),
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
  items: maybe(
    members<ItemsView>({
      seconds: whole,
      item: whole,
      ends_at_ms: whole,
      remaining_ms: whole,
      left: whole,
      by_lead: truth,
    }),
  ),
  anchored: truth,
  alone: truth,
  readings: list(members<ReadingPair>({ reader: text, author: text })),
  waiting: maybe(texts),
  resumes_at: text,
  closing_at_ms: whole,
  closing_left_ms: whole,
  documents: list(
    members<Document>({
      id: text,
      kind: one_of('image', 'video'),
      title: texts,
      file: text,
      alternative: texts,
      captions: maybe(text),
      sign_language: maybe(text),
    }),
  ),
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
  unsure: maybe(whole),
});
export const poll = members<PollView>({
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
  motion_result: maybe(motion_total),  blank: maybe(members<BlankTotal>({ abstain: whole, unsure: whole })),
  wording: text,
  readers: whole,
  readers_from: text,
  wording_waived: text,
  wording_needed: truth,
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

const written_answer = members<WrittenAnswer>({ text, simple: text, source: text });
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
  answer: maybe(written_answer),
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
  held: truth,
});
const floor_seats = members<FloorSeats>({ count: whole, open_free: whole, seated: list(floor_person) });
const floor = members<FloorView>({
  open: truth,
  speech: maybe(floor_speech),
  next: list(floor_person),
  waiting: whole,
  seats: maybe(floor_seats),
});

export const table_time = members<TableTimeView>({ extended_minutes: whole, shift_ms: whole, paused_at_ms: whole });
const draft_field = members<DraftField>({ field: text, text, revision: whole });
const received_field = members<ReceivedField>({ field: text, added: list(text), removed: list(text) });
export const received = members<ReceivedView>({
  id: whole,
  by: text,
  at_ms: whole,
  left: truth,
  settled: truth,
  words: list(received_field),
});
const table_article = members<TableArticle>({
  id: whole,
  subject: text,
  status: article_status,
  fields: list(draft_field),
  proposed_sources: list(board_idea),
  sources: list(whole),
  to_settle: text,
  last_words: truth,
  received: list(received),
});
const table_speaker = members<TableSpeaker>({ person: whole, name: text, seat: whole, passed: truth });
const table_speech = members<TableSpeech>({
  speaker: maybe(whole),
  started_at_ms: whole,
  ends_at_ms: whole,
  remaining_ms: whole,
  turn_seconds: whole,
  people: list(table_speaker),
  held: truth,
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
export const comment = members<CommentView>({
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
  help_kind: maybe(signal_kind),
  article: maybe(table_article),
  review: maybe(review),
  group: maybe(group),
  messages: list(notice),
  speech: maybe(table_speech),
  time: maybe(table_time),
  words: list(
    members<ShownWords>({ person: whole, name: text, seat: whole, text, preparing: truth, step: text }),
  ),
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
export const sorting_idea = members<SortingIdea>({
  id: whole,
  text,
  table: maybe(whole),
  late: truth,
  fate,
  cluster: maybe(whole),
  reason: text,
  contested: text,
});
export const sorting_cluster = members<SortingCluster>({ id: whole, title: text, parents: list(whole) });
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
const profile = members<Profile>({
  text_px: whole,
  colours: one_of('light', 'dark', 'cream', 'yellow_on_black', 'device'),
  typeface: one_of('atkinson', 'andika', 'lexend', 'opendyslexic'),
  spacing: one_of('normal', 'wide', 'wider'),
  ruler: truth,
  layout: one_of('full', 'simple'),
  wording: one_of('fr', 'falc', 'en'),
  pictograms: one_of('words', 'everywhere', 'none'),
  read_aloud: one_of('button', 'automatic', 'never'),
  speech_percent: whole,
  voice: one_of('server', 'device'),
  headphones: truth,
  captions: one_of('closed', 'band', 'full'),
  sign_language: one_of('none', 'beside', 'large'),
  target_px: whole,
  hold_ms: whole,
  repeat_ms: whole,
  scanning: one_of('none', 'one_switch', 'two_switches'),
  scan_ms: whole,
  scan_sound: truth,
  dwell_ms: whole,
  still: truth,
  sounds: truth,
  follow: truth,
  timer_hidden: truth,
  speaking: one_of('voice', 'tablet', 'table_screen'),
  calling: one_of('any_time', 'not_by_surprise', 'by_message'),
  accompanied: truth,
  calm: truth,
  screen_reader: truth,
  tell_team: truth,
});
const me = members<MeView>({
  id: whole,
  name: text,
  code: text,
  table: maybe(whole),
  ready: truth,
  drafts: list(my_draft),
  signals: list(my_signal),
  voted: list(whole),
  speech: my_speech,
  answered: list(text),
  supports: list(whole),
  pace: one_of('usual', 'more', 'twice', 'unlimited'),
  profile: maybe(profile),
  late_until_ms: whole,
  answer_until_ms: whole,
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
  words: text,
  preparing: truth,
  companion: maybe(members<MyCompanion>({ code: text, step: text, text, place: text, poll: maybe(whole) })),
});
const captions = members<CaptionsView>({
  first: whole,
  lines: list(members<CaptionLine>({ id: whole, speaker: text, text, at_ms: whole })),
});
const helped = members<HelpedView>({
  person: whole,
  name: text,
  table: maybe(whole),
  draft: text,
  ideas: list(members<HelpedIdea>({ id: whole, step: text, text })),
  ready: truth,
  step: text,
  text,
  place: text,
  poll: maybe(whole),
});
const mine = members<MineView>({ ideas: list(my_idea) });

export const room_shapes = {
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
  captions,
  table,
  me,
  mine,
  helped,
};
