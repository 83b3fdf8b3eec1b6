// The parts of an article as it is shown and read aloud: each field's question, and what was written under it.
import { language_tag, t, text, text_tag } from '../../i18n/index.svelte';
import type { ArticleField, FieldText } from '../../protocol/messages';
import type { Words } from '../../state/voices';

export interface ArticlePart {
  readonly id: string;
  readonly words: string;
  readonly tag: Words['lang'];
  // '' when nobody wrote anything.
  readonly text: string;
}

// empty: what is shown where nothing was written; '' leaves those fields out.
export function article_parts(texts: readonly FieldText[], frame: readonly ArticleField[], empty: string): ArticlePart[] {
  const of = (field: string) => {
    const written = texts.find((each) => each.field === field)?.text ?? '';
    return written.trim() === '' ? '' : written;
  };
  return [
    { id: 'title', words: t('article.title'), tag: language_tag(), text: of('title') },
    ...frame.map((each) => ({ id: each.id, words: text(each.label), tag: text_tag(each.label), text: of(each.id) })),
  ].filter((each) => empty !== '' || each.text !== '');
}

export const words_of_parts = (parts: readonly ArticlePart[]): Words[] =>
  parts.flatMap((each) => [
    { words: each.words, lang: each.tag },
    { words: each.text, lang: 'fr' },
  ]);
