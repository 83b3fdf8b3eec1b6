// What the captioner types leaves in time and never cut; what screens keep of it, and how it reads.
import { describe, expect, test } from 'vitest';
import type { CaptionLine } from '../src/protocol/messages';
import { paragraphs_of } from '../src/screens/room/caption_paragraphs';
import { digit_of, names_max, speakers_now } from '../src/screens/captioner/speakers';
import { cut, pause_ms, pieces_of } from '../src/state/caption_pieces';
import { CaptionLog } from '../src/state/caption_log.svelte';
import { TypedCaptions } from '../src/state/typed_captions.svelte';
import { seat_store } from '../src/link/storage';
import { FakeClock } from './fakes';

const line = (id: number, text: string, speaker = 'Ada'): CaptionLine => ({ id, speaker, text, at_ms: 0 });

describe('what leaves', () => {
  test('a sentence, once something follows it', () => {
    expect(cut('Bonjour.', 'typed').leaves).toBe('');
    expect(cut('Bonjour. ', 'typed')).toEqual({ leaves: 'Bonjour.', waits: '' });
    expect(cut('Bonjour. On co', 'typed')).toEqual({ leaves: 'Bonjour.', waits: 'On co' });
    expect(cut('Vraiment\u00a0? Oui\u00a0! No', 'typed')).toEqual({ leaves: 'Vraiment\u00a0? Oui\u00a0!', waits: 'No' });
  });

  test('after a pause, whole words and never a part of one', () => {
    expect(cut('le bus est gra', 'paused')).toEqual({ leaves: 'le bus est', waits: 'gra' });
    expect(cut('gratuit', 'paused')).toEqual({ leaves: '', waits: 'gratuit' });
    expect(cut('le bus est gratuit.', 'paused')).toEqual({ leaves: 'le bus est gratuit.', waits: '' });
    expect(cut('vraiment\u00a0', 'paused').leaves).toBe('');
  });

  test('a full line without a full stop', () => {
    const words = 'mot '.repeat(20);
    expect(cut(`${words}et`, 'typed')).toEqual({ leaves: words.trim(), waits: 'et' });
  });

  test('everything on demand; nothing but spaces is nothing', () => {
    expect(cut('le bus est gra', 'all')).toEqual({ leaves: 'le bus est gra', waits: '' });
    expect(cut('  ', 'all').leaves).toBe('');
  });

  test('a text too long for the server goes in pieces, cut at spaces', () => {
    const text = 'évidemment '.repeat(100).trim();
    const pieces = pieces_of(text, 300);
    expect(pieces.every((piece) => Array.from(piece).length <= 300)).toBe(true);
    expect(pieces.join(' ')).toBe(text);
    expect(pieces_of('a'.repeat(700), 300).map((piece) => piece.length)).toEqual([300, 300, 100]);
  });
});

describe('the field', () => {
  function typing() {
    const clock = new FakeClock();
    const sent: string[] = [];
    const store = seat_store(null, 'captioner');
    const field = new TypedCaptions(store, clock, (speaker, text) => sent.push(`${speaker}: ${text}`));
    return { clock, sent, store, field };
  }

  test('a pause of the hand sends the words; another key begins the pause again', () => {
    const { clock, sent, field } = typing();
    field.typed('le bus ');
    clock.pass(pause_ms - 1);
    expect(sent).toEqual([]);
    field.typed('le bus est ');
    clock.pass(pause_ms - 1);
    expect(sent).toEqual([]);
    clock.pass(1);
    expect(sent).toEqual([': le bus est']);
    expect(field.text).toBe('');
  });

  test('what was typed belongs to whoever spoke when it was typed', () => {
    const { sent, field } = typing();
    field.speaks('Ada');
    field.typed('je ne crois pas');
    field.speaks('Bob');
    field.typed('moi si');
    field.send_all();
    expect(sent).toEqual(['Ada: je ne crois pas', 'Bob: moi si']);
  });

  test('a reload finds what was not sent', () => {
    const { clock, store, field } = typing();
    field.speaks('Ada');
    field.typed('le bus est gra');
    field.stop();
    const again = new TypedCaptions(store, clock, () => {});
    expect([again.speaker, again.text]).toEqual(['Ada', 'le bus est gra']);
  });
});

describe('what a screen keeps', () => {
  test('every line it has seen, with what was mended', () => {
    const log = new CaptionLog();
    log.received({ first: 0, lines: [line(1, 'un'), line(2, 'deu')] });
    log.received({ first: 1, lines: [line(2, 'deux'), line(3, 'trois')] });
    expect(log.lines.map((each) => each.text)).toEqual(['un', 'deux', 'trois']);
    expect(log.missing.size).toBe(0);
  });

  test('how many are missing, and where', () => {
    const log = new CaptionLog();
    log.received({ first: 4, lines: [line(5, 'cinq')] });
    expect([...log.missing]).toEqual([[5, 4]]);
    log.received({ first: 5, lines: [line(6, 'six')] });
    expect([...log.missing]).toEqual([[5, 4]]);
    log.received({ first: 8, lines: [line(9, 'neuf')] });
    expect([...log.missing]).toEqual([[5, 4], [9, 2]]);
    expect(paragraphs_of(log.lines, log.missing).map((each) => [each.id, each.missing])).toEqual([[5, 4], [9, 2]]);
  });
});

describe('how it reads', () => {
  test('one person in one paragraph, a new one for the next person; lines taken away are gone', () => {
    const lines = [line(1, 'Le bus'), line(2, 'est gratuit.'), line(3, ''), line(4, 'Ah bon ?', 'Bob'), line(5, 'Oui.')];
    const read = paragraphs_of(lines).map((each) => `${each.speaker}: ${each.lines.map((one) => one.text).join(' ')}`);
    expect(read).toEqual(['Ada: Le bus est gratuit.', 'Bob: Ah bon ?', 'Ada: Oui.']);
  });

  test('a long speech is cut at the end of a sentence', () => {
    const lines = [line(1, 'a'.repeat(250)), line(2, 'fin.'), line(3, 'Suite.')];
    expect(paragraphs_of(lines).map((each) => each.lines.length)).toEqual([2, 1]);
  });
});

describe('names one tap away', () => {
  test('who has the floor, then the newest, once each, nine at most', () => {
    expect(speakers_now('Bob', ['Ada', '', 'Bob', 'Ada', 'Zoé'])).toEqual(['Bob', 'Ada', 'Zoé']);
    expect(speakers_now(undefined, Array.from({ length: 20 }, (_, i) => `n${i}`))).toHaveLength(names_max);
  });

  test('Alt, Shift and a digit, whatever the keyboard writes', () => {
    const key = (code: string, altKey = true) => digit_of({ altKey, shiftKey: true, code });
    expect([key('Digit1'), key('Digit9'), key('Digit0'), key('KeyA'), key('Digit1', false)]).toEqual([0, 8, -1, -1, -1]);
  });
});
