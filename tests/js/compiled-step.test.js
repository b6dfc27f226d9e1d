/** A step that is compiled for its network trains to the bits of the loops. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import start, { Sequential } from "../../www/pkg-full/glassnet.js";

await start({ module_or_path: readFileSync("www/pkg-full/glassnet_bg.wasm") });

/** So many batches of a kind are trained by the loops before it is compiled. */
const WORTH = 20_000;

const { Module } = WebAssembly;
let compiled = 0;
let isForbidden = false;
WebAssembly.Module = /** @type {any} */ (
  class {
    /** @param {BufferSource} bytes */
    constructor(bytes) {
      if (isForbidden) throw new WebAssembly.CompileError("forbidden by a policy");
      compiled += 1;
      return new Module(bytes);
    }
  }
);

/**
 * @typedef {{ inputs: number, layers: any[], optimizer: any, rows: number, batchSize: number,
 *   [more: string]: any }} Case
 */

/** @param {Case} one */
function data({ inputs, layers, rows }) {
  const outputs = layers[layers.length - 1].units;
  return {
    x: Float32Array.from({ length: rows * inputs }, (_, at) => Math.sin(at * 1.7)),
    y: Float32Array.from({ length: rows * outputs }, (_, at) => 0.5 + 0.4 * Math.cos(at * 0.9)),
  };
}

/** @param {Case} one */
const model = ({ inputs, layers, optimizer, loss = "mse", metrics = [] }) =>
  new Sequential({ inputs, layers, optimizer, loss, metrics, seed: 5 });

/** Epochs in which a step is compiled, and then trains as many batches again as the `more`. @param {Case} one */
const epochsOf = ({ rows, batchSize }, more = 3000) => Math.ceil((WORTH + more) / Math.ceil(rows / batchSize));

/** @param {Sequential} trained */
const outcome = (trained) => ({ weights: trained.flatWeights(), history: trained.history() });

/** @param {Case} one @param {object} [options] */
function fitted(one, options) {
  const { x, y } = data(one);
  const trained = model(one);
  trained.fit(x, y, { epochs: epochsOf(one), batchSize: one.batchSize, shuffle: false, ...options });
  return trained;
}

/** Loops alone train where something is called back. */
const loops = { onBatchEnd: () => {} };

/** @param {Case} one @param {object} [options] */
function isTrainedToTheBitsOfTheLoops(one, options) {
  const before = compiled;
  const own = fitted(one, options);
  assert.equal(compiled, before + 1, "the step is compiled");
  const other = fitted(one, { ...options, ...loops });
  assert.equal(compiled, before + 1);
  assert.deepEqual(outcome(own), outcome(other));
  // Whoever looks at the model afterwards sees the last batch.
  assert.deepEqual(own.predict(data(one).x), other.predict(data(one).x));
}

const layer = (/** @type {number} */ units, activation = "linear", more = {}) => ({ units, activation, ...more });
const ADAM = { name: "adam", learningRate: 0.01 };
const SGD = { name: "sgd", learningRate: 0.05 };

/** @type {Record<string, Case>} */
const CASES = {
  "one weight": { inputs: 1, layers: [layer(1)], optimizer: SGD, rows: 3, batchSize: 1 },
  "the tutorial's regression": { inputs: 4, layers: [layer(10), layer(1)], optimizer: ADAM, rows: 35, batchSize: 5 },
  "the worked example's network": {
    inputs: 2,
    layers: [layer(2, "sigmoid"), layer(1, "sigmoid")],
    optimizer: SGD,
    rows: 7,
    batchSize: 2,
  },
  "three layers with tanh, and a last batch of fewer rows": {
    inputs: 2,
    layers: [layer(8, "tanh"), layer(8, "tanh"), layer(1, "sigmoid")],
    optimizer: SGD,
    rows: 33,
    batchSize: 10,
  },
  "a layer of one unit in the middle": {
    inputs: 3,
    layers: [layer(5, "relu"), layer(1, "tanh"), layer(3, "sigmoid"), layer(2)],
    optimizer: ADAM,
    rows: 18,
    batchSize: 6,
  },
  "several outputs, without biases": {
    inputs: 5,
    layers: [layer(6, "sigmoid", { useBias: false }), layer(3, "relu", { useBias: false })],
    optimizer: ADAM,
    rows: 26,
    batchSize: 13,
  },
  "a batch that is a loop, and does not fill its blocks": {
    inputs: 9,
    layers: [layer(7, "relu"), layer(1)],
    optimizer: { name: "adam", learningRate: 0.002, beta_1: 0.5, beta_2: 0.9, epsilon: 0.001 },
    rows: 60,
    batchSize: 31,
  },
  "weight decay of SGD": {
    inputs: 2,
    layers: [layer(4, "relu"), layer(4)],
    optimizer: { ...SGD, weightDecay: 0.01 },
    rows: 8,
    batchSize: 4,
  },
  "weight decay of AdamW": {
    inputs: 2,
    layers: [layer(13, "tanh"), layer(1)],
    optimizer: { name: "adamw", learningRate: 0.003 },
    rows: 8,
    batchSize: 4,
  },
  "more rows in a batch than there are": {
    inputs: 2,
    layers: [layer(3), layer(1)],
    optimizer: ADAM,
    rows: 5,
    batchSize: 64,
  },
};

for (const [name, one] of Object.entries(CASES)) {
  test(`a compiled step has the bits of the loops: ${name}`, () => isTrainedToTheBitsOfTheLoops(one));
}

