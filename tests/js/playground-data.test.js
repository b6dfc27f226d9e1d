/** The pure parts of the data panel: files as text, roles of columns, parts of rows, the grid of an epoch. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { batchLayout, cellAt, cellsOf } from "../../www/src/panels/data/batch-layout.js";
import { Cells } from "../../www/src/panels/data/cells.js";
import { columnsInPython, keptIndexes, modelFor, roleOf, withRole } from "../../www/src/panels/data/columns.js";
import { countParts, PARTS, partsOf } from "../../www/src/panels/data/parts.js";
import { checkSize, LARGEST_FILE, ownFile } from "../../www/src/experiment/read-csv.js";

/** @param {string} name @param {object} [more] */
const column = (name, more = {}) => ({ name, kind: "number", missing: 0, isIndex: false, ...more });

/**
 * A setup of four columns, of which the first counts the rows.
 * @param {string[]} features
 * @param {string} [target]
 * @returns {any}
 */
const setup = (features, target = "Sales") => ({
  config: { features, target, split: { testSize: 0.25, seed: 1 } },
  data: {
    rows: 8,
    columns: [column("Unnamed: 0", { isIndex: true }), column("TV"), column("City", { kind: "text" }), column("Sales")],
  },
});

test("a file comes as it is, with its name: the page does not read it", () => {
  const file = Object.assign(new Blob([Uint8Array.of(0xb0, 0x0a)]), { name: "degrees.csv" });
  assert.equal(ownFile(file).text, file);
  assert.equal(ownFile(file).name, "degrees.csv");
});

test("a file past the limit is rejected by its size", () => {
  assert.throws(
    () => ownFile(/** @type {any} */ ({ size: 100e6 })),
    (/** @type {any} */ failure) =>
      failure.code === "too_large" && failure.received === "100 MB" && failure.expected === "20 MB",
  );
  assert.doesNotThrow(() => checkSize(LARGEST_FILE));
});

test("a column has one role, and the former target goes back among the features", () => {
  const now = setup(["Unnamed: 0", "TV"]);
  assert.deepEqual(
    ["TV", "City", "Sales"].map((name) => roleOf(now, name)),
    ["feature", "out", "target"],
  );
  assert.deepEqual(withRole(/** @type {any} */ ({ data: 1, task: "regression" }), now, "TV", "target"), {
    data: 1,
    target: "TV",
    features: ["Unnamed: 0", "Sales"],
  });
  assert.deepEqual(withRole(/** @type {any} */ ({}), now, "TV", "out"), { target: "Sales", features: ["Unnamed: 0"] });
});

test("a role is changed in what was asked for last, though it is not there yet", () => {
  assert.deepEqual(
    withRole(/** @type {any} */ ({ features: ["TV"] }), setup(["Unnamed: 0", "TV"]), "TV", "out").features,
    [],
  );
});

test("features stay in the order of the table, whatever order they were chosen in", () => {
  assert.deepEqual(withRole(/** @type {any} */ ({}), setup(["TV"]), "Unnamed: 0", "feature").features, [
    "Unnamed: 0",
    "TV",
  ]);
});

test("a target of text does not become a feature", () => {
  assert.deepEqual(withRole(/** @type {any} */ ({}), setup(["TV"], "City"), "Sales", "target").features, ["TV"]);
});

test("an index among the features is noticed, one that is left out is not", () => {
  assert.deepEqual(keptIndexes(setup(["Unnamed: 0", "TV"])), ["Unnamed: 0"]);
  assert.deepEqual(keptIndexes(setup(["TV"])), []);
});

test("the choice of columns is written as pandas would: what is dropped, or what stays where that is shorter", () => {
  assert.equal(columnsInPython(setup(["Unnamed: 0", "TV"])), 'x = df.drop(columns=["City", "Sales"])\ny = df["Sales"]');
  assert.equal(columnsInPython(setup(["TV"])), 'x = df[["TV"]]\ny = df["Sales"]');
});

test("a model for another problem keeps its hidden layers and takes the output that is proposed", () => {
  const former = /** @type {any} */ ({
    layers: [{ units: 7, activation: "relu", kernel: [[1]] }, { type: "Dropout", rate: 0.1 }, { units: 1 }],
    loss: "mse",
    optimizer: "sgd",
    seed: 3,
  });
  const proposed = /** @type {any} */ ({
    layers: [{ units: 10 }, { units: 3, activation: "softmax" }],
    loss: "sparse_categorical_crossentropy",
    metrics: ["accuracy"],
  });
  assert.deepEqual(modelFor(former, proposed, false), {
    layers: [
      { units: 7, activation: "relu" },
      { type: "Dropout", rate: 0.1 },
      { units: 3, activation: "softmax" },
    ],
    loss: "sparse_categorical_crossentropy",
    metrics: ["accuracy"],
    optimizer: "sgd",
    seed: 3,
  });
  assert.deepEqual(modelFor(former, proposed, true).layers.at(-1), { units: 1 });
});

