// The words that this page explains, which of them it has marked, and the one that is open.
//
// Shape    Those of the programme, then those of the screens themselves, unless the programme explains them. A word is
//          marked once a screen: by the first text that holds it, for as long as that text is there.
import { t } from '../../i18n/index.svelte';
import type { LexiconWord } from '../../protocol/messages';

// French whatever the page: texts of the programme and of the avis are. A word, then its other forms.
const of_the_screens: Readonly<Record<string, readonly [string, ...string[]]>> = {
  opinion: ['avis'],
  amendment: ['amendement', 'amendements'],
  abstention: ['abstention', 'abstentions'],
  guarantor: ['garant', 'garante', 'garants', 'garantes'],
  consensus: ['consensus'],
  ballot: ['scrutin', 'scrutins'],
  quorum: ['quorum'],
};

const own_words = (): LexiconWord[] =>
  Object.entries(of_the_screens).map(([name, [word, ...forms]]) => {
    const means = t(`lexicon.means.${name}`);
    return { word, forms, meaning: { fr: means, falc: means, en: means } };
  });

export function lexicon_of(programme: readonly LexiconWord[]): LexiconWord[] {
  const known = new Set(programme.flatMap((each) => [each.word, ...(each.forms ?? [])]).map((word) => word.toLowerCase()));
  return [...programme, ...own_words().filter((each) => !known.has(each.word.toLowerCase()))];
}

export class Lexicon {
  private readonly claimed_ = new Map<string, object>();
  opened = $state.raw<LexiconWord | null>(null);

  // Whether this text is the one that marks the word.
  claim(word: string, owner: object): boolean {
    const by = this.claimed_.get(word) ?? owner;
    this.claimed_.set(word, by);
    return by === owner;
  }

  release(owner: object): void {
    for (const [word, by] of this.claimed_) {
      if (by === owner) {
        this.claimed_.delete(word);
      }
    }
  }
}

export const page_lexicon = new Lexicon();
