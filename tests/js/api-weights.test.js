/** Weights as Keras's `get_weights()` gives them, of a model and of its layers. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import start, { Sequential } from "../../www/pkg-full/glassnet.js";

await start({ module_or_path: readFileSync("www/pkg-full/glassnet_bg.wasm") });

const KERNEL = [
  [1, 2],
  [3, 4],
  [5, 6],
];
const WEIGHTS = [KERNEL, [0.5, -0.5], [[1], [-1]]];

function model() {
  return new Sequential({
    inputs: 3,
    layers: [
      { units: 2, activation: "relu", kernel: KERNEL, bias: [0.5, -0.5] },
      { units: 1, useBias: false, kernel: [[1], [-1]] },
    ],
  });
}

const rejected = (/** @type {() => unknown} */ run, /** @type {string} */ message) =>
  assert.throws(run, { name: "Error", message });

test("weights are an array for each kernel and bias, nested like its shape", () => {
  assert.deepEqual(model().getWeights(), WEIGHTS);
  assert.deepEqual([...model().flatWeights()], [1, 2, 3, 4, 5, 6, 0.5, -0.5, 1, -1]);
});

test("weights that were saved as JSON are set again to the same bits", () => {
  const [trained, other] = [model(), model()];
  trained.trainSteps([[0.1, 0.2, 0.3]], [[2]], 5);
  assert.notDeepEqual(trained.getWeights(), WEIGHTS);
  other.setWeights(JSON.parse(JSON.stringify(trained.getWeights())));
  assert.deepEqual(other.flatWeights(), trained.flatWeights());
});

test("weights are set by flat arrays too, of one weight or of all", () => {
  const made = model();
  made.setWeights([Float32Array.of(6, 5, 4, 3, 2, 1), new Float64Array([1, 2]), [3, 4]]);
  assert.deepEqual(made.getWeights(), [
    [
      [6, 5],
      [4, 3],
      [2, 1],
    ],
    [1, 2],
    [[3], [4]],
  ]);
  made.setWeights(model().flatWeights());
  assert.deepEqual(made.getWeights(), WEIGHTS);
});

test("weights of another shape are rejected by their place and the model keeps its own", () => {
  const made = model();
  const [, bias, last] = WEIGHTS;
  rejected(() => made.setWeights([KERNEL]), "weights: expected 3 arrays: kernel, bias, kernel, received a list of 1");
  const wide = [
    [1, 2, 3],
    [4, 5, 6],
  ];
  rejected(() => made.setWeights([wide, bias, last]), "weights[0]: expected the shape [3, 2], received [2, 3]");
  rejected(() => made.setWeights([[1, 2], bias, last]), "weights[0]: expected the shape [3, 2], received [2]");
  rejected(() => made.setWeights([KERNEL, [[0.5, -0.5]], last]), "weights[1]: expected the shape [2], received [1, 2]");
  rejected(() => made.setWeights([KERNEL, [1, NaN], last]), "weights[1][1]: expected a finite number, received NaN");
  rejected(() => made.setWeights(new Float32Array(9)), "weights: expected 10 numbers, received 9");
  rejected(
    () => made.setWeights(/** @type {any} */ ("zeros")),
    'weights: expected 3 arrays: kernel, bias, kernel, received the text "zeros"',
  );
  assert.deepEqual(made.getWeights(), WEIGHTS);
});

test("layers have Keras's names, classes, units and activations", () => {
  const made = new Sequential([
    { units: 4, activation: "relu", inputShape: [2] },
    { type: "BatchNormalization" },
    { type: "Dropout", rate: 0.5 },
    { units: 3, name: "answer", activation: "softmax" },
    { units: 1 },
  ]);
  assert.deepEqual(
    made.layers.map((layer) => [layer.name, layer.className, layer.units, layer.activation]),
    [
      ["dense", "Dense", 4, "relu"],
      ["batch_normalization", "BatchNormalization", 4, "linear"],
      ["dropout", "Dropout", 4, "linear"],
      ["answer", "Dense", 3, "softmax"],
      ["dense_1", "Dense", 1, "linear"],
    ],
  );
  const [gamma, beta, mean, variance] = made.layers[1].getWeights();
  assert.deepEqual(
    [gamma, beta, mean, variance],
    [
      [1, 1, 1, 1],
      [0, 0, 0, 0],
      [0, 0, 0, 0],
      [1, 1, 1, 1],
    ],
  );
  assert.deepEqual(made.layers[2].getWeights(), []);
  assert.deepEqual(made.outputShape, [null, 1]);
});

test("a layer's weights are those of the model", () => {
  const made = model();
  const [first, last] = made.layers;
  assert.deepEqual(first.getWeights(), WEIGHTS.slice(0, 2));
  first.setWeights([KERNEL, [0, 0]]);
  made.getLayer("dense_1").setWeights([[[2], [3]]]);
  assert.deepEqual(made.getWeights(), [KERNEL, [0, 0], [[2], [3]]]);
  assert.deepEqual(last.getWeights(), [[[2], [3]]]);
  // relu([1, 1, 1] · kernel) = [9, 12].
  assert.deepEqual([...made.predict([[1, 1, 1]])], [2 * 9 + 3 * 12]);
  rejected(() => last.setWeights([[[2, 3]]]), "weights[0]: expected the shape [2, 1], received [1, 2]");
});

test("a layer is found by its name or index, and another is rejected", () => {
  const made = model();
  assert.equal(made.getLayer(1).name, "dense_1");
  const expected = "layer: expected an index below 2, or one of dense, dense_1, received";
  rejected(() => made.getLayer("dens"), `${expected} the text "dens"`);
  rejected(() => made.getLayer(2), `${expected} 2`);
  rejected(() => made.getLayer(0.5), `${expected} 0.5`);
});

test("a layer says that its model was freed", () => {
  const made = model();
  const [layer] = made.layers;
  made.free();
  assert.equal(layer.name, "dense");
  const message = "layer: expected a model that was not freed, received a layer of one that was";
  assert.throws(() => layer.getWeights(), { name: "Error", code: "freed", message });
});
