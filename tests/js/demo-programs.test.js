/** The demo page's five programs, and what the page says of their output before they run. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { PROGRAMS } from "../../www/demo/programs.js";
import { RECORDED } from "../../www/demo/recorded.js";
import { asRecorded } from "../python/differences.js";
import { python } from "./python.js";

/** Of the epochs the first and the last. @param {string} printed */
const shortened = (printed) => printed.replace(/(^Epoch 1\/.*\n.*\n)[^]*(\nEpoch (\d+)\/\3$)/m, "$1…$2");

test("what was recorded of the demo page's programs is what they print, one after the other", () => {
  const session = python();
  for (const [name, source] of Object.entries(PROGRAMS)) {
    const { printed, fault } = session.run(source, name);
    assert.equal(fault, undefined, fault?.traceback);
    const recorded = RECORDED[/** @type {keyof typeof PROGRAMS} */ (name)];
    assert.equal(shortened(asRecorded(printed)), asRecorded(recorded), name);
  }
});
