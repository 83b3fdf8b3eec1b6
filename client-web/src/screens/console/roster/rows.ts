// The text of a list, cut into rows of cells.
//
// The separator is the one found on most lines outside quotation marks, then the most regular one. A quotation mark never
// closed would swallow the rest of the file in one cell: such a file is cut again line by line, marks being then plain
// characters.
import Papa from 'papaparse';

export type Separator = ';' | ',' | '\t';

export interface Row {
  line: number; // in the file, from 1
  cells: string[];
  broken_quote: boolean;
}

export interface Rows {
  separator: Separator | null; // null: one column
  rows: Row[]; // empty ones included
}

// Papa wants a delimiter: this one is in no list of people.
const no_separator = '\u001f';
const no_quote = '\u0001';
const separators: readonly Separator[] = [';', '\t', ','];
const sampled_lines = 100;

function count_outside_quotes(line: string, separator: Separator): number {
  let quoted = false;
  let count = 0;
  for (const character of line) {
    if (character === '"') {
      quoted = !quoted;
    } else if (character === separator && !quoted) {
      count += 1;
    }
  }
  return count;
}

export function detect_separator(text: string): Separator | null {
  const lines = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, sampled_lines);
  let best: Separator | null = null;
  let best_present = Math.floor(lines.length / 2);
  let best_regular = 0;
  for (const separator of separators) {
    const tally = new Map<number, number>();
    for (const count of lines.map((line) => count_outside_quotes(line, separator)).filter((found) => found > 0)) {
      tally.set(count, (tally.get(count) ?? 0) + 1);
    }
    const present = Array.from(tally.values()).reduce((sum, found) => sum + found, 0);
    const regular = Math.max(0, ...tally.values());
    if (present > best_present || (present === best_present && best !== null && regular > best_regular)) {
      best = separator;
      best_present = present;
      best_regular = regular;
    }
  }
  return best;
}

// Spreadsheets may say their separator on a first line, `sep=;`.
function take_declared(text: string): { declared: Separator | null; rest: string; skipped: number } {
  const found = /^sep=([;,\t])\n/i.exec(text);
  if (found === null) {
    return { declared: null, rest: text, skipped: 0 };
  }
  const declared = separators.find((separator) => separator === found[1]) ?? null;
  return { declared, rest: text.slice(found[0].length), skipped: 1 };
}

function parse(text: string, delimiter: string, quote: string, first_line: number): { rows: Row[]; unclosed: boolean } {
  const rows: Row[] = [];
  let unclosed = false;
  let line = first_line;
  let position = 0;
  Papa.parse<string[]>(text, {
    delimiter,
    quoteChar: quote,
    newline: '\n',
    skipEmptyLines: false,
    step: (result) => {
      const broken = result.errors.some((error) => error.type === 'Quotes');
      unclosed ||= result.errors.some((error) => error.code === 'MissingQuotes');
      rows.push({ line, cells: result.data, broken_quote: broken });
      for (; position < result.meta.cursor; position += 1) {
        line += text[position] === '\n' ? 1 : 0;
      }
    },
  });
  return { rows, unclosed };
}

export function read_rows(text: string): Rows {
  const { declared, rest, skipped } = take_declared(text.replace(/\r\n?/g, '\n'));
  const body = rest.replace(/\n+$/, '');
  const separator = declared ?? detect_separator(body);
  const delimiter = separator ?? no_separator;
  const quoted = parse(body, delimiter, '"', 1 + skipped);
  if (!quoted.unclosed) {
    return { separator, rows: quoted.rows };
  }
  const plain = parse(body, delimiter, no_quote, 1 + skipped).rows.map((row) => ({
    ...row,
    broken_quote: row.cells.some((cell) => cell.includes('"')),
    cells: row.cells.map((cell) => cell.replace(/^\s*"|"\s*$/g, '')),
  }));
  return { separator, rows: plain };
}
