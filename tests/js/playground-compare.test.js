/** What the comparison panel works out by itself: runs, readings, levels, and how runs are driven. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { bandOf, between, isoline, levelsOf } from "../../www/src/charts/contour-levels.js";
import { Race } from "../../www/src/panels/compare/race.js";
import { activeLayers } from "../../www/src/experiment/layers.js";
import { allDivergedAtOnce, endOf, sideBySide, weightNames } from "../../www/src/panels/compare/reading.js";
import {
  faults,
  fourOptimizers,
  freeKey,
  isUneven,
  runConfig,
  runOf,
  threeWays,
} from "../../www/src/panels/compare/runs.js";

test("the three ways take all rows, one row and some", () => {
  assert.deepEqual(
    threeWays(5, "0.003").map((run) => runConfig(run, run.way)),
    [
      { label: "batch", batchSize: "all", optimizer: { name: "sgd", learningRate: 0.003 } },
      { label: "stochastic", batchSize: 1, optimizer: { name: "sgd", learningRate: 0.003 } },
      { label: "mini", batchSize: 5, optimizer: { name: "sgd", learningRate: 0.003 } },
    ],
  );
});

test("four optimizers take the same batches", () => {
  const configs = fourOptimizers(10, "0.01").map((run) => runConfig(run, run.optimizer));
  assert.deepEqual(
    configs.map(({ batchSize }) => batchSize),
    [10, 10, 10, 10],
  );
  assert.deepEqual(configs[1], {
    label: "momentum",
    batchSize: 10,
    optimizer: { name: "sgd", momentum: 0.9, learningRate: 0.01 },
  });
});

test("a run that is removed leaves its line to the next that comes", () => {
  const runs = threeWays(5, "0.01");
  assert.equal(freeKey(runs), 3);
  assert.equal(freeKey(runs.filter(({ key }) => key !== 1)), 1);
});

test("fields that are no numbers, and numbers that cannot be, are found before they cross", () => {
  assert.deepEqual(faults(runOf(0, {})), []);
  for (const size of ["", "0", "-1", "2.5", "셋"]) assert.deepEqual(faults(runOf(0, { size })), ["size"], size);
  assert.deepEqual(faults(runOf(0, { way: "batch", size: "셋" })), [], "all rows need no size");
  for (const rate of ["", "0", "-0.1", "빠르게"]) assert.deepEqual(faults(runOf(0, { rate })), ["rate"], rate);
});

test("features of one small size need no scale, large and uneven ones do", () => {
  assert.equal(
    isUneven([
      { min: -1.2, max: 1 },
      { min: -0.9, max: 1.1 },
    ]),
    false,
  );
  assert.equal(
    isUneven([
      { min: 0, max: 300 },
      { min: 0, max: 250 },
    ]),
    true,
  );
  assert.equal(
    isUneven([
      { min: 0, max: 1 },
      { min: 0, max: 0.01 },
    ]),
    true,
  );
});

/** @param {Partial<import("../../www/src/panels/compare/reading.js").Curve>} part */
const curve = (part) => ({
  label: "",
  updates: new Uint32Array([0, 1, 2]),
  rowsSeen: new Uint32Array([0, 100, 200]),
  epochs: new Float32Array([0, 1, 2]),
  loss: new Float32Array([8, 4, 2]),
  diverged: false,
  ...part,
});

test("runs are read at the furthest place that all have reached", () => {
  const slow = curve({ label: "slow" });
  const fast = curve({
    label: "fast",
    updates: new Uint32Array([0, 10, 30]),
    rowsSeen: new Uint32Array([0, 60, 180]),
    loss: new Float32Array([8, 5, 1]),
  });
  const byRows = sideBySide([slow, fast], "rowsSeen");
  assert.equal(byRows?.most, 180);
  assert.deepEqual(
    byRows.points.map(({ label, x, loss }) => [label, x, loss]),
    [
      ["fast", 180, 1],
      ["slow", 100, 4],
    ],
  );
  const byUpdates = sideBySide([slow, fast], "updates");
  assert.equal(byUpdates?.most, 2);
  assert.deepEqual(
    byUpdates.points.map(({ label, x, loss }) => [label, x, loss]),
    [
      ["slow", 2, 2],
      ["fast", 0, 8],
    ],
  );
});

test("a run that diverged is not read beside the others, and one run alone is beside none", () => {
  const [calm, wild] = [curve({ label: "calm" }), curve({ label: "wild", diverged: true })];
  assert.equal(sideBySide([calm, wild], "updates"), undefined);
  assert.equal(
    sideBySide([curve({ updates: new Uint32Array([0]), loss: new Float32Array([8]) }), calm], "updates"),
    undefined,
  );
  assert.equal(endOf(calm).loss, 2);
});

test("weights are named in the order of the engine, as Keras calls their tensors", () => {
  const kernel = (/** @type {number[]} */ ...shape) => ({ name: "kernel", shape, trainable: true });
  const layers = [
    {
      name: "dense",
      kind: "Dense",
      units: 2,
      parameters: 8,
      weights: [kernel(3, 2), { name: "bias", shape: [2], trainable: true }],
    },
    { name: "dropout", kind: "Dropout", units: 2, parameters: 0, weights: [] },
    { name: "dense_1", kind: "Dense", units: 1, parameters: 2, weights: [kernel(2, 1)] },
  ];
  const tensors = weightNames(activeLayers(/** @type {any} */ ({ layers, shapes: { xTrain: [9, 3] } })));
  assert.deepEqual(
    tensors.map(({ tensor, places }) => [tensor, places.length]),
    [
      ["dense.kernel", 6],
      ["dense.bias", 2],
      ["dense_1.kernel", 2],
    ],
  );
  const all = tensors.flatMap(({ places }) => places);
  assert.deepEqual(
    all.map(({ at }) => at),
    [...Array(10).keys()],
  );
  assert.equal(all[4].name, "dense.kernel[2, 0]");
  assert.equal(all[9].name, "dense_1.kernel[1, 0]");
});

