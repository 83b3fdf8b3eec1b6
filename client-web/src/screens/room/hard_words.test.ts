import { describe, expect, it } from 'vitest';
import { hard_words_in, pieces_of } from './hard_words';

const entry = (word: string, forms?: string[]) => ({ word, forms, meaning: { fr: `Ce que veut dire ${word}.` } });
const lexicon = [entry('avis'), entry('amendement', ['amendements']), entry('porte-parole'), entry('avis citoyen')];
const found = (text: string) => hard_words_in(text, lexicon).map(({ entry: { word }, start, end }) => [word, text.slice(start, end)]);

describe('hard words [access K4]', () => {
  it('are whole words, in any form and any capitals, the first time they stand there', () => {
    expect(found('Deux Amendements, puis un amendement.')).toEqual([['amendement', 'Amendements']]);
    expect(found('L’avis est lu par le porte-parole.')).toEqual([
      ['avis', 'avis'],
      ['porte-parole', 'porte-parole'],
    ]);
    expect(found('Un préavis, des avisos et des aviséavis')).toEqual([]);
  });

  it('are not over one another: the longest is explained', () => {
    expect(found('Un avis citoyen.')).toEqual([['avis citoyen', 'avis citoyen']]);
  });

  it('cut a text that is being read, and lose nothing of it', () => {
    const text = 'Lisez. L’avis est court.';
    const words = hard_words_in(text, lexicon);
    const pieces = [
      ...pieces_of(text, { start: 0, end: 7 }, words),
      ...pieces_of(text, { start: 7, end: text.length }, words),
    ];
    expect(pieces.map((each) => each.before + each.text + each.after).join('')).toBe(text);
    expect(pieces.map((each) => [each.before, each.text, each.after, each.entry !== null])).toEqual([
      ['', 'Lisez. ', '', false],
      ['L’', 'avis', '', true],
      ['', ' est court.', '', false],
    ]);
    const both = 'Un porte-parole/avis.';
    const joined = pieces_of(both, { start: 0, end: both.length }, hard_words_in(both, lexicon));
    expect(joined.map((each) => each.before + each.text + each.after)).toEqual(['Un ', 'porte-parole/', 'avis.']);
    expect(pieces_of('', { start: 0, end: 0 }, [])).toEqual([]);
  });
});
