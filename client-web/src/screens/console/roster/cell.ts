// One cell of a list, made safe to show, to store, and to write back into a spreadsheet.
//
// Source   OWASP, "CSV injection": a cell that starts with = + - @, a tab or a carriage return is a formula for a
//          spreadsheet. Departure: the sign is removed rather than quoted, since names are read aloud and shown.

export type CellNote = 'formula' | 'cleaned';

export interface Cell {
  text: string;
  notes: CellNote[];
}

const formula_start = /^[\s'"]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20][\s=+\-@\uFF1D\uFF0B\uFF0D\uFF20]*/;
const formula_tab = /^[\t\r]+/;
// Control characters, invisible ones, and those that turn the writing direction round.
const unseen =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffd]/g;

export function clean_cell(raw: string): Cell {
  const notes: CellNote[] = [];
  const seen = raw.replace(unseen, '');
  let cleaned = seen !== raw;
  let text = seen;
  const without_formula = text.replace(formula_tab, '').replace(formula_start, '');
  const formula = without_formula !== text;
  if (formula) {
    notes.push('formula');
    text = without_formula;
  }
  cleaned ||= /[\n\r\t]/.test(text.trim());
  if (cleaned) {
    notes.push('cleaned');
  }
  return { text: text.normalize('NFC').replace(/\s+/g, ' ').trim(), notes };
}

export function characters(text: string): number {
  return Array.from(text).length;
}

export function shortened(text: string, most: number): string {
  return Array.from(text).slice(0, most).join('').trimEnd();
}
