// One seat in the room, as protocol/README.md describes it: hello, numbered commands, sections.
import { randomBytes } from "node:crypto";
import WebSocket from "ws";

export class Seat {
  // hello: role, credential, name. onSection(name, body) is called for each section received.
  constructor(url, hello, onSection = () => {}) {
    this.sections = {};
    this.waiting = new Map();
    this.number = 0;
    this.socket = new WebSocket(url, "tablee.v1");
    this.welcome = new Promise((resolve, reject) => {
      this.socket.on("error", reject);
      this.socket.on("close", () => reject(new Error("the server closed the connection")));
      this.socket.on("open", () => {
        this.write({ type: "hello", protocol: 1, sender: randomBytes(8).toString("hex"), ...hello });
      });
      this.socket.on("message", (bytes) => {
        const frame = JSON.parse(bytes.toString());
        if (frame.type === "welcome") {
          this.number = frame.last_number;
          resolve(frame);
        } else if (frame.type === "section") {
          this.sections[frame.name] = frame.body;
          onSection(frame.name, frame.body);
        } else if (frame.type === "ack") {
          this.answer(frame.number, null);
        } else if (frame.type === "refusal") {
          if (frame.number === undefined) {
            reject(new Error(`${frame.code} ${frame.field}`));
          } else {
            this.answer(frame.number, frame);
          }
        }
      });
    });
  }

  write(frame) {
    if (this.socket.readyState === WebSocket.OPEN) {
      this.socket.send(JSON.stringify(frame));
    }
  }

  // Resolves with null when it is done, with the refusal when it is not.
  say(command, body) {
    this.number += 1;
    const number = this.number;
    return new Promise((resolve) => {
      this.waiting.set(number, resolve);
      this.write({ type: "command", number, command, body });
    });
  }

  answer(number, refusal) {
    this.waiting.get(number)?.(refusal);
    this.waiting.delete(number);
  }

  close() {
    this.socket.close();
  }
}
