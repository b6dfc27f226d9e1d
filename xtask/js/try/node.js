// What is tried of the packed package in Node: the engines train there, and a server may import everything.

/** A program for a project that has the package installed. */
export const PROGRAM = `import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import init, { Sequential } from "glassnet";
import initCore, * as core from "glassnet/core";

await Promise.all([init(), initCore()]);
for (const Model of [Sequential, core.Sequential]) {
  const config = { inputs: 2, layers: [{ activation: "sigmoid", useBias: false, kernel: [[1.2], [0.4]] }] };
  const model = new Model(config);
  const input = new Float32Array([0.5, -1]);
  assert.equal(model.predict(input)[0].toFixed(5), "0.54983");
  model.trainSteps(input, new Float32Array([1]), 20);
  assert.ok(model.predict(input)[0] > 0.55);
}
console.log("Node " + process.version + ": both engines predict and train");

const missing = [
  ["Table", () => new core.Table()],
  ["Table.fromCsv", () => core.Table.fromCsv("a,b")],
  ["oneHot", () => core.oneHot([0, 1])],
  ["Sequential.layers", () => new core.Sequential([{ units: 1, inputShape: [1] }]).layers],
  ["Sequential.load", () => core.Sequential.load({})],
  ["Sequential.export", () => new core.Sequential([{ units: 1, inputShape: [1] }]).export("keras")],
  ["loadModel", () => core.loadModel(new Uint8Array())],
  ["Sequential.summary", () => new core.Sequential([{ units: 1, inputShape: [1] }]).summary()],
];
for (const [what, use] of missing) {
  const name = what.split(".")[0];
  assert.throws(use, {
    message: what + ': expected what glassnet/core has, received what only "glassnet" has: import { ' + name + ' } from "glassnet"',
    code: "not_in_core",
    what,
  });
}

const model = () => new core.Sequential([{ units: 1, inputShape: [1] }]);
const rejected = [
  ["loss", "squared_hinge", () => model().compile({ loss: "squared_hinge" })],
  ["optimizer", "Lion", () => model().compile({ optimizer: "Lion" })],
  ["metrics[0]", "AUC", () => model().compile({ metrics: ["AUC"] })],
  ["layers[1].type", "BatchNormalization", () => model().add({ type: "BatchNormalization" })],
  ["layers[1].kernelInitializer", "orthogonal", () => model().add({ units: 1, kernelInitializer: "orthogonal" })],
  ["layers[1]", "the field kernelConstraint", () => model().add({ units: 1, kernelConstraint: "non_neg" })],
  ["config", "the field callbacks", () => model().fit([[1]], [[1]], { callbacks: [] })],
  ["config", "the field verbose", () => model().fit([[1]], [[1]], { verbose: 1 })],
];
for (const [what, received, use] of rejected) {
  const end = received + ', which only "glassnet" has: import { Sequential } from "glassnet"';
  assert.throws(use, (error) => error.code === "not_in_core" && error.what === what && error.message.endsWith(end));
}
assert.throws(() => model().trainOnBatch([[1]], [[1]], { sampleWeight: [1] }), { code: "not_in_core" });
assert.throws(() => model().compile({ loss: "msee" }), { code: "unknown_name" });
model().fit([[1]], [[1]], { verbose: 0 });

const globals = Object.getOwnPropertyNames(globalThis);
const { GlassNet } = await import("glassnet/element");
assert.equal(typeof GlassNet, "function");
assert.deepEqual(Object.getOwnPropertyNames(globalThis), globals);
const src = new URL("./src/", import.meta.resolve("glassnet/package.json"));
const modules = readdirSync(src, { recursive: true }).filter((name) => name.endsWith(".js"));
for (const name of modules) await import(new URL(name, src).href);
console.log("a server imports the element and its " + modules.length + " modules");

for (const file of ["glassnet_bg.wasm", "core/glassnet_bg.wasm", "formats/formats_bg.wasm", "package.json"])
  assert.ok(existsSync(fileURLToPath(import.meta.resolve("glassnet/" + file))), file);
`;
