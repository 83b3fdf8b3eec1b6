// What a screen shows before the server has said anything.
import type { AtelierView, AvisView, StepView, TallyView } from '../protocol/messages';

export const no_step: StepView = {
  status: 'waiting',
  position: -1,
  id: '',
  alerts: [],
  started_at_ms: 0,
  ends_at_ms: 0,
  paused: false,
  remaining_ms: 0,
  late_until_ms: 0,
  min: 0,
  max: 0,
  characters: 0,
  frame: [],
  turns: [],
  turn: 0,
  turn_ends_at_ms: 0,
  turn_remaining_ms: 0,
  anchored: false,
  alone: false,
  readings: [],
  resumes_at: '',
  closing_at_ms: 0,
  closing_left_ms: 0,
  documents: [],
};

export const no_atelier: AtelierView = {
  title: { fr: '', falc: '' },
  question: { fr: '', falc: '' },
  commitments: [],
  steps: [],
  lexicon: [],
  easy_readings: [],
};

export const no_tally: TallyView = {
  voted: 0,
  answered: 0,
  present: 0,
  tables_ready: 0,
  tables: 0,
  groups: 0,
  groups_kept: 0,
  wishes: 0,
};

export const no_avis: AvisView = {
  articles: [],
  sealed_sha256: '',
  sealed_at_ms: 0,
  promise_who: '',
  promise_text: '',
  promise_due: '',
};
