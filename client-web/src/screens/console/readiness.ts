// Whether the next step can start: what the programme says it needs, and whether it is there.
//
// Shape    One line a need, in the order in which they matter; no line for what the step does not need, nor for what
//          this screen cannot know (amendments). Nothing here forbids: the lead starts a step when they decide.
import type {
  AvisView,
  BoardView,
  Filter,
  Form,
  MeasureSheet,
  PollView,
  PresenceView,
  QuestionsView,
  Read,
  Scenario,
  SortingView,
  Step,
  StoreObject,
} from '../../protocol/messages';
import type { RoomRows } from './room_rows';

export interface Need {
  id:
    | 'present'
    | 'tables'
    | 'seats'
    | 'idea'
    | 'sent'
    | 'cluster'
    | 'kept'
    | 'article'
    | 'adopted'
    | 'rejected'
    | 'writing'
    | 'comment'
    | 'question'
    | 'vote'
    | 'answer'
    | 'wish'
    | 'rule'
    | 'poll'
    | 'screen';
  ok: boolean;
  // Of what is there; of what is missing for `seats` and `poll`.
  count: number;
}

export interface ReadinessView {
  scenario: Scenario | undefined;
  next_id: string;
  current_id: string; // empty before the first step
  rows: RoomRows;
  presence: PresenceView;
  sorting: SortingView;
  board: BoardView | undefined;
  avis: AvisView;
  questions: QuestionsView;
  polls: readonly PollView[];
  sheets: readonly MeasureSheet[];
  wishes: number; // people who have said theirs
}

const at_tables: readonly Form[] = ['pair', 'trio', 'quartet', 'table', 'group'];
const on_screen: readonly Form[] = ['plenary'];

const some = (id: Need['id'], count: number): Need => ({ id, ok: count > 0, count });

// The step that goes on, when it fills this store.
const writer_now = (view: ReadinessView, store: string): Step | undefined =>
  view.scenario?.steps.find(
    (step) => step.id === view.current_id && (step.writes ?? []).some((write) => write.to === store),
  );

// Ideas reach the lead when their step ends: until then, who has sent some is known, and not what.
function ideas(view: ReadinessView, store: string): Need {
  const sorted = view.sorting.ideas.filter((idea) => idea.fate !== 'withdrawn').length;
  if (sorted > 0 || writer_now(view, store) === undefined) {
    return some('idea', sorted);
  }
  const everyone = [...view.rows.tables.flatMap((card) => card.people), ...view.rows.unseated];
  return some('sent', everyone.filter((one) => one.row.active).length);
}

function articles(view: ReadinessView, store: string, only: Filter | undefined): Need {
  const of = (status: string) => view.avis.articles.filter((article) => article.status === status).length;
  if (only === 'adopted' || only === 'rejected') {
    return some(only, of(only));
  }
  if (view.avis.articles.length > 0) {
    return some('article', view.avis.articles.length);
  }
  // Articles go to the room when their step ends: what tables are writing will be there.
  const written = view.rows.tables.filter((card) => card.table.article_characters > 0).length;
  return writer_now(view, store) !== undefined && written > 0 ? some('writing', written) : some('article', 0);
}

function read_need(view: ReadinessView, read: Read, object: StoreObject): Need | null {
  switch (object) {
    case 'idea':
      return ideas(view, read.from);
    case 'cluster':
      return read.only === 'kept'
        ? some('kept', (view.board?.clusters ?? []).filter((cluster) => cluster.kept).length)
        : some('cluster', view.sorting.clusters.length);
    case 'article':
      return articles(view, read.from, read.only);
    case 'comment':
      return some('comment', view.sorting.comments.filter((comment) => comment.fate !== 'withdrawn').length);
    case 'question':
      return some('question', view.questions.questions.filter((each) => each.fate !== 'withdrawn').length);
    case 'vote': {
      const writers = (view.scenario?.steps ?? [])
        .filter((step) => (step.writes ?? []).some((write) => write.to === read.from))
        .map((step) => step.id);
      return some(
        'vote',
        view.polls.filter((poll) => poll.status === 'published' && writers.includes(poll.step)).length,
      );
    }
    case 'answer':
      return some('answer', view.sheets.filter((sheet) => sheet.status === 'published').length);
    case 'wish':
      return some('wish', view.wishes);
    case 'amendment':
      return null;
    default:
      return object satisfies never;
  }
}

const by_wish = (step: Step) => step.tables?.mode === 'wish';

function of_reads(view: ReadinessView, step: Step): Need[] {
  const needs = (step.reads ?? []).flatMap((read) => {
    const object = view.scenario?.stores.find((store) => store.id === read.from)?.object;
    const need = object === undefined ? null : read_need(view, read, object);
    return need === null ? [] : [need];
  });
  const now = view.scenario?.steps.find((each) => each.id === view.current_id);
  if ((by_wish(step) && step.kind === 'draft') || (now !== undefined && by_wish(now))) {
    needs.push(some('wish', view.wishes));
  }
  return needs.filter((need, index) => needs.findIndex((each) => each.id === need.id) === index);
}

function of_people(view: ReadinessView, step: Step): Need[] {
  const seated = at_tables.includes(step.audience.form) || step.tables !== undefined;
  return [
    ...(view.current_id === '' ? [some('present', view.rows.present)] : []),
    ...(seated
      ? [
          some('tables', view.rows.tables.length),
          { id: 'seats', ok: view.rows.unseated.length === 0, count: view.rows.unseated.length } as const,
        ]
      : []),
  ];
}

export function readiness(view: ReadinessView): Need[] {
  const step = view.scenario?.steps.find((each) => each.id === view.next_id);
  if (step === undefined) {
    return [];
  }
  const decides = (step.kind === 'rank' && !by_wish(step)) || step.kind === 'vote';
  const has_rule = view.scenario?.rules.some((rule) => rule.id === step.rule) ?? false;
  const open = view.polls.filter((poll) => poll.status === 'open').length;
  return [
    ...of_people(view, step),
    ...of_reads(view, step),
    ...(decides ? [{ id: 'rule', ok: has_rule, count: has_rule ? 1 : 0 } as const] : []),
    ...(open > 0 ? [{ id: 'poll', ok: false, count: open } as const] : []),
    ...(on_screen.includes(step.audience.form) ? [some('screen', view.presence.projectors)] : []),
  ];
}
