// A person's settings between their device and their card: what they chose follows them to any tablet.
//
// Order    The card's settings win when the person sits down; afterwards what is changed here is sent, and what is
//          changed on another of their devices is taken over. What the card held already when it says so again, and the
//          echo of what was sent from here, change nothing. A refusal changes nothing here: the device keeps them.
import type { Profile } from '../protocol/messages';
import { profile, same_profile, set_profile, usual } from './profile.svelte';

export type Send = (wanted: Profile) => void;

export class ProfileLink {
  // What the card was last said to hold; undefined before the first word of the room.
  private on_card_: Profile | undefined;
  // What this device last sent or took over.
  private agreed_: Profile | undefined;
  // Sent from here, oldest first, and not yet said again by the card.
  private sent_: readonly Profile[] = [];

  constructor(private readonly send_: Send) {}

  // `card`: as received; absent: nothing is kept there. erased: because the avis is sealed, which changes nothing here.
  received(card: Profile | undefined, erased = false): void {
    const before = this.on_card_;
    const now = card ?? usual;
    this.on_card_ = now;
    if (erased && card === undefined) {
      this.agreed_ = profile();
      return;
    }
    const is_news = before === undefined ? card !== undefined : !same_profile(before, now);
    const echo = this.sent_.findIndex((each) => same_profile(each, now));
    if (echo >= 0) {
      this.sent_ = this.sent_.slice(echo + 1);
      return;
    }
    if (is_news && !(this.agreed_ !== undefined && same_profile(this.agreed_, now))) {
      this.agreed_ = now;
      set_profile(now);
    }
  }

  // Called whenever the settings of this device change.
  changed(): void {
    if (this.on_card_ !== undefined && !same_profile(profile(), this.agreed_ ?? this.on_card_)) {
      this.agreed_ = profile();
      this.sent_ = [...this.sent_, profile()];
      this.send_(profile());
    }
  }
}
