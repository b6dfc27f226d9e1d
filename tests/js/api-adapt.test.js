/** Normalization layers, which are adapted to data before training as by Keras's `layer.adapt(data)`. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import start, { Sequential } from "../../www/pkg-full/glassnet.js";

await start({ module_or_path: readFileSync("www/pkg-full/glassnet_bg.wasm") });

const ROWS = [
  [1, 10],
  [3, 30],
  [5, 20],
];

test("a model that was adapted normalizes each feature by the mean and variance of the data", () => {
  const model = new Sequential([{ type: "Normalization" }, { kernel: [[1], [1]], inputDim: 2 }]);
  model.adapt(ROWS);
  const [mean, variance] = model.getWeights();
  assert.deepEqual(mean, [3, 20]);
  for (const [at, expected] of [8 / 3, 200 / 3].entries()) assert.ok(Math.abs(Number(variance[at]) - expected) < 1e-5);
  const sums = [...model.predict(ROWS)];
  // The normalized features are -1.2247, 0 and 1.2247, in another order each.
  const expected = [-2.4495, 1.2247, 1.2247];
  expected.forEach((sum, row) => assert.ok(Math.abs(sums[row] - sum) < 1e-4, `${sums[row]}`));
});

test("with an axis of null all features have one mean and variance, in a loaded model too", () => {
  const model = new Sequential([
    { type: "Normalization", axis: null },
    { kernel: [[1], [1]], inputDim: 2 },
  ]);
  model.adapt(ROWS);
  const weights = model.getWeights();
  assert.deepEqual(weights[0], [69 / 6]);
  for (const same of [Sequential.load(JSON.parse(JSON.stringify(model.save()))), new Sequential(model.toJSON())]) {
    same.adapt(ROWS);
    assert.deepEqual(same.getWeights(), weights);
  }
});

test("an optimizer and settings that Glassnet leaves out are rejected with the words that Keras has them", () => {
  const compiled = (/** @type {any} */ optimizer) =>
    new Sequential({ inputs: 1, layers: [{ units: 1 }] }).compile({ optimizer });
  const rejected = { name: "Error", code: "not_supported", message: /, which Keras has and Glassnet does not$/ };
  for (const name of ["Muon", "adafactor", "ScheduleFreeAdamW", "LossScaleOptimizer"])
    assert.throws(() => compiled(name), rejected, name);
  for (const setting of ["useEma", "ema_momentum", "loss_scale_factor", "gradientAccumulationSteps"])
    assert.throws(() => compiled({ name: "adam", [setting]: 1 }), rejected, setting);
});
