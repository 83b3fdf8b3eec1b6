// Every line of captions this screen has seen: the room sends only the newest ones.
//
// Shape    By id, oldest first. A line taken away keeps its place with an empty text. `missing` counts the lines that were
//          typed while this screen was not there, by the line before which they lack.
import type { CaptionLine, CaptionsView } from '../protocol/messages';

export class CaptionLog {
  lines = $state.raw<readonly CaptionLine[]>([]);
  missing = $state.raw<ReadonlyMap<number, number>>(new Map());

  received({ first, lines }: CaptionsView): void {
    const oldest = lines[0];
    if (oldest === undefined) {
      return;
    }
    const before = this.lines.filter((each) => each.id < oldest.id);
    const known_missing = Array.from(this.missing.values()).reduce((sum, count) => sum + count, 0);
    const missing = first - before.length - known_missing;
    if (missing > 0) {
      this.missing = new Map([...this.missing, [oldest.id, missing]]);
    }
    this.lines = [...before, ...lines];
  }

  forget(): void {
    this.lines = [];
    this.missing = new Map();
  }
}
