// The bytes of a list of people, turned into text.
//
// Spreadsheets write UTF-8 with or without a byte order mark, UTF-16 with one, or the Windows code page of Western
// Europe. UTF-8 is recognised because random Windows-1252 text is almost never valid UTF-8.

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export type FileProblem = 'empty' | 'too_big' | 'workbook' | 'binary';

export type FileText =
  { ok: true; text: string; encoding: Encoding; marked: boolean } | { ok: false; problem: FileProblem };

export const file_bytes_max = 2 * 1024 * 1024;

function starts_with(bytes: Uint8Array, mark: readonly number[]): boolean {
  return bytes.length >= mark.length && mark.every((value, index) => bytes[index] === value);
}

// Source   WHATWG Encoding Standard, index-windows-1252: 0x80 to 0x9f; elsewhere a byte is its own code point. Written
//          out because some runtimes decode this label as ISO 8859-1.
const windows_1252_high =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

function from_windows_1252(bytes: Uint8Array): string {
  const character = (byte: number) =>
    byte >= 0x80 && byte <= 0x9f ? windows_1252_high.charAt(byte - 0x80) : String.fromCharCode(byte);
  return Array.from(bytes, character).join('');
}

function decoded(bytes: Uint8Array, encoding: Encoding, marked: boolean): FileText {
  const text = encoding === 'windows-1252' ? from_windows_1252(bytes) : new TextDecoder(encoding).decode(bytes);
  if (text.includes('\u0000')) {
    return { ok: false, problem: 'binary' };
  }
  return text.trim() === '' ? { ok: false, problem: 'empty' } : { ok: true, text, encoding, marked };
}

export function read_file_text(bytes: Uint8Array): FileText {
  if (bytes.length === 0) {
    return { ok: false, problem: 'empty' };
  }
  if (bytes.length > file_bytes_max) {
    return { ok: false, problem: 'too_big' };
  }
  // A zip archive (xlsx, ods) or an OLE document (xls): a workbook saved as such, not a list of lines.
  if (starts_with(bytes, [0x50, 0x4b, 0x03, 0x04]) || starts_with(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    return { ok: false, problem: 'workbook' };
  }
  if (starts_with(bytes, [0xef, 0xbb, 0xbf])) {
    return decoded(bytes, 'utf-8', true);
  }
  if (starts_with(bytes, [0xff, 0xfe])) {
    return decoded(bytes, 'utf-16le', true);
  }
  if (starts_with(bytes, [0xfe, 0xff])) {
    return decoded(bytes, 'utf-16be', true);
  }
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decoded(bytes, 'windows-1252', false);
  }
  return decoded(bytes, 'utf-8', false);
}
