/** What the results panel works out by itself: classes, typed values, what of a long list is in view, when to look. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { classOf, diagonal, outputNames, windowOf } from "../../www/src/panels/results/classes.js";
import { isOutside, numbersOf, sliderStep, textsOfRow } from "../../www/src/panels/results/values.js";
import { Poller } from "../../www/src/panels/results/poller.js";
import { markPath, SHAPES } from "../../www/src/charts/marks.js";
import { signedCells, classCells } from "../../www/src/charts/surface-colors.js";

test("one output speaks for the second class above one half, several for the largest", () => {
  assert.deepEqual([[0.5], [0.51], [0.2, 0.7, 0.1], [0.4, 0.4, 0.2]].map(classOf), [0, 1, 1, 0]);
});

test("outputs are called by their classes; a single one by the second", () => {
  const setup = /** @type {any} */ ({ classes: ["no", "yes"] });
  assert.deepEqual(outputNames(setup, 1), ["yes"]);
  assert.deepEqual(outputNames(setup, 2), ["no", "yes"]);
});

test("what lies on the diagonal of a confusion matrix is right", () => {
  assert.deepEqual(diagonal([5, 1, 0, 2, 6, 1, 0, 0, 7], 3), { right: 18, all: 22 });
});

test("of a long list the lines in view are drawn, with some to spare", () => {
  assert.deepEqual(windowOf({ top: 0, height: 320, line: 32, count: 100_000 }), { first: 0, last: 18 });
  assert.deepEqual(windowOf({ top: 32_000, height: 320, line: 32, count: 100_000 }), { first: 992, last: 1018 });
  assert.deepEqual(windowOf({ top: 9_999_999, height: 320, line: 32, count: 3 }), { first: 2, last: 3 });
});

test("typed values are numbers, or there is nothing to predict", () => {
  assert.deepEqual(numbersOf(["1,5", "−2", "1e-3"]), [1.5, -2, 0.001]);
  assert.equal(numbersOf(["1", "two"]), undefined);
  assert.equal(numbersOf(["1", ""]), undefined);
});

const column = (/** @type {object} */ part) =>
  /** @type {any} */ ({ name: "TV", kind: "number", missing: 0, isIndex: false, min: 0.7, max: 296.4, ...part });

test("a value outside of the data is told, one at its edge is not", () => {
  assert.deepEqual(
    [0.7, 296.4, 150, 0.69, 300].map((value) => isOutside(column({}), value)),
    [false, false, false, true, true],
  );
  assert.equal(isOutside(column({ min: undefined, max: undefined }), 1e9), false);
  assert.equal(sliderStep(column({})), 1);
  assert.equal(sliderStep(column({ min: -1, max: 1 })), 0.01);
  assert.equal(sliderStep(column({ kind: "integer", min: 0, max: 10_000 })), 1);
});

test("the cells of a row become feature values in the order of the features", () => {
  const setup = /** @type {any} */ ({
    config: { features: ["b", "a"] },
    data: { columns: [{ name: "a" }, { name: "y" }, { name: "b" }] },
  });
  assert.deepEqual(textsOfRow(setup, ["1", "2", "3"]), ["3", "1"]);
  assert.equal(textsOfRow(setup, ["1", "2", null]), undefined);
  const truths = /** @type {any} */ ({
    config: { features: ["smoker"] },
    data: { columns: [{ name: "smoker", kind: "truth" }], reading: { trueValues: ["True", "TRUE"] } },
  });
  assert.deepEqual(
    ["TRUE", " True", "False"].map((cell) => textsOfRow(truths, [cell])),
    [["1"], ["1"], ["0"]],
  );
});

test("the next look waits several times as long as the last one took", async () => {
  let [time, looks] = [0, 0];
  const poller = new Poller(
    async () => {
      looks++;
      time += 50;
    },
    () => time,
  );
  await poller.whenDue();
  assert.equal(poller.whenDue(), undefined, "too early");
  time = 50 + 4 * 50 - 1;
  assert.equal(poller.whenDue(), undefined, "still too early");
  time++;
  await poller.whenDue();
  assert.equal(looks, 2);
});

test("only one look is under way; what must be seen follows it once", async () => {
  let looks = 0;
  /** @type {(() => void)[]} */
  const ends = [];
  const poller = new Poller(
    () =>
      new Promise((resolve) => {
        looks++;
        ends.push(() => resolve());
      }),
    () => 0,
  );
  const first = poller.atOnce();
  assert.equal(poller.whenDue(), undefined);
  poller.atOnce();
  poller.atOnce();
  assert.equal(looks, 1);
  ends[0]();
  await Promise.resolve().then(() => {});
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(looks, 2);
  ends[1]();
  await first;
  assert.equal(looks, 2);
});

test("a look that fails does not end all looks", async () => {
  let looks = 0;
  const poller = new Poller(
    async () => {
      if (++looks === 1) throw new Error("once");
    },
    () => 0,
  );
  await assert.rejects(async () => poller.atOnce());
  await poller.atOnce();
  assert.equal(looks, 2);
});

test("every shape is a closed path of its own", () => {
  const paths = SHAPES.map((shape) => markPath(shape, 5));
  assert.equal(new Set(paths).size, SHAPES.length);
  for (const path of paths) assert.match(path, /^M.*Z$/);
});

const TOKENS = {
  surface: "#ffffff",
  positive: "#0000ff",
  negative: "#ff0000",
  accent: "#0000ff",
  warning: "#ff0000",
  update: "#00ff00",
};
/** @param {number} color */
const bytes = (color) => [color & 255, (color >> 8) & 255, (color >> 16) & 255, color >>> 24];

test("colours of a surface: the ground at the middle, the sign on either side, nothing where there is no value", () => {
  const cells = signedCells(TOKENS, [0, 1, -1, NaN, 0.5]);
  assert.deepEqual(bytes(cells(0)), [255, 255, 255, 255]);
  assert.ok(bytes(cells(1))[0] < 120 && bytes(cells(1))[2] === 255);
  assert.ok(bytes(cells(2))[2] < 120 && bytes(cells(2))[0] === 255);
  assert.equal(cells(3), 0);
  const half = signedCells(TOKENS, [0.5, 1, 0], { middle: 0.5, reach: 0.5 });
  assert.deepEqual(bytes(half(0)), [255, 255, 255, 255]);
  assert.deepEqual(bytes(half(1)), bytes(cells(1)));
});

test("colours of classes: the likely one, stronger the surer", () => {
  const cells = classCells(TOKENS, [
    [1, 0.4],
    [0, 0.35],
    [0, 0.25],
  ]);
  const [sure, torn] = [bytes(cells(0)), bytes(cells(1))];
  assert.ok(sure[2] === 255 && torn[2] === 255, "the first class is blue");
  assert.ok(sure[0] < torn[0]);
});
