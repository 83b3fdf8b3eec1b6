import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import common from '../../i18n/catalogue/everywhere.json';
import words from '../../i18n/catalogue/projector.json';
import { set_language } from '../../i18n/index.svelte';
import { register } from '../../i18n/register';
import type { PollView } from '../../protocol/messages';
import { result_bars, result_sentences, short_sentences, threshold_words } from './result_words';

beforeAll(() => {
  vi.stubGlobal('document', { documentElement: { lang: 'fr' } });
  register(common, words);
});
beforeEach(() => set_language('fr'));

const plain = (text: string) => text.replace(/\u00a0/g, ' ');
const sentences = (poll: PollView) => result_sentences(poll).map(plain);

const motion: PollView = {
  id: 4,
  step: 'vote',
  method: 'motion',
  status: 'published',
  options: [],
  article: 2,
  number: 2,
  title: 'Un bus du soir',
  points: 0,
  max_per_option: 0,
  keep: 0,
  base: 'cast',
  threshold: '1/2',
  strict: true,
  quorum: '',
  present: 170,
  ballots: 161,
  box_sha256: 'ab',
  wording: '',
  readers: 0,
  readers_from: '',
  wording_waived: '',
  wording_needed: false,
  motion_result: {
    for: 59,
    against: 57,
    abstain: 45,
    base: 116,
    yes_needed: 59,
    quorum_needed: 0,
    quorum_met: true,
    outcome: 'adopted',
  },
};

describe('a motion', () => {
  it('is told in four numbers, then its base, then what follows', () => {
    expect(sentences(motion)).toEqual([
      '59 pour, 57 contre, 45 abstentions.',
      '9 personnes présentes n’ont pas voté.',
      'Base : les votes pour et contre, soit 116.',
      'Il fallait plus de la moitié, soit 59 pour.',
      'L’article est adopté.',
    ]);
  });

  it('says so differently when the base is different', () => {
    const total = { ...motion.motion_result!, base: 161, yes_needed: 81, outcome: 'rejected' as const };
    expect(sentences({ ...motion, base: 'cast_plus_abstain', motion_result: total }).slice(2)).toEqual([
      'Base : les votes pour, contre et les abstentions, soit 161.',
      'Il fallait plus de la moitié, soit 81 pour.',
      'L’article est rejeté.',
    ]);
    expect(sentences({ ...motion, base: 'present', motion_result: { ...total, base: 170 } })[2]).toBe(
      'Base : les personnes présentes, soit 170.',
    );
  });

  it('tells the quorum, met or missed', () => {
    const met = { ...motion.motion_result!, quorum_needed: 114 };
    expect(sentences({ ...motion, quorum: '2/3', motion_result: met })[3]).toBe(
      'Il fallait au moins 114 votants : il y en a 161.',
    );
    const missed = {
      ...met,
      for: 5,
      against: 1,
      abstain: 1,
      base: 6,
      quorum_met: false,
      outcome: 'no_quorum' as const,
    };
    expect(sentences({ ...motion, quorum: '2/3', motion_result: missed }).slice(1)).toEqual([
      '163 personnes présentes n’ont pas voté.',
      'Base : les votes pour et contre, soit 6.',
      'Il fallait au moins 114 votants : il y en a 7.',
      'Trop peu de votants : le vote ne compte pas.',
    ]);
  });

  it('has one word for one and for none in French, and none missing when everyone voted', () => {
    const total = { ...motion.motion_result!, for: 1, against: 0, abstain: 1, base: 1, yes_needed: 1 };
    expect(sentences({ ...motion, present: 2, motion_result: total }).slice(0, 2)).toEqual([
      '1 pour, 0 contre, 1 abstention.',
      'Base : les votes pour et contre, soit 1.',
    ]);
  });

  it('tells « je ne sais pas » apart, within the abstentions [access V2]', () => {
    const total = { ...motion.motion_result!, unsure: 2 };
    expect(sentences({ ...motion, motion_result: total })[0]).toBe(
      '59 pour, 57 contre, 45 abstentions, dont 2 « je ne sais pas ».',
    );
  });

  it('speaks easy French and English', () => {
    set_language('falc');
    expect(sentences(motion)).toEqual([
      '59 pour, 57 contre, 45 votes sans avis.',
      '9 personnes n’ont pas voté.',
      'On compte les votes pour et contre : 116.',
      'Il fallait 59 pour.',
      'La salle garde l’article.',
    ]);
    set_language('en');
    expect(sentences(motion)[3]).toBe('It took more than half: 59 for.');
  });

  it('says nothing before it is counted', () => {
    expect(result_sentences({ ...motion, motion_result: undefined })).toEqual([]);
    expect(result_bars({ ...motion, motion_result: undefined })).toEqual([]);
  });

  it('draws bars from zero, the longest one whole', () => {
    expect(result_bars(motion).map((bar) => [bar.id, bar.count, bar.width_percent])).toEqual([
      ['for', 59, 100],
      ['against', 57, 97],
      ['abstain', 45, 76],
    ]);
    const none = { ...motion.motion_result!, for: 0, against: 0, abstain: 0 };
    expect(result_bars({ ...motion, motion_result: none }).map((bar) => bar.width_percent)).toEqual([0, 0, 0]);
  });
});

