// Words of the screens, in French, easy French (FALC) and English.
//
// Shape    A catalogue is { key: { fr, falc, en } }; each page registers the areas it uses before it mounts. A
//          parameter is written {name}. `plural` picks key.one or key.other by the language's rule
//          (French: 0 and 1 are one).
// Errors   A key nobody registered shows as itself; tests/i18n.test.ts makes that impossible for keys in our sources.

export type Language = 'fr' | 'falc' | 'en';
export type Words = Readonly<Record<Language, string>>;
export type Catalogue = Readonly<Record<string, Words>>;
export type Parameters = Readonly<Record<string, string | number>>;
// A text of the programme: only the French is always there.
export interface SlottedText {
  readonly fr: string;
  readonly falc?: string;
  readonly en?: string;
}

export const languages: readonly Language[] = ['fr', 'falc', 'en'];
const stored_under = 'tablee.language';
const words = new Map<string, Words>();
let language_ = $state<Language>('fr');

export function register(...catalogues: readonly Catalogue[]): void {
  catalogues.forEach((catalogue) => Object.entries(catalogue).forEach(([key, value]) => words.set(key, value)));
}

export const language = (): Language => language_;

// The language of the page, for `lang` attributes.
export const language_tag = (): 'fr' | 'en' => (language_ === 'en' ? 'en' : 'fr');

export function set_language(next: Language): void {
  language_ = next;
  document.documentElement.lang = language_tag();
  try {
    localStorage.setItem(stored_under, next);
  } catch {
    return;
  }
}

// The choice made before on this device.
export function restore_language(): void {
  let kept: string | null = null;
  try {
    kept = localStorage.getItem(stored_under);
  } catch {
    return;
  }
  const found = languages.find((each) => each === kept);
  if (found !== undefined) {
    set_language(found);
  }
}

// « Rendre la tablette »: the next person starts in French.
export function reset_language(): void {
  set_language('fr');
}

export function t(key: string, parameters: Parameters = {}): string {
  const sentence = words.get(key)?.[language_] ?? key;
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
