// What the console has received, each section with an empty value until it comes.
import { getContext, setContext } from 'svelte';
import { text } from '../../i18n/index.svelte';
import type {
  AtelierView,
  AvisView,
  CountsView,
  DeskView,
  MeasureSheet,
  NeedsView,
  NoticesView,
  PeopleView,
  PollView,
  PresenceView,
  ProjectorView,
  QuestionsView,
  RunView,
  SortingView,
  SpeakingView,
  StepSummary,
  StepView,
  TallyView,
} from '../../protocol/messages';
import { no_atelier, no_avis, no_step, no_tally } from '../../state/nothing_yet';
import type { Room } from '../../state/room.svelte';
import { UndoStack } from '../../state/undo.svelte';
import { room_rows, type RoomRows } from './room_rows';
import { person_name, table_name } from './words';

const no_run: RunView = {
  steps: [],
  extended_minutes: 0,
  undo_until_ms: 0,
  undo_back_to: '',
  content_seals: [],
};
const no_counts: CountsView = { polls: [], words: [] };
const no_people: PeopleView = { people: [], tables: [], signals: [], unsent_drafts: 0, voters_awaited: 0, questions: [], late_articles: [] };
const no_presence: PresenceView = { people: [], table_screens: [], facilitators: 0, projectors: 0, experts: 0, captioners: 0, disk_low: false, waiting: [], doors: [] };
const no_sorting: SortingView = { ideas: [], clusters: [], comments: [], committee_size: 0, committee: [] };
const no_desk: DeskView = { cards: [], expert_code: '', captioner_code: '', messages: [] };
const no_needs: NeedsView = { counts: [], told: [] };
const no_notices: NoticesView = { messages: [] };
const no_speaking: SpeakingView = { may_have_queue: false, ordered_by_hand: false, queue: [], seated: [], tables: [] };
const no_scene: ProjectorView = { scene: 'automatic', message: '' };

const no_questions: QuestionsView = {
  max: 0,
  characters: 0,
  speech_ends_at_ms: 0,
  speech_remaining_ms: 0,
  questions: [],
};

export class Cockpit {
  // What this console can still take back.
  readonly undo = new UndoStack();

  constructor(readonly room: Room) {
    room.on_forget(() => this.undo.forget());
  }

  get received(): boolean {
    const { step, atelier, run, people } = this.room.sections;
    return step !== undefined && atelier !== undefined && run !== undefined && people !== undefined;
  }
  get step(): StepView {
    return this.room.sections.step ?? no_step;
  }
  get atelier(): AtelierView {
    return this.room.sections.atelier ?? no_atelier;
  }
  get run(): RunView {
    return this.room.sections.run ?? no_run;
  }
  // The committee of the current step writes articles; else, if there is one, it sorts ideas.
  get committee_drafts(): boolean {
    const step = this.room.sections.programme?.scenario.steps.find((each) => each.id === this.step.id);
    return step?.parallel?.kind === 'draft';
  }
  get counts(): CountsView {
    return this.room.sections.counts ?? no_counts;
  }
  get people(): PeopleView {
    return this.room.sections.people ?? no_people;
  }
  get presence(): PresenceView {
    return this.room.sections.presence ?? no_presence;
  }
  get sheets(): readonly MeasureSheet[] {
    return this.room.sections.measure?.sheets ?? [];
  }
  get questions(): QuestionsView {
    return this.room.sections.questions ?? no_questions;
  }
  get needs(): NeedsView {
    return this.room.sections.needs ?? no_needs;
  }
  get tally(): TallyView {
    return this.room.sections.tally ?? no_tally;
  }
  get sections(): { avis: AvisView; sorting: SortingView; desk: DeskView; notices: NoticesView; scene: ProjectorView } {
    const { avis, sorting, desk, notices, projector } = this.room.sections;
    return {
      avis: avis ?? no_avis,
      sorting: sorting ?? no_sorting,
      desk: desk ?? no_desk,
      notices: notices ?? no_notices,
      scene: projector ?? no_scene,
    };
  }
  get speaking(): SpeakingView {
    return this.room.sections.speaking ?? no_speaking;
  }
  get rows(): RoomRows {
    return room_rows(this.people, this.presence, this.step.kind, this.open_poll !== undefined);
  }
  get open_poll(): PollView | undefined {
    return this.counts.polls.find((poll) => poll.status === 'open');
  }
}

const key = Symbol('cockpit');
export const provide_cockpit = (room: Room): Cockpit => setContext(key, new Cockpit(room));
export const use_cockpit = (): Cockpit => getContext<Cockpit>(key);

export function step_title(cockpit: Cockpit, id: string): string {
  const found: StepSummary | undefined = cockpit.atelier.steps.find((step) => step.id === id);
  return found === undefined ? id : text(found.title);
}

export function name_of_table(cockpit: Cockpit, id: number | undefined): string {
  const found = cockpit.people.tables.find((table) => table.id === id);
  return found === undefined ? '' : table_name(found);
}

export function name_of_person(cockpit: Cockpit, id: number | undefined): string {
  const found = cockpit.people.people.find((person) => person.id === id);
  return found === undefined ? '' : person_name(found);
}
