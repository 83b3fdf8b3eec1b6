// Names, durations and lateness in the words of the console.
import { language_tag, t } from '../../i18n/index.svelte';
import { clock_words } from '../../i18n/time';
import type { PollView } from '../../protocol/messages';
import type { FirmOutlook } from './run_sheet';

export function table_name(table: { id: number; title: string }): string {
  return table.title === '' ? t('table.numbered', { number: table.id }) : table.title;
}

// A person without a name is told from the others by a number.
export function person_name(person: { id: number; name: string }): string {
  return person.name === '' ? t('console.person_number', { number: person.id }) : person.name;
}

// A poll on points is about its step, a motion about an article.
export function poll_title(poll: PollView, step: string): string {
  if (poll.method === 'points') {
    return step;
  }
  return poll.title === ''
    ? t('console.article', { number: poll.number })
    : t('console.article_titled', { number: poll.number, title: poll.title });
}

// « 4:37 », « 1:02:05 »; the sign is told in words beside it.
export function clock_digits(ms: number): string {
  const seconds = Math.floor(Math.abs(ms) / 1_000);
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3_600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

// « 12 min », « 1 h 05 »
export function minutes_words(minutes: number): string {
  const whole = Math.abs(minutes);
  return whole < 60
    ? t('console.minutes', { minutes: whole })
    : t('console.hours', { hours: Math.floor(whole / 60), minutes: String(whole % 60).padStart(2, '0') });
}

export function late_words(late_minutes: number): string {
  if (late_minutes === 0) {
    return t('console.on_time');
  }
  return t(late_minutes > 0 ? 'console.late' : 'console.early', { duration: minutes_words(late_minutes) });
}

// What a firm time ahead means for what is happening now.
export function firm_sentences(firm: FirmOutlook, title: string): string[] {
  const values = { title, firm: clock_words(firm.firm_ms), expected: clock_words(firm.expected_ms) };
  if (firm.late_minutes > 0) {
    const late = t('console.firm.late', { ...values, duration: minutes_words(firm.late_minutes) });
    return firm.recoverable_minutes > 0
      ? [late, t('console.firm.recoverable', { duration: minutes_words(firm.recoverable_minutes) })]
      : [late];
  }
  return firm.slack_minutes > 0
    ? [t('console.firm.slack', { ...values, duration: minutes_words(firm.slack_minutes) })]
    : [t('console.firm.exact', values)];
}

// Groups of four, to be read aloud or compared.
export function grouped(hash: string): string {
  return hash.replace(/(.{4})(?=.)/g, '$1 ');
}

// « 0,51 » for 512 thousandths.
export function index_words(thousandths: number): string {
  return (thousandths / 1_000).toLocaleString(language_tag(), { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}
