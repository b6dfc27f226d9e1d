/** The outputs of every layer for some rows. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import start, { Sequential } from "../../www/pkg-full/glassnet.js";

await start({ module_or_path: readFileSync("www/pkg-full/glassnet_bg.wasm") });

const model = () =>
  new Sequential({
    inputs: 2,
    layers: [
      {
        units: 2,
        activation: "relu",
        kernel: [
          [1, -1],
          [2, 1],
        ],
        bias: [0, 1],
        name: "hidden",
      },
      { type: "Dropout", rate: 0.5 },
      { units: 1, kernel: [[1], [10]] },
    ],
  });

test("each layer has its outputs with their shape, computed in the head", () => {
  // relu([1, 0] · kernel + bias) = [1, 0]; relu([1, 1] · kernel + bias) = [3, 1]; relu([-1, 0] · …) = [0, 2].
  const hidden = [1, 0, 3, 1, 0, 2];
  const layers = model().activations([
    [1, 0],
    [1, 1],
    [-1, 0],
  ]);
  assert.deepEqual(
    layers.map(({ layer, shape, values }) => [layer, shape, [...values]]),
    [
      ["hidden", [3, 2], hidden],
      ["dropout", [3, 2], hidden],
      ["dense", [3, 1], [1, 13, 20]],
    ],
  );
});

test("the outputs of the last layer are the predictions, of many rows too", () => {
  const made = new Sequential([{ units: 3, activation: "softmax", inputShape: [2] }]);
  const rows = Array.from({ length: 700 }, (_, row) => [row / 700, 1 - row / 350]);
  const [{ shape, values }] = made.activations(rows);
  assert.deepEqual(shape, [700, 3]);
  assert.deepEqual(values, made.predict(rows));
});

test("rows that do not fit the model are rejected", () => {
  const message = "inputs: expected rows of 2 numbers, received rows of 3";
  assert.throws(() => model().activations([[1, 2, 3]]), { name: "Error", code: "shape", message });
});
