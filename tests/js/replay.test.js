/** The replay of a comparison: its clock, and what each run has reached at a moment. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { DURATION, mostRows, pathUpTo, reachedAt, Replay, rowsAt } from "../../www/src/panels/compare/replay.js";

/** The frame that was asked for last. @type {((now: number) => void) | undefined} */
let frame;
Object.assign(globalThis, {
  requestAnimationFrame: (/** @type {(now: number) => void} */ act) => ((frame = act), 1),
  cancelAnimationFrame: () => (frame = undefined),
});

/** Frames, so many milliseconds apart, until none is asked for. @param {number} apart @param {number} [most] */
function frames(apart, most = Infinity) {
  let count = 0;
  // The clock begins at a time of its own.
  for (let now = performance.now() + apart; frame && count < most; now += apart, count++) {
    const act = frame;
    frame = undefined;
    act(now);
  }
  return count;
}

/** @param {number[]} rows */
const curve = (rows) => ({
  label: "",
  updates: Uint32Array.from(rows, (_, i) => i),
  rowsSeen: Uint32Array.from(rows),
  epochs: Float32Array.from(rows, (seen) => seen / 100),
  loss: Float32Array.from(rows, (_, i) => 8 / (i + 1)),
  diverged: false,
});

const curves = [curve([0, 100, 200]), curve([0, 1, 2, 3, 50, 100, 150, 200]), curve([0, 10])];

test("at a moment each run has reached the points of as many rows", () => {
  assert.equal(mostRows(curves), 200);
  assert.deepEqual(reachedAt(curves, 0), [1, 1, 1]);
  assert.deepEqual(reachedAt(curves, 0.25), [1, 5, 2]);
  assert.deepEqual(reachedAt(curves, 0.5), [2, 6, 2]);
  assert.deepEqual(reachedAt(curves, 1), [3, 8, 2]);
  assert.deepEqual(
    [0, 0.01, 0.3, 1].map((moment) => rowsAt(curves, moment)),
    [0, 2, 50, 200],
  );
  assert.deepEqual([mostRows([]), reachedAt([], 1), rowsAt([], 1)], [0, [], 0]);
});

test("a marker glides between two recorded points, and the points behind it are as they were recorded", () => {
  const path = { label: "a", x: [0, 4, 8], y: [10, 20, 40] };
  assert.deepEqual(pathUpTo(path, [0, 100, 200], 125), { label: "a", x: [0, 4, 5], y: [10, 20, 25] });
  assert.deepEqual(pathUpTo(path, [0, 100, 200], 100).x, [0, 4]);
  assert.deepEqual(pathUpTo(path, [0, 100, 200], 0).x, [0]);
  assert.equal(pathUpTo(path, [0, 100, 200], 200), path);
  assert.equal(pathUpTo(path, [0, 100, 200], 999), path, "a run that is over stays where it ended");
  assert.deepEqual(pathUpTo({ x: [0, NaN], y: [0, 1] }, [0, 10], 5).x, [0], "no way leads to what is no number");
});

test("a replay takes its six seconds of frames, ends at 1, and asks for no frame then", () => {
  const moments = /** @type {number[]} */ ([]);
  const replay = new Replay(() => moments.push(replay.moment));
  replay.see(true);
  replay.begin();
  const count = frames(50);
  assert.ok(Math.abs(count - DURATION / 50) <= 1, String(count));
  assert.deepEqual([replay.moment, replay.isPlaying, frame], [1, false, undefined]);
  moments.slice(1).forEach((moment, i) => assert.ok(moment >= moments[i]));
  replay.play();
  assert.deepEqual([replay.moment, replay.isPlaying], [0, true], "after the end it begins again");
  replay.clear();
});

test("a replay that is not seen asks for no frame, and goes on where it was", () => {
  const replay = new Replay(() => {});
  replay.begin();
  assert.equal(frame, undefined);
  replay.see(true);
  frames(50, 10);
  const { moment } = replay;
  assert.ok(moment > 0 && moment < 1);
  replay.see(false);
  assert.deepEqual([frame, replay.moment, replay.isPlaying], [undefined, moment, true]);
  replay.see(true);
  frames(50);
  assert.equal(replay.moment, 1);
});

test("scrubbing stands still at its moment, within the race, and play goes on from there", () => {
  const replay = new Replay(() => {});
  replay.see(true);
  replay.begin();
  frames(50, 5);
  replay.seek(0.5);
  assert.deepEqual([replay.moment, replay.isPlaying, frame], [0.5, false, undefined]);
  replay.play();
  assert.deepEqual([replay.moment, replay.isPlaying], [0.5, true]);
  frames(50, 5);
  replay.pause();
  assert.ok(replay.moment > 0.5 && replay.moment < 1);
  assert.equal(frame, undefined);
  for (const [to, at] of [
    [-1, 0],
    [2, 1],
  ]) {
    replay.seek(to);
    assert.equal(replay.moment, at);
  }
});

test("where less motion is preferred a replay is at its end at once", () => {
  const replay = new Replay(() => {});
  replay.see(true);
  replay.reduce(true);
  replay.begin();
  assert.deepEqual([replay.moment, replay.isPlaying, frame], [1, false, undefined]);
  replay.reduce(false);
  replay.begin();
  frames(50, 5);
  replay.reduce(true);
  assert.deepEqual([replay.moment, frame], [1, undefined]);
});
