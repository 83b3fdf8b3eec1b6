// Pages that turn by themselves, slowly, and can be stopped. Whoever asks for less motion turns them by hand.

export const page_ms = 15_000;

export class Pager {
  page = $state(0);
  turning = $state(true);

  constructor(quiet: boolean) {
    this.turning = !quiet;
  }

  turn(by: number): void {
    this.page += by;
  }

  hold(): void {
    this.turning = !this.turning;
  }
}
