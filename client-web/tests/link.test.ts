import { beforeEach, describe, expect, test } from 'vitest';
import { ServerTime } from '../src/link/clock';
import { bench, FakeSocket, last_socket, type Bench } from './fakes';

beforeEach(() => (FakeSocket.all = []));

function entered(one: Bench): FakeSocket {
  one.link.enter('ACDE3467', 'Léa');
  last_socket().open();
  last_socket().welcome();
  return last_socket();
}

describe('hello', () => {
  test('carries the card, the name, the sender and the subprotocol', () => {
    const one = bench();
    one.link.enter('ACDE3467', 'Léa');
    const socket = last_socket();
    expect(socket.protocol).toBe('tablee.v1');
    expect(socket.sent).toEqual([]);
    socket.open();
    expect(socket.sent).toEqual([
      {
        type: 'hello',
        protocol: 1,
        role: 'participant',
        credential: 'ACDE3467',
        sender: '0001020304050607',
        name: 'Léa',
      },
    ]);
  });

  test('comes back with the token and the sections held, and the same sender', () => {
    const one = bench();
    const first = entered(one);
    first.say({ type: 'section', name: 'notices', version: 'abc', body: { messages: [] } });
    first.drop();
    one.clock.pass(1_000);
    last_socket().open();
    expect(last_socket().sent[0]).toEqual({
      type: 'hello',
      protocol: 1,
      role: 'participant',
      credential: 'f'.repeat(32),
      sender: '0001020304050607',
      held: [{ name: 'notices', version: 'abc' }],
    });
  });

  test('a page loaded again resumes; a device that never entered does not', () => {
    const one = bench();
    expect(one.link.resume()).toBe(false);
    entered(one);
    const again = bench(one.store);
    expect(again.link.resume()).toBe(true);
    last_socket().open();
    expect(last_socket().sent[0]).toMatchObject({ credential: 'f'.repeat(32), sender: '0001020304050607' });
    expect(last_socket().sent[0]).not.toHaveProperty('held');
  });

  test('a broken section is dropped whole and is not held', () => {
    const one = bench();
    const socket = entered(one);
    socket.say({
      type: 'section',
      name: 'notices',
      version: 'abc',
      body: { messages: [{ id: '1', text: 'x', at_ms: 1 }] },
    });
    socket.say('{"type":"section"');
    expect(one.heard.sections).toEqual([]);
    socket.drop();
    one.clock.pass(1_000);
    last_socket().open();
    expect(last_socket().sent[0]).not.toHaveProperty('held');
  });
});

