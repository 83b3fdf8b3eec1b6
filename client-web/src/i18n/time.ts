// Time in words: what a person needs, never more precise than useful.
import { language_tag, plural, t } from './index.svelte';

const minute_ms = 60_000;

// « encore environ 5 minutes », « moins d’une minute », « le temps est passé depuis 2 minutes »
export function remaining_words(remaining_ms: number): string {
  if (remaining_ms <= -minute_ms) {
    return plural('time.over', Math.floor(-remaining_ms / minute_ms));
  }
  if (remaining_ms <= 0) {
    return t('time.up');
  }
  if (remaining_ms < minute_ms) {
    return t('time.last_minute');
  }
  return plural('time.left', Math.round(remaining_ms / minute_ms));
}

// « 14 h 05 », « 14:05 »
export function clock_words(at_ms: number): string {
  const at = new Date(at_ms);
  const minutes = String(at.getMinutes()).padStart(2, '0');
  return language_tag() === 'en' ? `${at.getHours()}:${minutes}` : `${at.getHours()}\u00a0h\u00a0${minutes}`;
}

// « 9 h 00 », « 9:00 » from "09:00".
export function wall_clock(clock: string): string {
  const [hours = '0', minutes = '00'] = clock.split(':');
  return language_tag() === 'en' ? `${Number(hours)}:${minutes}` : `${Number(hours)}\u00a0h\u00a0${minutes}`;
}

// The part of the step that has passed, from 0 to 100, whole.
export function passed_percent(started_at_ms: number, ends_at_ms: number, now_ms: number): number {
  const whole_ms = ends_at_ms - started_at_ms;
  if (whole_ms <= 0) {
    return 0;
  }
  return Math.max(0, Math.min(100, Math.round(((now_ms - started_at_ms) * 100) / whole_ms)));
}
