/** What a line chart of the playground is told. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { extentOf } from "../../www/src/playground/charts/extent.js";
import { isCounted } from "../../www/src/playground/charts/line-options.js";
import { bestOf } from "../../www/src/playground/panels/train/curves.js";

/** @param {number[]} x */
const line = (x) => ({ label: "", x, y: x, color: "loss" });

test("epochs are counted, and what a feature holds is measured", () => {
  assert.ok(isCounted([line([1, 2, 3]), line([0, 28, 56])]));
  assert.ok(!isCounted([line([1, 2]), line([-0.96, 0.9])]));
});

test("numbers reach from the least that is finite to the greatest, and none reach nowhere", () => {
  assert.deepEqual(extentOf([3, NaN, -1, Infinity, 2]), [-1, 3]);
  assert.deepEqual(extentOf(Float32Array.of(4)), [4, 4]);
  assert.equal(extentOf([]), undefined);
  assert.equal(extentOf([NaN, -Infinity]), undefined);
});

test("the best of a metric is the least loss or the greatest accuracy; nothing is the best of nothing", () => {
  assert.equal(bestOf([3, 1, NaN, 2], false), 1);
  assert.equal(bestOf([0.2, 0.9, 0.5], true), 0.9);
  assert.equal(bestOf([NaN, Infinity], false), undefined);
  assert.equal(bestOf([], true), undefined);
});
