/** What a line chart of the playground is told. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { extentOf } from "../../www/src/charts/extent.js";
import { isCounted, lastUpTo, lineChart, logTicks, nearest, sharedX } from "../../www/src/charts/line-axes.js";
import { pointsOf, ticks } from "../../www/src/charts/line-layout.js";
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

test("ticks are round numbers, and steps of what is counted are integers", () => {
  assert.deepEqual(ticks(0, 10, 5), [0, 2, 4, 6, 8, 10]);
  assert.deepEqual(ticks(-1, 1, 4), [-1, -0.5, 0, 0.5, 1]);
  assert.deepEqual(ticks(1, 3, 8, 1), [1, 2, 3]);
  assert.deepEqual(ticks(7, 7, 5), [7]);
});

test("a logarithmic axis has labels at powers of ten, at every tick of few, and at some of many", () => {
  const named = (/** @type {number} */ low, /** @type {number} */ high) =>
    logTicks(low, high).flatMap(({ value, isNamed }) => (isNamed ? [value] : []));
  assert.deepEqual(named(0.1, 100), [0.1, 1, 10, 100]);
  assert.equal(logTicks(0.1, 100).length, 28);
  assert.deepEqual(named(2, 5), [2, 3, 4, 5]);
  assert.deepEqual(named(1e-15, 1e15), [1e-12, 1e-8, 1e-4, 1, 1e4, 1e8, 1e12]);
});

test("an axis has two ticks at least, where what is counted allows it", () => {
  assert.deepEqual(ticks(-1.4, 1.9, 2), [0, 1].map((n) => n - 1).concat(1));
  for (let high = 1.1; high < 100; high *= 1.07)
    for (const low of [0, -high / 3, high * 0.6])
      for (const count of [1, 2, 3]) {
        const found = ticks(low, high, count);
        assert.ok(found.length >= 2, `${low} to ${high}, about ${count}: ${found}`);
        assert.ok(found.every((value) => value >= low - 1e-9 && value <= high + 1e-9));
      }
  assert.deepEqual(ticks(0.2, 1.5, 1, 1), [1]);
});

test("labels of a low chart do not lie over each other, and are more than one", () => {
  const edges = { left: 42, right: 8, top: 8, bottom: 22 };
  for (const height of [46, 50, 60, 98])
    for (const log of [false, true])
      for (let most = 3; most < 1e12; most *= 7) {
        const layout = lineChart({ series: [{ x: [0, 1], y: [most, 1] }], log, width: 110, height, edges });
        const named = layout.yTicks.filter(({ text }) => text);
        const gaps = named.slice(1).map(({ at }, i) => named[i].at - at);
        assert.ok(
          gaps.every((gap) => gap >= (height - 30) / 2 - 1e-9 || gap >= 12),
          `${height} px, to ${most}, ${log}: ${named.map(({ text, at }) => `${text} at ${at}`)}`,
        );
        if (!log) assert.ok(named.length >= 2, `${height} px, to ${most}`);
        for (const { text } of named) assert.doesNotMatch(text, /^1 ×/);
      }
});

test("a line of very many points keeps its peaks, its ends and its order", () => {
  const count = 100_000;
  const y = Float64Array.from({ length: count }, (_, i) => (i === 54_321 ? 9 : i === 76_543 ? -9 : Math.sin(i)));
  const line = { x: Float64Array.from(y, (_, i) => i), y };
  const layout = lineChart({
    series: [line],
    width: 640,
    height: 240,
    edges: { left: 40, right: 10, top: 10, bottom: 30 },
  });
  const points = pointsOf(line, layout);
  assert.ok(points.length < 4 * 640, String(points.length));
  const heights = points.map(([, height]) => height);
  assert.equal(Math.min(...heights), layout.y(9));
  assert.equal(Math.max(...heights), layout.y(-9));
  assert.deepEqual(
    [points[0], points[points.length - 1]],
    [0, count - 1].map((i) => [layout.x(i), layout.y(y[i])]),
  );
  assert.ok(points.every(([x], i) => i === 0 || x >= points[i - 1][0]));
});

test("what is not finite, or not positive on a logarithmic axis, is left out of a line", () => {
  const line = { x: [1, 2, 3, 4, 5], y: [1, NaN, -1, Infinity, 100] };
  const at = (/** @type {boolean} */ log) => {
    const layout = lineChart({
      series: [line],
      log,
      width: 400,
      height: 200,
      edges: { left: 0, right: 0, top: 0, bottom: 0 },
    });
    return pointsOf(line, layout).map(([x]) => Math.round(1 + (x / (400 - 4)) * 4));
  };
  assert.deepEqual(at(false), [1, 3, 5]);
  assert.deepEqual(at(true), [1, 5]);
});

test("the place that is read is the nearest x that one of the lines has", () => {
  const x = sharedX([line([1, 3, 10]), line([2, 3])]);
  assert.deepEqual(Array.from(x), [1, 2, 3, 10]);
  assert.deepEqual(
    [0, 2.4, 2.6, 6, 7, 99].map((value) => nearest(x, value)),
    [0, 1, 2, 2, 3, 3],
  );
  assert.deepEqual(
    [0.5, 1, 9, 10].map((value) => lastUpTo(x, value)),
    [-1, 0, 2, 3],
  );
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
