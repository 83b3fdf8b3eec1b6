// Which step a screen shows. A new step is offered, never imposed on somebody who is in the middle of something.
//
// Shape    `shown` is the newest version of the step on screen; `offered` is the step to go to, or null. While nobody
//          is busy, the screen follows by itself.
import type { StepView } from '../protocol/messages';

export class StepFollower {
  shown = $state.raw<StepView | null>(null);
  offered = $state.raw<StepView | null>(null);

  received(step: StepView, busy: boolean): void {
    if (this.shown === null || this.shown.id === step.id || !busy) {
      this.shown = step;
      this.offered = null;
    } else {
      this.offered = step;
    }
  }

  go(): void {
    if (this.offered !== null) {
      this.shown = this.offered;
      this.offered = null;
    }
  }
}
