/** What a line chart of the playground is told. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { extentOf } from "../../www/src/charts/extent.js";
import { isCounted } from "../../www/src/charts/line-options.js";
import { lineChartSvg } from "../../www/src/charts/line-svg.js";
import { bestOf } from "../../www/src/panels/train/curves.js";

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

test("the last number below a saved curve has room for half of it", () => {
  const svg = lineChartSvg({
    series: [{ label: "loss", color: "loss", x: [1, 10_000], y: [1, 0] }],
    log: false,
    xLabel: "",
    yLabel: "",
    heading: "",
    width: 640,
    height: 240,
    tokens: { font: "sans-serif" },
  });
  const [, at] = /x="([\d.]+)" y="[\d.]+">10000</.exec(svg) ?? [];
  // Five digits of 12 px are some 35 px wide.
  assert.ok(Number(at) <= 640 - 18, String(at));
});
