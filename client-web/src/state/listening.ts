// How the person in front of this tablet wishes to be read to.
export interface Listening {
  // never: no button. automatic: a new instruction is read when it opens, where the browser allows it.
  readonly read_aloud: 'button' | 'automatic' | 'never';
  // 70 to 130.
  readonly speech_percent: number;
  // device: the tablet's own voice, if it has one of the language that needs no network; the server's otherwise.
  readonly voice: 'server' | 'device';
  // [S6] Our voice never speaks by itself over theirs; nothing is hidden.
  readonly screen_reader: boolean;
}

const usual: Listening = { read_aloud: 'button', speech_percent: 100, voice: 'server', screen_reader: false };

// The one place that decides it. [A3] Sound is off until somebody asks for it.
export const listening = (): Listening => usual;
