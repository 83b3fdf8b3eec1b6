// What is said about a text on the room's own line, as bytes (protocol/README.md, P94 to P99).
//
// Shape    The number of the article, then one message of y-protocols; 4 and 5 are between our pages and the server.
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

const sync = 0;
const awareness = 1;
const denied = 2;
const number = 4;
const close = 5;
const sync_states = 0;
const sync_answer = 1;
const sync_update = 2;

export type TextFrame =
  | { readonly kind: 'states' | 'answer' | 'update' | 'awareness'; readonly bytes: Uint8Array }
  | { readonly kind: 'denied'; readonly code: string }
  | { readonly kind: 'number'; readonly client: number }
  | { readonly kind: 'settled'; readonly writes: number };

function framed(article: number, write: (encoder: encoding.Encoder) => void): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, article);
    write(encoder);
  });
}

function of_sync(article: number, kind: number, bytes: Uint8Array): Uint8Array {
  return framed(article, (encoder) => {
    encoding.writeVarUint(encoder, sync);
    encoding.writeVarUint(encoder, kind);
    encoding.writeVarUint8Array(encoder, bytes);
  });
}

// Follows the text from this state vector on.
export const states_frame = (article: number, states: Uint8Array) => of_sync(article, sync_states, states);
export const answer_frame = (article: number, update: Uint8Array) => of_sync(article, sync_answer, update);
export const update_frame = (article: number, update: Uint8Array) => of_sync(article, sync_update, update);
export const awareness_frame = (article: number, bytes: Uint8Array) =>
  framed(article, (encoder) => {
    encoding.writeVarUint(encoder, awareness);
    encoding.writeVarUint8Array(encoder, bytes);
  });
// Asks for a client id to write under.
export const number_frame = (article: number) =>
  framed(article, (encoder) => encoding.writeVarUint(encoder, number));
// Follows no more.
export const close_frame = (article: number) => framed(article, (encoder) => encoding.writeVarUint(encoder, close));

function message(decoder: decoding.Decoder): TextFrame | null {
  switch (decoding.readVarUint(decoder)) {
    case sync: {
      const kind = (['states', 'answer', 'update'] as const)[decoding.readVarUint(decoder)];
      return kind === undefined ? null : { kind, bytes: decoding.readVarUint8Array(decoder) };
    }
    case awareness:
      return { kind: 'awareness', bytes: decoding.readVarUint8Array(decoder) };
    case denied:
      decoding.readVarUint(decoder); // 0: permission denied, the only one there is
      return { kind: 'denied', code: decoding.readVarString(decoder) };
    case number:
      return { kind: 'number', client: decoding.readVarUint(decoder) };
    case close:
      return { kind: 'settled', writes: decoding.readVarUint(decoder) };
    default:
      return null;
  }
}

// Null: no message of ours.
export function read_text_frame(bytes: Uint8Array): { article: number; frame: TextFrame } | null {
  try {
    const decoder = decoding.createDecoder(bytes);
    const article = decoding.readVarUint(decoder);
    const frame = message(decoder);
    return frame === null ? null : { article, frame };
  } catch {
    return null;
  }
}

// An update in which there is nothing: no struct, no deletion.
export function is_empty_update(update: Uint8Array): boolean {
  return update.length === 2 && update[0] === 0 && update[1] === 0;
}
