// Which presses count, for hands that touch too short, too often or beside.
//
// Shape    A press counts when it began and ended on one control, lasted `hold_ms`, and began `repeat_ms` or more after
//          the end of the last press that counted, wherever that one was: the screen may have changed under the hand.
// Units    Milliseconds. 0: no such condition.

export class PressFilter<T> {
  private down_: { readonly on: T; readonly at_ms: number } | null = null;
  private counted_at_ms_ = -Infinity;

  constructor(
    private readonly hold_ms_: number,
    private readonly repeat_ms_: number,
  ) {}

  down(on: T | null, at_ms: number): void {
    this.down_ = on === null ? null : { on, at_ms };
  }

  cancel(): void {
    this.down_ = null;
  }

  // Does the press that ends here count?
  up(on: T | null, at_ms: number): boolean {
    const down = this.down_;
    this.down_ = null;
    if (down === null || down.on !== on || at_ms - down.at_ms < this.hold_ms_) {
      return false;
    }
    if (down.at_ms - this.counted_at_ms_ < this.repeat_ms_) {
      return false;
    }
    this.counted_at_ms_ = at_ms;
    return true;
  }
}
