// Opens exported models in TensorFlow.js: node tfjs.js FOLDER, a folder for each model in it.
//
// The predictions must be the engine's within 1e-5 of the largest of them; after an epoch in the same batches,
// where the engine trained one, within 1e-3.
import { createReadStream, existsSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import * as tf from "@tensorflow/tfjs";
import { casesOf, floats, largestDifference, report } from "./cases.js";

const root = process.argv[2];
const server = createServer((request, response) => createReadStream(join(root, request.url)).pipe(response));
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));

async function open(name) {
  return tf.loadLayersModel(`http://127.0.0.1:${server.address().port}/${name}/model.json`);
}

function predict(model, inputs) {
  return tf.tidy(() => model.predict(inputs).dataSync());
}

/** The difference after an epoch; the loss and the optimizer are the file's. */
async function trained(model, folder, inputs, rows) {
  const isOfClasses = existsSync(join(folder, "classes.f32"));
  const numbers = floats(join(folder, isOfClasses ? "classes.f32" : "targets.f32"));
  const targets = tf.tensor2d(numbers, [rows, numbers.length / rows]);
  await model.fit(inputs, targets, { epochs: 1, batchSize: 16, shuffle: false, verbose: 0 });
  return largestDifference(predict(model, inputs), floats(join(folder, "trained.f32")));
}

const [before, after] = [[], []];
for (const { name, folder, sizes } of casesOf(root, "model.json")) {
  const model = await open(name);
  const numbers = floats(join(folder, "inputs.f32"));
  const rows = numbers.length / sizes.inputs;
  const inputs = tf.tensor2d(numbers, [rows, sizes.inputs]);
  before.push([name, largestDifference(predict(model, inputs), floats(join(folder, "outputs.f32")))]);
  if (existsSync(join(folder, "trained.f32"))) after.push([name, await trained(model, folder, inputs, rows)]);
}
server.close();
const consumer = `TensorFlow.js ${tf.version.tfjs}`;
report(consumer, before, 1e-5);
report(`${consumer}, an epoch later`, after, 1e-3);
