// Bytes from the server become typed frames, or nothing: a frame that is wrong anywhere is never half-used.
//
// Members and sections we do not know are ignored (a newer server may send more); known ones must have their type. A page
// knows the sections of its audience: room_sections.ts, console_sections.ts.
// This is the only place with casts.
import { codes } from './messages';
import type {
  Ack,
  Assign,
  Beat,
  ClockAnswer,
  ClockAsk,
  Hello,
  RefusalFrame,
  Role,
  SectionFrame,
  SectionName,
  Sections,
  ServerFrame,
  Waiting,
  Welcome,
} from './messages';
import { list, maybe, members, one_of, text, truth, whole, type Shape } from './shape';

// unknown: a frame or a section of a newer server, to be passed over.
export type Decoded =
  { ok: true; frame: ServerFrame | { type: 'unknown'; name: string } } | { ok: false; field: string };

export type SectionShapes = { readonly [Name in SectionName]?: Shape<Sections[Name]> };

const role: Shape<Role> = one_of('participant', 'table', 'facilitator', 'projector', 'expert', 'captioner', 'companion');
const frame_shapes = {
  welcome: members<Welcome>({
    protocol: whole,
    atelier: text,
    role,
    person: maybe(whole),
    table: maybe(whole),
    token: text,
    last_number: whole,
    server_ms: whole,
    beat_ms: whole,
    addresses: list(text),
  }),
  waiting: members<Waiting>({ picture: whole, number: whole }),
  ack: members<Ack>({ number: whole, already: truth }),
  refusal: members<RefusalFrame>({
    number: maybe(whole),
    code: one_of(...codes),
    field: text,
    message: text,
    detail: text,
    retry_ms: maybe(whole),
  }),
  clock: members<ClockAnswer>({ sent_ms: whole, server_ms: whole }),
  beat: members<Beat>({ server_ms: whole }),
} as const;
const section_frame = members<{ name: string; version: string }>({ name: text, version: text });

function object_in(bytes: string): Record<string, unknown> | null {
  let value: unknown;
  try {
    value = JSON.parse(bytes);
  } catch {
    return null;
  }
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;
}

function decode_section(frame: Record<string, unknown>, shapes: SectionShapes): Decoded {
  const wrong = section_frame.wrong(frame, '');
  if (wrong !== null) {
    return { ok: false, field: wrong };
  }
  const name = frame['name'] as string;
  const shape = Object.prototype.hasOwnProperty.call(shapes, name) ? shapes[name as SectionName] : undefined;
  if (shape === undefined) {
    return { ok: true, frame: { type: 'unknown', name } };
  }
  const body_wrong = shape.wrong(frame['body'], '/body');
  return body_wrong === null ? { ok: true, frame: frame as unknown as SectionFrame } : { ok: false, field: body_wrong };
}

export function decode(bytes: string, shapes: SectionShapes): Decoded {
  const frame = object_in(bytes);
  if (frame === null) {
    return { ok: false, field: '' };
  }
  const type = frame['type'];
  if (typeof type !== 'string') {
    return { ok: false, field: '/type' };
  }
  if (type === 'section') {
    return decode_section(frame, shapes);
  }
  if (!Object.prototype.hasOwnProperty.call(frame_shapes, type)) {
    return { ok: true, frame: { type: 'unknown', name: type } };
  }
  const wrong = frame_shapes[type as keyof typeof frame_shapes].wrong(frame, '');
  return wrong === null ? { ok: true, frame: frame as unknown as ServerFrame } : { ok: false, field: wrong };
}

// Half a surrogate pair, as a broken keyboard or a cut text leaves it, is not a character: the server refuses it.
const whole_characters = (_name: string, value: unknown): unknown =>
  typeof value === 'string'
    ? value.replace(/[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g, (found) =>
        found.length === 2 ? found : '\ufffd',
      )
    : value;

export const encode_hello = (hello: Hello): string => JSON.stringify({ type: 'hello', ...hello }, whole_characters);
export const encode_clock = (ask: ClockAsk): string => JSON.stringify({ type: 'clock', ...ask });
export const encode_assign = (assign: Assign): string => JSON.stringify({ type: 'assign', ...assign });
export const encode_command = (number: number, command: string, body: unknown): string =>
  JSON.stringify({ type: 'command', number, command, body }, whole_characters);
