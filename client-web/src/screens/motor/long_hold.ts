// Something kept down for three seconds: the one gesture that asks for no aim and no speed. It starts scanning, and opens
// the way to stop it.
//
// Units    Milliseconds, on the device's own timers.

export const long_hold_ms = 3_000;

export class LongHold {
  private timer_: ReturnType<typeof setTimeout> | undefined;
  private long_ = false;

  constructor(private readonly then_: () => void) {}

  // A repetition of what is down already changes nothing.
  down(): void {
    if (this.timer_ !== undefined) {
      return;
    }
    this.long_ = false;
    this.timer_ = setTimeout(() => {
      this.long_ = true;
      this.then_();
    }, long_hold_ms);
  }

  // True when it was kept down long enough: its release does nothing else.
  up(): boolean {
    clearTimeout(this.timer_);
    this.timer_ = undefined;
    const was_long = this.long_;
    this.long_ = false;
    return was_long;
  }
}
