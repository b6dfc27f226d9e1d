/** Models of other tools in the lab, with the compiled engines themselves. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { FullEngine } from "../../www/src/engine/full-client.js";
import { fullHost } from "../../www/src/engine/full-host.js";
import { yieldToEvents } from "../../www/src/engine/yield.js";
import { withFit, withModel } from "../../www/src/experiment/config.js";
import { Lab } from "../../www/src/experiment/lab.js";
import { exportTo, importFrom } from "../../www/src/experiment/model-files.js";
import { PRESETS } from "../../www/src/experiment/presets.js";

// Node's fetch reads no files.
globalThis.fetch = async (address) =>
  new Response(readFileSync(new URL(String(address))), { headers: { "content-type": "application/wasm" } });

/** XOR by Adam, whose rows come in the same order in every epoch. */
const CONFIG = withFit(withModel(PRESETS.xor, { optimizer: { name: "adam", learningRate: 0.05 } }), { shuffle: false });

/** A lab with engines on this very thread. */
async function lab() {
  const { answer } = fullHost();
  const made = new Lab(new FullEngine((request) => yieldToEvents().then(() => answer(request)), 5));
  assert.equal(await made.change(() => CONFIG), true);
  return made;
}

/** @param {Lab} of */
const bits = async (of) => Array.from(new Uint32Array((await of.ask("weights")).slice().buffer));

/** Updates that its optimizer counts. @param {Lab} of */
const counted = async (of) => /** @type {any} */ ((await of.ask("savedModel")).optimizer).iterations;

/** A network after two epochs, its file of Keras, and another lab that it came into. */
async function brought() {
  const [from, into] = [await lab(), await lab()];
  for (let epoch = 0; epoch < 2; epoch++) await from.epoch();
  const files = await exportTo(from, "keras", "xor");
  const bytes = files.map(({ name, bytes }) => new File([/** @type {BlobPart} */ (bytes)], name));
  assert.equal(await importFrom(into, bytes), true);
  return { from, into, updates: from.state?.updates ?? 0 };
}

test("training goes on from a file of Keras with the bits of the run that it was saved from, also once more", async () => {
  const { from, into, updates } = await brought();
  assert.deepEqual(await bits(into), await bits(from));
  await from.epoch();
  for (let run = 0; run < 2; run++) {
    assert.deepEqual([into.state?.updates, await counted(into)], [0, updates]);
    await into.epoch();
    assert.deepEqual(await bits(into), await bits(from));
    await into.reset();
  }
});

test("a file that is larger than the page takes is rejected before it is read, and the network stays", async () => {
  const into = await lab();
  const weights = await bits(into);
  const large = { name: "model.h5", size: 2e9, arrayBuffer: () => Promise.reject(new Error("it was read")) };
  await assert.rejects(importFrom(into, [/** @type {any} */ (large)]), {
    code: "model_too_large",
    expected: "20 MB",
    received: "2000 MB",
  });
  assert.deepEqual(await bits(into), weights);
});

test("what an optimizer remembers stays at another learning rate, and is not that of another optimizer", async () => {
  const { into, updates } = await brought();
  const weights = await bits(into);
  await into.change((config) => {
    const optimizer = /** @type {any} */ (config.model?.optimizer);
    return withModel(config, { optimizer: { ...optimizer, learningRate: 0.01 } });
  });
  assert.deepEqual([await counted(into), await bits(into)], [updates, weights]);
  await into.change((config) => withModel(config, { optimizer: "rmsprop" }));
  assert.deepEqual([await counted(into), await bits(into)], [0, weights]);
});

test("what an optimizer remembers goes with the weights: where they are drawn, it begins anew", async () => {
  const { into, updates } = await brought();
  const weights = await bits(into);
  await into.reset(3);
  assert.equal(await counted(into), 0);
  await into.change({ scaling: "min_max" });
  assert.equal(await counted(into), 0);
  const { into: other } = await brought();
  assert.equal(await counted(other), updates);
  await other.change((config) => withModel(config, { layers: [{ units: 3 }, { units: 1 }] }));
  assert.equal(await counted(other), 0);
  assert.notDeepEqual(await bits(other), weights);
});
