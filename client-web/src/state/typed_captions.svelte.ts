// What the captioner types: the field, who speaks, and what leaves when. Kept on the device, so that a reload loses nothing.
import type { Clock, Timer } from '../link/clock';
import type { Store } from '../link/storage';
import { caption_chars_max } from '../protocol/messages';
import { cut, pause_ms, pieces_of } from './caption_pieces';

const text_under = 'captions.text';
const speaker_under = 'captions.speaker';

export class TypedCaptions {
  text = $state('');
  speaker = $state('');
  private pause_: Timer | undefined;

  // send: it waits for the line, and keeps the order.
  constructor(
    private readonly store_: Store,
    private readonly clock_: Clock,
    private readonly send_: (speaker: string, text: string) => void,
  ) {
    this.text = store_.get(text_under) ?? '';
    this.speaker = store_.get(speaker_under) ?? '';
  }

  typed(text: string): void {
    this.text = text;
    this.leave('typed');
    this.rest();
    if (this.text !== '') {
      this.pause_ = this.clock_.after(pause_ms, () => this.leave('paused'));
    }
  }

  send_all(): void {
    this.rest();
    this.leave('all');
  }

  // What was typed before was said by whoever spoke before.
  speaks(name: string): void {
    if (name !== this.speaker) {
      this.send_all();
      this.speaker = name;
      this.store_.set(speaker_under, name);
    }
  }

  stop(): void {
    this.rest();
  }

  private rest(): void {
    if (this.pause_ !== undefined) {
      this.clock_.cancel(this.pause_);
      this.pause_ = undefined;
    }
  }

  private leave(when: 'typed' | 'paused' | 'all'): void {
    const { leaves, waits } = cut(this.text, when);
    pieces_of(leaves, caption_chars_max).forEach((piece) => this.send_(this.speaker.trim(), piece));
    this.text = waits;
    this.store_.set(text_under, waits);
  }
}
