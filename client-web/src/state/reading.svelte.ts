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
  private now_ = $state.raw<Sentence | null>(null);
  private sentences_: readonly Sentence[] = [];
  private at_ = 0;
  private percent_ = 100;
  private voice_: Voice;
  private asked_ = true;

  constructor(
    private readonly parts_: () => readonly Words[],
    private readonly booth_: Booth = page,
  ) {
    this.voice_ = booth_.server;
  }

  // What of this text is being said, or null.
  place(part: number, text: string): Range | null {
    return this.now_?.part === part && this.now_.text === text ? this.now_ : null;
  }

  // From the first sentence. asked: by a tap; otherwise a browser that wants one is no failure.
  start(settings: Listening, asked = true): void {
    this.booth_.reader?.stop();
    this.sentences_ = this.parts_().flatMap(({ words, lang }, part) =>
      sentences_of(words).map((range) => ({ ...range, part, text: words, lang })),
    );
    if (this.sentences_.length === 0) {
      return;
    }
    this.booth_.reader = this;
    this.percent_ = settings.speech_percent;
    this.voice_ = settings.voice === 'device' && this.booth_.device_works ? this.booth_.device : this.booth_.server;
    this.asked_ = asked;
    this.say_(0);
  }

  // By itself, when nobody is reading.
  start_alone(settings: Listening): void {
    if (this.booth_.reader === null && settings.read_aloud === 'automatic' && !settings.screen_reader) {
      this.start(settings, false);
    }
  }

  pause(): void {
    this.status = 'paused';
    this.voice_.pause();
  }

  go_on(): void {
    this.status = 'reading';
    this.voice_.resume();
  }

  // The same sentence again.
  repeat(): void {
    this.say_(this.at_);
  }

  stop(): void {
    if (this.booth_.reader === this) {
      this.end_('idle');
    }
  }

  private say_(at: number): void {
    const sentence = this.sentences_[at];
    if (sentence === undefined) {
      return this.end_('idle');
    }
    this.at_ = at;
    this.now_ = sentence;
    this.status = 'reading';
    const heard: Heard = { ended: () => this.say_(at + 1), failed: (why) => this.failed_(why) };
    this.voice_.say(words_of(sentence), this.percent_, heard);
    const next = this.sentences_[at + 1];
    if (next !== undefined && this.status === 'reading') {
      this.voice_.expect(words_of(next), this.percent_);
    }
  }

  private failed_(why: 'asleep' | 'absent'): void {
    if (this.voice_ === this.booth_.device) {
      this.booth_.device_works = false;
      this.voice_ = this.booth_.server;
      this.say_(this.at_);
    } else {
      this.end_(why === 'absent' && this.asked_ ? 'failed' : 'idle');
    }
  }

  private end_(status: 'idle' | 'failed'): void {
    this.voice_.stop();
    this.booth_.reader = null;
    this.now_ = null;
    this.status = status;
  }
}
