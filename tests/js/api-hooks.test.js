/** Callbacks of `fit` as objects and classes, and learning rates that are functions. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import start, { Dataset, Sequential } from "../../www/pkg-full/glassnet.js";

await start({ module_or_path: readFileSync("www/pkg-full/glassnet_bg.wasm") });

const X = Array.from({ length: 10 }, (_, row) => [row / 10]);
const Y = X.map(([x]) => [2 * x]);

/** @param {import("../../www/pkg-full/glassnet.js").CompileConfig["optimizer"]} [optimizer] */
const model = (optimizer = "sgd") =>
  new Sequential({ inputs: 1, layers: [{ units: 1, kernel: [[0]] }], loss: "mse", optimizer });

class Recorder {
  /** @type {string[]} */ events = [];
  // What a callback holds is not looked at.
  self = this;
  onTrainBegin() {
    this.events.push("train begin");
  }
  onEpochBegin(/** @type {number} */ epoch) {
    this.events.push(`epoch begin ${epoch}`);
  }
  onBatchBegin(/** @type {number} */ batch) {
    this.events.push(`batch begin ${batch}`);
  }
  onBatchEnd(/** @type {number} */ batch, /** @type {Record<string, number>} */ logs) {
    this.events.push(`batch end ${batch} ${Object.keys(logs)}`);
  }
  onEpochEnd(/** @type {number} */ epoch, /** @type {Record<string, number>} */ logs) {
    this.events.push(`epoch end ${epoch} ${Object.keys(logs)}`);
  }
  onTrainEnd(/** @type {Record<string, number>} */ logs) {
    this.events.push(`train end ${Object.keys(logs)}`);
  }
}

/** As Keras calls them. */
const ORDER = [
  "train begin",
  ...[0, 1].flatMap((epoch) => [
    `epoch begin ${epoch}`,
    "batch begin 0",
    "batch end 0 loss",
    "batch begin 1",
    "batch end 1 loss",
    `epoch end ${epoch} loss,val_loss`,
  ]),
  "train end loss,val_loss",
];

test("an object of a class is called at each moment, in Keras's order", () => {
  const recorder = new Recorder();
  model().fit(X, Y, { epochs: 2, batchSize: 4, validationSplit: 0.2, callbacks: [recorder] });
  assert.deepEqual(recorder.events, ORDER);
});

test("a fit that is driven in slices calls and prints the same", () => {
  const [recorder, atOnce] = [new Recorder(), /** @type {string[]} */ ([])];
  const inSlices = /** @type {string[]} */ ([]);
  const options = { epochs: 2, batchSize: 4, validationSplit: 0.2, verbose: /** @type {2} */ (2) };
  const withoutTimes = (/** @type {string[]} */ lines) => lines.map((line) => line.replace(/\d+(us|ms|s)/g, ""));
  model().fit(X, Y, { ...options, print: (line) => void atOnce.push(line) });
  const made = model();
  made.beginFit(X, Y, { ...options, callbacks: recorder, print: (line) => void inSlices.push(line) });
  while (!made.fitFor(1).end);
  assert.deepEqual(recorder.events, ORDER);
  assert.deepEqual(withoutTimes(inSlices), withoutTimes(atOnce));
  assert.ok(inSlices.length > 0);
});

test("a callback stops a fit that is driven in slices too", () => {
  const made = model();
  made.beginFit(X, Y, { epochs: 9, batchSize: 5, onBatchEnd: (batch) => batch < 1 });
  assert.deepEqual(made.fitFor(100).end, { why: "stopped" });
  assert.equal(made.history()?.epoch.length, 1);
});

test("a callback that stops before a batch leaves the weights as they are", () => {
  const made = model();
  made.fit(X, Y, { callbacks: [{ onTrainBegin: () => false }] });
  assert.deepEqual(made.getWeights(), [[[0]], [0]]);
});

test("a learning rate that is a function is asked for the number of each update", () => {
  /** @type {number[]} */
  const asked = [];
  const learningRate = (/** @type {number} */ iteration) => (asked.push(iteration), iteration === 2 ? 0 : 0.25);
  const made = model({ name: "sgd", learningRate });
  const before = asked.length;
  made.trainOnBatch([[1]], [[1]]);
  // w = b = 0: the error is -1, so both become 0.25 · 2 = 0.5, and the error 0.
  assert.deepEqual(made.getWeights(), [[[0.5]], [0.5]]);
  made.trainSteps([[1]], [[2]], 2);
  // The error is -1 again: both become 1; the third update has a rate of 0.
  assert.deepEqual(made.getWeights(), [[[1]], [1]]);
  made.fit([[1]], [[2]], { epochs: 1 });
  assert.deepEqual(asked.slice(before), [0, 1, 2, 3]);
  made.compile({ optimizer: "sgd" });
  made.trainOnBatch([[1]], [[2]]);
  assert.equal(asked.length, before + 4);
});

test("what no learning rate can be is rejected", () => {
  const expected = "learningRate: expected a function that returns a number of 0 or more, received";
  const rejected = (/** @type {any} */ rate, /** @type {string} */ received) =>
    assert.throws(() => model({ name: "sgd", learningRate: () => rate }), { message: `${expected} ${received}` });
  rejected(-1, "-1");
  rejected(NaN, "NaN");
  rejected("0.1", 'the text "0.1"');
  const schedule = () => Infinity;
  const callbacks = [/** @type {const} */ ({ type: "LearningRateScheduler", schedule })];
  assert.throws(() => model().fit(X, Y, { callbacks }), { message: `${expected} inf` });
});

