/** Wrong input is an Error that says what was expected and what was received, and the model stays as it was. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import start, { Sequential } from "../../www/pkg-full/glassnet.js";

await start({ module_or_path: readFileSync("www/pkg-full/glassnet_bg.wasm") });

const X = [
  [0, 1],
  [1, 0],
];
const Y = [[1], [0]];

/** @type {[kind: string, run: (model: any) => unknown, error: Record<string, string>][]} */
const WRONG = [
  ["rows of another width", (model) => model.predict([[1, 2, 3]]), { code: "shape", what: "inputs" }],
  ["rows of different widths", (model) => model.predict([[1, 2], [3]]), { code: "shape", what: "inputs[1]" }],
  ["text in a row", (model) => model.predict([[1, "2"]]), { code: "not_a_number", what: "inputs[0][1]" }],
  ["NaN in the data", (model) => model.fit([[1, NaN], X[0]], Y), { code: "not_finite", what: "inputs[1]" }],
  ["no data", (model) => model.fit([], []), { code: "shape", what: "inputs" }],
  ["fewer targets than rows", (model) => model.fit(X, [[1]]), { code: "shape", what: "targets" }],
  ["targets left out", (model) => model.fit(X), { code: "not_a_number", what: "targets" }],
  ["a misspelled option", (model) => model.fit(X, Y, { epoch: 3 }), { code: "invalid_config", what: "config" }],
  ["an option of another type", (model) => model.fit(X, Y, { epochs: "3" }), { code: "not_a_number", what: "epochs" }],
  ["a batch size of 0", (model) => model.fit(X, Y, { batchSize: 0 }), { code: "out_of_range", what: "batchSize" }],
  [
    "a share of 1",
    (model) => model.fit(X, Y, { validationSplit: 1 }),
    { code: "out_of_range", what: "validationSplit" },
  ],
  ["an unknown loss", (model) => model.compile({ loss: "crossentropy" }), { code: "unknown_name", what: "loss" }],
  [
    "a negative learning rate",
    (model) => model.compile({ optimizer: { name: "adam", learningRate: -1 } }),
    { code: "out_of_range", what: "learningRate" },
  ],
  ["an unknown layer", (model) => model.add({ type: "Conv2D" }), { what: "layers[2].type" }],
  ["weights of another shape", (model) => model.setWeights([[1]]), { code: "shape", what: "weights" }],
  ["no function for a callback", (model) => model.fit(X, Y, { onEpochEnd: "log" }), { code: "invalid_config" }],
  ["a key that is not monitored", (model) => model.fit(X, Y, { earlyStopping: {} }), { what: "monitor" }],
  ["a model that is none", () => Sequential.load(/** @type {any} */ ("model.json")), { what: "saved" }],
];

for (const [kind, run, error] of WRONG)
  test(`${kind}: an error with ${Object.values(error).join(", ")}`, () => {
    const model = new Sequential({
      inputs: 2,
      layers: [{ units: 3, activation: "tanh" }, { units: 1 }],
      metrics: ["mae"],
    });
    const before = [model.flatWeights(), JSON.stringify(model)];
    assert.throws(
      () => run(model),
      (/** @type {any} */ thrown) => {
        assert.ok(thrown instanceof Error);
        for (const [field, value] of Object.entries(error)) assert.equal(/** @type {any} */ (thrown)[field], value);
        const { what, expected, received } = /** @type {any} */ (thrown);
        // A name that Keras has is said to be one, behind the rest.
        assert.ok(thrown.message.startsWith(`${what}: expected ${expected}, received ${received}`), thrown.message);
        return true;
      },
    );
    assert.deepEqual([model.flatWeights(), JSON.stringify(model)], before);
    assert.equal(model.fit(X, Y).epoch.length, 1);
  });