test("levels lie close together near the lowest value", () => {
  const { low, high, levels } = levelsOf([2, 402, NaN, 100], 10);
  assert.deepEqual([low, high, levels.length], [2, 402, 9]);
  const steps = [low, ...levels, high].map((value, i, all) => value - (all[i - 1] ?? value)).slice(1);
  steps.slice(1).forEach((step, i) => assert.ok(step > steps[i]));
  assert.deepEqual([bandOf(levels, 2), bandOf(levels, levels[0]), bandOf(levels, 402)], [0, 1, 9]);
  assert.deepEqual(levelsOf([3, 3], 10).levels, []);
});

test("a line of a level runs where the values cross it", () => {
  // The value is the column: the line of 0.5 is upright, half way through the first column of cells.
  const values = [0, 1, 2, 0, 1, 2, 0, 1, 2];
  assert.deepEqual(isoline(values, 3, 0.5), [
    [0.5, 0, 0.5, 1],
    [0.5, 1, 0.5, 2],
  ]);
  assert.equal(between(values, 3, 1.25, 0.5), 1.25);
  assert.equal(between(values, 3, 2, 2), 2);
  assert.deepEqual(isoline([0, NaN, 2, NaN], 2, 1), [], "no line where there is no value");
});

test("all diverged at once only where there are runs, and none of them left a line", () => {
  const lost = curve({ diverged: true, loss: new Float32Array([8, Infinity]) });
  assert.equal(allDivergedAtOnce([]), false);
  assert.equal(allDivergedAtOnce([lost, lost]), true);
  assert.equal(allDivergedAtOnce([lost, curve({})]), false);
  assert.equal(allDivergedAtOnce([lost, curve({ diverged: true })]), false, "a line of it can be seen");
});

// A replay asks the page for frames: here none comes.
Object.assign(globalThis, { requestAnimationFrame: () => 1, cancelAnimationFrame: () => {} });

/** A lab whose comparison takes so many slices. @param {number} slices */
function fakeLab(slices) {
  const asked = /** @type {string[]} */ ([]);
  const lab = Object.assign(new EventTarget(), {
    isResting: false,
    engine: { onPage: false },
    compare: async () => ({
      runFor: async () => (asked.push("run"), { done: --slices <= 0, progress: 1 / Math.max(slices + 1, 1) }),
      curves: async () => [curve({})],
      contour: async (/** @type {any} */ options) => (
        asked.push(`contour ${options.weights ?? "main"}`),
        { size: options.size }
      ),
      free: () => asked.push("free"),
    }),
  });
  return { lab: /** @type {any} */ (lab), asked };
}

test("runs are driven to their end, with curves and a contour", async () => {
  const { lab, asked } = fakeLab(5);
  const race = new Race(() => {});
  await race.start(lab, /** @type {any} */ ({}), [], 3);
  assert.equal(asked.filter((what) => what === "run").length, 5);
  assert.deepEqual([race.isRunning, race.isStopped, race.curves.length], [false, false, 1]);
  assert.deepEqual([asked.at(-1), asked.filter((what) => what.startsWith("contour")).length], ["contour main", 1]);
  await race.setWeights([3, 4]);
  assert.equal(asked.at(-1), "contour 3,4");
  race.clear();
  assert.equal(asked.at(-1), "free");
  assert.deepEqual([race.curves, race.contour], [[], undefined]);
});

test("stopping keeps what was seen, and no slice follows", async () => {
  const { lab, asked } = fakeLab(Infinity);
  let changes = 0;
  const race = new Race(() => {
    if (++changes === 3) race.stop();
  });
  await race.start(lab, /** @type {any} */ ({}), [], 3);
  const runs = asked.filter((what) => what === "run").length;
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(asked.filter((what) => what === "run").length, runs);
  assert.deepEqual([race.isRunning, race.isStopped, race.curves.length], [false, true, 1]);
});

test("a validation error is kept, and the former comparison stays", async () => {
  const { lab } = fakeLab(1);
  const race = new Race(() => {});
  await race.start(lab, /** @type {any} */ ({}), [], 3);
  lab.compare = async () => {
    throw new Error("rejected");
  };
  await race.start(lab, /** @type {any} */ ({}), [], 3);
  assert.equal(/** @type {any} */ (race.failure).message, "rejected");
  assert.equal(race.curves.length, 1);
  assert.equal(race.isRunning, false);
});

test("a model without a plane is compared to its end, and the validation error is told", async () => {
  const { lab, asked } = fakeLab(5);
  const made = await lab.compare();
  lab.compare = async () => ({
    ...made,
    contour: async () => {
      throw new Error("one weight");
    },
  });
  const race = new Race(() => {});
  await race.start(lab, /** @type {any} */ ({}), [], 3);
  assert.equal(asked.filter((what) => what === "run").length, 5);
  assert.deepEqual(
    [race.isRunning, race.curves.length, race.contour, /** @type {any} */ (race.failure).message],
    [false, 1, undefined, "one weight"],
  );
});

test("where nobody styles no run goes on", async () => {
  const { lab, asked } = fakeLab(2);
  lab.isResting = true;
  const race = new Race(() => {});
  const over = race.start(lab, /** @type {any} */ ({}), [], 3);
  await new Promise((resolve) => setImmediate(resolve));
  assert.deepEqual(asked, []);
  lab.isResting = false;
  lab.dispatchEvent(new Event("rest"));
  await over;
  assert.equal(asked.filter((what) => what === "run").length, 2);
});
