// A person, and what they wrote: two sections, because the second grows with the event and changes less often.
import type { MeView, MineView } from '../protocol/messages';

export type Me = MeView & MineView;
