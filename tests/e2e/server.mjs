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
  // shell: a script that ends by running its arguments, for limits that only a shell can set.
  constructor(scenario, data = freshFolder(), shell = [], bind = "127.0.0.1") {
    this.scenario = scenario;
    this.data = data;
    this.shell = shell;
    this.bind = bind;
    this.host = bind.includes(":") ? `[${bind}]` : bind;
    this.port = 0;
    // Another folder of screens than the one built beside the program.
    this.web = null;
  }

  // Resolves when the server listens. The port stays the same from one start to the next.
  async start() {
    this.printed = "";
    const words = ["serve", "--data", this.data, "--scenario", this.scenario, "--bind", this.bind, "--port", String(this.port)];
    if (this.web !== null) {
      words.push("--web", this.web);
    }
    const line = this.shell.length > 0 ? ["bash", "-c", ...this.shell, "bash", program, ...words] : [program, ...words];
    this.child = spawn(line[0], line.slice(1));
    this.ended = new Promise((resolve) => this.child.on("exit", (code, signal) => resolve({ code, signal })));
    await new Promise((resolve, reject) => {
      const look = (bytes) => {
        this.printed += bytes;
        const at = this.printed.indexOf(`http://${this.host}:`);
        if (at >= 0) {
          this.port = Number.parseInt(this.printed.slice(at + `http://${this.host}:`.length), 10);
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
    return `http://${this.host}:${this.port}`;
  }

  get socket() {
    return `ws://${this.host}:${this.port}/ws`;
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
