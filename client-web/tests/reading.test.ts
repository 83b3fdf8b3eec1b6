import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Listening } from '../src/state/listening';
import { usual } from '../src/state/profile.svelte';
import { Booth, Reading } from '../src/state/reading.svelte';
import { sentences_of, units_max } from '../src/state/sentences';
import { DeviceVoice, retry_ms, ServerVoice, silent_ms, speech_address, type Heard, type Voice, type Words } from '../src/state/voices';

const cut = (text: string) => sentences_of(text).map(({ start, end }) => text.slice(start, end));

describe('sentences', () => {
  test.each<[string, string[]]>([
    ['Bonjour. Écrivez une idée !', ['Bonjour.', 'Écrivez une idée !']],
    ['Ça va ? Oui.', ['Ça va ?', 'Oui.']],
    ['« Oui. » dit-elle. Puis rien.', ['« Oui. » dit-elle.', 'Puis rien.']],
    ['Il dit : « Non ! » Puis il part…', ['Il dit : « Non ! »', 'Puis il part…']],
    ['M. Dupont et Mme. Durand, art. 3. Fin.', ['M. Dupont et Mme. Durand, art. 3.', 'Fin.']],
    ['Le bus etc. passe ici.', ['Le bus etc. passe ici.']],
    ['3.5 km. exemple.fr', ['3.5 km. exemple.fr']],
    ['Une ligne\n\n- une autre\n…\n', ['Une ligne', '- une autre']],
    ['sans point', ['sans point']],
    ['', []],
    [' … 🙂 ', []],
  ])('%j', (text, sentences) => expect(cut(text)).toEqual(sentences));

  test('one at the bound is whole, a longer one is cut at a comma, at a space, or where it must be', () => {
    const whole = 'a'.repeat(units_max);
    expect(cut(whole)).toEqual([whole]);
    expect(cut(`${whole}a`)).toEqual([whole, 'a']);
    const words = 'mot '.repeat(100).trim();
    expect(cut(words).every((each) => each.length <= units_max && each.startsWith('mot') && each.endsWith('mot'))).toBe(true);
    expect(cut(words).join(' ')).toBe(words);
    const clauses = `${'mot '.repeat(50)}fin, ${'mot '.repeat(50)}fin.`;
    expect(cut(clauses)[0]).toBe(`${'mot '.repeat(50)}fin,`);
  });
});

// A voice that says what it was asked, and answers when told to.
class FakeVoice implements Voice {
  said: string[] = [];
  expected: string[] = [];
  gestures: string[] = [];
  heard: Heard | undefined;
  say({ words }: Words, percent: number, heard: Heard): void {
    this.said.push(`${words} ${percent}`);
    this.heard = heard;
  }
  expect({ words }: Words): void {
    this.expected.push(words);
  }
  pause(): void {
    this.gestures.push('pause');
  }
  resume(): void {
    this.gestures.push('resume');
  }
  stop(): void {
    this.gestures.push('stop');
  }
}

const by_button: Listening = { read_aloud: 'button', speech_percent: 100, voice: 'server', screen_reader: false };
const text = 'Une. Deux.';
let server: FakeVoice;
let device: FakeVoice;
let booth: Booth;
const reading_of = (...texts: string[]) => new Reading(() => texts.map((words) => ({ words, lang: 'fr' })), booth);

beforeEach(() => {
  server = new FakeVoice();
  device = new FakeVoice();
  booth = new Booth(server, device);
});

