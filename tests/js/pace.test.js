/** How many batches a run at the reader's pace takes in a slice. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { MANY, Pace } from "../../www/src/experiment/pace.js";

/**
 * The slices of a second in which the pace is asked again and again.
 * @param {number} pace @param {number} every Milliseconds.
 */
function slicesOf(pace, every) {
  let now = 0;
  let done = 0;
  const slices = [];
  const beat = new Pace(() => now);
  for (; now <= 1000; now += every) {
    const allowed = beat.allowed(pace, done);
    if (allowed > 0) slices.push(allowed);
    done += allowed;
  }
  return { slices, done };
}

test("a run keeps its pace, however often it is asked, in no more slices than frames can show", () => {
  for (const pace of [2, 30, 100, 900])
    for (const every of [1, 4, 17]) {
      const { slices, done } = slicesOf(pace, every);
      assert.ok(Math.abs(done - pace) <= Math.max(pace * 0.05, 1), `${done} of ${pace} batches a second`);
      assert.ok(slices.length <= 41, `${slices.length} slices at ${pace} batches a second`);
    }
});

test("slow runs take a batch at a time, the fastest as many as can be", () => {
  assert.deepEqual(new Set(slicesOf(2, 5).slices), new Set([1]));
  assert.equal(new Pace(() => 0).allowed(Infinity, 0), MANY);
});
