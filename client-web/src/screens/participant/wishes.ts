// The list of wishes after a tap on a subject: taken off when it was there, else added at the end; null when the list is
// full.
export function choose(chosen: readonly number[], subject: number, max: number): readonly number[] | null {
  if (chosen.includes(subject)) {
    return chosen.filter((each) => each !== subject);
  }
  return chosen.length >= max ? null : [...chosen, subject];
}
