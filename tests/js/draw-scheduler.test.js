/** What is drawn in which frame. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { LiveText } from "../../www/src/experiment/draw-scheduler.js";

/** Frames come when they are asked for. @type {((time: number) => void)[]} */
let callbacks = [];
globalThis.requestAnimationFrame = (callback) => callbacks.push(callback);

async function frame() {
  const all = callbacks;
  callbacks = [];
  for (const callback of all) callback(performance.now());
  await new Promise((resolve) => setTimeout(resolve));
}

/** A part with text that goes on, and the frames in which it was drawn. */
function part(inView = true) {
  const drawn = /** @type {number[]} */ ([]);
  const host = { inView, requestUpdate: () => drawn.push(count) };
  return { text: new LiveText(/** @type {any} */ (host), 0), drawn };
}

let count = 0;

/** @param {() => boolean} isDone */
async function framesUntil(isDone) {
  for (; !isDone(); count++) {
    assert.ok(count < 1000, "it is drawn some day");
    await frame();
  }
}

test("text that goes on changes in frames of its own, each once however often it is asked", async () => {
  const [one, other] = [part(), part()];
  const before = [one, other].map(({ text }) => text.turn(true));
  for (let times = 0; times < 3; times++) for (const { text } of [one, other]) text.next();
  assert.deepEqual([one.text.turn(true), other.text.turn(true)], before);
  await framesUntil(() => one.drawn.length + other.drawn.length === 2);
  assert.notEqual(one.drawn[0], other.drawn[0]);
  [one, other].forEach(({ text }, i) => assert.notEqual(text.turn(true), before[i]));
});

test("out of view it stays as it is, at rest it is always another one", async () => {
  const { text, drawn } = part(false);
  text.next();
  await frame();
  assert.deepEqual(drawn, []);
  assert.equal(text.turn(true), text.turn(true));
  assert.notEqual(text.turn(false), text.turn(false));
});
