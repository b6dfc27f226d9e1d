/** Callbacks of `fit` use the model that they are called for. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import start, { Sequential } from "../../www/pkg-full/glassnet.js";

await start({ module_or_path: readFileSync("www/pkg-full/glassnet_bg.wasm") });

const X = Array.from({ length: 40 }, (_, row) => [row / 40, (row % 7) / 7]);
const Y = X.map(([a, b]) => [a - b]);

function model() {
  const made = new Sequential({ inputs: 2, layers: [{ units: 3, activation: "tanh" }, { units: 1 }], seed: 4 });
  made.compile({ loss: "mse", optimizer: "adam", metrics: ["mae"] });
  return made;
}

test("callbacks that predict and evaluate leave a fit its bits", () => {
  const [alone, watched] = [model(), model()];
  const history = alone.fit(X, Y, { epochs: 3 });
  /** @type {number[]} */
  const losses = [];
  const seen = watched.fit(X, Y, {
    epochs: 3,
    verbose: 2,
    print: () => void watched.layers[0].getWeights(),
    onBatchEnd: () => void watched.predict(X),
    onEpochEnd: () => void losses.push(watched.evaluate(X, Y).loss),
  });
  assert.deepEqual(seen, history);
  assert.deepEqual(watched.flatWeights(), alone.flatWeights());
  assert.deepEqual([losses.length, losses[2]], [3, alone.evaluate(X, Y).loss]);
});

test("a callback that sets weights has the fit continue with them", () => {
  const [made, other] = [model(), model()];
  for (const each of [made, other]) each.compile({ optimizer: "sgd" });
  const weights = new Float32Array(made.flatWeights().length).fill(0.25);
  const onEpochEnd = (/** @type {number} */ epoch) => void (epoch || made.setWeights(weights));
  made.fit(X, Y, { epochs: 2, shuffle: false, onEpochEnd });
  other.setWeights(weights);
  other.fit(X, Y, { epochs: 1, shuffle: false });
  assert.deepEqual(made.flatWeights(), other.flatWeights());
});

test("a callback that would take the model away from its fit gets an error that says what to do", () => {
  const made = model();
  const calls = {
    fit: () => made.fit(X, Y),
    fitFor: () => made.fitFor(1),
    compile: () => made.compile({ loss: "mae" }),
    add: () => made.add({ units: 1 }),
    reset: () => made.reset(),
  };
  for (const [name, call] of Object.entries(calls)) {
    const message = `${name}: expected fit to be over; a callback that returns false stops it, received a call within a callback of fit`;
    assert.throws(() => made.fit(X, Y, { onEpochEnd: () => void call() }), { name: "Error", code: "shape", message });
  }
  assert.equal(made.fit(X, Y, { epochs: 2 }).epoch.length, 2);
});

test("a batch is tested as it is evaluated, and nothing is trained", () => {
  const made = model();
  const weights = made.flatWeights();
  assert.deepEqual(made.testOnBatch(X, Y), made.evaluate(X, Y));
  assert.deepEqual(made.flatWeights(), weights);
  assert.throws(() => made.testOnBatch(X, [[1]]), { message: "targets: expected 40 numbers, received 1" });
});