test("a reset takes a learning rate back that a callback changed", () => {
  const [made, fresh] = [model(), model()];
  const callbacks = [/** @type {const} */ ({ type: "LearningRateScheduler", schedule: () => 0.5 })];
  made.fit(X, Y, { callbacks });
  assert.equal(made.toJSON().optimizer?.learningRate, 0.5);
  made.reset();
  for (const each of [made, fresh]) each.fit(X, Y);
  assert.deepEqual(made.flatWeights(), fresh.flatWeights());
});

test("a saved model keeps the learning rate that a callback set", () => {
  const made = model();
  made.fit(X, Y, { callbacks: { type: "LearningRateScheduler", schedule: () => 0.125 } });
  const loaded = Sequential.load(made.save());
  for (const each of [made, loaded]) each.fit(X, Y);
  assert.deepEqual(loaded.flatWeights(), made.flatWeights());
});

test("callbacks that cannot be are rejected by their place", () => {
  const rejected = (/** @type {any} */ callbacks, /** @type {string} */ message) =>
    assert.throws(() => model().fit(X, Y, { callbacks }), { name: "Error", message });
  const scheduler = { type: "LearningRateScheduler" };
  rejected("x", 'callbacks: expected an object, received the text "x"');
  rejected([1], "callbacks[0]: expected an object, received 1");
  rejected(
    [{ onEpochsEnd: () => {} }],
    "callbacks[0]: expected one of the functions onTrainBegin, onEpochBegin, onBatchBegin, onBatchEnd, onEpochEnd, onTrainEnd, received an object without",
  );
  rejected([{ onEpochEnd: 1 }], "onEpochEnd: expected a function, received 1");
  rejected([scheduler], "callbacks[0].schedule: expected a function of epoch and learning rate, received nothing");
  rejected(
    [{ type: "EarlyStopping", monitor: "loss" }, { type: "EarlyStopping" }],
    /** @type {any} */ ("callbacks[1]: expected one EarlyStopping, received a second one"),
  );
  rejected(
    [{ type: "TerminateOnNaN", patience: 1 }],
    "callbacks[0]: expected the fields type, received the field patience",
  );
  rejected(
    [{ type: "ReduceLROnPlateau", monitor: "loss", factor: 1 }],
    "factor: expected above 0 and below 1, received 1",
  );
  assert.throws(() => model().fit(X, Y, { callbacks: [{ type: /** @type {any} */ ("CSVLogger") }] }), {
    code: "unknown_name",
    what: "callbacks[0].type",
  });
});

test("a schedule that a callback would change is rejected, as in Keras", () => {
  const learningRate = { name: "exponential_decay", initialLearningRate: 0.1, decaySteps: 2, decayRate: 0.5 };
  const made = model(/** @type {any} */ ({ name: "sgd", learningRate }));
  const rejected = (/** @type {any} */ callback, /** @type {string} */ name) =>
    assert.throws(() => made.fit(X, Y, { callbacks: [callback] }), {
      message: `learningRate: expected a number, as ${name} changes it, received a schedule`,
    });
  rejected({ type: "ReduceLROnPlateau", monitor: "loss" }, "ReduceLROnPlateau");
  rejected({ type: "LearningRateScheduler", schedule: () => 1 }, "LearningRateScheduler");
});

test("weights of rows that do not fit are rejected", () => {
  const made = model();
  const rejected = (/** @type {any} */ options, /** @type {string} */ message) =>
    assert.throws(() => made.fit(X, Y, options), { name: "Error", message });
  rejected({ sampleWeight: [1] }, "sampleWeight: expected a weight for each of 10 rows, received 1 weight");
  rejected({ sampleWeight: Array(10).fill(NaN) }, "sampleWeight[0]: expected a finite number, received NaN");
  rejected(
    { classWeight: { zero: 1 } },
    "classWeight: expected weights by class, such as { 0: 1, 1: 5 }, received the class zero",
  );
  rejected({ classWeight: { 0: "much" } }, 'classWeight.0: expected a number, received the text "much"');
  rejected(
    { classWeight: {}, sampleWeight: [] },
    "classWeight: expected one of sampleWeight, classWeight, received both",
  );
  rejected(
    { validationData: [X, Y, [1]] },
    "validationData[2]: expected a weight for each of 10 rows, received 1 weight",
  );
  assert.throws(() => made.evaluate(X, Y, { sampleWeight: [1, 2] }), { code: "shape", what: "sampleWeight" });
  const rows = Dataset.fromTensorSlices(X, Y).batch(2);
  const weighted = /** @type {any} */ ({ sampleWeight: Array(10).fill(1) });
  const message = "config: expected the fields verbose, style, print, received the field sampleWeight";
  assert.throws(() => made.evaluate(rows, weighted), { name: "Error", message });
  assert.throws(() => made.trainOnBatch(X, Y, /** @type {any} */ ({ weight: 1 })), { code: "invalid_config" });
});
