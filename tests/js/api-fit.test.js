/** `fit`, `beginFit` and `evaluate` take arrays and data sets alike. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import start, { advertising, Dataset, Sequential } from "../../www/pkg-full/glassnet.js";

await start({ module_or_path: readFileSync("www/pkg-full/glassnet_bg.wasm") });

const X = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
  [2, 1],
];
const Y = [[0], [1], [1], [0], [2]];

function model() {
  const made = new Sequential({ inputs: 2, layers: [{ units: 3, activation: "tanh" }, { units: 1 }], seed: 4 });
  made.compile({ loss: "mse", optimizer: "adam", metrics: ["mae"] });
  return made;
}

test("a data set in the given order trains to the bits of its arrays", () => {
  const [arrays, dataset] = [model(), model()];
  const rows = Dataset.fromTensorSlices(X, Y).batch(2);
  const history = arrays.fit(X, Y, { epochs: 3, batchSize: 2, shuffle: false });
  assert.deepEqual(dataset.fit(rows, { epochs: 3 }), history);
  assert.deepEqual(dataset.predict(X), arrays.predict(X));
  // It stays its owner's.
  assert.equal(rows.cardinality, 3);
});

test("a fit on a data set is driven in slices to the same bits", () => {
  const [atOnce, inSlices] = [model(), model()];
  const rows = Dataset.fromTensorSlices(X, Y).shuffle(5, 7).batch(2);
  atOnce.fit(rows, { epochs: 4 });
  inSlices.beginFit(rows, { epochs: 4 });
  rows.free();
  while (!inSlices.fitFor(1).end);
  assert.deepEqual(inSlices.predict(X), atOnce.predict(X));
  assert.deepEqual(inSlices.history(), atOnce.history());
});

test("an evaluation of a data set counts the rows of its batches alone", () => {
  const made = model();
  const rows = Dataset.fromTensorSlices(X, Y);
  assert.deepEqual(made.evaluate(rows.batch(2)), made.evaluate(X, Y));
  assert.deepEqual(made.evaluate(rows.batch(2, true)), made.evaluate(X.slice(0, 4), Y.slice(0, 4)));
  /** @type {string[]} */
  const lines = [];
  made.evaluate(rows.batch(2), { verbose: 2, print: (line) => lines.push(line) });
  assert.match(lines.join("\n"), /^3\/3 - /);
});

test("callbacks and printing are those of the options beside a data set", () => {
  /** @type {number[]} */
  const epochs = [];
  const options = { epochs: 9, onEpochEnd: (/** @type {number} */ epoch) => epochs.push(epoch) < 2 };
  model().fit(Dataset.fromTensorSlices(X, Y).batch(2), options);
  assert.deepEqual(epochs, [0, 1]);
});

test("a data set that does not fit the model is rejected with what was expected and received", () => {
  const made = model();
  const rejected = (/** @type {() => unknown} */ run, /** @type {string} */ message) =>
    assert.throws(run, { name: "Error", message });
  const rows = Dataset.fromTensorSlices(X, Y);
  rejected(() => made.fit(rows), "dataset: expected batches: call batch first, received rows");
  rejected(() => made.evaluate(rows), "dataset: expected batches: call batch first, received rows");
  const swapped = Dataset.fromTensorSlices(Y, X).batch(2);
  rejected(() => made.fit(swapped), "dataset.features: expected rows of 2 numbers, received rows of 1");
  rejected(() => made.evaluate(swapped), "dataset.features: expected rows of 2 numbers, received rows of 1");
  rejected(
    () => made.fit(/** @type {any} */ (advertising()), {}),
    "inputs: expected nested arrays, a typed array or an array of numbers, received an object",
  );
  rejected(
    () => made.fit(X, /** @type {any} */ (undefined)),
    "targets: expected nested arrays, a typed array or an array of numbers, received nothing",
  );
});
