// One place of the console that asks for something, and the words of what was refused there.
//
// Gestures are not kept for later: a step ended by a click made two minutes ago, when the line comes back, would be a
// surprise. Without a line the gesture is refused here, in words. What was done and can be taken back is remembered.
import { t } from '../../i18n/index.svelte';
import { announce } from '../../parts/announcer';
import { commands_per_second, type CommandName, type Commands } from '../../protocol/messages';
import type { Refusal } from '../../state/room.svelte';
import type { AnyCommand, Gesture, Reverse } from '../../state/undo.svelte';
import type { Cockpit } from './cockpit';
import { reverse_of, reverse_of_all, type LeadCommand, type LeadOrder } from './reverse';

// The sentence made for this command, or the general one.
export function refusal_words(command: CommandName, refusal: Pick<Refusal, 'code'>): string {
  const key = `console.refused.${command}.${refusal.code}`;
  const own = t(key);
  return own === key ? t(`refusal.${refusal.code}`) : own;
}

export class Asking {
  words = $state('');
  waiting = $state(false);

  constructor(private readonly console_: Pick<Cockpit, 'room' | 'undo'>) {}

  say(words: string): void {
    this.words = words;
    announce(words);
  }

  clear(): void {
    this.words = '';
  }

  async ask<Name extends LeadCommand>(name: Name, body: Commands[Name]): Promise<boolean> {
    const reverse = reverse_of(name, body, this.console_.room.sections);
    const done = await this.run(() => this.one(name, body));
    this.remember(done, name, reverse);
    return done;
  }

  // One gesture made of several commands, in order; the first refusal is told, the others are sent all the same.
  async ask_all(commands: readonly LeadOrder[]): Promise<boolean> {
    const reverse = reverse_of_all(commands, this.console_.room.sections);
    const done = await this.run(() => this.each(commands));
    const first = commands[0];
    if (first !== undefined) {
      this.remember(done, first.name, reverse);
    }
    return done;
  }

  // A gesture taken back is over, even when its reverse was refused: the room has moved on.
  async take_back(gesture: Gesture): Promise<boolean> {
    const done = await this.run(() => this.each(gesture.reverse(this.console_.room.sections)));
    if (this.console_.room.link === 'open') {
      this.console_.undo.taken_back(gesture);
    }
    return done;
  }

  private remember(done: boolean, name: LeadCommand, reverse: Reverse | null): void {
    if (done && reverse !== null) {
      this.console_.undo.push({ name, at_ms: this.console_.room.exact_now(), reverse });
    }
  }

  private async one<Name extends CommandName>(name: Name, body: Commands[Name]): Promise<string> {
    const outcome = await this.console_.room.send(name, body, { handled: true });
    return outcome.ok ? '' : refusal_words(name, outcome.refusal);
  }

  // A long gesture goes no faster than one line may.
  private async each(commands: readonly AnyCommand[]): Promise<string> {
    let first = '';
    for (let sent = 0; sent < commands.length; sent += commands_per_second) {
      if (sent > 0) {
        await new Promise((resolve) => window.setTimeout(resolve, 1_100));
      }
      const words = await Promise.all(
        commands.slice(sent, sent + commands_per_second).map(({ name, body }) => this.one(name, body)),
      );
      first ||= words.find((each) => each !== '') ?? '';
    }
    return first;
  }

  private async run(send: () => Promise<string>): Promise<boolean> {
    this.clear();
    if (this.console_.room.link !== 'open') {
      this.say(t('console.offline'));
      return false;
    }
    this.waiting = true;
    const words = await send();
    this.waiting = false;
    if (words !== '') {
      this.say(words);
    }
    return words === '';
  }
}
