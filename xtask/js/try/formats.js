// What is tried of files of other tools in Node, by a program for a project that has the package installed.

import { cpSync } from "node:fs";
import { join } from "node:path";
import { root } from "./pack.js";

/** Puts files that Keras wrote beside the program, and what it recorded of them. @param {string} project */
export const copyRecorded = (project) =>
  cpSync(join(root, "formats/tests/fixtures/keras"), join(project, "recorded"), { recursive: true });

export const PROGRAM = `import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import init, { loadModel, Sequential } from "glassnet";
import { exportFormats, exportModel, importModel, importWeights } from "glassnet/formats";

await init();
const x = Array.from({ length: 40 }, (_, row) => [Math.sin(row), Math.cos(row * 3), (row % 7) / 7]);
const y = x.map(([a, b, c]) => [a * b + c]);
const made = () => {
  const model = new Sequential([{ units: 6, activation: "tanh", inputShape: [3] }, { type: "BatchNormalization" }, { units: 1 }]);
  model.compile({ loss: "mse", metrics: ["mae"], optimizer: { name: "adam", learningRate: 0.02 } });
  model.fit(x, y, { epochs: 3, batchSize: 8 });
  return model;
};

// Through a .keras and back: the same bits, and training goes on with the same bits.
const model = made();
const bytes = await model.export("keras");
assert.ok(bytes instanceof Uint8Array);
const loaded = await loadModel(bytes);
const more = (one) => one.fit(x, y, { epochs: 2, batchSize: 8, shuffle: false }).history;
assert.deepEqual(loaded.getWeights(), model.getWeights());
assert.deepEqual(loaded.predict(x), model.predict(x));
assert.deepEqual(more(loaded), more(model));
assert.deepEqual(loaded.getWeights(), model.getWeights());

// Every way to hand files over.
const files = await exportModel(model, "keras", { name: "houses" });
assert.deepEqual(files.map(({ name }) => name), ["houses.keras"]);
const [{ bytes: keras }] = files;
for (const source of [files, files[0], keras.buffer, Buffer.from(keras), [new Blob([keras])], new Response(keras)])
  assert.deepEqual(Sequential.load(await importModel(source)).getWeights(), model.getWeights());
const layers = await model.export("tfjs");
assert.deepEqual(layers.map(({ name }) => name), ["model.json", "model.weights.bin"]);
assert.deepEqual((await loadModel(layers)).getWeights(), model.getWeights());
const weights = await model.export("keras_weights");
const other = made();
other.fit(x, y);
assert.deepEqual(Sequential.load(await importWeights(other, weights)).getWeights(), model.getWeights());
assert.deepEqual(await exportFormats(), ["keras", "keras_weights", "onnx", "pytorch", "tfjs"]);
for (const format of await exportFormats()) {
  const isOne = (await exportModel(model.save(), format)).length === 1;
  assert.equal((await model.export(format)) instanceof Uint8Array, isOne, format);
}
const scaler = { columns: [{ offset: 1, scale: 2 }, { offset: 0, scale: 1 }, { offset: 0, scale: 1 }] };
assert.ok((await model.export("onnx", { scaler, features: ["a", "b", "c"] })).length > (await model.export("onnx")).length);

// What is wrong is an error with a code.
const rejected = [
  ["unknown_name", "format", () => model.export("kers")],
  ["invalid_config", "file", () => loadModel(new TextEncoder().encode("no model"))],
  ["invalid_config", "files", () => loadModel("model.keras")],
  ["invalid_config", "files", () => loadModel(Response.error())],
  ["shape", "files", () => loadModel([])],
  ["shape", "scaler", () => model.export("onnx", { scaler: { columns: [] } })],
];
for (const [code, what, run] of rejected) await assert.rejects(run, { code, what });
await assert.rejects(() => loadModel(keras.subarray(0, keras.length / 2)), (error) => Boolean(error.code));
model.free();
await assert.rejects(() => model.export("keras"), { code: "freed" });

// What Keras wrote predicts what Keras recorded.
const names = readdirSync("recorded");
let largest = 0;
for (const name of names) {
  const file = ["model.keras", "model.h5"].map((end) => "recorded/" + name + "/" + end).find((path) => existsSync(path));
  const recorded = JSON.parse(readFileSync("recorded/" + name + "/expected.json", "utf8"));
  const predictions = (await loadModel(readFileSync(file))).predict(recorded.x);
  const expected = recorded.predictions.flat(2);
  assert.equal(predictions.length, expected.length);
  const scale = Math.max(...expected.map(Math.abs));
  largest = Math.max(largest, ...expected.map((value, at) => Math.abs(value - predictions[at]) / scale));
}
assert.ok(names.length > 5 && largest < 1e-5, names.length + " files, " + largest);
console.log("formats: " + names.length + " files of Keras predict what it recorded, within " + largest.toExponential(1));
`;
