/** What the output and the strip of the bench work out by themselves: ranges, axes of the loss, sentences. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { isSteep, lossAxis, TestLosses } from "../../www/src/bench/output-loss.js";
import { meanSize, scoreText } from "../../www/src/bench/output-score.js";
import { largestChange, lastBatch, sentenceOf } from "../../www/src/bench/strip-sentence.js";
import { surfaceRanges } from "../../www/src/experiment/surface-ranges.js";
import { loadPlaygroundWords } from "../../www/src/locales/playground.js";

const [ko, en] = await Promise.all([loadPlaygroundWords("ko"), loadPlaygroundWords("en")]);

/** A table of two features that reach so far. @param {...(number | undefined)[]} reach */
const table = (...reach) =>
  /** @type {any} */ ({
    config: { features: reach.map((_, i) => `x${i}`) },
    data: { columns: reach.map(([min, max], i) => ({ name: `x${i}`, min, max })) },
  });

/** @param {[number, number] | undefined} range */
const lengthOf = ([from, to] = [NaN, NaN]) => to - from;

test("ranges of two features are equally long, with the data in their middle and room around it", () => {
  const { xRange, yRange } = surfaceRanges(table([-1, 1], [0, 1])) ?? {};
  assert.deepEqual(
    xRange?.map((value) => value.toFixed(6)),
    ["-1.100000", "1.100000"],
  );
  assert.deepEqual(
    yRange?.map((value) => value.toFixed(6)),
    ["-0.600000", "1.600000"],
  );
  assert.ok(Math.abs(lengthOf(xRange) - lengthOf(yRange)) < 1e-12);
});

test("features whose ranges are far apart keep their own scales", () => {
  assert.deepEqual(surfaceRanges(table([0, 300], [0, 50])), { xRange: [-15, 315], yRange: [-2.5, 52.5] });
});

test("a feature of one value has room on both sides; one whose range is unknown leaves it to the engine", () => {
  assert.deepEqual(surfaceRanges(table([5, 5], [0, 2]))?.xRange.map(Math.round), [4, 6]);
  assert.equal(surfaceRanges(table([undefined, undefined], [0, 2])), undefined);
});

/** @param {object} config @param {object} [more] */
const setup = (config, more) =>
  /** @type {any} */ ({ config: { split: {}, target: "Sales", ...config }, data: { columns: [] }, ...more });

test("of classes it is told how many rows are right", () => {
  const judged = { setup: setup({}, { classes: ["0", "1"] }), confusion: Uint32Array.of(30, 2, 3, 25) };
  assert.equal(scoreText(ko, judged), "테스트 60개 중 55개를 맞혔어요.");
  assert.equal(scoreText(en, judged), "55 of 60 test rows right.");
  const none = { setup: setup({ split: null }, { classes: ["0", "1"] }), confusion: Uint32Array.of(0, 1, 0, 0) };
  assert.equal(scoreText(ko, none), "학습 1개 중 하나도 못 맞혔어요.");
  assert.equal(scoreText(en, none), "None of 1 training row right.");
});

/** @param {number[]} residuals */
const test3 = (residuals) => /** @type {any} */ ({ rows: residuals, residuals: Float32Array.from(residuals) });

test("of a number it is told how far predictions are off, in the unit of the column", () => {
  const judged = { setup: setup({}), test: test3([1, -2, 1.5]) };
  assert.equal(scoreText(ko, judged), "테스트 3개의 Sales 예측은 평균 1.5만큼 빗나가요.");
  assert.equal(scoreText(en, judged), "Sales: off by 1.5 on average (3 test rows).");
  const percent = setup({}, { data: { columns: [{ name: "Sales", unit: "%" }] } });
  assert.match(scoreText(en, { setup: percent, test: test3([1, 2]) }), /off by 1\.5% on/);
  assert.match(scoreText(en, { setup: setup({}), test: test3([1234.567, 1234.567]) }), /off by 1235 on/);
  assert.equal(scoreText(ko, { setup: setup({}), test: test3([1, NaN]) }), ko.bench.output.infinite);
  assert.equal(meanSize([3, -3, 0]), 2);
});

test("the loss is drawn by update until two epochs are done, and where training diverged", () => {
  const lab = (/** @type {number} */ epochs, /** @type {string} */ why = "") =>
    /** @type {any} */ ({ history: { epoch: new Array(epochs) }, state: { end: why ? { why } : undefined } });
  assert.deepEqual([lab(0), lab(1), lab(2), lab(5, "finished"), lab(5, "diverged")].map(lossAxis), [
    "update",
    "update",
    "epoch",
    "epoch",
    "update",
  ]);
});

test("losses that differ by more than two powers of ten need a logarithmic axis", () => {
  assert.equal(isSteep([{ y: [0.7, 0.1] }, { y: [0.6, 0.2] }]), false);
  assert.equal(isSteep([{ y: [5000] }, { y: [3] }]), true);
  assert.equal(isSteep([{ y: [Infinity, NaN, 0, 1] }]), false);
});

test("losses of the test rows are kept once for each update, and evenly thinned where there are many", () => {
  const tests = new TestLosses();
  for (let i = 0; i < 2500; i++) tests.add(i, i / 2);
  tests.add(2499, 7);
  assert.ok(tests.updates.length <= 1000);
  assert.equal(tests.updates[0], 0);
  assert.equal(tests.updates.at(-1), 2499);
  assert.ok(tests.updates.every((n, i) => tests.losses[i] === n / 2));
  assert.deepEqual(tests.series("test", 10).x[1], tests.updates[1] / 10);
  tests.clear();
  assert.equal(tests.updates.length, 0);
});

/** @param {object} more */
const state = (more) =>
  /** @type {any} */ ({ epoch: 1, epochs: 80, batch: 3, batches: 14, updates: 17, loss: 0.63, ...more });

test("the last batch of an epoch is its last, and no batch of the next one", () => {
  assert.deepEqual(lastBatch(state({})), { epoch: 2, batch: 3 });
  assert.deepEqual(lastBatch(state({ batch: 0 })), { epoch: 1, batch: 14 });
});

test("what happens is told in one sentence, with the numbers of the engine", () => {
  const still = { running: false, change: undefined };
  const say = (/** @type {any} */ words, /** @type {object} */ more, /** @type {any} */ now) =>
    sentenceOf(words, setup({}, { layers: [], shapes: { xTrain: [0, 0] } }), state(more), now);
  assert.equal(say(en, { updates: 0, loss: undefined }, still), en.bench.strip.fresh);
  assert.equal(
    say(en, {}, { running: false, change: 0.0201 }),
    "Batch 3 of 14: loss 0.63 → weights moved by at most 0.02.",
  );
  assert.equal(
    say(ko, {}, { running: false, change: 0.0201 }),
    "배치 3/14의 손실은 0.63이에요. 이 손실을 줄이려고 가중치를 최대 0.02만큼 고쳤어요.",
  );
  assert.equal(
    say(ko, {}, { running: true, change: undefined }),
    "학습하고 있어요. 에포크 2/80, 배치 3/14의 손실은 0.63이에요.",
  );
  assert.equal(say(en, { end: { why: "finished" } }, still), en.train.ends.finished);
  assert.equal(say(ko, { end: { why: "stopped_early", bestEpoch: 4 } }, still), ko.train.ends.stopped(5));
});

test("the largest change of a weight is found, or none where there is nothing to compare", () => {
  assert.equal(largestChange([1, 2, 3], [1.5, 1, 3]), 1);
  assert.equal(largestChange(undefined, [1]), undefined);
  assert.equal(largestChange([1, 2], [1]), undefined);
});
