// Lines of captions as they are read: what one person says together, each new speaker on a line of their own.
import type { CaptionLine } from '../../protocol/messages';
import { is_sentence_end } from '../../state/caption_pieces';

export interface Paragraph {
  // Of its first line.
  readonly id: number;
  readonly speaker: string;
  readonly lines: CaptionLine[];
  // Lines lacking just before.
  readonly missing: number;
}

// A speech is cut at the end of a sentence, once it is this long.
const characters_enough = 200;

const length_of = (paragraph: Paragraph): number =>
  paragraph.lines.reduce((sum, line) => sum + line.text.length, 0);

function goes_on(paragraph: Paragraph, line: CaptionLine): boolean {
  const last = paragraph.lines[paragraph.lines.length - 1];
  const is_full = length_of(paragraph) >= characters_enough && is_sentence_end(last?.text ?? '');
  return paragraph.speaker === line.speaker && !is_full;
}

export function paragraphs_of(
  lines: readonly CaptionLine[],
  missing: ReadonlyMap<number, number> = new Map(),
): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let lacking = 0;
  for (const line of lines) {
    lacking += missing.get(line.id) ?? 0;
    if (line.text === '') {
      continue;
    }
    const last = paragraphs[paragraphs.length - 1];
    if (last !== undefined && lacking === 0 && goes_on(last, line)) {
      last.lines.push(line);
    } else {
      paragraphs.push({ id: line.id, speaker: line.speaker, lines: [line], missing: lacking });
      lacking = 0;
    }
  }
  return paragraphs;
}
