// Where scanning stands on a screen, and what one or two switches make of it.
//
// Shape    Groups in a circle; inside a group its stops, then the way back to the groups. A group of one stop is that
//          stop. After a choice scanning stays where it is, so that the same may be chosen again, unless the screen
//          asks to begin again after each choice (letters).
// Order    The screen is read anew before every move: what is gone is never pressed, and another screen begins at its
//          first group. In automatic scanning nobody choosing for two rounds leads back to the groups.
// Units    Milliseconds; pace 0: nothing moves by itself.

export interface Screen<T> {
  // Another one: scanning begins again.
  readonly id: unknown;
  readonly groups: readonly (readonly T[])[];
  readonly begins_again: boolean;
}

export type Shown<T> =
  | { readonly kind: 'group'; readonly stops: readonly T[]; readonly number: number; readonly count: number }
  | { readonly kind: 'stop'; readonly stop: T }
  | { readonly kind: 'back'; readonly stops: readonly T[] };

export const rounds_max = 2;

export interface Part<T> {
  read: () => Screen<T>;
  // moved: scanning went there now; false: the same as before, drawn again.
  show: (shown: Shown<T> | null, moved: boolean) => void;
  press: (stop: T) => void;
}

export class Scanner<T> {
  private screen_: Screen<T> = { id: undefined, groups: [], begins_again: false };
  private group_ = 0;
  // Inside a group; as many as there are stops: the way back.
  private stop_: number | null = null;
  private rounds_ = 0;
  private timer_: ReturnType<typeof setTimeout> | undefined;
  private held_ = false;

  constructor(
    private readonly part_: Part<T>,
    private pace_ms_: number,
  ) {}

  start(): void {
    this.read();
    this.show(true);
  }

  stop(): void {
    clearTimeout(this.timer_);
    this.part_.show(null, false);
  }

  set_pace(pace_ms: number): void {
    this.pace_ms_ = pace_ms;
    this.wait();
  }

  // A switch is down: nothing moves under it.
  hold(held: boolean): void {
    this.held_ = held;
    this.wait();
  }

  // The screen may have changed.
  changed(): void {
    this.show(this.read());
  }

  advance(): void {
    if (!this.read()) {
      this.move();
    }
    this.show(true);
  }

  choose(): void {
    if (!this.read()) {
      this.take();
    }
    this.show(true);
  }

  private stops(): readonly T[] {
    return this.screen_.groups[this.group_] ?? [];
  }

  private begin(): void {
    this.group_ = 0;
    this.stop_ = null;
    this.rounds_ = 0;
  }

  // True when scanning had to begin again: another screen, or what it stood on is gone.
  private read(): boolean {
    const before = this.stops();
    const at = this.stop_ === null ? undefined : before[this.stop_];
    const same = this.screen_.id;
    this.screen_ = this.part_.read();
    const kept = at === undefined ? before : [at];
    const group = this.screen_.groups.findIndex((stops) => stops.some((each) => kept.includes(each)));
    if (this.screen_.id !== same || group < 0) {
      this.begin();
      return true;
    }
    this.group_ = group;
    if (this.stop_ !== null) {
      const stops = this.stops();
      this.stop_ = at === undefined ? stops.length : stops.indexOf(at);
    }
    return false;
  }

  private move(): void {
    if (this.stop_ === null) {
      this.group_ = (this.group_ + 1) % Math.max(1, this.screen_.groups.length);
      return;
    }
    this.stop_ += 1;
    if (this.stop_ > this.stops().length) {
      this.stop_ = 0;
      this.rounds_ += 1;
      if (this.pace_ms_ > 0 && this.rounds_ >= rounds_max) {
        this.leave();
      }
    }
  }

  private leave(): void {
    this.stop_ = null;
    this.rounds_ = 0;
  }

  private take(): void {
    const stops = this.stops();
    if (this.stop_ === null && stops.length > 1) {
      this.stop_ = 0;
      this.rounds_ = 0;
      return;
    }
    const stop = stops[this.stop_ ?? 0];
    if (stop === undefined) {
      this.leave();
      return;
    }
    this.rounds_ = 0;
    this.part_.press(stop);
    if (this.screen_.begins_again) {
      this.begin();
    }
  }

  private show(moved: boolean): void {
    this.part_.show(this.shown(), moved);
    if (moved) {
      this.wait();
    }
  }

  private shown(): Shown<T> | null {
    const stops = this.stops();
    const only = stops[0];
    if (only === undefined) {
      return null;
    }
    if (this.stop_ === null) {
      const { length: count } = this.screen_.groups;
      return stops.length === 1 ? { kind: 'stop', stop: only } : { kind: 'group', stops, number: this.group_ + 1, count };
    }
    const stop = stops[this.stop_];
    return stop === undefined ? { kind: 'back', stops } : { kind: 'stop', stop };
  }

  private wait(): void {
    clearTimeout(this.timer_);
    if (this.pace_ms_ > 0 && !this.held_) {
      this.timer_ = setTimeout(() => this.advance(), this.pace_ms_);
    }
  }
}
