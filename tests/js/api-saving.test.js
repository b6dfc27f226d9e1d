/** A model that was saved and loaded trains on with the bits of one that was never interrupted. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import start, { Sequential } from "../../www/pkg-full/glassnet.js";

await start({ module_or_path: readFileSync("www/pkg-full/glassnet_bg.wasm") });

/** @typedef {import("../../www/pkg-full/glassnet.js").CompileConfig["optimizer"]} Optimizer */
/** @typedef {import("../../www/pkg-full/glassnet.js").LayerConfig} Layer */

const X = Array.from({ length: 24 }, (_, row) => [row / 24, (row % 5) / 5]);
const Y = X.map(([a, b]) => [a * b, a - b]);

/** @type {Layer[]} */
const LAYERS = [
  { units: 5, activation: "tanh", inputShape: [2], kernelRegularizer: "l2" },
  { type: "BatchNormalization", momentum: 0.8 },
  { type: "Dropout", rate: 0.3, seed: 5 },
  { units: 4, activation: "relu", name: "second" },
  { type: "LayerNormalization" },
  { units: 2 },
];

/** @param {Optimizer} optimizer */
function model(optimizer) {
  const made = new Sequential({ layers: LAYERS, seed: 9 });
  made.compile({ loss: { name: "huber", delta: 0.5 }, optimizer, metrics: ["mae"] });
  return made;
}

/** @param {Sequential} made */
const throughText = (made) => Sequential.load(JSON.parse(JSON.stringify(made.save())));

/** @type {Optimizer[]} */
const OPTIMIZERS = [
  "sgd",
  { name: "sgd", momentum: 0.9, nesterov: true, clipnorm: 1 },
  "adam",
  { name: "adam", amsgrad: true },
  "adamw",
  "adamax",
  "nadam",
  "adagrad",
  "adadelta",
  { name: "rmsprop", centered: true, momentum: 0.5 },
  {
    name: "adam",
    learningRate: { name: "exponential_decay", initialLearningRate: 0.1, decaySteps: 4, decayRate: 0.5 },
  },
];

for (const optimizer of OPTIMIZERS)
  test(`training goes on after a load with the same bits: ${JSON.stringify(optimizer)}`, () => {
    const whole = model(optimizer);
    const history = whole.fit(X, Y, { epochs: 6, batchSize: 5 });
    const first = model(optimizer);
    first.fit(X, Y, { epochs: 3, batchSize: 5 });
    const loaded = throughText(first);
    assert.deepEqual(loaded.flatWeights(), first.flatWeights());
    const rest = loaded.fit(X, Y, { initialEpoch: 3, epochs: 6, batchSize: 5 });
    assert.deepEqual(loaded.flatWeights(), whole.flatWeights());
    assert.deepEqual(rest.history.loss, history.history.loss.slice(3));
    assert.deepEqual(loaded.predict(X), whole.predict(X));
  });

test("a loaded model goes back to the start weights of the one that was saved", () => {
  const made = model("adam");
  const start = made.flatWeights();
  made.trainSteps(X, Y, 3);
  const loaded = throughText(made);
  assert.notDeepEqual(loaded.flatWeights(), start);
  loaded.reset();
  assert.deepEqual(loaded.flatWeights(), start);
});

test("toJSON has the architecture and what was compiled, and builds a model like it", () => {
  const made = model({ name: "adam", learningRate: 0.01, beta1: 0.8 });
  made.trainSteps(X, Y, 2);
  const json = JSON.parse(JSON.stringify(made));
  assert.deepEqual(json, {
    layers: [
      { type: "Dense", units: 5, activation: "tanh", inputShape: [2], kernelRegularizer: "l2", name: "dense" },
      { type: "BatchNormalization", momentum: 0.8, name: "batch_normalization" },
      { type: "Dropout", rate: 0.3, seed: 5, name: "dropout" },
      { type: "Dense", units: 4, activation: "relu", name: "second" },
      { type: "LayerNormalization", name: "layer_normalization" },
      { type: "Dense", units: 2, name: "dense_1" },
    ],
    seed: 9,
    loss: { name: "huber", delta: 0.5 },
    optimizer: { name: "adam", learningRate: 0.01, beta1: 0.8 },
    metrics: ["mae"],
  });
  const [again, fresh] = [
    new Sequential(/** @type {any} */ (json)),
    model({ name: "adam", learningRate: 0.01, beta1: 0.8 }),
  ];
  for (const each of [again, fresh]) each.fit(X, Y, { epochs: 2 });
  assert.deepEqual(again.flatWeights(), fresh.flatWeights());
});

test("a schedule and a clip are in toJSON by their names", () => {
  const learningRate = { name: "cosine_decay", initialLearningRate: 0.1, decaySteps: 10 };
  const made = model(/** @type {any} */ ({ name: "sgd", learningRate, weightDecay: 0.5, globalClipnorm: 2 }));
  assert.deepEqual(made.toJSON().optimizer, { name: "sgd", learningRate, weightDecay: 0.5, globalClipnorm: 2 });
});

test("a model without a layer is still written", () => {
  assert.equal(JSON.stringify(new Sequential()), '{"layers":[]}');
});

test("what is no saved model is rejected by its path", () => {
  const saved = model("adam").save();
  /** @type {[object, string][]} */
  const rejected = [
    [{}, 'saved.glassnet: expected the text "model", received nothing'],
    [{ ...saved, glassnet: "experiment" }, 'saved.glassnet: expected the text "model", received the text "experiment"'],
    [{ ...saved, version: 2 }, "saved.version: expected 1, as this engine knows no other, received 2"],
    [
      { ...saved, weights: "AAAA" },
      "saved.weights: expected numbers of 4 bytes in base64, received 4 letters that cannot be",
    ],
    [{ ...saved, weights: "AAAAAA==" }, "saved.weights: expected 77 numbers, received 1"],
    [{ ...saved, weights: undefined }, "saved.weights: expected numbers in base64, received nothing"],
  ];
  for (const [object, message] of rejected)
    assert.throws(() => Sequential.load(/** @type {any} */ (object)), { name: "Error", message });
  const config = { ...saved.config, layers: [{ units: 0, inputShape: [2] }] };
  assert.throws(() => Sequential.load({ ...saved, config }), { what: "saved.config.layers[0].units" });
});
