// Sends what is left of a text that no screen shows.
import { read_text_frame } from './frames';
import { keep_on_device, type Keep } from './kept';
import { SharedDocument } from './shared_document';
import { is_sending, is_shown, note_unsent, sending, unsent_texts } from './unsent';
import type { TextRoom } from './written_article.svelte';

// Requires: the line is open. Where the server refuses, the words stay on the device, and are sent the next time.
export function send_unsent(room: TextRoom, keep: Keep = keep_on_device): void {
  for (const text of unsent_texts(room.store)) {
    if (is_shown(text.article) || is_sending(text.article)) {
      continue;
    }
    const line = { send: (bytes: Uint8Array) => room.send_text(new Uint8Array(bytes)) };
    const stop = () => {
      sending(text.article, null);
      stop_hearing();
      document.close();
    };
    const document: SharedDocument = new SharedDocument(text.article, text.fields, line, room.clock, {
      changed: () => {
        if (document.all_sent()) {
          note_unsent(room.store, text, false);
          stop();
        } else if (document.refused !== '') {
          stop();
        }
      },
    });
    const stop_hearing = room.hear_texts((bytes) => {
      const read = read_text_frame(bytes);
      if (read?.article === text.article) {
        document.receive(read.frame);
      }
    });
    document.writable = false;
    sending(text.article, stop);
    void document.open(keep, text.kept_as);
  }
}
