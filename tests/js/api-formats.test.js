/** Models go to files of other tools and come back by the entries of the npm package. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import startFormats, { exportForWorkers, exportModel, importModel } from "../../formats/js/formats.js";
import start, { Experiment, loadModel, Sequential, Table } from "../../formats/js/glassnet.js";

await start({ module_or_path: readFileSync("www/pkg-full/glassnet_bg.wasm") });
await startFormats({ module_or_path: readFileSync("www/pkg-formats/formats_bg.wasm") });

const X = Array.from({ length: 24 }, (_, row) => [row / 24, (row % 5) / 5]);
const Y = X.map(([a, b]) => [a * b, a - b]);
const RECORDED = "formats/tests/fixtures/keras/keras3_adam";

function trained() {
  const model = new Sequential([
    { units: 5, activation: "tanh", inputShape: [2] },
    { type: "BatchNormalization", momentum: 0.8 },
    { units: 2 },
  ]);
  model.compile({ loss: "huber", optimizer: { name: "nadam", learningRate: 0.01 }, metrics: ["mae"] });
  model.fit(X, Y, { epochs: 3, batchSize: 5 });
  return model;
}

test("a model that went through a .keras file trains on with the same bits", async () => {
  const model = trained();
  const loaded = await loadModel(await model.export("keras"));
  const more = (/** @type {Sequential} */ one) => one.fit(X, Y, { epochs: 2, batchSize: 5, seed: 3 }).history;
  assert.deepEqual(more(loaded), more(model));
  assert.deepEqual(loaded.getWeights(), model.getWeights());
});

test("what is trained after the call of an export is not in the file", async () => {
  const model = trained();
  const weights = model.getWeights();
  const file = exportModel(model, "keras");
  model.fit(X, Y);
  assert.deepEqual(Sequential.load(await importModel(await file)).getWeights(), weights);
});

test("a format of one file gives its bytes, one of two gives them by name", async () => {
  const model = trained();
  assert.ok((await model.export("onnx")) instanceof Uint8Array);
  const files = await model.export("tfjs", { name: "small" });
  assert.deepEqual(
    files.map(({ name }) => name),
    ["small.json", "small.weights.bin"],
  );
  const loaded = await loadModel(files.map(({ name, bytes }) => new File([bytes], name)));
  assert.deepEqual(loaded.predict(X), model.predict(X));
});

test("a file of Keras predicts what Keras recorded", async () => {
  const { x, predictions } = JSON.parse(readFileSync(`${RECORDED}/expected.json`, "utf8"));
  const model = await loadModel(readFileSync(`${RECORDED}/model.keras`));
  const expected = predictions.flat(2);
  const differences = Array.from(model.predict(x), (value, at) => Math.abs(value - expected[at]));
  assert.equal(differences.length, expected.length);
  assert.ok(Math.max(...differences) < 1e-6, `${Math.max(...differences)}`);
});

test("a run for several workers has its program, its rows and the model as it is", async () => {
  const table = new Table({ x: [1, 3, 5, 7], y: [2, 4, 6, 8] });
  const run = new Experiment(table, { split: null, model: { layers: [{ units: 1 }] }, fit: { epochs: 2 } });
  run.fitFor(1, undefined);
  const files = new Map((await exportForWorkers(run)).map(({ name, bytes }) => [name, bytes]));
  const text = (/** @type {string} */ name) => new TextDecoder().decode(files.get(name));
  assert.match(text("train.py"), /MultiWorkerMirroredStrategy/);
  assert.match(text("data/train-00000.csv"), /^x,y\n/);
  const bytes = /** @type {Uint8Array} */ (files.get("model.keras"));
  const weights = new Float32Array((await loadModel(bytes)).getWeights().flat(3));
  assert.deepEqual([...weights], [...run.weights()]);
});

test("what is no model, no file or no format is an error with a code", async () => {
  const model = trained();
  const broken = (await model.export("keras")).subarray(0, 900);
  await assert.rejects(loadModel(broken), (error) => Boolean(/** @type {any} */ (error).code));
  await assert.rejects(loadModel(new Uint8Array(40)), { code: "invalid_config", what: "file" });
  await assert.rejects(loadModel([]), { code: "shape", what: "files" });
  // @ts-expect-error A name is no file.
  await assert.rejects(loadModel("model.keras"), { code: "invalid_config", what: "files", received: "a text" });
  // @ts-expect-error There is no such format.
  await assert.rejects(model.export("kers"), { code: "unknown_name", what: "format", received: "kers" });
  const scaler = { columns: [{ offset: 0, scale: 0 }] };
  await assert.rejects(model.export("onnx", { scaler }), { code: "out_of_range" });
});
