// The nights of the programme: what was sealed in the evening, and whether the morning found the same.
import type { ContentSealRow } from '../../protocol/messages';

export interface Night {
  readonly step: string;
  readonly evening: ContentSealRow;
  readonly morning: ContentSealRow | undefined; // undefined: it is still night
}

// A night gone back to after an undo has several pairs: the first evening and the last morning count.
export function nights_of(seals: readonly ContentSealRow[]): Night[] {
  const steps = [...new Set(seals.map((each) => each.step))];
  return steps.flatMap((step) => {
    const own = seals.filter((each) => each.step === step);
    const [evening] = own;
    return evening === undefined ? [] : [{ step, evening, morning: own.length > 1 ? own[own.length - 1] : undefined }];
  });
}
