// How the person in front of this tablet wishes to be read to. [A3] Sound is off until somebody asks for it; [S6] our voice
// never speaks by itself over a screen reader's.
import type { Profile } from '../protocol/messages';

export type Listening = Pick<Profile, 'read_aloud' | 'speech_percent' | 'voice' | 'screen_reader'>;
