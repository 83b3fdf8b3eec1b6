import { beforeEach, describe, expect, it, vi } from 'vitest';
import common from '../../i18n/catalogue/everywhere.json';
import { set_language } from '../../i18n/index.svelte';
import { register } from '../../i18n/register';
import type { Question, QuestionTotal } from '../../protocol/messages';
import { answers_words, result_lines, results_of, shift_words, signed_hundredths } from './measure_words';

const question = (scale: Question['scale']): Question => ({ id: 'q', text: { fr: 'Q' }, scale });
const total = (more: Partial<QuestionTotal>): QuestionTotal => ({
  question: 'q',
  answers: 12,
  unknown: 1,
  levels: [0, 1, 2, 3, 5],
  shown: true,
  ...more,
});

describe('the results of a questionnaire', () => {
  beforeEach(() => {
    vi.stubGlobal('document', { documentElement: { lang: '' } });
    vi.stubGlobal('localStorage', { setItem: () => undefined });
    register(common);
    set_language('fr');
  });

  it('shows the highest level first, and who does not know last', () => {
    const lines = result_lines(question('agreement'), total({}));
    expect(lines.map((line) => line.count)).toEqual([5, 3, 2, 1, 0, 1]);
    expect(lines[0]?.label).toBe('Tout à fait d’accord');
    expect(lines[5]?.label).toBe('Je ne sais pas');
  });

  it('offers no « je ne sais pas » for the weather, and no bar for words', () => {
    expect(result_lines(question('weather'), total({ levels: [1, 2, 9] })).map((line) => line.label)).toEqual([
      'Soleil',
      'Nuages',
      'Pluie',
    ]);
    expect(result_lines(question('words'), total({ levels: [] }))).toEqual([]);
  });

  it('says that too few answered, and shows nothing', () => {
    const few = total({ shown: false, levels: [], answers: 9, unknown: 0 });
    expect(result_lines(question('agreement'), few)).toEqual([]);
    expect(answers_words(question('agreement'), few)).toMatch(/^Trop peu de réponses/);
  });

  it('writes a change with its sign, in hundredths', () => {
    expect([18, -91, 0, 100].map(signed_hundredths)).toEqual(['+0,18', '−0,91', '0,00', '+1,00']);
    const shift = { question: 'q', people: 11, mean_hundredths: -91, better: 0, same: 1, worse: 10, shown: true };
    expect(shift_words(shift)).toContain('−0,91');
    expect(shift_words({ ...shift, shown: false })).toMatch(/trop peu/);
  });

  it('goes by the order of the questions', () => {
    const sheet = {
      step: 't0',
      status: 'published' as const,
      questions: [question('agreement'), { ...question('weather'), id: 'w' }],
      compared_with: '',
      sheets: 12,
      totals: [total({ question: 'w' }), total({})],
      shifts: [],
    };
    expect(results_of(sheet).map((each) => each.question.id)).toEqual(['q', 'w']);
  });
});
