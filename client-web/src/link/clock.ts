// Time as the link needs it, and the server's time as this device can best tell it.
//
// Source   Cristian's method: of several exchanges, the one with the shortest round trip gives the offset with the
//          smallest error (half that round trip).

export type Timer = number;
export interface Clock {
  now(): number;
  after(ms: number, then: () => void): Timer;
  cancel(timer: Timer): void;
}

export const device_clock: Clock = {
  now: () => Date.now(),
  after: (ms, then) => window.setTimeout(then, ms),
  cancel: (timer) => window.clearTimeout(timer),
};

interface Sample {
  readonly round_trip_ms: number;
  readonly offset_ms: number;
}

const samples_max = 8;

export class ServerTime {
  private samples_: Sample[] = [];
  private offset_ms_ = 0;

  // From the welcome: better than nothing until an exchange is over.
  guess(server_ms: number, now: number): void {
    this.samples_ = [];
    this.offset_ms_ = server_ms - now;
  }

  answered(sent_ms: number, server_ms: number, now: number): void {
    const round_trip_ms = now - sent_ms;
    if (round_trip_ms < 0) {
      return;
    }
    this.samples_ = [
      ...this.samples_.slice(1 - samples_max),
      { round_trip_ms, offset_ms: server_ms - (sent_ms + round_trip_ms / 2) },
    ];
    const best = this.samples_.reduce((one, other) => (other.round_trip_ms < one.round_trip_ms ? other : one));
    this.offset_ms_ = Math.round(best.offset_ms);
  }

  at(now: number): number {
    return now + this.offset_ms_;
  }
}
