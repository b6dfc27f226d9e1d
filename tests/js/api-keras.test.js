/**
 * Weights of rows, callbacks, learning rates that are functions, small programs and metrics with settings, beside what
 * real Keras recorded (`tests/fixtures/record/api_cases.py`).
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import start, { Sequential } from "../../www/pkg-full/glassnet.js";

await start({ module_or_path: readFileSync("www/pkg-full/glassnet_bg.wasm") });

/** Relative to the largest number that is expected; single precision has 1.2e-7. */
const TOLERANCE = 2e-5;

/** The functions that the cases name. @type {Record<string, (...numbers: number[]) => number>} */
const FUNCTIONS = {
  halve: (epoch, rate) => (epoch < 2 ? rate : rate * 0.5),
  inverseRoot: (iteration) => 0.2 / Math.sqrt(1 + iteration),
  warmup: (iteration) => 0.01 * Math.min(iteration, 5),
};

const { cases } = JSON.parse(readFileSync("tests/fixtures/keras-api.json", "utf8"), (name, value) =>
  ["schedule", "learningRate"].includes(name) ? (FUNCTIONS[value] ?? value) : value,
);

/** @param {any} value @returns {number[]} */
const flat = (value) => (Array.isArray(value) ? value.flatMap(flat) : [Number(value === "inf" ? Infinity : value)]);

/** @param {string} what @param {any} received @param {any} expected */
function compare(what, received, expected) {
  const [got, wanted] = [flat(received), flat(expected)];
  assert.equal(got.length, wanted.length, what);
  const scale = Math.max(...wanted.filter(Number.isFinite).map(Math.abs), 1e-12);
  wanted.forEach((number, at) => {
    const isSame = Object.is(number, got[at]) || Math.abs(number - got[at]) <= TOLERANCE * scale;
    assert.ok(isSame, `${what}[${at}]: expected ${number}, received ${got[at]}`);
  });
}

/** @param {any} recorded */
function modelOf({ weights, ...model }) {
  const made = new Sequential(model);
  made.setWeights(weights);
  return made;
}

for (const { name, model, x, y, fit, expected } of cases)
  test(`as in Keras: ${name}`, () => {
    const made = modelOf(model);
    const history = made.fit(x, y, { shuffle: false, ...fit });
    assert.deepEqual(history.epoch, expected.epochs);
    assert.deepEqual(Object.keys(history.history).sort(), Object.keys(expected.history).sort());
    for (const [key, values] of Object.entries(expected.history)) compare(key, history.history[key], values);
    compare("weights", made.getWeights(), expected.weights);
    const scores = made.evaluate(x, y);
    for (const [key, value] of Object.entries(expected.evaluate)) compare(`evaluate.${key}`, scores[key], value);
    compare("predict", [...made.predict(x)], expected.predict);
  });

const weighted = cases.filter((/** @type {any} */ { expected }) => expected.batch);

for (const { name, model, x, y, fit, expected } of weighted)
  test(`one batch as in Keras: ${name}`, () => {
    const made = modelOf(model);
    const { sampleWeight, classWeight } = fit;
    const { evaluate, testOnBatch, trainOnBatch, weights } = expected.batch;
    for (const [key, value] of Object.entries(evaluate ?? {})) {
      compare(`evaluate.${key}`, made.evaluate(x, y, { sampleWeight })[key], value);
      compare(`testOnBatch.${key}`, made.testOnBatch(x, y, { sampleWeight })[key], testOnBatch[key]);
    }
    const loss = made.trainOnBatch(x, y, sampleWeight ? { sampleWeight } : { classWeight });
    compare("trainOnBatch", loss, trainOnBatch);
    compare("weights", made.getWeights(), weights);
  });

test("both kinds of weights are among the recorded cases, for one batch too", () => {
  assert.deepEqual(
    ["classWeight", "sampleWeight"].map((kind) => weighted.some((/** @type {any} */ { fit }) => kind in fit)),
    [true, true],
  );
});