test("every row is of the part that the split says, the last training rows validate", () => {
  const split = {
    ...setup(["TV"]),
    trainRows: Uint32Array.of(7, 1, 3, 0, 5, 2),
    testRows: Uint32Array.of(4, 6),
    validationRows: 2,
  };
  assert.deepEqual(
    Array.from(partsOf(split), (part) => PARTS[part]),
    ["train", "train", "validation", "train", "test", "validation", "test", "train"],
  );
  assert.deepEqual(countParts(partsOf(split)), { none: 0, train: 4, validation: 2, test: 2, both: 0 });
  const whole = Uint32Array.from({ length: 8 }, (_, row) => row);
  assert.equal(
    countParts(
      partsOf({
        ...split,
        config: /** @type {any} */ ({ split: null }),
        trainRows: whole,
        testRows: whole,
        validationRows: 0,
      }),
    ).both,
    8,
  );
});

/**
 * Whether no two cells of a layout overlap and none sticks out.
 * @param {ReturnType<typeof batchLayout>} layout
 * @param {number} width
 */
function isSound(layout, width) {
  const seen = new Set();
  for (let cell = 0; cell < layout.count; cell++) {
    const { x, y } = layout.place(cell);
    assert.ok(
      x >= 0 && x + layout.size <= width && y >= 0 && y + layout.size <= layout.height,
      `cell ${cell} at ${x}, ${y}`,
    );
    assert.ok(!seen.has(`${x},${y}`));
    seen.add(`${x},${y}`);
    assert.equal(cellAt(layout, x + 1, y + 1), cell);
  }
}

for (const [rows, batchSize, width] of [
  [140, 5, 1100],
  [140, 32, 330],
  [140, 140, 330],
  [1000, 100, 640],
  [3, 1, 330],
  [7, 1000, 330],
]) {
  test(`${rows} rows in batches of ${batchSize} are all cells, within ${width} px`, () => {
    const layout = batchLayout(rows, batchSize, width, 260);
    assert.equal(layout.cell, "row");
    assert.equal(layout.count, rows);
    isSound(layout, width);
  });
}

test("the short last batch has its few cells", () => {
  const layout = batchLayout(140, 32, 640, 260);
  assert.deepEqual(cellsOf(layout, 3), [96, 128]);
  assert.deepEqual(cellsOf(layout, 4), [128, 140]);
});

test("rows beyond counting are batches as cells, and more batches still several a cell", () => {
  const batches = batchLayout(200_000, 1000, 640, 260);
  assert.deepEqual([batches.cell, batches.count, cellsOf(batches, 7)], ["batch", 200, [7, 8]]);
  isSound(batches, 640);
  const many = batchLayout(200_000, 1, 330, 260);
  assert.equal(many.cell, "batches");
  assert.equal(many.count, Math.ceil(200_000 / many.per));
  assert.ok(many.count <= 5000 && many.height <= 260);
  assert.deepEqual(cellsOf(many, 199_999), [many.count - 1, many.count]);
  isSound(many, 330);
});

test("cells are asked for where the reader looks, one piece at a time, and never twice", async () => {
  /** @type {[number, number][]} */
  const asked = [];
  const data = { source: "advertising" };
  const lab = /** @type {any} */ ({
    config: { data },
    ask: async (/** @type {string} */ _, /** @type {number} */ start, /** @type {number} */ count) => {
      asked.push([start, count]);
      return Array.from({ length: count }, (_, i) => [String(start + i)]);
    },
  });
  const arrival = later();
  const cells = new Cells(lab, 1, () => arrival.resolve(undefined));
  cells.want(190, 195);
  assert.equal(cells.row(190), undefined);
  await arrival.promise;
  assert.deepEqual(cells.row(190), ["190"]);
  cells.want(180, 199);
  assert.deepEqual(asked, [[0, 200]]);
  // Other data meanwhile: what comes is not of this table.
  cells.want(400, 410);
  lab.config = { data: { source: "xor" } };
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(cells.row(400), undefined);
});

function later() {
  /** @type {(value: unknown) => void} */
  let resolve = () => {};
  const promise = new Promise((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
