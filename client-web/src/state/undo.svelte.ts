// What this screen can still take back: its last gestures, each with the commands that reverse it.
//
// Shape    Newest last, at most `kept_max`. What a reverse sends is worked out when it is asked for, from the sections
//          of that moment. A gesture taken back leaves, and does not come again.
// Units    Milliseconds of the server's clock. A gesture is offered for `offered_ms`; it is kept longer, for a place
//          that takes back its own gestures at any time.
import { undo_ms, type CommandName, type Commands, type Sections } from '../protocol/messages';

export type AnyCommand = { [Name in CommandName]: { name: Name; body: Commands[Name] } }[CommandName];
export type Reverse = (now: Partial<Sections>) => readonly AnyCommand[];

export interface Gesture {
  readonly name: CommandName;
  readonly at_ms: number;
  readonly reverse: Reverse;
}

// As long as the server lets a transition be undone.
export const offered_ms = undo_ms;
const kept_max = 20;

export class UndoStack {
  private list_ = $state.raw<readonly Gesture[]>([]);

  push(gesture: Gesture): void {
    this.list_ = [...this.list_, gesture].slice(-kept_max);
  }

  offered(now_ms: number): Gesture | undefined {
    const newest = this.list_[this.list_.length - 1];
    return newest !== undefined && now_ms < newest.at_ms + offered_ms ? newest : undefined;
  }

  // The newest gesture of these kinds, whatever its age.
  newest_of(names: readonly CommandName[]): Gesture | undefined {
    return [...this.list_].reverse().find((gesture) => names.includes(gesture.name));
  }

  taken_back(gesture: Gesture): void {
    this.list_ = this.list_.filter((each) => each !== gesture);
  }

  forget(): void {
    this.list_ = [];
  }
}
