// One place of the console that asks for something, and the words of what was refused there.
//
// Gestures are not kept for later: a step ended by a click made two minutes ago, when the line comes back, would be a
// surprise. Without a line the gesture is refused here, in words.
import { t } from '../../i18n/index.svelte';
import { announce } from '../../parts/announcer';
import { commands_per_second, type CommandName, type Commands } from '../../protocol/messages';
import type { Refusal, Room } from '../../state/room.svelte';

export type AnyCommand = { [Name in CommandName]: { name: Name; body: Commands[Name] } }[CommandName];

// The sentence made for this command, or the general one.
export function refusal_words(command: CommandName, refusal: Pick<Refusal, 'code'>): string {
  const key = `console.refused.${command}.${refusal.code}`;
  const own = t(key);
  return own === key ? t(`refusal.${refusal.code}`) : own;
}

export class Asking {
  words = $state('');
  waiting = $state(false);

  constructor(private readonly room_: Room) {}

  say(words: string): void {
    this.words = words;
    announce(words);
  }

  clear(): void {
    this.words = '';
  }

  ask<Name extends CommandName>(name: Name, body: Commands[Name]): Promise<boolean> {
    return this.run(async () => {
      const outcome = await this.room_.send(name, body, { handled: true });
      return outcome.ok ? '' : refusal_words(name, outcome.refusal);
    });
  }

  // In order; the first refusal is told, the others are sent all the same. A long gesture goes no faster than one line
  // may.
  ask_all(commands: readonly AnyCommand[]): Promise<boolean> {
    return this.run(async () => {
      let first = '';
      for (let sent = 0; sent < commands.length; sent += commands_per_second) {
        if (sent > 0) {
          await new Promise((resolve) => window.setTimeout(resolve, 1_100));
        }
        const words = await Promise.all(
          commands.slice(sent, sent + commands_per_second).map((command) => this.one(command)),
        );
        first ||= words.find((each) => each !== '') ?? '';
      }
      return first;
    });
  }

  private async one({ name, body }: AnyCommand): Promise<string> {
    const outcome = await this.room_.send(name, body, { handled: true });
    return outcome.ok ? '' : refusal_words(name, outcome.refusal);
  }

  private async run(send: () => Promise<string>): Promise<boolean> {
    this.clear();
    if (this.room_.link !== 'open') {
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
