import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { decode, encode_assign, encode_clock, encode_command, encode_hello } from '../src/protocol/codec';
import { console_shapes } from '../src/protocol/console_sections';
import { section_names } from '../src/protocol/messages';
import { room_shapes } from '../src/protocol/room_sections';

const decoded = (bytes: string) => decode(bytes, console_shapes);
const vectors = (name: string) => new URL(`../../protocol/vectors/${name}.json`, import.meta.url);

test('every section has a shape', () => {
  expect(Object.keys(console_shapes)).toEqual([...section_names]);
});

test('a page passes over the sections that are not for its audience', () => {
  const bytes = '{"type":"section","name":"desk","version":"1","body":{"cards":[],"expert_code":"","captioner_code":"","messages":[]}}';
  expect(decoded(bytes)).toMatchObject({ ok: true, frame: { name: 'desk', body: { cards: [] } } });
  expect(decode(bytes, room_shapes)).toEqual({ ok: true, frame: { type: 'unknown', name: 'desk' } });
});

test('known frames are read', () => {
  expect(decoded('{"type":"ack","number":3,"already":false}')).toEqual({
    ok: true,
    frame: { type: 'ack', number: 3, already: false },
  });
  expect(
    decoded('{"type":"refusal","code":"too_long","field":"text","message":"refusal.too_long","detail":""}').ok,
  ).toBe(true);
});

test('members we do not know are let through; frames and sections we do not know are passed over', () => {
  expect(decoded('{"type":"beat","server_ms":1,"moon":"full"}').ok).toBe(true);
  expect(decoded('{"type":"confetti"}')).toEqual({ ok: true, frame: { type: 'unknown', name: 'confetti' } });
  expect(decoded('{"type":"toString"}')).toEqual({ ok: true, frame: { type: 'unknown', name: 'toString' } });
  expect(decoded('{"type":"section","name":"weather","version":"1","body":{}}')).toEqual({
    ok: true,
    frame: { type: 'unknown', name: 'weather' },
  });
});

test.each([
  ['not json', '{', ''],
  ['a list', '[]', ''],
  ['no type', '{}', '/type'],
  ['a member missing', '{"type":"ack","number":1}', '/already'],
  ['a fraction', '{"type":"beat","server_ms":1.5}', '/server_ms'],
  ['an unknown code', '{"type":"refusal","code":"no","field":"","message":"","detail":""}', '/code'],
  [
    'null for absent',
    '{"type":"refusal","number":null,"code":"conflict","field":"","message":"","detail":""}',
    '/number',
  ],
  ['a section without version', '{"type":"section","name":"notices","body":{"messages":[]}}', '/version'],
  [
    'a bad body',
    '{"type":"section","name":"notices","version":"1","body":{"messages":[{"id":1,"text":"x"}]}}',
    '/body/messages/0/at_ms',
  ],
  ['no body', '{"type":"section","name":"notices","version":"1"}', '/body'],
])('%s is refused with its place', (_what, bytes, field) => {
  expect(decoded(bytes)).toEqual({ ok: false, field });
});

test('half a surrogate pair never leaves this client', () => {
  const written = encode_command(1, 'submit_idea', { step: 'p', text: 'a\ud83d b\ude00 \ud83d\ude00' });
  expect(JSON.parse(written)).toMatchObject({ body: { text: 'a\ufffd b\ufffd \ud83d\ude00' } });
});

// protocol/vectors/README.md
interface Case {
  name: string;
  text?: string;
  fill?: { before: string; unit: string; count: number; after: string };
  field?: string;
  decoded?: Record<string, unknown>;
}
interface Vectors {
  valid: Case[];
  invalid: Case[];
  ignored?: Case[];
}
const read = (name: string): Vectors => JSON.parse(readFileSync(vectors(name), 'utf8')) as Vectors;
const bytes_of = ({ text, fill }: Case): string =>
  fill === undefined ? (text ?? '') : fill.before + fill.unit.repeat(fill.count) + fill.after;

describe('server frames of protocol/vectors', () => {
  const all = read('server_frames');
  test('there are some of each', () => {
    expect([all.valid, all.invalid, all.ignored ?? []].map((each) => each.length > 0)).toEqual([true, true, true]);
  });
  test.each(all.valid)('valid: $name', (each) => {
    const frame = decoded(bytes_of(each));
    expect(frame).toMatchObject({ ok: true });
    expect(frame).not.toMatchObject({ frame: { type: 'unknown' } });
  });
  test.each(all.invalid)('invalid: $name', (each) => {
    expect(decoded(bytes_of(each))).toEqual({ ok: false, field: each.field });
  });
  test.each(all.ignored ?? [])('ignored: $name', (each) => {
    expect(decoded(bytes_of(each))).toMatchObject({ ok: true, frame: { type: 'unknown' } });
  });
});

describe('client frames of protocol/vectors', () => {
  test.each(read('client_frames').valid)('this client can write: $name', (each) => {
    const frame = each.decoded ?? (JSON.parse(bytes_of(each)) as Record<string, unknown>);
    const { type, ...rest } = frame;
    const written =
      type === 'command'
        ? encode_command(frame['number'] as number, frame['command'] as string, frame['body'])
        : type === 'hello'
          ? encode_hello(rest as never)
          : type === 'assign'
            ? encode_assign(rest as never)
            : encode_clock(rest as never);
    expect(JSON.parse(written)).toEqual(frame);
  });
});
