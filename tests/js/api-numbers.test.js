/** Numbers as programs have them: nested arrays, any typed array or a flat list, wherever rows are taken. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import start, { Dataset, Experiment, Scaler, Sequential, Table } from "../../www/pkg-full/glassnet.js";

await start({ module_or_path: readFileSync("www/pkg-full/glassnet_bg.wasm") });

const FLAT = [1, 2, 3, 4, 5, 6];
const TARGETS = [[1], [0], [1]];

/** The same three rows of two integers in every form. */
const FORMS = [
  [
    [1, 2],
    [3, 4],
    [5, 6],
  ],
  FLAT,
  [[1, 2], new Float64Array([3, 4]), Uint8Array.of(5, 6)],
  ...[
    Float32Array,
    Float64Array,
    Int8Array,
    Int16Array,
    Int32Array,
    Uint8Array,
    Uint8ClampedArray,
    Uint16Array,
    Uint32Array,
  ].map((Type) => Type.from(FLAT)),
];

function model() {
  const made = new Sequential({ inputs: 2, layers: [{ units: 3, activation: "tanh" }, { units: 1 }], seed: 4 });
  made.compile({ loss: "mse", optimizer: "adam" });
  return made;
}

test("every form of the same rows predicts, trains and evaluates to the same bits", () => {
  const results = FORMS.map((rows) => {
    const made = model();
    const loss = made.trainOnBatch(rows, TARGETS);
    const losses = made.trainSteps(rows, new Int8Array([1, 0, 1]), 3);
    const history = made.fit(rows, [1, 0, 1], { epochs: 2, validationData: [rows, TARGETS] });
    return [loss, losses, history, made.evaluate(rows, TARGETS), made.predict(rows), made.hints(rows, TARGETS)];
  });
  for (const result of results) assert.deepEqual(result, results[0]);
});

test("a column of a table is fitted as it comes", () => {
  const table = new Table({ x: Int16Array.of(1, 2, 3, 4), y: [2.5, 4.5, 6.5, 8.5] });
  const made = new Sequential({ inputs: 1, layers: [{ units: 1 }] });
  const [x, y] = ["x", "y"].map((name) => /** @type {Float64Array} */ (table.column(name)));
  assert.ok(x instanceof Float64Array);
  const history = made.fit(x, y, { epochs: 3 });
  assert.ok(history.history.loss[2] < history.history.loss[0]);
});

test("nested arrays tell a data set its rows and a scaler its columns", () => {
  const nested = Dataset.fromTensorSlices(
    [
      [1, 2],
      [3, 4],
      [5, 6],
    ],
    TARGETS,
  ).batch(2);
  const flat = Dataset.fromTensorSlices(FLAT, [1, 0, 1], 3).batch(2);
  assert.deepEqual(nested.gather([2, 0]), flat.gather([2, 0]));
  assert.deepEqual(
    nested.gather([1]).map((part) => [...part]),
    [[3, 4], [0]],
  );
  const scaler = Scaler.fit("min_max", [
    [1, 10],
    [3, 30],
  ]);
  assert.deepEqual([...scaler.transform([[2, 30]])], [0.5, 1]);
  assert.deepEqual([...scaler.inverse(new Float64Array([0.5, 1]))], [2, 30]);
});

test("rows of another width are rejected with what was expected and received", () => {
  const rejected = (/** @type {() => unknown} */ run, /** @type {string} */ message) =>
    assert.throws(run, { name: "Error", code: "shape", message });
  const made = model();
  // Six numbers would be three rows of two, too.
  const wide = [
    [1, 2, 3],
    [4, 5, 6],
  ];
  rejected(() => made.predict(wide), "inputs: expected rows of 2 numbers, received rows of 3");
  rejected(
    () =>
      made.fit(FORMS[0], [
        [1, 0],
        [1, 0],
        [1, 0],
      ]),
    "targets: expected rows of 1 number, received rows of 2",
  );
  rejected(() => made.predict([[1, 2], [3]]), "inputs[1]: expected 2 numbers as in the first row, received 1");
  rejected(() => made.predict([]), "inputs: expected rows of 2 numbers, received 0 numbers");
  rejected(() => made.predict([[]]), "inputs: expected rows of 2 numbers, received rows of 0");
  rejected(
    () =>
      made.fit(FORMS[0], TARGETS, {
        validationData: [
          [[1, 2], [3]],
          [1, 0],
        ],
      }),
    "validationData[0][1]: expected 2 numbers as in the first row, received 1",
  );
  rejected(
    () => Dataset.fromTensorSlices(FLAT, [1, 0, 1]),
    "rows: expected their count beside flat numbers, received nothing",
  );
  rejected(() => Dataset.fromTensorSlices(wide, TARGETS), "targets: expected 2 rows, received 3");
  rejected(() => Dataset.fromTensorSlices(wide, [1, 0, 1], 3), "features: expected 3 rows, received 2");
  rejected(() => Scaler.fit("standard", FLAT), "columns: expected their count beside flat numbers, received nothing");
  rejected(() => Scaler.fit("standard", wide, 2), "features: expected rows of 2 numbers, received rows of 3");
  const experiment = new Experiment(new Table({ a: [1, 2, 3, 4, 5], b: [2, 3, 4, 5, 6], y: [1, 2, 3, 4, 5] }));
  assert.equal(experiment.predict([[1, 2]]).length, 1);
  rejected(() => experiment.predict([[1], [2]]), "values: expected 1 row, received 2");
});

test("what is no array of numbers is rejected by its path", () => {
  const made = model();
  const rejected = (/** @type {any} */ rows, /** @type {string} */ message) =>
    assert.throws(() => made.predict(rows), { name: "Error", message });
  const expected = "inputs: expected nested arrays, a typed array or an array of numbers, received";
  rejected("1, 2", `${expected} the text "1, 2"`);
  rejected(undefined, `${expected} nothing`);
  rejected(new DataView(new ArrayBuffer(8)), `${expected} an object`);
  rejected(BigInt64Array.of(1n, 2n), `${expected} an object`);
  rejected([1, null], "inputs[1]: expected a number, received nothing");
  rejected([[1, "2"]], 'inputs[0][1]: expected a number, received the text "2"');
  rejected([[1, 2], 3], "inputs[1]: expected a list, received 3");
  rejected([1, [2]], "inputs[1]: expected a number, received a list of 1");
  rejected([[[1, 2]]], "inputs[0][0]: expected a number, received a list of 2");
});
