// The two voices that can say a sentence: the server's, as a sound file, and the tablet's own.
//
// Shape    A voice says one sentence at a time; saying another, or stop(), ends it. What it has to tell comes through
//          `heard`, once: ended or failed, and nothing any more after stop().
// Errors   failed('asleep'): the browser wants a tap first. failed('absent'): this voice does not work here.
export interface Words {
  readonly words: string;
  readonly lang: 'fr' | 'en';
}

export interface Heard {
  ended(): void;
  failed(why: 'asleep' | 'absent'): void;
}

export interface Voice {
  say(sentence: Words, percent: number, heard: Heard): void;
  // Will be said next.
  expect(sentence: Words, percent: number): void;
  pause(): void;
  resume(): void;
  stop(): void;
}

export const retry_ms = 1_000;
export const silent_ms = 1_500;

export const speech_address = ({ words, lang }: Words, percent: number): string =>
  `/speech?text=${encodeURIComponent(words)}&lang=${lang}&speed=${percent}`;

// One <audio> for the whole page: tablets allow an element to speak once it was started by a tap.
export class ServerVoice implements Voice {
  private audio_: HTMLAudioElement | undefined;
  private turn_ = 0;

  say(sentence: Words, percent: number, heard: Heard): void {
    this.play_(speech_address(sentence, percent), heard, true);
  }

  // The server says it ahead; nothing is downloaded yet.
  expect(sentence: Words, percent: number): void {
    void fetch(speech_address(sentence, percent), { method: 'HEAD' }).catch(() => undefined);
  }

  pause(): void {
    this.audio_?.pause();
  }

  resume(): void {
    void this.audio_?.play().catch(() => undefined);
  }

  stop(): void {
    this.turn_ += 1;
    this.audio_?.pause();
  }

  private play_(address: string, heard: Heard, again: boolean): void {
    const audio = (this.audio_ ??= new Audio());
    const turn = (this.turn_ += 1);
    const if_mine = (then: () => void) => () => turn === this.turn_ && then();
    audio.onended = if_mine(() => heard.ended());
    audio.onerror = if_mine(() => void this.ask_why_(address, heard, again, turn));
    audio.src = address;
    audio.play().catch((reason: unknown) => {
      if (turn === this.turn_ && reason instanceof DOMException && reason.name === 'NotAllowedError') {
        heard.failed('asleep');
      }
    });
  }

  // A server with too much to say names a time to come back; another fault is final.
  private async ask_why_(address: string, heard: Heard, again: boolean, turn: number): Promise<void> {
    const later = await fetch(address, { method: 'HEAD' }).then(
      (answer) => answer.ok || answer.headers.has('Retry-After'),
      () => false,
    );
    if (turn !== this.turn_) {
      return;
    }
    if (later && again) {
      setTimeout(() => turn === this.turn_ && this.play_(address, heard, false), retry_ms);
    } else {
      heard.failed('absent');
    }
  }
}

// Only voices that need no network, and only while they really speak: some tablets accept a sentence and stay silent.
export class DeviceVoice implements Voice {
  private turn_ = 0;
  private timer_: ReturnType<typeof setTimeout> | undefined;
  private repeat_: () => void = () => undefined;

  say(sentence: Words, percent: number, heard: Heard): void {
    this.stop();
    const turn = this.turn_;
    const voice = this.voice_of_(sentence.lang);
    if (voice === undefined) {
      heard.failed('absent');
      return;
    }
    this.repeat_ = () => this.say(sentence, percent, heard);
    const said = new SpeechSynthesisUtterance(sentence.words);
    said.voice = voice;
    // Android wants the language even with a voice.
    said.lang = voice.lang;
    said.rate = percent / 100;
    const if_mine = (then: () => void) => () => turn === this.turn_ && then();
    const give_up = if_mine(() => {
      this.stop();
      heard.failed('absent');
    });
    said.onstart = if_mine(() => clearTimeout(this.timer_));
    said.onend = if_mine(() => {
      this.stop();
      heard.ended();
    });
    said.onerror = give_up;
    this.timer_ = setTimeout(give_up, silent_ms);
    speechSynthesis.speak(said);
  }

  expect(): void {
    return;
  }

  // Pausing is broken on many tablets: the sentence is said again from its beginning.
  pause(): void {
    this.stop();
  }

  resume(): void {
    this.repeat_();
  }

  stop(): void {
    this.turn_ += 1;
    clearTimeout(this.timer_);
    if ('speechSynthesis' in globalThis) {
      speechSynthesis.cancel();
    }
  }

  private voice_of_(lang: string): SpeechSynthesisVoice | undefined {
    if (!('speechSynthesis' in globalThis)) {
      return undefined;
    }
    return speechSynthesis.getVoices().find((each) => each.localService && each.lang.toLowerCase().startsWith(lang));
  }
}
