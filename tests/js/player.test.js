/** Time and the reader's position, without a clock. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Player } from "../../www/src/worked/player.js";

/** An iteration of 10 operations: units of 2, layers of 4 and 6, phases as layers; three iterations and a half. */
function player() {
  const player = new Player();
  player.marks = { length: 10, unit: [2, 4, 6, 8, 10], layer: [4, 10], phase: [4, 10] };
  player.last = 34;
  return player;
}

/** @param {Player} player @param {number} milliseconds */
function pass(player, milliseconds) {
  for (let passed = 0; passed < milliseconds; passed += 16) player.tick(16);
}

test("a step shows its operation under way, then done", () => {
  const here = player();
  here.size = "operation";
  here.step(1);
  here.tick(1);
  assert.equal(here.moment.at, 1);
  assert.ok(here.moment.progress < 0.1);
  pass(here, 2000);
  assert.deepEqual([here.moment.at, here.moment.progress, here.busy], [1, 1, false]);
});

test("steps that come while one is under way are not lost", () => {
  const here = player();
  here.size = "operation";
  here.step(1);
  here.tick(10);
  here.step(1);
  pass(here, 2000);
  assert.equal(here.moment.at, 2);
});

test("play goes on step by step until the end and stops there", () => {
  const here = player();
  here.speed = 4;
  here.size = "iteration";
  here.play();
  pass(here, 60_000);
  assert.deepEqual([here.moment.at, here.moment.playing, here.busy], [34, false, false]);
});

test("pause ends the operation that is under way and goes no further", () => {
  const here = player();
  here.size = "phase";
  here.play();
  pass(here, 600);
  here.pause();
  const { at } = here.moment;
  pass(here, 5000);
  assert.deepEqual([here.moment.at, here.moment.progress, here.moment.playing], [at, 1, false]);
});

test("a run shows each iteration where its loss is known, and ends at the end", () => {
  const here = player();
  here.run();
  const seen = new Set();
  while (here.busy) {
    here.tick(16);
    seen.add(here.moment.at);
  }
  assert.deepEqual([...seen], [10, 20, 30, 34]);
});

test("with reduced motion nothing is under way: each step is there at once", () => {
  const here = player();
  here.reducedMotion = true;
  here.step(1, "phase");
  assert.deepEqual([here.moment.at, here.moment.progress], [4, 1]);
  here.run();
  assert.equal(here.moment.at, 34);
});

test("steps are of a unit until somebody chooses another size", () => {
  const here = player();
  here.step(1);
  assert.deepEqual(here.moment.step, { from: 0, to: 2, position: 0 });
  pass(here, 3000);
  assert.deepEqual([here.moment.at, here.moment.step], [2, undefined]);
});

test("what is played once goes by its own steps in its own time, stops and invites to go on", () => {
  const here = player();
  here.playTo(4, "phase", 1000);
  pass(here, 700);
  assert.deepEqual(here.moment.step?.to, 4);
  pass(here, 500);
  assert.deepEqual([here.moment.at, here.moment.playing, here.invites, here.busy], [4, false, true, false]);
  here.play();
  pass(here, 1500);
  assert.deepEqual([here.moment.at, here.invites], [6, false]);
});

test("whoever steps, pauses or seeks ends what is played once", () => {
  /** @type {((here: Player) => void)[]} */
  const ways = [(here) => here.step(1), (here) => here.pause(), (here) => here.seek(2)];
  for (const act of ways) {
    const here = player();
    here.playTo(10, "layer", 1000);
    pass(here, 100);
    act(here);
    here.playing = false;
    pass(here, 5000);
    assert.ok(here.moment.at < 10, `${here.moment.at}`);
    assert.equal(here.invites, false);
  }
});

test("no move leaves the timeline", () => {
  const here = player();
  here.step(-1);
  assert.equal(here.moment.at, 0);
  here.seek(1e9);
  assert.equal(here.moment.at, 34);
  here.step(1);
  assert.equal(here.moment.at, 34);
});

test("playing begins and ends where its author wants it, and goes on to the end once the reader is beyond", () => {
  const here = player();
  Object.assign(here, { start: 2, stop: 5, size: "iteration" });
  here.seek(5);
  here.play();
  assert.equal(here.position, 2, "at the stop it begins again");
  pass(here, 20_000);
  assert.deepEqual([here.position, here.playing], [5, false], "no step goes beyond the stop");
  here.seek(6);
  here.play();
  pass(here, 60_000);
  assert.equal(here.position, here.last);
});
