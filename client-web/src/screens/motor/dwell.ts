// A pointer that rests on a control presses it, once.
//
// Shape    Resting begins when the pointer comes on a control; going off it ends it. After a press nothing begins until
//          the pointer has gone at least `away_px` from there and off what was pressed: what the press brings under a
//          pointer that stays is never pressed by surprise.
// Units    Milliseconds; pixels of the page. Progress in `parts` parts, shown as it grows.

export const parts = 6;
export const away_px = 12;

export interface DwellPart<T> {
  show: (on: T | null, done: number) => void;
  press: (on: T) => void;
}

export class Dwell<T> {
  private on_: T | null = null;
  private done_ = 0;
  private timer_: ReturnType<typeof setTimeout> | undefined;
  private pressed_: { readonly on: T; readonly x: number; readonly y: number } | null = null;
  private at_ = { x: 0, y: 0 };

  constructor(
    private readonly part_: DwellPart<T>,
    private readonly dwell_ms_: number,
  ) {}

  // The pointer moved; `on`: the control under it.
  moved(on: T | null, x: number, y: number): void {
    this.at_ = { x, y };
    if (this.pressed_ !== null) {
      const { on: pressed, x: from_x, y: from_y } = this.pressed_;
      if (on === pressed || Math.hypot(x - from_x, y - from_y) < away_px) {
        return;
      }
      this.pressed_ = null;
    }
    if (on !== this.on_) {
      this.cancel();
      this.begin(on);
    }
  }

  cancel(): void {
    clearTimeout(this.timer_);
    this.on_ = null;
    this.done_ = 0;
    this.part_.show(null, 0);
  }

  // It was pressed in another way.
  spend(): void {
    if (this.on_ !== null) {
      this.pressed_ = { on: this.on_, ...this.at_ };
      this.cancel();
    }
  }

  private begin(on: T | null): void {
    this.on_ = on;
    if (on !== null) {
      this.part_.show(on, 0);
      this.wait(on);
    }
  }

  private wait(on: T): void {
    this.timer_ = setTimeout(() => {
      this.done_ += 1;
      if (this.done_ < parts) {
        this.part_.show(on, this.done_);
        this.wait(on);
      } else {
        this.spend();
        this.part_.press(on);
      }
    }, this.dwell_ms_ / parts);
  }
}
