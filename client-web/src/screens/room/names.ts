// How things are called on every screen.
import { clock_words } from '../../i18n/time';
import { language, language_tag, plural, t, text, text_tag } from '../../i18n/index.svelte';
import type { AtelierView, Form, StepView } from '../../protocol/messages';
import type { Refusal } from '../../state/room.svelte';

export interface Named {
  readonly words: string;
  readonly tag: string;
}

export function step_name(atelier: AtelierView | undefined, id: string): Named {
  const step = atelier?.steps.find((each) => each.id === id);
  return step === undefined ? { words: '', tag: 'fr' } : { words: text(step.title), tag: text_tag(step.title) };
}

export function step_name_at(atelier: AtelierView | undefined, position: number): Named | null {
  const step = atelier?.steps[position];
  return step === undefined ? null : { words: text(step.title), tag: text_tag(step.title) };
}

// The place of the step before (-1) or after (+1) this one that takes place, which may lie outside the programme.
export function neighbour(atelier: AtelierView | undefined, position: number, direction: -1 | 1): number {
  let place = position + direction;
  while (atelier?.steps[place]?.dropped === true) {
    place += direction;
  }
  return place;
}

// The name of the turn that goes on, or null when the step has no turns.
export function turn_name(step: StepView): Named | null {
  const turn = step.turns[step.turn];
  if (turn === undefined) {
    return null;
  }
  const number = t('turn.of', { number: step.turn + 1, count: step.turns.length });
  if (turn.title !== undefined) {
    return { words: `${number} ${text(turn.title)}`, tag: text_tag(turn.title) };
  }
  const form = turn.form === undefined ? '' : t(`turn.form.${turn.form}`);
  return { words: form === '' ? t('turn.alone', { number: step.turn + 1, count: step.turns.length }) : `${number} ${form}`, tag: language_tag() };
}

// Who works together now: in this turn, else in the step.
export const form_now = (step: StepView): Form | undefined => step.turns[step.turn]?.form ?? step.form;

// Time left in a turn, in ms; null when it ends with its step.
export function turn_remaining_ms(step: StepView, now_ms: number): number | null {
  if (step.paused) {
    return step.turn_remaining_ms === 0 ? null : step.turn_remaining_ms;
  }
  return step.turn_ends_at_ms === 0 ? null : step.turn_ends_at_ms - now_ms;
}

export const table_name = (table: { id: number; title: string }): string =>
  table.title === '' ? t('table.numbered', { number: table.id }) : table.title;

export const refusal_words = (refusal: Refusal): string => t(`refusal.${refusal.code}`);

// « Texte facile à lire, relu par 3 personnes (Atelier des Tilleuls). » Requires: readers > 0.
export const readers_words = ({ readers, readers_from }: { readers: number; readers_from: string }): string =>
  plural(readers_from === '' ? 'easy.read_by' : 'easy.read_by_from', readers, { from: readers_from });

// A code in two groups of four, as on the card.
export const code_words = (code: string): string => code.replace(/^(.{4})(.{4})$/, '$1\u00a0$2');

export const time_of = (at_ms: number): string => clock_words(at_ms);

// « 30 juin 2025 » from 2025-06-30.
export function date_words(date: string): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const locale = language() === 'en' ? 'en-GB' : 'fr-FR';
  return new Date(year, month - 1, day).toLocaleDateString(locale, { day: 'numeric', month: 'long', year: 'numeric' });
}

// Time left in a step, in ms; null when it has no end.
export function remaining_ms(step: StepView, now_ms: number): number | null {
  if (step.paused) {
    return step.timer === 'free' ? null : step.remaining_ms;
  }
  return step.ends_at_ms === 0 ? null : step.ends_at_ms - now_ms;
}

export const shortened = (words: string, characters: number): string =>
  words.length <= characters ? words : `${words.slice(0, characters - 1)}…`;

export const words_in = (words: string): number => words.split(/\s+/u).filter((each) => each !== '').length;

export const characters_in = (words: string): number => Array.from(words).length;