describe('commands', () => {
  test('are numbered from the welcome and sent once', () => {
    const one = bench();
    one.link.send('submit_idea', { text: 'early' }, '');
    one.link.enter('ACDE3467');
    last_socket().open();
    last_socket().welcome({ last_number: 7 });
    // A queue of another seat is not sent: this device had not entered when it was filled.
    expect(last_socket().commands()).toEqual([]);
    one.link.send('submit_idea', { text: 'a' }, '');
    one.link.send('submit_idea', { text: 'b' }, '');
    expect(last_socket().numbers()).toEqual([8, 9]);
    last_socket().say({ type: 'ack', number: 8, already: false });
    expect(one.heard.settlements).toEqual([{ command: 'submit_idea', outcome: { ok: true } }]);
    expect(one.heard.waiting.map((each) => each.body)).toEqual([{ text: 'b' }]);
  });

  test('unanswered ones go again after a cut, in order; those the server carried out do not', () => {
    const one = bench();
    const socket = entered(one);
    ['a', 'b', 'c'].forEach((text) => one.link.send('submit_idea', { text }, ''));
    socket.drop();
    one.link.send('submit_idea', { text: 'd' }, '');
    one.clock.pass(1_000);
    last_socket().open();
    expect(last_socket().commands()).toEqual([]);
    last_socket().welcome({ last_number: 1 });
    expect(
      last_socket()
        .commands()
        .map((each) => [each['number'], each['body']]),
    ).toEqual([
      [2, { text: 'b' }],
      [3, { text: 'c' }],
      [4, { text: 'd' }],
    ]);
    expect(one.heard.settlements).toEqual([{ command: 'submit_idea', outcome: { ok: true } }]);
  });

  test('are renumbered when the restarted server forgot numbers that left no trace', () => {
    const one = bench();
    const socket = entered(one);
    one.link.send('save_draft', { text: 'x' }, '');
    socket.say({ type: 'ack', number: 1, already: false });
    one.link.send('submit_idea', { text: 'a' }, '');
    expect(socket.numbers()).toEqual([1, 2]);
    socket.drop();
    one.clock.pass(1_000);
    last_socket().open();
    last_socket().welcome({ last_number: 0 });
    expect(last_socket().numbers()).toEqual([1]);
  });

  test('survive a reload of the page', () => {
    const one = bench();
    const socket = entered(one);
    one.link.send('submit_idea', { text: 'a' }, '');
    one.link.send('submit_idea', { text: 'b' }, '');
    expect(socket.numbers()).toEqual([1, 2]);
    const again = bench(one.store);
    again.link.resume();
    last_socket().open();
    last_socket().welcome({ last_number: 1 });
    expect(last_socket().commands()).toEqual([
      { type: 'command', number: 2, command: 'submit_idea', body: { text: 'b' } },
    ]);
  });

  test('of one slot replace each other only while unsent', () => {
    const one = bench();
    const socket = entered(one);
    one.link.send('save_draft', { text: '1' }, 'draft/p1');
    socket.drop();
    one.link.send('save_draft', { text: '2' }, 'draft/p1');
    const third = one.link.send('save_draft', { text: '3' }, 'draft/p1');
    expect(third.replaced).not.toBeNull();
    one.clock.pass(1_000);
    last_socket().open();
    last_socket().welcome();
    expect(
      last_socket()
        .commands()
        .map((each) => each['body']),
    ).toEqual([{ text: '1' }, { text: '3' }]);
  });

  test('at most sixteen wait for an answer', () => {
    const one = bench();
    const socket = entered(one);
    for (let index = 0; index < 20; index += 1) {
      one.link.send('submit_idea', { text: String(index) }, '');
    }
    expect(socket.numbers()).toHaveLength(16);
    socket.say({ type: 'ack', number: 1, already: false });
    expect(socket.numbers()).toHaveLength(17);
  });

  test('a refusal settles its command and the next go on', () => {
    const one = bench();
    const socket = entered(one);
    one.link.send('submit_idea', { text: 'a' }, '');
    one.link.send('submit_idea', { text: 'b' }, '');
    socket.say({
      type: 'refusal',
      number: 1,
      code: 'too_many',
      field: 'step',
      message: 'refusal.too_many',
      detail: '',
    });
    socket.say({ type: 'ack', number: 2, already: false });
    expect(one.heard.settlements.map((each) => each.outcome.ok)).toEqual([false, true]);
    expect(one.heard.waiting).toEqual([]);
  });

  test('too fast: the refused one goes again after a new welcome, once the others are answered', () => {
    const one = bench();
    const socket = entered(one);
    one.link.send('submit_idea', { text: 'a' }, '');
    one.link.send('submit_idea', { text: 'b' }, '');
    socket.say({ type: 'refusal', number: 1, code: 'rate_limited', field: '', message: '', detail: '', retry_ms: 700 });
    expect(socket.closed).toBe(false);
    socket.say({ type: 'refusal', number: 2, code: 'out_of_range', field: 'number', message: '', detail: '' });
    expect(socket.closed).toBe(true);
    one.clock.pass(999);
    expect(FakeSocket.all).toHaveLength(1);
    one.clock.pass(1);
    last_socket().open();
    last_socket().welcome({ last_number: 0 });
    expect(
      last_socket()
        .commands()
        .map((each) => each['body']),
    ).toEqual([{ text: 'a' }, { text: 'b' }]);
  });

  test('a number used by a second page of the device does not swallow a command', () => {
    const one = bench();
    const socket = entered(one);
    one.link.send('submit_idea', { text: 'mine' }, '');
    socket.say({ type: 'ack', number: 1, already: true });
    expect(one.heard.settlements).toEqual([]);
    one.clock.pass(0);
    last_socket().open();
    last_socket().welcome({ last_number: 1 });
    expect(last_socket().commands()).toEqual([
      { type: 'command', number: 2, command: 'submit_idea', body: { text: 'mine' } },
    ]);
  });

  test('`already` for one that went out before under this number is an answer', () => {
    const one = bench();
    const socket = entered(one);
    one.link.send('submit_idea', { text: 'a' }, '');
    socket.drop();
    one.clock.pass(1_000);
    last_socket().open();
    last_socket().welcome({ last_number: 0 });
    last_socket().say({ type: 'ack', number: 1, already: true });
    expect(one.heard.settlements).toEqual([{ command: 'submit_idea', outcome: { ok: true } }]);
  });

  test('another atelier: what waited is forgotten, the device keeps its name', () => {
    const one = bench();
    const socket = entered(one);
    one.store.set('ballot.3', 'x');
    one.link.send('submit_idea', { text: 'a' }, '');
    socket.drop();
    one.clock.pass(1_000);
    last_socket().open();
    last_socket().welcome({ atelier: 'two' });
    expect(one.heard.welcomes.map((each) => each.other)).toEqual([true, true]);
    expect(last_socket().commands()).toEqual([]);
    expect(one.store.get('ballot.3')).toBeNull();
    expect(one.store.get('sender')).toBe('0001020304050607');
  });
});

