// The published schema accepts every scenario of the project, and refuses what it must; the weekends keep their times.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import Ajv from "ajv/dist/2020.js";
import { command, root } from "./server.mjs";

const readJson = (path) => JSON.parse(readFileSync(path, "utf8"));
const validate = new Ajv({ allErrors: true }).compile(readJson(join(root, "protocol", "scenario.schema.json")));
const folder = join(root, "scenarios");
const files = readdirSync(folder).filter((name) => name.endsWith(".json"));

test("there is at least the half-day", () => assert.ok(files.includes("demi-journee.json")));

for (const name of files) {
  test(`${name} follows the schema and passes tablee check`, async () => {
    assert.ok(validate(readJson(join(folder, name))), JSON.stringify(validate.errors));
    const { code, stdout } = await command("check", join(folder, name), "--json");
    assert.equal(code, 0, stdout);
    assert.deepEqual(JSON.parse(stdout).problems, []);
  });
}

// What the two weekends must be: step, day, start, minutes planned, floor, and "firm" where the clock time does not move.
const weekends = {
  "jeunes-handicap.json": `
  A01 1 10:00 40 30, A02 1 10:40 25 20, A03 1 11:05 20 15, PA1 1 11:25 15 15, A04 1 11:40 30 24,
  PA2 1 12:10 75 75, A05 1 13:25 25 18, A06 1 13:50 25 20, PA3 1 14:15 20 20, A07 1 14:35 25 20,
  A08 1 15:00 35 28, PA4 1 15:35 10 10, A09 1 15:45 20 15, A10 1 16:05 15 5, NA 1 16:20 1060 1060,
  A11 2 10:00 20 15, A12 2 10:20 25 20, PA5 2 10:45 15 15, A13 2 11:00 35 25, A14 2 11:35 20 15,
  PA6 2 11:55 75 75, A15 2 13:10 20 15, A16 2 13:30 20 15, PA7 2 13:50 15 15, A17 2 14:05 30 24,
  A18 2 14:35 20 12, PA8 2 14:55 10 10, A19 2 15:05 25 20 firm, A20 2 15:30 15 8`,
  "atelier-ouvert.json": `
  B01 1 09:00 45 35, B02 1 09:45 15 10, B03 1 10:00 15 10, B04 1 10:15 25 18, B05 1 10:40 10 8, PB1 1 10:50 15 15,
  B06 1 11:05 45 40, B07 1 11:50 15 12, B08 1 12:05 30 25, PB2 1 12:35 70 70, B09 1 13:45 35 28,
  B10 1 14:20 25 20, B11 1 14:45 15 10, B12 1 15:00 15 10, PB3 1 15:15 20 20, B13 1 15:35 10 7, B14 1 15:45 45 35,
  PB7 1 16:30 10 10, B15 1 16:40 30 24, B16 1 17:10 20 15, B17 1 17:30 15 8 firm, NB 1 17:45 915 915,
  B18 2 09:00 25 20, B19 2 09:25 45 38, B20 2 10:10 15 10, PB4 2 10:25 20 20, B21 2 10:45 40 30,
  B22 2 11:25 65 50, PB5 2 12:30 70 70, B23 2 13:40 40 32, B24 2 14:20 25 18, B25 2 14:45 10 8, PB6 2 14:55 15 15,
  B26 2 15:10 10 8, B27 2 15:20 35 30 firm, B28 2 15:55 20 15`,
};

const minuteOf = (clock) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
const clockOf = (minute) => [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, "0")).join(":");

// The rows above, from a scenario: a night ends the day, and the next one starts when it resumes.
function rowsOf(scenario) {
  let day = 1;
  let minute = minuteOf(scenario.starts_at);
  return scenario.steps.map((step) => {
    const { planned, floor } = step.duration;
    const firm = step.timer.firm_at ? [step.timer.firm_at === clockOf(minute) ? "firm" : step.timer.firm_at] : [];
    const row = [step.id, day, clockOf(minute), planned, floor, ...firm].join(" ");
    minute += planned;
    if (step.rest === "night") {
      day += 1;
      assert.equal(clockOf(minute - 24 * 60), step.resumes_at, `${step.id} lasts until the morning`);
      minute = minuteOf(step.resumes_at);
    }
    return row;
  });
}

for (const [name, table] of Object.entries(weekends)) {
  test(`${name} keeps its steps, start times, durations, floors and firm times`, () => {
    const rows = table.split(",").map((row) => row.trim());
    assert.deepEqual(rowsOf(readJson(join(folder, name))), rows);
  });
}

test("the schema refuses an unknown member, a missing text, a duration that is not whole", () => {
  const good = () => readJson(join(folder, "demi-journee.json"));
  const bad = [
    (scenario) => { scenario.colour = "red"; },
    (scenario) => { delete scenario.steps[0].title.fr; },
    (scenario) => { scenario.steps[0].duration.planned = 2.5; },
    (scenario) => { scenario.steps[0].kind = "dance"; },
    (scenario) => { scenario.steps = []; },
  ];
  for (const spoil of bad) {
    const scenario = good();
    spoil(scenario);
    assert.equal(validate(scenario), false, spoil.toString());
  }
});
