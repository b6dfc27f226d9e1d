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

const globals = Object.getOwnPropertyNames(globalThis);
const { GlassNet } = await import("glassnet/element");
assert.equal(typeof GlassNet, "function");
assert.deepEqual(Object.getOwnPropertyNames(globalThis), globals);
const src = new URL("./src/", import.meta.resolve("glassnet/package.json"));
const modules = readdirSync(src, { recursive: true }).filter((name) => name.endsWith(".js"));
for (const name of modules) await import(new URL(name, src).href);
console.log("a server imports the element and its " + modules.length + " modules");

for (const file of ["glassnet_bg.wasm", "core/glassnet_bg.wasm", "package.json"])
  assert.ok(existsSync(fileURLToPath(import.meta.resolve("glassnet/" + file))), file);
`;
