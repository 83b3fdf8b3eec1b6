// One list of texts being read aloud, sentence by sentence, and the page's one place to read.
//
// Order    idle → reading ⇄ paused → idle; failed until somebody tries again. Whoever starts stops the others.
// Errors   A tablet's voice that does not speak is replaced by the server's, at the same sentence, for as long as the
//          page lives.
import type { Listening } from './listening';
import { sentences_of, type Range } from './sentences';
import { DeviceVoice, ServerVoice, type Heard, type Voice, type Words } from './voices';

interface Sentence extends Range {
  readonly part: number;
  // The whole text it was cut from: when that has changed on screen, nothing is marked.
  readonly text: string;
  readonly lang: Words['lang'];
}

const words_of = ({ text, start, end, lang }: Sentence): Words => ({ words: text.slice(start, end), lang });

// Who reads, and with which voices.
export class Booth {
  reader: Reading | null = null;
  device_works = true;
  constructor(
    readonly server: Voice = new ServerVoice(),
    readonly device: Voice = new DeviceVoice(),
  ) {}
}

const page = new Booth();

export class Reading {
  status = $state<'idle' | 'reading' | 'paused' | 'failed'>('idle');
  #now = $state.raw<Sentence | null>(null);
  #sentences: readonly Sentence[] = [];
  #at = 0;
  #percent = 100;
  #voice: Voice;
  #asked = true;

  constructor(
    private readonly parts: () => readonly Words[],
    private readonly booth: Booth = page,
  ) {
    this.#voice = booth.server;
  }

  // What of this text is being said, or null.
  place(part: number, text: string): Range | null {
    return this.#now?.part === part && this.#now.text === text ? this.#now : null;
  }

  // From the first sentence. asked: by a tap; otherwise a browser that wants one is no failure.
  start(settings: Listening, asked = true): void {
    this.booth.reader?.stop();
    this.#sentences = this.parts().flatMap(({ words, lang }, part) =>
      sentences_of(words).map((range) => ({ ...range, part, text: words, lang })),
    );
    if (this.#sentences.length === 0) {
      return;
    }
    this.booth.reader = this;
    this.#percent = settings.speech_percent;
    this.#voice = settings.voice === 'device' && this.booth.device_works ? this.booth.device : this.booth.server;
    this.#asked = asked;
    this.#say(0);
  }

  // By itself, when nobody is reading.
  start_alone(settings: Listening): void {
    if (this.booth.reader === null && settings.read_aloud === 'automatic' && !settings.screen_reader) {
      this.start(settings, false);
    }
  }

  pause(): void {
    this.status = 'paused';
    this.#voice.pause();
  }

  go_on(): void {
    this.status = 'reading';
    this.#voice.resume();
  }

  // The same sentence again.
  repeat(): void {
    this.#say(this.#at);
  }

  stop(): void {
    if (this.booth.reader === this) {
      this.#end('idle');
    }
  }

  #say(at: number): void {
    const sentence = this.#sentences[at];
    if (sentence === undefined) {
      return this.#end('idle');
    }
    this.#at = at;
    this.#now = sentence;
    this.status = 'reading';
    const heard: Heard = { ended: () => this.#say(at + 1), failed: (why) => this.#failed(why) };
    this.#voice.say(words_of(sentence), this.#percent, heard);
    const next = this.#sentences[at + 1];
    if (next !== undefined && this.status === 'reading') {
      this.#voice.expect(words_of(next), this.#percent);
    }
  }

  #failed(why: 'asleep' | 'absent'): void {
    if (this.#voice === this.booth.device) {
      this.booth.device_works = false;
      this.#voice = this.booth.server;
      this.#say(this.#at);
    } else {
      this.#end(why === 'absent' && this.#asked ? 'failed' : 'idle');
    }
  }

  #end(status: 'idle' | 'failed'): void {
    this.#voice.stop();
    this.booth.reader = null;
    this.#now = null;
    this.status = status;
  }
}