describe('a reading', () => {
  test('says one sentence after another, marks the one it says, and asks for the next [access X1]', () => {
    const reading = reading_of(text, 'Trois.');
    reading.start({ ...by_button, speech_percent: 80 });
    expect(server.said).toEqual(['Une. 80']);
    expect(server.expected).toEqual(['Deux.']);
    expect(reading.place(0, text)).toMatchObject({ start: 0, end: 4 });
    expect(reading.place(1, 'Trois.')).toBeNull();
    server.heard?.ended();
    expect(reading.place(0, text)).toMatchObject({ start: 5, end: 10 });
    server.heard?.ended();
    expect(reading.place(0, text)).toBeNull();
    expect(reading.place(1, 'Trois.')).toMatchObject({ start: 0, end: 6 });
    server.heard?.ended();
    expect(reading.status).toBe('idle');
    expect(reading.place(1, 'Trois.')).toBeNull();
    expect(booth.reader).toBeNull();
  });

  test('a text that has changed on screen is not marked', () => {
    const reading = reading_of(text);
    reading.start(by_button);
    expect(reading.place(0, 'Autre chose. Deux.')).toBeNull();
  });

  test('pauses, goes on, repeats and stops', () => {
    const reading = reading_of(text);
    reading.start(by_button);
    reading.pause();
    expect(reading.status).toBe('paused');
    reading.go_on();
    expect(reading.status).toBe('reading');
    reading.repeat();
    expect(server.said).toEqual(['Une. 100', 'Une. 100']);
    reading.stop();
    expect(reading.status).toBe('idle');
    expect(server.gestures).toEqual(['pause', 'resume', 'stop']);
  });

  test('two never read at once: who starts stops the other', () => {
    const [first, second] = [reading_of('Une.'), reading_of('Deux.')];
    first.start(by_button);
    second.start(by_button);
    expect(first.status).toBe('idle');
    expect(second.status).toBe('reading');
    first.stop();
    expect(second.status).toBe('reading');
  });

  test('with nothing to say it does not begin', () => {
    const reading = reading_of('…');
    reading.start(by_button);
    expect(reading.status).toBe('idle');
    expect(booth.reader).toBeNull();
  });

  test('a voice that does not work is said so', () => {
    const reading = reading_of(text);
    reading.start(by_button);
    server.heard?.failed('absent');
    expect(reading.status).toBe('failed');
    expect(reading.place(0, text)).toBeNull();
    reading.start(by_button);
    expect(reading.status).toBe('reading');
  });

  test('a tablet’s voice that stays silent is replaced by the server’s, at the same sentence, for good', () => {
    const reading = reading_of(text);
    reading.start({ ...by_button, voice: 'device' });
    device.heard?.ended();
    expect(device.said).toHaveLength(2);
    device.heard?.failed('absent');
    expect(server.said).toEqual(['Deux. 100']);
    expect(reading.status).toBe('reading');
    reading.start({ ...by_button, voice: 'device' });
    expect(device.said).toHaveLength(2);
  });

  test('by itself only when asked for, never over a screen reader or another reading [access S6] [access A3]', () => {
    const alone = (settings: Partial<Listening>) => {
      const reading = reading_of(text);
      reading.start_alone({ ...by_button, ...settings });
      const { status } = reading;
      reading.stop();
      return status;
    };
    expect(alone(usual)).toBe('idle');
    expect(alone({ read_aloud: 'never' })).toBe('idle');
    expect(alone({ read_aloud: 'automatic' })).toBe('reading');
    expect(alone({ read_aloud: 'automatic', screen_reader: true })).toBe('idle');
    const other = reading_of('Autre.');
    other.start(by_button);
    expect(alone({ read_aloud: 'automatic' })).toBe('idle');
    expect(other.status).toBe('reading');
  });

  test('a browser that wants a tap first is no failure for a reading nobody tapped', () => {
    const reading = reading_of(text);
    reading.start_alone({ ...by_button, read_aloud: 'automatic' });
    server.heard?.failed('asleep');
    expect(reading.status).toBe('idle');
  });
});

