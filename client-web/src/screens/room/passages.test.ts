import { describe, expect, it } from 'vitest';
import { passages_of, same_passage, with_single_spaces } from './passages';

const quotes = (text: string) => passages_of([{ field: 'problem', text }]).map((each) => each.quote);

describe('passages', () => {
  it('are the sentences, white space made single', () => {
    expect(quotes('Un banc.  Qui paie\u00a0?\nRien n’est dit…  Voilà')).toEqual([
      'Un banc.',
      'Qui paie ?',
      'Rien n’est dit…',
      'Voilà',
    ]);
  });

  it('count the same words from the first', () => {
    expect(passages_of([{ field: 'a', text: 'Non. Oui. Non.' }])).toEqual([
      { field: 'a', quote: 'Non.', occurrence: 1 },
      { field: 'a', quote: 'Oui.', occurrence: 1 },
      { field: 'a', quote: 'Non.', occurrence: 2 },
    ]);
  });

  it('count words that also stand inside an earlier sentence', () => {
    expect(passages_of([{ field: 'a', text: 'Un banc vert.\nvert.' }])[1]).toEqual({
      field: 'a',
      quote: 'vert.',
      occurrence: 2,
    });
  });

  it('are cut between words when a quote cannot hold them', () => {
    const cut = quotes('mot '.repeat(100).trim());
    expect(cut.length).toBe(2);
    cut.forEach((quote) => expect(quote.length).toBeLessThanOrEqual(280));
    expect(cut.join(' ')).toBe('mot '.repeat(100).trim());
    expect(quotes('x'.repeat(281)).map((quote) => quote.length)).toEqual([280, 1]);
  });

  it('are none in an empty field, and keep the field they come from', () => {
    expect(quotes(' \n ')).toEqual([]);
    expect(passages_of([{ field: 'title', text: 'A' }, { field: 'b', text: 'B' }]).map((each) => each.field)).toEqual([
      'title',
      'b',
    ]);
  });

  it('are the same when field, words and place are', () => {
    const one = { field: 'a', quote: 'x', occurrence: 1 };
    expect(same_passage(one, { ...one })).toBe(true);
    expect(same_passage(one, { ...one, occurrence: 2 })).toBe(false);
    expect(same_passage(undefined, undefined)).toBe(true);
    expect(same_passage(one, undefined)).toBe(false);
  });

  it('read white space as the server does', () => {
    expect(with_single_spaces('\n a\u202f\u2009b \r')).toBe('a b');
  });
});
