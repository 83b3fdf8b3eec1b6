// Which step a screen shows. A new step is offered, never imposed: a screen follows by itself only where somebody wanted
// it, and never while they are in the middle of something (WCAG 2.2, 3.2.5).
//
// Shape    `shown` is the newest version of the step on screen; `offered` is the step to go to, or null. From the page
//          that waits for the first step, every screen follows.
import type { StepView } from '../protocol/messages';

export class StepFollower {
  shown = $state.raw<StepView | null>(null);
  offered = $state.raw<StepView | null>(null);

  received(step: StepView, may_follow: boolean): void {
    if (this.shown === null || this.shown.id === step.id || this.shown.id === '' || may_follow) {
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
