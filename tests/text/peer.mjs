// The C++ text module behind text_peer, driven in batches.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export class Peer {
  #process;
  #waiting = [];

  constructor(program) {
    this.#process = spawn(program, { stdio: ['pipe', 'pipe', 'inherit'] });
    createInterface({ input: this.#process.stdout }).on('line', (line) => this.#waiting.shift().resolve(JSON.parse(line)));
    this.#process.on('exit', (code, signal) => {
      for (const { reject } of this.#waiting) {
        reject(new Error(`text_peer stopped: ${code ?? signal}`));
      }
    });
  }

  /** Sends one command; its answer. Several may be under way: they are answered in order. */
  ask(command) {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      this.#process.stdin.write(`${JSON.stringify(command)}\n`);
    });
  }

  stop() {
    this.#process.stdin.end();
  }
}

export const base64 = (bytes) => Buffer.from(bytes).toString('base64');
export const bytesOf = (text) => new Uint8Array(Buffer.from(text, 'base64'));
