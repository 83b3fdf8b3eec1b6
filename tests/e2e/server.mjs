// Starts, kills and starts again a real server on its own data, for tests.
import { execFile, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
export const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
export const program = process.env.TABLEE_PROGRAM ?? join(root, "build", "release", "tablee");

export function freshFolder() {
  return mkdtempSync(join(tmpdir(), "tablee-"));
}

// Runs a command of the program to its end. Returns its exit code and what it printed; never rejects.
export async function command(...words) {
  try {
    const { stdout, stderr } = await run(program, words, { timeout: 30_000 });
    return { code: 0, stdout, stderr };
  } catch (problem) {
    return { code: problem.code, stdout: problem.stdout, stderr: problem.stderr };
  }
}

export class RoomServer {
  constructor(scenario, data = freshFolder()) {
    this.scenario = scenario;
    this.data = data;
    this.port = 0;
  }

  // Resolves when the server listens. The port stays the same from one start to the next.
  async start() {
    this.printed = "";
    const words = ["serve", "--data", this.data, "--scenario", this.scenario, "--bind", "127.0.0.1", "--port", String(this.port)];
    this.child = spawn(program, words);
    this.ended = new Promise((resolve) => this.child.on("exit", (code, signal) => resolve({ code, signal })));
    await new Promise((resolve, reject) => {
      const look = (bytes) => {
        this.printed += bytes;
        const address = /http:\/\/127\.0\.0\.1:(\d+)/.exec(this.printed);
        if (address) {
          this.port = Number(address[1]);
          resolve();
        }
      };
      this.child.stdout.on("data", look);
      this.child.stderr.on("data", look);
      this.ended.then(() => reject(new Error(`the server stopped: ${this.printed}`)));
    });
    const { stdout } = await command("links", this.data, "--json");
    this.links = JSON.parse(stdout);
    return this;
  }

  get origin() {
    return `http://127.0.0.1:${this.port}`;
  }

  get socket() {
    return `ws://127.0.0.1:${this.port}/ws`;
  }

  async kill() {
    this.child.kill("SIGKILL");
    await this.ended;
  }

  async stop() {
    this.child.kill("SIGTERM");
    const end = await this.ended;
    rmSync(this.data, { recursive: true, force: true });
    return end;
  }
}
