/** The tutorial's own blocks run as they are. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startPython } from "../python/cpython.js";
import { blocks, byApi, printedPairs, skip } from "../python/tutorial.js";

/** @type {ReturnType<typeof startPython>} */
let runner;
before(() => void (skip || (runner = startPython())));
after(() => runner?.end());

test("every block of the tutorial that Python can read runs unedited", { skip }, async () => {
  const all = await blocks();
  assert.ok(all.length >= 5, `${all.length} blocks`);
  for (const block of all) assert.equal((await runner.run(block)).error, null, block.slice(-300));
});

test("labels are in scikit-learn's order, predictions those of the JavaScript API", { skip }, async () => {
  const last = (await blocks()).at(-1) ?? "";
  const { printed, watched } = await runner.run(last);
  assert.deepEqual(printedPairs(printed), await byApi());
  assert.ok(watched.some(({ hint }) => hint?.code === "unassigned"));
  assert.equal(printed.match(/^Epoch \d+\/100$/gm)?.length, 100);
  assert.match(printed, /^2\/2 ━+ 0s 0ms\/step - loss: \d/m);
});
