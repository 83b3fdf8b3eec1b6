// Time left to somebody who speaks: to the second, because a speech is short.
import { plural, t } from '../../i18n/index.svelte';

interface Speech {
  readonly ends_at_ms: number;
  readonly remaining_ms: number;
  // The speaker prepares typed words: their time stands still.
  readonly held: boolean;
}

// In ms; null when the speech has no countdown.
export function speech_left_ms(speech: Speech, paused: boolean, now_ms: number): number | null {
  if (paused || speech.held) {
    return speech.remaining_ms;
  }
  return speech.ends_at_ms === 0 ? null : speech.ends_at_ms - now_ms;
}

// « Encore 45 secondes », « Encore 1 min 05 », « Le temps de parole est fini »
export function speech_left_words(left_ms: number): string {
  const seconds = Math.ceil(left_ms / 1_000);
  if (seconds <= 0) {
    return t('speech.up');
  }
  if (seconds < 60) {
    return plural('speech.seconds', seconds);
  }
  return t('speech.minutes', { minutes: Math.floor(seconds / 60), seconds: String(seconds % 60).padStart(2, '0') });
}

// « 3 min », « 1 min 30 s », « 45 s »: written alike in the three languages.
export function duration_words(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const parts = [minutes > 0 ? `${minutes}\u00a0min` : '', seconds % 60 > 0 ? `${seconds % 60}\u00a0s` : ''];
  return parts.filter((part) => part !== '').join('\u00a0');
}
