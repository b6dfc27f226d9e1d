/** What a name of the text stands for at a moment: the tutorial's first iteration as the engine records it. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { parseValueName } from "../../www/src/element/value-names.js";
import { Engine } from "../../www/src/engine/client.js";
import { host } from "../../www/src/engine/host.js";
import { valueAt } from "../../www/src/worked/value-at.js";

// Node's fetch reads no files.
globalThis.fetch = async (address) =>
  new Response(readFileSync(new URL(String(address))), { headers: { "content-type": "application/wasm" } });

const engine = new Engine(host().answer);
const example = await engine.example(await engine.tutorialExample());
const trace = await example.trace(0);

/** @param {string} text @param {number} k */
const at = (text, k) => {
  const name = parseValueName(text);
  assert.ok(name, text);
  return valueAt({ trace, k }, name);
};
/** How many operations are done when one of a kind is, in a layer and unit. */
const after = (/** @type {string} */ kind, layer = 0, unit = 0) =>
  trace.events.findIndex((event) => event.kind === kind && event.layer === layer && event.unit === unit) + 1;
const sigmoid = (/** @type {number} */ z) => 1 / (1 + Math.exp(-z));
const near = (/** @type {number | undefined} */ value, /** @type {number} */ wanted) =>
  assert.ok(value !== undefined && Math.abs(value - wanted) < 1e-6, `${value} is not ${wanted}`);

test("what is not computed yet has no value", () => {
  for (const name of ["1.1", "sum:1.1", "prediction", "loss", "loss:1", "gradient:1.1.1"])
    assert.equal(at(name, 0), undefined, name);
});

test("an output, its sum and the prediction are there once their operation is done", () => {
  const k = after("activation");
  near(at("sum:1.1", k), 2 * 1 - 1 * 1);
  near(at("1.1", k), sigmoid(1));
  assert.equal(at("1.1", k - 1), undefined);
  near(at("prediction", trace.events.length), trace.prediction[0]);
});

test("the loss is the squared error, and its part of the one output too", () => {
  const k = trace.events.length;
  near(at("loss", k), (trace.prediction[0] - 0.4) ** 2);
  near(at("loss:1", k), (trace.prediction[0] - 0.4) ** 2);
});

test("a weight is the old one until its update is done, then the new one, by its gradient and the rate", () => {
  const done = trace.events.findIndex(({ kind, layer }) => kind === "weight_update" && layer === 2) + 1;
  near(at("weight:3.1.1", done - 1), trace.layers[2].kernel[0][0]);
  const gradient = at("gradient:3.1.1", done - 1);
  assert.ok(gradient);
  near(at("weight:3.1.1", done), trace.layers[2].kernel[0][0] - gradient);
});

test("a place that is not there has no value", () => {
  for (const name of ["4.1", "weight:1.3.1", "weight:9.1.1", "bias:1.1"])
    assert.equal(at(name, trace.events.length), undefined, name);
});
