import assert from "node:assert/strict";
import { test } from "node:test";
import { boundaries, clamp, locate, next, previous, segments } from "../../www/src/worked/timeline.js";

/** Two units of a hidden layer, one output: names of phase, layer and unit are all that a timeline looks at. */
const events = /** @type {any[]} */ ([
  { phase: "forward", layer: 0, unit: 0 },
  { phase: "forward", layer: 0, unit: 0 },
  { phase: "forward", layer: 0, unit: 1 },
  { phase: "forward", layer: 1, unit: 0 },
  { phase: "loss", layer: 1, unit: 0 },
  { phase: "loss", layer: 1, unit: 1 },
  { phase: "backward", layer: 1, unit: 0 },
  { phase: "backward", layer: 0, unit: 0 },
  { phase: "update", layer: 0, unit: 0 },
  { phase: "update", layer: 1, unit: 0 },
]);
const N = events.length;
const marks = boundaries(events);

test("nothing is done at the start", () => {
  assert.deepEqual(locate(0, N), { iteration: 0, k: 0, index: -1 });
});

test("the end of an iteration still belongs to it", () => {
  assert.deepEqual(locate(N, N), { iteration: 0, k: N, index: N - 1 });
  assert.deepEqual(locate(N + 1, N), { iteration: 1, k: 1, index: 0 });
});

test("units, layers and phases end where the next one begins", () => {
  assert.deepEqual(marks.unit, [2, 3, 4, 6, 7, 8, 9, 10]);
  assert.deepEqual(marks.layer, [3, 4, 6, 7, 8, 9, 10]);
  assert.deepEqual(marks.phase, [4, 6, 8, 10]);
});

test("the loss is one unit and one layer, however many outputs it has", () => {
  assert.equal(next(4, "unit", marks), 6);
  assert.equal(next(4, "layer", marks), 6);
});

test("next goes to the end of the step under way", () => {
  assert.equal(next(0, "operation", marks), 1);
  assert.equal(next(1, "unit", marks), 2);
  assert.equal(next(1, "layer", marks), 3);
  assert.equal(next(1, "phase", marks), 4);
  assert.equal(next(1, "iteration", marks), N);
});

test("next crosses into the following iteration", () => {
  assert.equal(next(N, "unit", marks), N + 2);
  assert.equal(next(N, "iteration", marks), 2 * N);
});

test("next stops at the last position", () => {
  assert.equal(next(N - 1, "iteration", marks, N), N);
  assert.equal(next(N, "operation", marks, N), N);
  assert.equal(next(N, "phase", marks, N), N);
});

test("previous goes from the middle of a step to its start", () => {
  assert.equal(previous(N + 5, "phase", marks), N + 4);
  assert.equal(previous(5, "unit", marks), 4);
  assert.equal(previous(1, "unit", marks), 0);
});

test("previous goes from a boundary to the one before", () => {
  assert.equal(previous(4, "unit", marks), 3);
  assert.equal(previous(N, "phase", marks), 8);
  assert.equal(previous(N + 4, "phase", marks), N);
  assert.equal(previous(N, "iteration", marks), 0);
  assert.equal(previous(0, "layer", marks), 0);
});

test("what next did, previous undoes from boundary to boundary", () => {
  for (const size of /** @type {const} */ (["operation", "unit", "layer", "phase", "iteration"])) {
    let at = 0;
    while (at < 2 * N) {
      const later = next(at, size, marks);
      assert.equal(previous(later, size, marks), at, `${size} from ${at}`);
      at = later;
    }
  }
});

test("phases are segments that cover the iteration", () => {
  assert.deepEqual(segments(events), [
    { phase: "forward", start: 0, length: 4 },
    { phase: "loss", start: 4, length: 2 },
    { phase: "backward", start: 6, length: 2 },
    { phase: "update", start: 8, length: 2 },
  ]);
});

test("a position is an integer between the start and the last", () => {
  assert.equal(clamp(-3, 10), 0);
  assert.equal(clamp(11, 10), 10);
  assert.equal(clamp(4.6, 10), 5);
});