describe('a line that fails', () => {
  test('silence of twice the beat is a dead line; a beat is not silence', () => {
    const one = bench();
    const socket = entered(one);
    one.clock.pass(9_999);
    socket.say({ type: 'beat', server_ms: 1 });
    one.clock.pass(9_999);
    expect(socket.closed).toBe(false);
    one.clock.pass(1);
    expect(socket.closed).toBe(true);
    expect(one.heard.statuses).toEqual(['connecting', 'open', 'lost']);
  });

  test('comes back after 0–1 s, then 1, 2, 4, 8, 10 s and up to one more', () => {
    const one = bench(undefined, (bytes) => new Uint8Array(bytes).fill(128));
    entered(one).drop();
    const waits: number[] = [];
    for (let attempt = 0; attempt < 7; attempt += 1) {
      const opened = FakeSocket.all.length;
      let waited = 0;
      while (FakeSocket.all.length === opened) {
        one.clock.pass(1);
        waited += 1;
      }
      waits.push(waited);
      last_socket().drop();
    }
    expect(waits).toEqual([501, 1501, 2501, 4501, 8501, 10000, 10000]);
    expect(one.heard.statuses).toEqual(['connecting', 'open', 'lost']);
  });

  test('the draw spreads the first attempt over a whole second', () => {
    const soonest = bench(undefined, (bytes) => new Uint8Array(bytes).fill(0));
    entered(soonest).drop();
    soonest.clock.pass(0);
    expect(FakeSocket.all).toHaveLength(2);
    const latest = bench(undefined, (bytes) => new Uint8Array(bytes).fill(255));
    entered(latest).drop();
    latest.clock.pass(998);
    expect(FakeSocket.all).toHaveLength(3);
    latest.clock.pass(1);
    expect(FakeSocket.all).toHaveLength(4);
  });

  test('waking up does not wait: a lost line, or an open one that slept', () => {
    const one = bench();
    entered(one).drop();
    one.link.wake();
    expect(FakeSocket.all).toHaveLength(2);
    last_socket().open();
    last_socket().welcome();
    one.clock.pass(4_000);
    one.link.wake();
    expect(FakeSocket.all).toHaveLength(2);
    one.clock.pass(1_001);
    one.link.wake();
    expect(FakeSocket.all).toHaveLength(3);
  });

  test('the old socket is not heard after it was given up', () => {
    const one = bench();
    const socket = entered(one);
    one.clock.pass(10_000);
    socket.say({ type: 'section', name: 'notices', version: 'v', body: { messages: [] } });
    expect(one.heard.sections).toEqual([]);
  });
});

describe('being turned away', () => {
  const refusal = (code: string, retry_ms?: number) => ({
    type: 'refusal',
    code,
    field: 'credential',
    message: `refusal.${code}`,
    detail: '',
    retry_ms,
  });

  test('a wrong code: refused, nothing kept, no attempt by itself', () => {
    const one = bench();
    one.link.enter('ACDE3467');
    last_socket().open();
    last_socket().say(refusal('bad_credential'));
    expect(one.heard.refusals).toEqual([{ code: 'bad_credential', field: 'credential', retry_ms: undefined }]);
    one.clock.pass(60_000);
    expect(FakeSocket.all).toHaveLength(1);
    expect(one.heard.statuses).toEqual(['connecting', 'refused']);
  });

  test('a token that stopped working is forgotten; what was typed here is not', () => {
    const one = bench();
    entered(one).drop();
    one.store.set('draft.p1', 'typed');
    one.clock.pass(1_000);
    last_socket().drop(4001);
    expect(one.heard.refusals).toEqual([{ code: 'bad_credential', field: '' }]);
    expect(one.store.get('token')).toBeNull();
    expect(one.store.get('draft.p1')).toBe('typed');
  });

  test('another version is final; a server that stops is not', () => {
    const one = bench();
    entered(one).drop(1001);
    one.clock.pass(1_000);
    expect(FakeSocket.all).toHaveLength(2);
    last_socket().drop(4004);
    one.clock.pass(60_000);
    expect(FakeSocket.all).toHaveLength(2);
    expect(one.heard.refusals).toEqual([{ code: 'unsupported', field: '' }]);
  });
});