test("shuffled rows, validation and early stopping leave the bits as they are", () => {
  const one = { inputs: 2, layers: [layer(6, "tanh"), layer(1)], optimizer: ADAM, rows: 40, batchSize: 4 };
  isTrainedToTheBitsOfTheLoops(one, { shuffle: true, seed: 3 });
  const watched = { ...one, batchSize: 3 };
  const earlyStopping = { patience: 1e6, restoreBestWeights: true };
  isTrainedToTheBitsOfTheLoops(watched, { epochs: 2500, validationSplit: 0.25, earlyStopping });
});

test("a fit in slices has the bits of one at once, and follows a learning rate that a plateau lowers", () => {
  const one = { inputs: 2, layers: [layer(5, "tanh"), layer(1)], optimizer: SGD, rows: 20, batchSize: 4 };
  const { x, y } = data(one);
  const callbacks = [
    { type: /** @type {const} */ ("ReduceLROnPlateau"), monitor: "loss", patience: 200, minDelta: 1e-4 },
  ];
  const inSlices = (/** @type {object} */ options) => {
    const trained = model(one);
    trained.beginFit(x, y, { epochs: epochsOf(one), batchSize: 4, callbacks, ...options });
    while (!trained.fitFor(997).end);
    return outcome(trained);
  };
  const before = compiled;
  const own = inSlices({});
  assert.deepEqual(own, inSlices(loops));
  const rates = /** @type {any} */ (own.history).history.learning_rate;
  assert.ok(new Set(rates.slice(-100 - 3000 / 5)).size > 1, "the rate changes while the compiled step trains");
  assert.equal(compiled, before + 1);
});

test("a fit in the turns of a page has the bits of one at once", async () => {
  const one = { inputs: 2, layers: [layer(9, "tanh"), layer(1)], optimizer: SGD, rows: 20, batchSize: 4 };
  const { x, y } = data(one);
  const trained = model(one);
  await trained.fitAsync(x, y, { epochs: epochsOf(one), batchSize: 4, shuffle: false });
  assert.deepEqual(outcome(trained), outcome(fitted(one, loops)));
});

test("models of equal shapes and settings share a step that was compiled once", () => {
  const one = { inputs: 3, layers: [layer(4, "relu"), layer(2)], optimizer: ADAM, rows: 12, batchSize: 4 };
  const before = compiled;
  const first = fitted(one);
  const second = fitted(one, { epochs: 5 });
  const again = fitted(one, { epochs: 5, ...loops });
  assert.equal(compiled, before + 1);
  assert.deepEqual(outcome(second), outcome(again));
  assert.deepEqual(outcome(first), outcome(fitted(one, loops)), "nothing of another model is left behind");
});

test("a short training does not compile", () => {
  const before = compiled;
  fitted({ inputs: 3, layers: [layer(6, "relu"), layer(2)], optimizer: ADAM, rows: 12, batchSize: 4 }, { epochs: 900 });
  assert.equal(compiled, before);
});

test("where a policy forbids to compile, the loops train on", () => {
  const one = { inputs: 3, layers: [layer(3, "tanh"), layer(2)], optimizer: ADAM, rows: 12, batchSize: 4 };
  isForbidden = true;
  const trained = fitted(one);
  isForbidden = false;
  assert.deepEqual(outcome(trained), outcome(fitted(one, loops)));
});

test("a training that diverges ends where the loops end it, with the last finite weights", () => {
  const one = { inputs: 1, layers: [layer(1)], optimizer: SGD, rows: 4, batchSize: 1 };
  // It is compiled on harmless rows; with others the errors grow from batch to batch.
  fitted(one);
  const diverged = (/** @type {object} */ options) => {
    const trained = model(one);
    trained.fit([4.5, -2, 6, -5], [1, 1, 1, 1], { epochs: 400, batchSize: 1, shuffle: false, ...options });
    return outcome(trained);
  };
  const { weights, history } = diverged({});
  assert.deepEqual(/** @type {any} */ (history).end, { why: "diverged", epoch: 67, step: 2, layer: 0 });
  assert.ok(weights.every(Number.isFinite));
  assert.deepEqual({ weights, history }, diverged(loops));
});

test("a model whose step has more than its rule is left to the loops", () => {
  const one = { inputs: 2, layers: [layer(3, "tanh"), layer(1)], optimizer: SGD, rows: 6, batchSize: 3 };
  const before = compiled;
  for (const other of [
    { ...one, metrics: ["mae"] },
    { ...one, loss: "mae" },
    { ...one, optimizer: { name: "sgd", learningRate: 0.05, momentum: 0.9 } },
    { ...one, optimizer: { name: "adam", amsgrad: true } },
    { ...one, optimizer: { name: "sgd", learningRate: 0.05, clipnorm: 1 } },
    { ...one, layers: [layer(3, "tanh", { kernelRegularizer: "l2" }), layer(1)] },
    { ...one, layers: [layer(3, "tanh", { kernelConstraint: "max_norm" }), layer(1)] },
    { ...one, layers: [layer(3, "tanh", { trainable: false }), layer(1)] },
    { ...one, layers: [layer(3, "gelu"), layer(1)] },
    { ...one, layers: [layer(3, "tanh"), { type: "Dropout", rate: 0.5 }, layer(1)] },
    { ...one, layers: [layer(300, "relu"), layer(1)], rows: 2 },
  ]) {
    fitted(other, { epochs: Math.ceil((WORTH + 10) / Math.ceil(other.rows / other.batchSize)) });
  }
  fitted(one, { sampleWeight: [1, 2, 1, 1, 1, 3] });
  fitted(one, { callbacks: [{ type: "TerminateOnNaN" }] });
  assert.equal(compiled, before);
});
