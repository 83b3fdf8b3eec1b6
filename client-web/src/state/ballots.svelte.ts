// This tablet's own ballots: the key of each and what was chosen. Nowhere else is it known that they go together.
//
// Shape    One entry a poll. `order` draws the order in which options are shown, once per poll and tablet, so that no
//          option is first for everybody. Emptied with the seat's storage.
import { random_hex, type Random, type Store } from '../link/storage';
import type { Choice, PointsOn } from '../protocol/messages';

// « Je passe », « je ne sais pas ».
export type Blank = 'abstain' | 'unsure';

export interface OwnBallot {
  readonly key: string;
  readonly choice?: Choice;
  readonly points?: readonly PointsOn[];
  // Without points.
  readonly blank?: Blank;
}

const choices: readonly Choice[] = ['for', 'against', 'abstain', 'unsure'];
const blanks: readonly Blank[] = ['abstain', 'unsure'];

// null: it is an option, or nothing.
export const blank_of = (choice: unknown): Blank | null => blanks.find((each) => each === choice) ?? null;

// Fisher-Yates with a small generator (Marsaglia's xorshift32): the same seed gives the same order.
export function shuffled<T>(items: readonly T[], seed: number): T[] {
  const order = [...items];
  let state = seed >>> 0 || 1;
  for (let left = order.length; left > 1; left -= 1) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    const place = (state >>> 0) % left;
    const last = order[left - 1];
    const drawn = order[place];
    if (last !== undefined && drawn !== undefined) {
      order[left - 1] = drawn;
      order[place] = last;
    }
  }
  return order;
}

export class Ballots {
  private changes_ = $state(0);

  constructor(
    private readonly store_: Store,
    private readonly random_: Random,
  ) {}

  own(poll: number): OwnBallot | null {
    void this.changes_;
    return read_ballot(this.store_.get(`ballot.${poll}`));
  }

  // The key for this poll: the one used before, or a new one.
  key(poll: number): string {
    return this.own(poll)?.key ?? random_hex(this.random_, 32);
  }

  remember(poll: number, ballot: OwnBallot): void {
    this.store_.set(`ballot.${poll}`, JSON.stringify(ballot));
    this.changes_ += 1;
  }

  forget(poll: number): void {
    this.store_.remove(`ballot.${poll}`);
    this.changes_ += 1;
  }

  order<T>(poll: number | string, options: readonly T[]): T[] {
    const place = `order.${poll}`;
    let seed = this.store_.get(place);
    if (seed === null) {
      seed = random_hex(this.random_, 8);
      this.store_.set(place, seed);
    }
    return shuffled(options, parseInt(seed, 16));
  }
}

function read_ballot(stored: string | null): OwnBallot | null {
  let value: unknown;
  try {
    value = JSON.parse(stored ?? 'null');
  } catch {
    return null;
  }
  const { key, choice, points, blank } = (value ?? {}) as Record<string, unknown>;
  if (typeof key !== 'string' || !/^[0-9a-f]{32}$/.test(key)) {
    return null;
  }
  const marks = (Array.isArray(points) ? points : []).flatMap((mark: unknown): PointsOn[] => {
    const { option, points: given } = (mark ?? {}) as Record<string, unknown>;
    return Number.isSafeInteger(option) && Number.isSafeInteger(given)
      ? [{ option: Number(option), points: Number(given) }]
      : [];
  });
  return {
    key,
    choice: choices.find((each) => each === choice),
    points: Array.isArray(points) ? marks : undefined,
    blank: blank_of(blank) ?? undefined,
  };
}
