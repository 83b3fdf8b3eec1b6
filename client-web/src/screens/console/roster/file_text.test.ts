import { describe, expect, it } from 'vitest';
import { file_bytes_max, read_file_text } from './file_text';

const utf8 = (text: string) => new TextEncoder().encode(text);
const joined = (...parts: (readonly number[] | Uint8Array)[]) => Uint8Array.from(parts.flatMap((part) => [...part]));

function utf16(text: string, big: boolean): number[] {
  return Array.from({ length: text.length }, (_, index) => text.charCodeAt(index)).flatMap((unit) =>
    big ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8],
  );
}

describe('the encoding of a list', () => {
  const text = 'Prénom;Nom\nZoé;Lefèvre\nŒdipe;Ça – « 10 € »\n';

  it('is UTF-8 without a mark', () => {
    expect(read_file_text(utf8(text))).toEqual({ ok: true, text, encoding: 'utf-8', marked: false });
  });

  it('is UTF-8 with a mark, which is no part of the first cell', () => {
    expect(read_file_text(joined([0xef, 0xbb, 0xbf], utf8(text)))).toEqual({
      ok: true,
      text,
      encoding: 'utf-8',
      marked: true,
    });
  });

  it('is UTF-16, in both byte orders', () => {
    expect(read_file_text(joined([0xff, 0xfe], utf16(text, false)))).toEqual({
      ok: true,
      text,
      encoding: 'utf-16le',
      marked: true,
    });
    expect(read_file_text(joined([0xfe, 0xff], utf16(text, true)))).toEqual({
      ok: true,
      text,
      encoding: 'utf-16be',
      marked: true,
    });
  });

  it('is Windows-1252 when it is not valid UTF-8', () => {
    // "Zoé Lefèvre, Œdipe, 10 €" as an old spreadsheet writes it.
    const bytes = joined(utf8('Zo'), [0xe9], utf8(' Lef'), [0xe8], utf8('vre, '), [0x8c], utf8('dipe, 10 '), [0x80]);
    expect(read_file_text(bytes)).toEqual({
      ok: true,
      text: 'Zoé Lefèvre, Œdipe, 10 €',
      encoding: 'windows-1252',
      marked: false,
    });
  });

  it('is not guessed from a single stray byte inside valid UTF-8', () => {
    const read = read_file_text(joined(utf8('Zoé\n'), [0xff]));
    expect(read).toMatchObject({ ok: true, encoding: 'windows-1252' });
  });
});

describe('a file that is no list', () => {
  it('is refused when empty, blank, or only a mark', () => {
    expect(read_file_text(new Uint8Array())).toEqual({ ok: false, problem: 'empty' });
    expect(read_file_text(utf8(' \r\n\t\n'))).toEqual({ ok: false, problem: 'empty' });
    expect(read_file_text(joined([0xef, 0xbb, 0xbf]))).toEqual({ ok: false, problem: 'empty' });
  });

  it('is refused past the bound, and read at the bound', () => {
    expect(read_file_text(new Uint8Array(file_bytes_max).fill(0x61))).toMatchObject({ ok: true });
    expect(read_file_text(new Uint8Array(file_bytes_max + 1).fill(0x61))).toEqual({ ok: false, problem: 'too_big' });
  });

  it('is recognised as a workbook', () => {
    expect(read_file_text(joined([0x50, 0x4b, 3, 4], utf8('xl/workbook.xml')))).toEqual({
      ok: false,
      problem: 'workbook',
    });
    expect(read_file_text(joined([0xd0, 0xcf, 0x11, 0xe0, 0xa1]))).toEqual({ ok: false, problem: 'workbook' });
  });

  it('is refused with NUL characters, as UTF-16 without a mark has', () => {
    expect(read_file_text(joined(utf16('Nom\nZoe', false)))).toEqual({ ok: false, problem: 'binary' });
  });
});