test('leaving forgets everything and hangs up', () => {
  const one = bench();
  const socket = entered(one);
  one.link.send('submit_idea', { text: 'a' }, '');
  one.link.leave();
  expect(socket.closed).toBe(true);
  expect(['token', 'queue', 'sender', 'seat'].map((key) => one.store.get(key))).toEqual([null, null, null, null]);
  expect(one.heard.waiting).toEqual([]);
  expect(one.heard.statuses).toEqual(['connecting', 'open', 'idle']);
});

test('asks the time five times after the welcome, then every five minutes', () => {
  const one = bench();
  const socket = entered(one);
  one.clock.pass(1_000);
  const asks = () => socket.sent.filter((each) => each['type'] === 'clock').length;
  expect(asks()).toBe(5);
  for (let beat = 0; beat < 75; beat += 1) {
    one.clock.pass(4_000);
    socket.say({ type: 'beat', server_ms: 1 });
  }
  expect(asks()).toBe(6);
});

test('the exchange with the shortest round trip gives the time', () => {
  const time = new ServerTime();
  time.guess(5_000, 1_000);
  expect(time.at(1_000)).toBe(5_000);
  time.answered(1_000, 9_000, 1_400);
  expect(time.at(0)).toBe(7_800);
  time.answered(2_000, 9_950, 2_100);
  expect(time.at(0)).toBe(7_900);
  time.answered(3_000, 99_000, 3_900);
  expect(time.at(0)).toBe(7_900);
  time.answered(4_000, 0, 3_000);
  expect(time.at(0)).toBe(7_900);
});

describe('waiting to be placed', () => {
  const called = { type: 'waiting', picture: 2, number: 14 };
  const waiting = () => {
    const one = bench();
    one.link.wait();
    last_socket().open();
    last_socket().say(called);
    return one;
  };

  test('[access J1] says so, is told its name, and keeps it over a cut and a reload', () => {
    const one = waiting();
    expect(last_socket().sent).toEqual([
      { type: 'hello', protocol: 1, role: 'participant', credential: 'waiting', sender: '0001020304050607' },
    ]);
    expect(one.heard.names.at(-1)).toEqual(called);
    last_socket().drop();
    expect(one.heard.statuses.at(-1)).toBe('lost');
    one.clock.pass(1_000);
    last_socket().open();
    last_socket().say(called);
    expect(last_socket().sent[0]).toMatchObject({ credential: 'waiting', sender: '0001020304050607' });
    expect(one.heard.statuses.at(-1)).toBe('connecting');
    expect(bench(one.store).link.waited()).toBe(true);
  });

  test('[access J1] a welcome, whenever it comes, seats it; it waits no more', () => {
    const one = waiting();
    for (let beat = 0; beat < 100; beat += 1) {
      one.clock.pass(5_000);
      last_socket().say({ type: 'beat', server_ms: 1 });
    }
    expect(FakeSocket.all).toHaveLength(1);
    last_socket().welcome();
    expect(one.heard.statuses.at(-1)).toBe('open');
    expect(one.heard.names.at(-1)).toBeNull();
    expect(one.link.waited()).toBe(false);
    last_socket().drop();
    one.clock.pass(1_000);
    last_socket().open();
    expect(last_socket().sent[0]).toMatchObject({ credential: 'f'.repeat(32) });
  });

  test('another way in, or a refusal, ends it', () => {
    const one = waiting();
    one.link.stop_waiting();
    expect(one.heard.statuses.at(-1)).toBe('idle');
    expect(one.link.waited()).toBe(false);
    one.link.wait();
    last_socket().open();
    last_socket().say({ type: 'refusal', code: 'too_many', field: 'credential', message: '', detail: '' });
    expect(one.heard.refusals).toEqual([{ code: 'too_many', field: 'credential', retry_ms: undefined }]);
    expect(one.link.waited()).toBe(false);
  });
});

test('[access J1] a console places a tablet, and is told when it could not', () => {
  const one = bench();
  one.link.assign({ device: '0123456789abcdef', person: 12 });
  const socket = entered(one);
  one.link.assign({ device: '0123456789abcdef', person: 12 });
  expect(socket.sent.filter((each) => each['type'] === 'assign')).toEqual([
    { type: 'assign', device: '0123456789abcdef', person: 12 },
  ]);
  socket.say({ type: 'refusal', code: 'not_found', field: 'device', message: '', detail: '' });
  expect(one.heard.unplaced).toEqual([{ code: 'not_found', field: 'device', retry_ms: undefined }]);
  expect(one.heard.statuses.at(-1)).toBe('open');
});