describe('the server’s voice', () => {
  class FakeAudio {
    static all: FakeAudio[] = [];
    src = '';
    plays = 0;
    refusal: unknown = null;
    onended: (() => void) | null = null;
    onerror: (() => void) | null = null;
    constructor() {
      FakeAudio.all.push(this);
    }
    play(): Promise<void> {
      this.plays += 1;
      return this.refusal === null ? Promise.resolve() : Promise.reject(this.refusal);
    }
    pause(): void {
      return;
    }
  }
  const one: Words = { words: 'Ça va ?', lang: 'fr' };
  const heard = { ended: vi.fn(), failed: vi.fn() };
  const answer_with = (status: number, headers: Record<string, string> = {}) =>
    vi.stubGlobal('fetch', vi.fn(async () => new Response(null, { status, headers })));

  beforeEach(() => {
    vi.useFakeTimers();
    FakeAudio.all = [];
    vi.stubGlobal('Audio', FakeAudio);
    heard.ended.mockReset();
    heard.failed.mockReset();
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
  const audio = () => FakeAudio.all[0] as FakeAudio;

  test('asks for the sentence, its language and the speed', () => {
    expect(speech_address(one, 70)).toBe('/speech?text=%C3%87a%20va%20%3F&lang=fr&speed=70');
  });

  test('one element speaks for the whole page, and an older sentence says nothing more', () => {
    const voice = new ServerVoice();
    voice.say(one, 100, heard);
    const late = audio().onended;
    voice.say({ words: 'Oui.', lang: 'fr' }, 100, heard);
    late?.();
    expect(heard.ended).not.toHaveBeenCalled();
    audio().onended?.();
    expect(heard.ended).toHaveBeenCalledOnce();
    expect(FakeAudio.all).toHaveLength(1);
  });

  test('expecting a sentence downloads nothing', () => {
    answer_with(200);
    new ServerVoice().expect(one, 100);
    expect(fetch).toHaveBeenCalledWith(speech_address(one, 100), { method: 'HEAD' });
    expect(FakeAudio.all).toHaveLength(0);
  });

  test('a server with too much to say is asked again once; one without a voice is not', async () => {
    answer_with(503, { 'Retry-After': '1' });
    const voice = new ServerVoice();
    voice.say(one, 100, heard);
    audio().onerror?.();
    await vi.advanceTimersByTimeAsync(retry_ms - 1);
    expect(audio().plays).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(audio().plays).toBe(2);
    audio().onerror?.();
    await vi.advanceTimersByTimeAsync(1);
    expect(heard.failed).toHaveBeenCalledWith('absent');
    answer_with(503);
    heard.failed.mockReset();
    voice.say(one, 100, heard);
    audio().onerror?.();
    await vi.advanceTimersByTimeAsync(1);
    expect(heard.failed).toHaveBeenCalledWith('absent');
  });

  test('stopped while it asks why, it says nothing', async () => {
    answer_with(503);
    const voice = new ServerVoice();
    voice.say(one, 100, heard);
    audio().onerror?.();
    voice.stop();
    await vi.advanceTimersByTimeAsync(1);
    expect(heard.failed).not.toHaveBeenCalled();
  });

  test('a browser that wants a tap is told apart', async () => {
    const voice = new ServerVoice();
    voice.say(one, 100, heard);
    audio().refusal = new DOMException('', 'NotAllowedError');
    voice.say(one, 100, heard);
    await vi.advanceTimersByTimeAsync(1);
    expect(heard.failed).toHaveBeenCalledWith('asleep');
  });
});

describe('the tablet’s voice', () => {
  class FakeUtterance {
    voice: unknown = null;
    lang = '';
    rate = 1;
    onstart: (() => void) | null = null;
    onend: (() => void) | null = null;
    onerror: (() => void) | null = null;
    constructor(readonly text: string) {}
  }
  const spoken: FakeUtterance[] = [];
  const heard = { ended: vi.fn(), failed: vi.fn() };
  const with_voices = (...voices: { lang: string; localService: boolean }[]) =>
    vi.stubGlobal('speechSynthesis', {
      getVoices: () => voices,
      speak: (each: FakeUtterance) => spoken.push(each),
      cancel: vi.fn(),
    });
  const one: Words = { words: 'Oui.', lang: 'fr' };

  beforeEach(() => {
    vi.useFakeTimers();
    spoken.length = 0;
    heard.ended.mockReset();
    heard.failed.mockReset();
    vi.stubGlobal('SpeechSynthesisUtterance', FakeUtterance);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  test('only a voice of the language that needs no network', () => {
    new DeviceVoice().say(one, 100, heard);
    expect(heard.failed).toHaveBeenCalledTimes(1);
    with_voices({ lang: 'fr-FR', localService: false }, { lang: 'en-GB', localService: true });
    new DeviceVoice().say(one, 100, heard);
    expect(heard.failed).toHaveBeenCalledTimes(2);
    with_voices({ lang: 'fr-FR', localService: true });
    new DeviceVoice().say(one, 130, heard);
    expect(spoken[0]).toMatchObject({ text: 'Oui.', lang: 'fr-FR', rate: 1.3 });
    expect(heard.failed).toHaveBeenCalledTimes(2);
  });

  test('one that does not start in time has failed; one that does is left to speak', () => {
    with_voices({ lang: 'fr-FR', localService: true });
    const voice = new DeviceVoice();
    voice.say(one, 100, heard);
    vi.advanceTimersByTime(silent_ms - 1);
    expect(heard.failed).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(heard.failed).toHaveBeenCalledWith('absent');
    voice.say(one, 100, heard);
    spoken[1]?.onstart?.();
    vi.advanceTimersByTime(10 * silent_ms);
    expect(heard.failed).toHaveBeenCalledOnce();
    spoken[1]?.onend?.();
    expect(heard.ended).toHaveBeenCalledOnce();
  });

  test('paused, it says its sentence again', () => {
    with_voices({ lang: 'fr-FR', localService: true });
    const voice = new DeviceVoice();
    voice.say(one, 100, heard);
    spoken[0]?.onstart?.();
    voice.pause();
    spoken[0]?.onend?.();
    expect(heard.ended).not.toHaveBeenCalled();
    voice.resume();
    expect(spoken[1]?.text).toBe('Oui.');
  });
});
