/** What a forward step of several operations shows, and what a step says while it plays. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { words as en } from "../../www/src/locales/en/worked.js";
import { words as ko } from "../../www/src/locales/ko/worked.js";
import { picture, pictureOf } from "../../www/src/worked/picture-layer.js";
import { caption, layerCaption } from "../../www/src/worked/views/caption.js";
import { events, trace } from "./small-trace.js";

test("a forward step of a unit has all its products on their way at once, then their sum, then its activation", () => {
  const [start, end] = [0, 5];
  const at = (/** @type {number} */ part) =>
    pictureOf(trace, 1, 1, { from: start, to: end, position: start + part * (end - start) });
  assert.deepEqual(
    at(0.1).tags.map((tag) => tag.kind === "moving" && [tag.input, tag.value, tag.from]),
    [
      [0, 1, 0],
      [1, -1, 0],
    ],
  );
  assert.deepEqual(
    at(0.5).tags.map((tag) => tag.kind === "moving" && [tag.value, tag.to]),
    [
      [2, 1],
      [-1, 1],
    ],
  );
  assert.deepEqual([at(0.65).tags, at(0.65).notes.map(({ symbol, result }) => [symbol, result])], [[], [["z", 2]]]);
  assert.equal(at(0.65).units[1][0].value, undefined);
  const last = at(0.9);
  assert.deepEqual([last.units[1][0].value, last.units[1][0].arriving, last.plot?.y], [2, true, 2]);
  assert.deepEqual(
    last.links[0].map(({ weight }) => weight),
    [2, 1],
  );
});

test("a step over several layers goes forward layer by layer, and on from there operation by operation", () => {
  const over = (/** @type {number} */ position) =>
    pictureOf(trace, Math.ceil(position), 0.5, { from: 0, to: events.length, position });
  assert.deepEqual([over(5.5).event?.layer, over(5.5).units[1][0].value], [1, 2]);
  assert.deepEqual(over(10.5), picture(trace, 11, 0.5));
});

test("while it plays a step says at most eight words in each language", () => {
  for (const words of [en, ko])
    for (const event of events) {
      const text = caption(words, event, 3);
      assert.ok(text && text.split(/\s+/).length <= 8, text);
      assert.doesNotMatch(text, /undefined|NaN/);
    }
  assert.equal(caption(en, events[1], 3), "−1 × 1 = −1, sum 1");
  assert.equal(layerCaption(ko, trace, events.slice(0, 5), 3), "ReLU: 2 → 2");
});
