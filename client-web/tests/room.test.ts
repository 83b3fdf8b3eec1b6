import { beforeEach, expect, test } from 'vitest';
import { frame_bytes_max } from '../src/protocol/messages';
import { Room } from '../src/state/room.svelte';
import { bench, FakeSocket, last_socket } from './fakes';

beforeEach(() => (FakeSocket.all = []));

function entered() {
  const { environment, clock, store } = bench();
  const room = new Room('participant', environment);
  room.enter('ACDE3467');
  last_socket().open();
  last_socket().welcome();
  return { room, clock, store, socket: last_socket() };
}
const refusal = (number: number, code: string) => ({
  type: 'refusal',
  number,
  code,
  field: 'step',
  message: '',
  detail: '',
});

test('sections replace one another whole', () => {
  const { room, socket } = entered();
  expect(room.sections.notices).toBeUndefined();
  socket.say({ type: 'section', name: 'notices', version: '1', body: { messages: [] } });
  const first = room.sections;
  socket.say({
    type: 'section',
    name: 'tally',
    version: '1',
    body: { voted: 1, answered: 0, present: 2, tables_ready: 0, tables: 0, groups: 0, groups_kept: 0, wishes: 0 },
  });
  expect(room.sections.notices).toBe(first.notices);
  expect(room.sections.tally?.voted).toBe(1);
  expect(room.link).toBe('open');
});

test('[access L5] a frozen screen holds what the room sends and the time, never what the person does', () => {
  const { room, socket, clock } = entered();
  const tally = (voted: number) => ({
    type: 'section',
    name: 'tally',
    version: String(voted),
    body: { voted, answered: 0, present: 2, tables_ready: 0, tables: 0, groups: 0, groups_kept: 0, wishes: 0 },
  });
  socket.say(tally(1));
  room.freeze(true);
  const at = room.now();
  socket.say(tally(2));
  socket.say({ type: 'section', name: 'mine', version: '1', body: { ideas: [] } });
  clock.pass(5_000);
  expect(room.sections.tally?.voted).toBe(1);
  expect(room.sections.mine?.ideas).toEqual([]);
  expect(room.now()).toBe(at);
  room.freeze(false);
  expect(room.sections.tally?.voted).toBe(2);
  expect(room.now()).toBeGreaterThan(at);
});

test('send answers once the server has; refusals nobody takes care of are kept until dismissed', async () => {
  const { room, socket } = entered();
  const sent = room.send('submit_idea', { step: 'p1', text: 'a' });
  const handled = room.send('submit_idea', { step: 'p1', text: 'b' }, { handled: true });
  expect(room.pending.map((each) => each.command)).toEqual(['submit_idea', 'submit_idea']);
  socket.say(refusal(1, 'wrong_step'));
  socket.say(refusal(2, 'too_many'));
  expect(await sent).toMatchObject({ ok: false, refusal: { code: 'wrong_step', field: 'step' } });
  expect(await handled).toMatchObject({ ok: false, refusal: { code: 'too_many' } });
  expect(room.refusals.map((each) => each.body)).toEqual([{ step: 'p1', text: 'a' }]);
  room.dismiss(room.refusals[0]?.id ?? 0);
  expect(room.refusals).toEqual([]);
  expect(room.pending).toEqual([]);
});

test('a replaced command says ok: a later one speaks for it', async () => {
  const { room, socket } = entered();
  socket.drop();
  const first = room.send('save_draft', { step: 'p1', text: 'a' }, { slot: 'draft' });
  void room.send('save_draft', { step: 'p1', text: 'ab' }, { slot: 'draft' });
  expect(await first).toEqual({ ok: true });
  expect(room.pending.map((each) => each.body)).toEqual([{ step: 'p1', text: 'ab' }]);
});

test('a frame past the limit is refused here and never queued', async () => {
  const { room } = entered();
  const fits = 'é'.repeat(Math.floor(frame_bytes_max / 3) - 200);
  void room.send('save_draft', { step: 'p1', text: fits });
  expect(room.pending).toHaveLength(1);
  const outcome = await room.send('save_draft', { step: 'p1', text: 'é'.repeat(Math.ceil(frame_bytes_max / 3)) });
  expect(outcome).toMatchObject({ ok: false, refusal: { code: 'too_long' } });
  expect(room.pending).toHaveLength(1);
  expect(room.refusals).toHaveLength(1);
});

test('the server’s time ticks once a second', () => {
  const { room, clock } = entered();
  expect(room.now()).toBe(5_000_000);
  clock.pass(999);
  expect(room.now()).toBe(5_000_000);
  clock.pass(1);
  expect(room.now()).toBe(5_001_000);
});

test('leaving forgets, and says so', () => {
  const { room, socket, store } = entered();
  let forgotten = 0;
  room.on_forget(() => (forgotten += 1));
  store.set('ballot.1', 'x');
  socket.say({ type: 'section', name: 'notices', version: '1', body: { messages: [] } });
  room.leave();
  expect([room.link, room.welcome, room.sections, forgotten, store.get('ballot.1')]).toEqual([
    'idle',
    null,
    {},
    1,
    null,
  ]);
});

test('being turned away is told until the next attempt', () => {
  const { environment } = bench();
  const room = new Room('participant', environment);
  room.enter('ACDE3467');
  last_socket().open();
  last_socket().say({
    type: 'refusal',
    code: 'rate_limited',
    field: 'credential',
    message: '',
    detail: '',
    retry_ms: 3_000,
  });
  expect([room.link, room.turned_away]).toEqual([
    'refused',
    { code: 'rate_limited', field: 'credential', retry_ms: 3_000 },
  ]);
  room.enter('ACDE3469');
  expect([room.link, room.turned_away]).toEqual(['connecting', null]);
});
