/** Presets and built-in data with the compiled engine: each is learned in the time that a reader watches. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, test } from "node:test";
import { PACES } from "../../www/src/experiment/pace.js";
import { modelOf, withLayer, withModel } from "../../www/src/experiment/config.js";
import { DATA_SETS } from "../../www/src/experiment/data-sets.js";
import {
  configForData,
  isModelOfPreset,
  presetUnchanged,
  PRESETS,
  withDataAndSplit,
} from "../../www/src/experiment/presets.js";
import { DEMO_PRESET } from "../../www/demo/view.js";
import start, { Experiment } from "../../www/pkg-full/glassnet.js";

/** @typedef {import("../../www/src/experiment/types.js").ExperimentConfig} ExperimentConfig */

/** Epochs of ten seconds at the speed that a playground begins with. */
const TEN_SECONDS = 10 * PACES.fast(1);

// Node's fetch reads no files.
globalThis.fetch = async (address) =>
  new Response(readFileSync(new URL(String(address))), { headers: { "content-type": "application/wasm" } });

before(() => start());

/** What an experiment says of its test rows after its training. @param {ExperimentConfig} config */
function scoreOf(config) {
  const experiment = new Experiment(/** @type {any} */ (config));
  let state = experiment.state();
  while (!state.end) state = experiment.fitFor(1e6, 1000);
  const { scores } = /** @type {{ scores: Record<string, number> }} */ (experiment.evaluate());
  experiment.free();
  return { accuracy: scores.accuracy, loss: scores.loss, epochs: state.epochs };
}

const GOALS = { xor: 0.95, softmax: 0.95, spiral: 0.9 };
for (const [name, least] of Object.entries(GOALS)) {
  for (const seed of [PRESETS[/** @type {keyof typeof GOALS} */ (name)].model?.seed ?? 0, 11, 12]) {
    test(`within ten seconds ${name} is right for ${least * 100} % of its test rows, from the weights of ${seed}`, () => {
      const score = scoreOf(withModel(PRESETS[/** @type {keyof typeof GOALS} */ (name)], { seed }));
      assert.ok(score.accuracy >= least, `${score.accuracy}`);
      assert.ok(score.epochs <= TEN_SECONDS, `${score.epochs}`);
    });
  }
}

test("the demo page's preset ends with every test row right", () => {
  assert.equal(scoreOf(PRESETS[DEMO_PRESET]).accuracy, 1);
});

test("within ten seconds relu misses sales by little more than their noise", () => {
  const { loss, epochs } = scoreOf(PRESETS.relu);
  // Sales are made with a deviation of 1.69: no model is better than its square.
  assert.ok(loss < 2 * 1.69 ** 2, `${loss}`);
  assert.ok(epochs <= TEN_SECONDS);
});

for (const name of ["and_gate", "or_gate", "xor_gate"]) {
  test(`${name} is four points that a model learns within ten seconds`, () => {
    const config = /** @type {ExperimentConfig} */ (configForData(name));
    const experiment = new Experiment(/** @type {any} */ (config));
    assert.deepEqual([experiment.setup().data.rows, experiment.setup().task], [4, "classification"]);
    assert.equal(experiment.setup().config.split, null);
    for (const seed of [1, 2, 3, 4, 5]) {
      const score = scoreOf(withModel(config, { seed }));
      assert.deepEqual([score.accuracy, score.epochs <= TEN_SECONDS], [1, true], `seed ${seed}`);
    }
  });
}

test("four points are not split, and what is chosen after them is again", () => {
  const gate = withDataAndSplit(PRESETS.xor, { source: "and_gate" });
  assert.deepEqual([gate.split, gate.model], [null, PRESETS.xor.model]);
  assert.deepEqual(withDataAndSplit(gate, { source: "moons" }).split, PRESETS.xor.split);
  assert.deepEqual(withDataAndSplit({ ...PRESETS.xor, split: null }, { source: "moons" }).split, null);
});

test("the model of a data set's first experiment is nobody's own until it is changed", () => {
  for (const { name } of DATA_SETS) {
    const config = /** @type {ExperimentConfig} */ (configForData(name));
    assert.ok(isModelOfPreset(withModel(config, { seed: 77 })), name);
    assert.ok(!isModelOfPreset(withLayer(config, 0, { units: 5 })), name);
    assert.ok(!isModelOfPreset(withModel(config, { optimizer: "sgd" })), name);
  }
  assert.equal(configForData("csv"), undefined);
});

test("a preset is the reader's own experiment once anything but its start weights is changed", () => {
  for (const [name, config] of Object.entries(PRESETS)) {
    assert.equal(presetUnchanged(withModel(config, { seed: 9 })), name);
    assert.equal(presetUnchanged({ ...config, fit: { ...config.fit, batchSize: 7 } }), "");
    assert.equal(presetUnchanged(withModel(config, { layers: modelOf(config).layers.slice(1) })), "");
  }
});
