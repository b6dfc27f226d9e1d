/** One random seed, said once, is that of initial weights, orders, masks and data sets. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import start, { Dataset, Sequential, setRandomSeed } from "../../www/pkg-full/glassnet.js";

await start({ module_or_path: readFileSync("www/pkg-full/glassnet_bg.wasm") });

/** @typedef {{ seed?: number }} Seed */

const X = Array.from({ length: 12 }, (_, row) => [row, row % 3]);
const Y = X.map(([x]) => [x]);

/** The weights after a fit; each part has a seed of its own, or that which was set. @param {Seed} [own] */
function trained(own = {}) {
  const made = new Sequential({
    inputs: 2,
    layers: [{ units: 4 }, { type: "Dropout", rate: 0.5, ...own }, { units: 1 }],
    ...own,
  });
  made.fit(X, Y, { epochs: 2, batchSize: 3, ...own });
  return made.flatWeights();
}

// A file of tests is a process of its own: until the first call no seed is set.
test("without a seed it is 0", () => assert.deepEqual(trained(), trained({ seed: 0 })));

test("the seed that was set is that of everything that was given none", () => {
  setRandomSeed(7);
  assert.deepEqual(trained(), trained({ seed: 7 }));
  assert.notDeepEqual(trained(), trained({ seed: 8 }));
  const rows = Dataset.fromTensorSlices(X, Y);
  assert.deepEqual(rows.shuffle(12).order(0), rows.shuffle(12, 7).order(0));
  const added = new Sequential([{ units: 4, inputShape: [2] }]);
  added.add({ type: "Dropout", rate: 0.5 });
  added.add({ units: 1 });
  added.fit(X, Y, { epochs: 2, batchSize: 3 });
  assert.deepEqual(added.flatWeights(), trained({ seed: 7 }));
});

test("a model keeps the seed that it was made with, saved or not", () => {
  setRandomSeed(5);
  const made = new Sequential([{ units: 4, inputShape: [2] }, { units: 1 }]);
  assert.equal(made.toJSON().seed, 5);
  const saved = made.save();
  setRandomSeed(6);
  assert.deepEqual(new Sequential(made.toJSON()).flatWeights(), made.flatWeights());
  assert.deepEqual(Sequential.load(saved).flatWeights(), made.flatWeights());
});

test("a seed that is no integer from 0 is rejected", () => {
  const message = "seed: expected an integer from 0, received -1";
  assert.throws(() => setRandomSeed(-1), { name: "Error", code: "out_of_range", message });
});
