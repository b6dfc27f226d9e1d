/** A handle that was freed says so, whatever its class. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import start, * as engine from "../../www/pkg-full/glassnet.js";

await start({ module_or_path: readFileSync("www/pkg-full/glassnet_bg.wasm") });

const X = [[0], [1], [2], [3]];
const model = () => new engine.Sequential({ inputs: 1, layers: [{ units: 1 }] });
const experiment = { data: { source: "plane", rows: 40 } };

/** A handle of each class of the engine. */
const HANDLES = {
  Sequential: model,
  Layer: () => model().layers[0],
  Dataset: () => engine.Dataset.fromTensorSlices(X, X),
  Table: () => engine.advertising(),
  FileBytes: () => new engine.FileBytes(1),
  Scaler: () => engine.Scaler.fit("standard", X),
  NumpyRandom: () => new engine.NumpyRandom(1),
  Experiment: () => new engine.Experiment(/** @type {any} */ (experiment)),
  Comparison: () => new engine.Comparison(/** @type {any} */ (experiment), [{ label: "a", batchSize: 5 }], 1),
  WorkedExample: () => new engine.WorkedExample(engine.tutorialExample()),
};

const freed = (/** @type {string} */ what) => ({
  name: "Error",
  code: "freed",
  what,
  message: `${what}: expected a handle that was not freed, received one that was`,
});

test("a handle is made of each class that the engine has", () => {
  const classes = Object.entries(engine).filter(([, made]) => "free" in /** @type {any} */ (made.prototype ?? {}));
  assert.deepEqual(Object.keys(HANDLES).sort(), classes.map(([name]) => name).sort());
});

for (const [name, make] of Object.entries(HANDLES))
  test(`every method and getter of a freed ${name} throws an error with a code`, () => {
    const handle = make();
    const prototype = Object.getPrototypeOf(handle);
    handle.free();
    const own = Object.getOwnPropertyDescriptors(prototype);
    const members = Object.entries(own).filter(([member]) => !/^(constructor|free|__destroy.*)$/.test(member));
    assert.ok(members.length > 0);
    for (const [, { get, value }] of members) assert.throws(() => (get ?? value).call(handle, "1"), freed(name));
  });

test("a freed handle may be freed again, as at the end of a using declaration", () => {
  const made = model();
  made.free();
  made.free();
  const { dispose } = /** @type {{ dispose?: symbol }} */ (Symbol);
  if (dispose) /** @type {any} */ (made)[dispose]();
  assert.throws(() => made.predict(X), freed("Sequential"));
});

test("a freed handle as an argument throws the same error", () => {
  const rows = /** @type {engine.Dataset} */ (HANDLES.Dataset());
  rows.free();
  assert.throws(() => model().fit(rows), freed("Dataset"));
});

test("a model that others hold is freed for its own handle alone", () => {
  const [first, second] = [model(), model()];
  first.free();
  assert.deepEqual([...second.predict(X)].length, 4);
});
