// A person's own phrases, as they paste them from their own device: one a line, each once.
export const phrases_max = 60;
export const phrase_chars_max = 200;

export function phrases_of(text: string): string[] {
  const lines = text
    .normalize('NFC')
    .split(/\r\n|[\r\n\u2028]/)
    .map((line) => line.replace(/\s+/g, ' ').trim().slice(0, phrase_chars_max).trim());
  return Array.from(new Set(lines.filter((line) => line !== ''))).slice(0, phrases_max);
}
