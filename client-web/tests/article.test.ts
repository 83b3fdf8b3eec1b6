import { expect, test } from 'vitest';
import { seat_store, type Store } from '../src/link/storage';
import type { Outcome } from '../src/link/socket';
import type { EditArticle } from '../src/protocol/messages';
import { ArticleField, save_after_ms } from '../src/state/article.svelte';
import { FakeClock, memory_backing } from './fakes';

function bench(store: Store = seat_store(memory_backing(), 'table')) {
  const clock = new FakeClock();
  const edits: EditArticle[] = [];
  const answers: ((outcome: Outcome) => void)[] = [];
  const field = new ArticleField(2, 'text', store, clock, (edit) => {
    edits.push(edit);
    return new Promise((resolve) => answers.push(resolve));
  });
  const type = (text: string) => {
    field.text = text;
    field.typed();
  };
  const answer = async (outcome: Outcome) => {
    answers.shift()?.(outcome);
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { clock, store, edits, field, type, answer };
}
const ok: Outcome = { ok: true };
const refused = (code: 'conflict' | 'wrong_step'): Outcome => ({ ok: false, refusal: { code, field: '' } });

test('a field nobody touches here follows the server; one with the caret in it waits', () => {
  const { field } = bench();
  field.received('one', 1);
  expect([field.text, field.state()]).toEqual(['one', 'saved']);
  field.hold(true);
  field.received('two', 2);
  expect(field.text).toBe('one');
  field.hold(false);
  expect(field.text).toBe('two');
});

test('what is typed is saved with the revision it started from, one change at a time', async () => {
  const { clock, edits, field, type, answer } = bench();
  field.received('one', 4);
  type('one!');
  clock.pass(save_after_ms);
  type('one!!');
  clock.pass(save_after_ms);
  expect(edits).toEqual([{ article: 2, field: 'text', text: 'one!', revision: 4 }]);
  await answer(ok);
  field.received('one!', 5);
  expect(field.state()).toBe('saving');
  clock.pass(save_after_ms);
  expect(edits[1]).toEqual({ article: 2, field: 'text', text: 'one!!', revision: 5 });
  await answer(ok);
  expect([field.state(), field.theirs]).toEqual(['saved', null]);
});

test.each([
  ['the answer, then the section', true],
  ['the section, then the answer', false],
])('our own change coming back is no conflict: %s', async (_order, answer_first) => {
  const { clock, field, type, answer } = bench();
  field.received('one', 1);
  type('mine');
  clock.pass(save_after_ms);
  if (answer_first) {
    await answer(ok);
  }
  field.received('mine', 2);
  if (!answer_first) {
    await answer(ok);
  }
  expect([field.text, field.theirs, field.state()]).toEqual(['mine', null, 'saved']);
});

test.each(['refusal first', 'section first'])(
  'two writers: both texts are there, nothing is sent until one chooses (%s)',
  async (order) => {
    const { clock, edits, field, type, answer } = bench();
    field.received('one', 1);
    type('mine');
    clock.pass(save_after_ms);
    if (order === 'section first') {
      field.received('theirs', 2);
    }
    await answer(refused('conflict'));
    field.received('theirs', 2);
    expect([field.text, field.theirs, field.state()]).toEqual(['mine', 'theirs', 'conflict']);
    type('mine, longer');
    clock.pass(10 * save_after_ms);
    expect(edits).toHaveLength(1);

    field.keep_mine();
    clock.pass(save_after_ms);
    expect(edits[1]).toMatchObject({ text: 'mine, longer', revision: 2 });
  },
);

test('taking the other text keeps mine beside it; keeping both loses neither', () => {
  const one = bench();
  one.field.received('one', 1);
  one.type('mine');
  one.field.received('theirs', 2);
  one.field.take_theirs();
  expect([one.field.text, one.field.put_aside, one.field.state()]).toEqual(['theirs', 'mine', 'saved']);

  const two = bench();
  two.field.received('one', 1);
  two.type('mine');
  two.field.received('theirs', 2);
  two.field.keep_both();
  expect(two.field.text).toBe('theirs\n\nmine');
  two.clock.pass(save_after_ms);
  expect(two.edits[0]).toMatchObject({ text: 'theirs\n\nmine', revision: 2 });
});

test('the same words typed by both are no conflict', () => {
  const { field, type } = bench();
  field.received('one', 1);
  type('same');
  field.received('same', 2);
  expect([field.theirs, field.state()]).toEqual([null, 'saved']);
});

test('a page loaded again finds what was typed, and knows its own change', () => {
  const first = bench();
  first.field.received('one', 1);
  first.type('mine');
  first.clock.pass(save_after_ms);
  first.type('mine and more');
  const again = bench(first.store);
  expect([again.field.text, again.field.state()]).toEqual(['mine and more', 'saving']);
  again.field.received('mine', 2);
  expect(again.field.theirs).toBeNull();
  again.clock.pass(save_after_ms);
  expect(again.edits).toEqual([{ article: 2, field: 'text', text: 'mine and more', revision: 2 }]);
});

test('a refusal of another kind is said and not repeated until something is typed', async () => {
  const { clock, edits, field, type, answer } = bench();
  field.received('one', 1);
  type('late');
  clock.pass(save_after_ms);
  await answer(refused('wrong_step'));
  clock.pass(10 * save_after_ms);
  expect([field.state(), field.text, edits.length]).toEqual(['refused', 'late', 1]);
  type('late!');
  clock.pass(save_after_ms);
  expect(edits).toHaveLength(2);
});

test('nothing stays on the device once all is saved', async () => {
  const { clock, store, field, type, answer } = bench();
  field.received('one', 1);
  type('mine');
  expect(store.get('article.2.text')).not.toBeNull();
  clock.pass(save_after_ms);
  await answer(ok);
  expect(store.get('article.2.text')).toBeNull();
});
