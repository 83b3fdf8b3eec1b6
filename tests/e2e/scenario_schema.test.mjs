// The published schema accepts every scenario of the project, and refuses what it must.
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
