// A code as people type it, and the first thing wrong with it, if any.
import { code_alphabet, code_length } from '../../protocol/messages';

export type CodeFault = { what: 'empty' } | { what: 'letter'; letter: string } | { what: 'length'; count: number };

export const normal_code = (typed: string): string => typed.toUpperCase().replace(/[\s\u00a0-]/g, '');

export function fault_of(typed: string): CodeFault | null {
  const code = normal_code(typed);
  const letters = Array.from(code);
  if (letters.length === 0) {
    return { what: 'empty' };
  }
  const letter = letters.find((each) => !code_alphabet.includes(each));
  if (letter !== undefined) {
    return { what: 'letter', letter };
  }
  return letters.length === code_length ? null : { what: 'length', count: letters.length };
}
