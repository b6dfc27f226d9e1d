/** Links and saved experiments from before a text was looked at more closely: they open to what they were. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { yieldToEvents } from "../../www/src/engine/yield.js";
import { FullEngine } from "../../www/src/engine/full-client.js";
import { fullHost } from "../../www/src/engine/full-host.js";
import { experimentFromAttributes } from "../../www/src/experiment/attributes.js";
import { withFit } from "../../www/src/experiment/config.js";
import { Lab } from "../../www/src/experiment/lab.js";

// Node's fetch reads no files.
globalThis.fetch = async (address) =>
  new Response(readFileSync(new URL(String(address))), { headers: { "content-type": "application/wasm" } });

/**
 * @type
 *   {{ links: Record<string, { config: string, weights: number[] }>, sessions: Record<string, { saved: any,
 *     after: any }> }}
 */
const { links, sessions } = JSON.parse(readFileSync("tests/fixtures/playground/first-version.json", "utf8"));

function newLab() {
  const { answer } = fullHost();
  return new Lab(new FullEngine((request) => yieldToEvents().then(() => answer(request)), 5));
}

/** The weights as bits after so many batches more. @param {Lab} lab @param {number} batches */
async function trained(lab, batches) {
  for (let i = 0; i < batches; i++) await lab.batch();
  return Array.from(new Uint32Array(lab.frame?.weights.slice().buffer ?? new ArrayBuffer(0)));
}

for (const [
  name,
  {
    saved,
    after: { weights, trainRows, features, target, task, columns },
  },
] of Object.entries(sessions)) {
  test(`the saved experiment "${name}" has the table that it had, and goes on with the same bits`, async () => {
    const lab = newLab();
    assert.equal(await lab.open(saved), true);
    const { setup } = lab;
    assert.ok(setup);
    assert.deepEqual(
      setup.data.columns.map((column) => [column.name, column.kind, column.missing]),
      columns,
    );
    assert.deepEqual(
      [setup.config.features, setup.config.target, setup.task, Array.from(setup.trainRows)],
      [features, target, task, trainRows],
    );
    assert.deepEqual(await trained(lab, 2), weights);
    // A reader who goes on with it keeps its table.
    assert.equal(await lab.change((config) => withFit(config, { epochs: 9 })), true);
    assert.deepEqual(
      lab.setup?.data.columns.map((column) => [column.name, column.kind, column.missing]),
      columns,
    );
  });
}

// The third update of trap-unscaled is recorded anew: its loss is past all numbers, which ends training no longer, as
// in Keras.
for (const [name, { config, weights }] of Object.entries(links)) {
  test(`the link of ${name} leads to the same bits`, async () => {
    const lab = newLab();
    const asked = await experimentFromAttributes({ config });
    assert.equal(await lab.change(() => asked.config), true);
    assert.deepEqual((await trained(lab, 3)).slice(0, weights.length), weights);
  });
}
