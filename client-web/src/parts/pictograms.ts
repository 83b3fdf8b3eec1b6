// Which drawing stands beside which words: pictograms.json, one meaning a line. One picture has one meaning, one meaning one
// picture (tests/pictograms.test.ts).
//
// Shape    `drawing`: a name of OpenMoji, or `own/…` of tools/pictograms/own. `beside`: keys of words, and `also`: those that get
//          theirs only when a person wants pictures everywhere; a key of a plural is written without its end. `steps`: kinds
//          of steps, beside whose title it stands.
import { pictures } from 'virtual:pictograms';

interface Picture {
  readonly meaning: string;
  readonly everywhere_only: boolean;
}

const known = new Map<string, Picture>();
for (const [meaning, beside, also] of pictures) {
  beside.forEach((key) => known.set(key, { meaning, everywhere_only: false }));
  also.forEach((key) => known.set(key, { meaning, everywhere_only: true }));
}

// `key`: a key of words, or `step.kind.` and a kind of steps.
export const picture_beside = (key: string): Picture | undefined => known.get(key);

// The drawing of a meaning, by the name the programme gives it; undefined: there is none.
export const picture_of = (meaning: string): Picture | undefined =>
  pictures.some(([name]) => name === meaning) ? { meaning, everywhere_only: false } : undefined;
