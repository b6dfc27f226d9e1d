/** Where links of a text lead in the operations. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Player } from "../../www/src/worked/player.js";
import { boundaries, segments, stepDetail } from "../../www/src/worked/timeline.js";
import { clip, seekTo } from "../../www/src/worked/seek.js";

/** Two units forward with two operations each, a loss, then both backward. */
const EVENTS = /** @type {any[]} */ ([
  ...[0, 1].flatMap((unit) => ["sum", "activation"].map((kind) => ({ phase: "forward", layer: 0, unit, kind }))),
  { phase: "loss", layer: 0, unit: 0, kind: "loss" },
  ...[0, 1].map((unit) => ({ phase: "backward", layer: 0, unit, kind: "output_gradient" })),
]);
const LENGTH = EVENTS.length;

function playerAt(at = 0) {
  const player = new Player();
  player.marks = boundaries(EVENTS);
  player.last = 4 * LENGTH;
  player.seek(at);
  return player;
}

/** @param {import("../../www/src/element/place.js").Place} place @param {number} [at] */
function arrived(place, at) {
  const player = playerAt(at);
  seekTo(player, EVENTS, place);
  return player.goal;
}

test("a phase leads to its first operation, in the iteration where the reader is", () => {
  assert.equal(arrived({ phase: "backward" }), 6);
  assert.equal(arrived({ phase: "backward" }, 2 * LENGTH + 3), 2 * LENGTH + 6);
  assert.equal(EVENTS[arrived({ phase: "loss" }) - 1].phase, "loss");
});

test("a unit leads to the last operation of its part, forward where no phase is named", () => {
  assert.deepEqual(stepDetail(EVENTS[arrived({ unit: "1.2" }) - 1]), {
    phase: "forward",
    unit: "1.2",
    operation: "activation",
  });
  assert.equal(arrived({ unit: "1.2", phase: "backward" }), LENGTH);
});

test("an iteration leads to its first operation, beyond the end to the end", () => {
  assert.equal(arrived({ iteration: 1 }), 1);
  assert.equal(arrived({ iteration: 3 }), 2 * LENGTH + 1);
  assert.equal(arrived({ iteration: 3, phase: "loss" }), 2 * LENGTH + 5);
  assert.equal(arrived({ iteration: 99 }), 4 * LENGTH);
});

test("a position leads there, and what is nowhere leads nowhere", () => {
  assert.equal(arrived({ at: 9 }), 9);
  for (const place of [{ unit: "7.7" }, { phase: "lunch" }, {}]) assert.equal(arrived(place, 3), 3);
});

test("with play it begins before the part and ends with it", () => {
  const player = playerAt();
  seekTo(player, EVENTS, { phase: "backward", play: true });
  assert.deepEqual([player.position, player.goal], [5, LENGTH]);
  seekTo(player, EVENTS, { play: true });
  assert.ok(player.playing, "without a place it goes on from here");
});

test("the part that an author wants played", () => {
  const player = playerAt();
  clip(player, segments(EVENTS), "loss", "backward");
  assert.deepEqual([player.start, player.stop], [4, LENGTH]);
  clip(player, segments(EVENTS), undefined, "lunch");
  assert.deepEqual([player.start, player.stop], [0, Infinity]);
});
