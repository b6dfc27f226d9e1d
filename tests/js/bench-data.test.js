/** What the data of the bench is drawn from: pictures of points, and stops of sliders. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { withStop } from "../../www/src/bench/slider.js";
import { dotsOf } from "../../www/src/bench/thumbnails.js";

test("a value between the stops of a slider is a stop of its own, in its place", () => {
  assert.deepEqual(withStop([1, 2, 5], 3), [1, 2, 3, 5]);
  assert.deepEqual(withStop([1, 2, 5], 2), [1, 2, 5]);
  assert.deepEqual(withStop([1, 2, 5], 9), [1, 2, 5, 9]);
});

test("a picture of XOR has its points in the four corners, each with the mark of its class", () => {
  const dots = dotsOf({ numbers: [0, 0, 0, 0, 1, 1, 1, 0, 1, 1, 1, 0], columns: 3, classes: 2, dot: 2 });
  assert.deepEqual(dots, [
    { color: "negative", isRound: false, width: 2, path: "M5.0 35.0h0M35.0 5.0h0" },
    { color: "positive", isRound: true, width: 2, path: "M5.0 5.0h0M35.0 35.0h0" },
  ]);
});

test("two features stand on one scale, and a target on its own", () => {
  const [low, high] = dotsOf({ numbers: [0, 0, -1, 10, 5, 1], columns: 3, classes: 0, dot: 2 });
  assert.deepEqual([low.path, high.path], ["M5.0 35.0h0", "M35.0 20.0h0"]);
  assert.equal(dotsOf({ numbers: [0, 0, 10, 5], columns: 2, classes: 0, dot: 2 })[0].path, "M5.0 35.0h0M35.0 5.0h0");
});

test("three classes are three marks", () => {
  const dots = dotsOf({ numbers: [0, 0, 0, 1, 1, 1, 2, 2, 2], columns: 3, classes: 3, dot: 2 });
  assert.deepEqual(
    dots.map(({ color, path }) => [color, path.split("M").length - 1]),
    [
      ["accent", 1],
      ["warning", 1],
      ["update", 1],
    ],
  );
});
