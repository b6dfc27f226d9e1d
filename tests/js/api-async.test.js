/** `fitAsync` gives the page its turns and the bits of `fit`. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import start, { Dataset, Sequential } from "../../www/pkg-full/glassnet.js";

await start({ module_or_path: readFileSync("www/pkg-full/glassnet_bg.wasm") });

const X = Array.from({ length: 60 }, (_, row) => [row / 60, (row % 7) / 7]);
const Y = X.map(([a, b]) => [a - b]);

/** @param {number} [units] */
function model(units = 4) {
  const made = new Sequential({
    inputs: 2,
    layers: [{ units, activation: "tanh" }, { type: "Dropout", rate: 0.2 }, { units: 1 }],
    seed: 4,
  });
  made.compile({ loss: "mse", optimizer: "adam", metrics: ["mae"] });
  return made;
}

/** Waits for whatever else there is to do. */
const turn = () => new Promise((resolve) => setTimeout(resolve));

test("a fit that leaves the page its turns has the bits of one that does not", async () => {
  const [atOnce, inTurns] = [model(), model()];
  const options = { epochs: 5, batchSize: 7, validationSplit: 0.2 };
  const history = atOnce.fit(X, Y, options);
  assert.deepEqual(await inTurns.fitAsync(X, Y, options), history);
  assert.deepEqual(inTurns.flatWeights(), atOnce.flatWeights());
});

test("a data set is fitted the same way", async () => {
  const [atOnce, inTurns] = [model(), model()];
  const rows = Dataset.fromTensorSlices(X, Y).shuffle(60, 3).batch(8);
  const history = atOnce.fit(rows, { epochs: 2 });
  assert.deepEqual(await inTurns.fitAsync(rows, { epochs: 2 }), history);
});

test("the page has turns while a long fit runs", async () => {
  const made = model(200);
  let turns = 0;
  const timer = setInterval(() => (turns += 1));
  const fit = made.fitAsync(X, Y, { epochs: 100_000, batchSize: 60, signal: undefined, onEpochEnd: () => turns < 3 });
  const history = await fit;
  clearInterval(timer);
  // The fit itself waits for the turns; were there none, it would go on to its last epoch.
  assert.deepEqual(history.end, { why: "stopped" });
});

test("the page has turns while an epoch is validated, which changes no bit", async () => {
  const rows = 20_000;
  const x = Float32Array.from({ length: 2 * rows }, (_, at) => (at % 13) / 13);
  const y = Float32Array.from({ length: rows }, (_, at) => (at % 5) / 5);
  /** @type {import("../../src/bindings/types.js").FitConfig} */
  const options = { epochs: 2, batchSize: 60, validationData: [x, y] };
  const [atOnce, inTurns] = [model(200), model(200)];
  const history = atOnce.fit(X, Y, options);
  let turns = 0;
  const timer = setInterval(() => (turns += 1));
  const turnsAt = /** @type {number[]} */ ([]);
  const mark = () => void turnsAt.push(turns);
  const trained = await inTurns.fitAsync(X, Y, { ...options, onEpochEnd: mark, callbacks: { onEpochBegin: mark } });
  clearInterval(timer);
  assert.deepEqual(trained, history);
  assert.deepEqual(inTurns.flatWeights(), atOnce.flatWeights());
  // An epoch is one batch of 60 rows, and 20,000 rows of 200 units to validate.
  assert.equal(turnsAt.length, 4);
  assert.ok(turnsAt[1] > turnsAt[0], String(turnsAt));
});

test("callbacks may be asynchronous, are waited for, and may stop the fit", async () => {
  /** @type {string[]} */
  const events = [];
  const onEpochEnd = async (/** @type {number} */ epoch) => {
    events.push(`end ${epoch}`);
    await turn();
    events.push(`waited ${epoch}`);
    return epoch < 1;
  };
  const onEpochBegin = (/** @type {number} */ epoch) => void events.push(`begin ${epoch}`);
  const history = await model().fitAsync(X, Y, { epochs: 9, callbacks: { onEpochBegin, onEpochEnd } });
  assert.deepEqual(events, ["begin 0", "end 0", "waited 0", "begin 1", "end 1", "waited 1"]);
  assert.deepEqual([history.epoch, history.end], [[0, 1], { why: "stopped" }]);
});

test("a model is used between the turns, but not taken away from its fit", async () => {
  const made = model();
  const fit = made.fitAsync(X, Y, { epochs: 3, onEpochEnd: async () => void made.predict(X) });
  const busy = { name: "Error", code: "shape" };
  assert.throws(() => made.fit(X, Y), busy);
  assert.throws(() => made.compile({ loss: "mae" }), busy);
  await assert.rejects(made.fitAsync(X, Y), busy);
  assert.equal((await fit).epoch.length, 3);
  assert.equal(made.fit(X, Y).epoch.length, 1);
});

test("what a callback throws or rejects with ends the fit, and another may begin", async () => {
  const made = model();
  const late = async () => {
    await turn();
    throw new RangeError("late");
  };
  await assert.rejects(made.fitAsync(X, Y, { onEpochEnd: late }), { name: "RangeError", message: "late" });
  assert.equal((await made.fitAsync(X, Y)).epoch.length, 1);
});

test("a signal that is aborted ends a fit by its reason", async () => {
  const [made, controller] = [model(), new AbortController()];
  const onBatchEnd = (/** @type {number} */ batch) => void (batch === 1 && controller.abort(new Error("enough")));
  const options = { epochs: 9, batchSize: 10, signal: controller.signal, onBatchEnd };
  await assert.rejects(made.fitAsync(X, Y, options), { message: "enough" });
  assert.throws(() => made.fit(X, Y, options), { message: "enough" });
  await assert.rejects(made.fitAsync(X, Y, { signal: AbortSignal.abort() }), { name: "AbortError" });
  const message = "signal: expected an AbortSignal, received an object";
  await assert.rejects(made.fitAsync(X, Y, { signal: /** @type {any} */ ({}) }), { message });
});

test("a model that is freed ends its fit with an error", async () => {
  const made = model();
  const fit = made.fitAsync(X, Y, { epochs: 100_000 });
  setTimeout(() => made.free());
  await assert.rejects(fit, { name: "Error", code: "freed" });
});

test("what cannot be fitted is rejected by the promise", async () => {
  const message = "targets: expected 60 numbers, received 1";
  await assert.rejects(model().fitAsync(X, [[1]]), { name: "Error", code: "shape", message });
});

test("fit, which cannot wait, rejects a promise of a callback", () => {
  const message = "onEpochEnd: expected a function that returns no promise; fitAsync waits for one, received a promise";
  assert.throws(() => model().fit(X, Y, { onEpochEnd: async () => {} }), { name: "Error", message });
});
