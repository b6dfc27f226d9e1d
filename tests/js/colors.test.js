/** The colours of values. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { diverging } from "../../www/src/charts/colors.js";

const LIGHT = { surface: "#ffffff", positive: "#0000ff", negative: "#ff8000" };
const DARK = { surface: "#000000", positive: "#8080ff", negative: "#ffb060" };

test("0 has the colour of the surface, the reach and what is beyond it the full colour of its sign", () => {
  const color = diverging(LIGHT, 2);
  assert.deepEqual([0, 2, 5, -2].map(color), [
    [255, 255, 255, 255],
    [0, 0, 255, 255],
    [0, 0, 255, 255],
    [255, 128, 0, 255],
  ]);
  assert.deepEqual(color(1), [127.5, 127.5, 255, 255]);
});

test("what is not finite is seen through", () => {
  assert.deepEqual([NaN, Infinity].map(diverging(LIGHT, 1)), [
    [0, 0, 0, 0],
    [0, 0, 0, 0],
  ]);
});

test("each theme has its own colours, whichever was asked for before", () => {
  const full = (/** @type {typeof LIGHT} */ theme) => [1, -1].map(diverging(theme, 1));
  const [light, dark] = [full(LIGHT), full(DARK)];
  for (let turn = 0; turn < 3; turn += 1) {
    full({ surface: `#${turn}${turn}0000`, positive: "#00ff00", negative: "#ff0000" });
    assert.deepEqual(full(LIGHT), light);
    assert.deepEqual(full(DARK), dark);
  }
  assert.notDeepEqual(light, dark);
});
