/** What a line chart of the playground is told. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { isCounted } from "../../www/src/playground/charts/line-options.js";

/** @param {number[]} x */
const line = (x) => ({ label: "", x, y: x, color: "loss" });

test("epochs are counted, and what a feature holds is measured", () => {
  assert.ok(isCounted([line([1, 2, 3]), line([0, 28, 56])]));
  assert.ok(!isCounted([line([1, 2]), line([-0.96, 0.9])]));
});
