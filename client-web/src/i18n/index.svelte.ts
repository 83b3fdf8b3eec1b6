// Words of the screens, in French, easy French (FALC) and English.
//
// Shape    A catalogue is { key: { fr, falc, en } }. A page fetches its sentences in the language of the screen, one
//          file a language (tools/words.ts), then mounts; the other languages follow once people can act, so that a
//          change of language is at hand and needs no network. A parameter is written {name}. `plural` picks key.one or
//          key.other by the language's rule (French: 0 and 1 are one).
// Errors   Sentences that do not arrive are asked for again; meanwhile the screen keeps its language. A key nobody
//          learnt shows as itself; tests/i18n.test.ts makes that impossible for keys in our sources.

export type Language = 'fr' | 'falc' | 'en';
export type Words = Readonly<Record<Language, string>>;
export type Catalogue = Readonly<Record<string, Words>>;
export type Sentences = Readonly<Record<string, string>>;
// Where the sentences of a page are, by language.
export type Addresses = Readonly<Record<Language, string>>;
export type Parameters = Readonly<Record<string, string | number>>;
// A text of the programme: only the French is always there.
export interface SlottedText {
  readonly fr: string;
  readonly falc?: string;
  readonly en?: string;
}

export const languages: readonly Language[] = ['fr', 'falc', 'en'];
const stored_under = 'tablee.language';
const asked_again_ms = 1_000;
const others_after_ms = 2_000;
const known = new Map<Language, Record<string, string>>();
let addresses: Addresses | null = null;
let wanted: Language = 'fr';
let language_ = $state<Language>('fr');

export function learn(of: Language, sentences: Sentences): void {
  known.set(of, { ...known.get(of), ...sentences });
}

export const language = (): Language => language_;

// The language of the page, for `lang` attributes.
export const language_tag = (): 'fr' | 'en' => (language_ === 'en' ? 'en' : 'fr');

async function fetched(of: Language, from: string): Promise<boolean> {
  try {
    const answer = await fetch(from);
    if (answer.ok) {
      learn(of, (await answer.json()) as Sentences);
    }
    return answer.ok;
  } catch {
    return false;
  }
}

function show(next: Language): void {
  language_ = next;
  document.documentElement.lang = language_tag();
}

// Until the sentences are there, or another language is wanted.
async function show_when_known(next: Language): Promise<void> {
  while (wanted === next) {
    if (addresses === null || known.has(next) || (await fetched(next, addresses[next]))) {
      if (wanted === next) {
        show(next);
      }
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, asked_again_ms));
  }
}

export function set_language(next: Language): void {
  wanted = next;
  if (known.has(next)) {
    show(next);
  } else {
    void show_when_known(next);
  }
  try {
    localStorage.setItem(stored_under, next);
  } catch {
    return;
  }
}

function kept_language(): Language {
  try {
    const kept = localStorage.getItem(stored_under);
    return languages.find((each) => each === kept) ?? 'fr';
  } catch {
    return 'fr';
  }
}

// Resolves once the page can be shown, in the language chosen before on this device.
export async function open_words(of_page: Addresses): Promise<void> {
  addresses = of_page;
  wanted = kept_language();
  await show_when_known(wanted);
  setTimeout(() => {
    languages.filter((each) => !known.has(each)).forEach((each) => void fetched(each, of_page[each]));
  }, others_after_ms);
}

// « Rendre la tablette »: the next person starts in French.
export function reset_language(): void {
  set_language('fr');
}

export function t(key: string, parameters: Parameters = {}): string {
  const sentence = known.get(language_)?.[key] ?? key;
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(parameters[name] ?? whole));
}

// t(`${key}.one`) or t(`${key}.other`), with {count}.
export function plural(key: string, count: number, parameters: Parameters = {}): string {
  const is_one = language_ === 'en' ? count === 1 : Math.abs(count) < 2;
  return t(`${key}.${is_one ? 'one' : 'other'}`, { count, ...parameters });
}

// A text of the programme in the language of the screen.
export function text(slots: SlottedText): string {
  return slots[language_] ?? slots.fr;
}

// The language `text` answers in: French when there is no English.
export function text_tag(slots: SlottedText): 'fr' | 'en' {
  return language_ === 'en' && slots.en !== undefined ? 'en' : 'fr';
}
