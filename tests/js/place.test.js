/** Places as posts and other windows name them. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { commandOf } from "../../www/src/element/messages.js";
import { isAt, placeFromText, placeFromRecord } from "../../www/src/element/place.js";

test("a text names a place by pairs, in any order and with spaces", () => {
  assert.deepEqual(placeFromText("phase:backward"), { phase: "backward" });
  assert.deepEqual(placeFromText(" play, iteration:3 ,unit:1.2"), { play: true, iteration: 3, unit: "1.2" });
  assert.deepEqual(placeFromText("epoch:10,row:4,at:17"), { epoch: 10, row: 4, at: 17 });
});

test("what is no place is left out, what is too far is the furthest", () => {
  for (const text of [
    "",
    "lunch",
    "lunch:1",
    "phase:lunch",
    "unit:1",
    "unit:a.b",
    "at:",
    "at:x",
    "constructor:1",
    "__proto__:1",
  ])
    assert.deepEqual(placeFromText(text), {}, text);
  assert.deepEqual(placeFromText("at:-3,iteration:0,epoch:1e99"), { at: 0, iteration: 1, epoch: 1e9 });
  assert.deepEqual(placeFromRecord({ at: 2.6, row: NaN, play: "yes", phase: { toString: 1 }, unit: ["1.1"] }), {
    at: 3,
  });
});

test("a text says where a scene is", () => {
  const step = { at: 12, iteration: 2, phase: "backward", unit: "1.1" };
  for (const text of ["phase:backward", "iteration:2,phase:backward", "unit:1.1"]) assert.ok(isAt(text, step), text);
  for (const text of ["phase:forward", "iteration:2,phase:loss", "epoch:1", "", "phase"])
    assert.ok(!isAt(text, step), text);
});

/** What a message asks of an embed. @param {unknown} message */
function asked(message) {
  /** @type {unknown[]} */
  const calls = [];
  const embed = new Proxy(
    {},
    {
      get:
        (_, name) =>
        (/** @type {unknown[]} */ ...args) =>
          calls.push([name, ...args]),
    },
  );
  const command = commandOf(message);
  command?.(/** @type {any} */ (embed));
  return command ? calls : undefined;
}

test("a message of the protocol's version is a command, and its numbers are taken into limits", () => {
  assert.deepEqual(asked({ glassnet: 1, type: "goTo", phase: "loss", iteration: 2, extra: 1 }), [
    ["go", { glassnet: 1, phase: "loss", iteration: 2, extra: 1 }],
  ]);
  assert.deepEqual(asked({ glassnet: 1, type: "goTo", go: "unit:2.1,play" }), [["go", "unit:2.1,play"]]);
  assert.deepEqual(asked({ glassnet: 1, type: "step" }), [["step", 1]]);
  assert.deepEqual(asked({ glassnet: 1, type: "step", count: -1e9 }), [["step", -1000]]);
  assert.deepEqual(asked({ glassnet: 1, type: "step", count: "lunch" }), [["step", 1]]);
  assert.deepEqual(
    ["play", "pause", "reset"].map((type) => asked({ glassnet: 1, type })),
    [[["play"]], [["pause"]], [["reset"]]],
  );
  assert.deepEqual(asked({ glassnet: 1, type: "hello" }), []);
});

test("anything else is nothing", () => {
  for (const message of [
    null,
    undefined,
    1,
    "goTo",
    [],
    {},
    { type: "play" },
    { glassnet: "1", type: "play" },
    { glassnet: 2, type: "play" },
    { glassnet: 1, type: "constructor" },
    { glassnet: 1, type: "toString" },
    { glassnet: 1, type: {} },
  ])
    assert.equal(asked(message), undefined);
});
