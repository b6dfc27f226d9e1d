// Runs exported models in onnxruntime-web: node onnx_web.js FOLDER, a folder for each model in it.
//
// The predictions must be the engine's within 1e-5 of the largest of them.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as ort from "onnxruntime-web";
import { casesOf, floats, largestDifference, report } from "./cases.js";

ort.env.wasm.numThreads = 1;

async function check(folder, sizes) {
  const inputs = floats(join(folder, "inputs.f32"));
  const session = await ort.InferenceSession.create(readFileSync(join(folder, "model.onnx")));
  const rows = inputs.length / sizes.inputs;
  const { outputs } = await session.run({ inputs: new ort.Tensor("float32", inputs, [rows, sizes.inputs]) });
  if (String(outputs.dims) !== String([rows, sizes.outputs])) throw new Error(`${folder}: shape ${outputs.dims}`);
  return largestDifference(outputs.data, floats(join(folder, "outputs.f32")));
}

const differences = [];
for (const { name, folder, sizes } of casesOf(process.argv[2], "model.onnx")) {
  differences.push([name, await check(folder, sizes)]);
}
report(`onnxruntime-web ${ort.env.versions.web}`, differences, 1e-5);