describe('a threshold', () => {
  it.each([
    ['1/2', true, 'plus de la moitié'],
    ['1/2', false, 'la moitié au moins'],
    ['2/3', true, 'plus des deux tiers'],
    ['4/5', false, 'les quatre cinquièmes au moins'],
    ['7/10', true, 'plus de 7 sur 10'],
    ['7/10', false, 'au moins 7 sur 10'],
  ])('%s, strict: %s, is %j', (threshold, strict, said) => {
    expect(plain(threshold_words(threshold, strict))).toBe(said);
  });
});

describe('a points poll', () => {
  const points: PollView = {
    ...motion,
    method: 'points',
    article: undefined,
    number: 0,
    title: '',
    keep: 2,
    base: undefined,
    threshold: '',
    options: [
      { id: 1, title: 'Transports' },
      { id: 2, title: 'Accueil' },
      { id: 3, title: 'Prix' },
    ],
    present: 30,
    ballots: 28,
    motion_result: undefined,
    points_result: [
      { option: 2, points: 50, supporters: 20, kept: true },
      { option: 1, points: 25, supporters: 14, kept: true },
      { option: 3, points: 1, supporters: 1, kept: false },
    ],
  };

  it('names what is kept, best first', () => {
    expect(sentences(points)).toEqual([
      '28 personnes ont voté, sur 30 présentes.',
      'Les 2 sujets gardés : « Accueil », 50 points ; « Transports », 25 points.',
    ]);
  });

  it('tells ballots without points apart [access V2]', () => {
    const told = '2 bulletins sans points : 1 passe, 1 ne sait pas.';
    const both = { ...points, blank: { abstain: 1, unsure: 1 } };
    expect(sentences(both)[1]).toBe(told);
    expect(plain(short_sentences(both)[1] ?? '')).toBe(told);
    expect(sentences({ ...points, blank: { abstain: 0, unsure: 2 } })[1]).toBe('2 bulletins sans points : 2 ne savent pas.');
    expect(sentences({ ...points, blank: { abstain: 0, unsure: 0 } })).toEqual(sentences(points));
  });

  it('is shorter beside its bars', () => {
    expect(short_sentences(points).map(plain)).toEqual([
      '28 personnes ont voté, sur 30 présentes.',
      '2 sujets sont gardés.',
    ]);
    const tied = points.points_result!.map((total) => ({ ...total, kept: true }));
    expect(
      short_sentences({ ...points, points_result: tied })
        .map(plain)
        .slice(1),
    ).toEqual(['3 sujets sont gardés.', 'Il était prévu d’en garder 2. À égalité, tous sont gardés.']);
    expect(short_sentences(motion)).toEqual(result_sentences(motion));
  });

  it('explains a tie that keeps more than planned', () => {
    const tied = points.points_result!.map((total) => ({ ...total, kept: true }));
    expect(sentences({ ...points, points_result: tied })[2]).toBe(
      'Il était prévu d’en garder 2. À égalité, tous sont gardés.',
    );
  });

  it('says when nothing is kept', () => {
    const none = points.points_result!.map((total) => ({ ...total, points: 0, supporters: 0, kept: false }));
    expect(sentences({ ...points, ballots: 0, points_result: none })).toEqual([
      '0 personne a voté, sur 30 présentes.',
      'Aucun sujet n’a reçu de point.',
    ]);
  });

  it('draws each topic against the first', () => {
    expect(result_bars(points).map((bar) => [bar.label, bar.count, bar.width_percent, bar.detail, bar.kept])).toEqual([
      ['Accueil', 50, 100, '20 personnes', true],
      ['Transports', 25, 50, '14 personnes', true],
      ['Prix', 1, 2, '1 personne', false],
    ]);
  });
});
