// The lead facilitator's seat, for tests that need a room to be led.
import { Seat } from "../../deploy/demo/seat.mjs";

export async function leadRoom(server) {
  const seat = new Seat(server.socket, { role: "facilitator", credential: server.links.facilitator.token });
  await seat.welcome;
  await until(() => seat.sections.desk && seat.sections.step, "the facilitator's sections");
  return {
    seat,
    sections: seat.sections,
    // Fails the test when the command is refused.
    async say(command, body = {}) {
      const refusal = await seat.say(command, body);
      if (refusal) {
        throw new Error(`${command}: ${refusal.code} ${refusal.field} ${refusal.detail}`);
      }
    },
    async startStep(id) {
      await this.say("start_step", { step: id, from: seat.sections.step.id });
      await until(() => seat.sections.step.id === id, `step ${id}`);
    },
    close: () => seat.close(),
  };
}

// Waits until the condition holds; names what was waited for when it never does.
export async function until(condition, what, ms = 10_000) {
  const end = Date.now() + ms;
  while (Date.now() < end) {
    const value = await condition();
    if (value) {
      return value;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`never happened: ${what}`);
}
