/** The tutorial's own blocks run as they are; the text is not part of the project: `TUTORIAL_TEXT` says where it is. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import start, { Dataset, NumpyRandom, Sequential, advertising, setRandomSeed } from "../../www/pkg-full/glassnet.js";
import { python, startPython } from "../python/cpython.js";

const path = process.env.TUTORIAL_TEXT;
const skip = !path ? "TUTORIAL_TEXT does not say where the tutorial is" : python ? false : "Python 3.9 is not there";
/** @type {ReturnType<typeof startPython>} */
let runner;
before(() => void (skip || (runner = startPython())));
after(() => runner?.end());

/** The indented parts of the text that speak of TensorFlow: code, and some sentences. */
const parts = path
  ? readFileSync(path, "utf8")
      .split(/^(?! {4})/m)
      .map((part) => part.replace(/^ {4}/gm, "").trim())
      .filter((part) => /\btf\./.test(part))
  : [];

/** Those that Python can read; those without imports come after the data part of the first. */
async function blocks() {
  const found = [];
  for (const part of parts) {
    const { printed } = await runner.run(`compile(${JSON.stringify(part)}, "block", "exec")`);
    if (!printed.includes("SyntaxError")) found.push(part);
  }
  const first = found.find((part) => part.startsWith("import"));
  return found.map((part) => (part.startsWith("import") ? part : `${first}\n${part}`));
}

/** The last program by the JavaScript API: labels and predictions as it prints them. */
function byApi() {
  setRandomSeed(100);
  const table = advertising();
  const { train, test: rows } = new NumpyRandom(100).trainTestSplit(table.rows, 0.3);
  const [x, y] = [table.drop(["Sales"]), table.select(["Sales"])];
  const data = Dataset.fromTensorSlices(x.take(train).numbers(), y.take(train).numbers(), train.length);
  const model = new Sequential([{ units: 10, inputShape: [4] }, { units: 1 }]);
  model.compile({ loss: "mean_squared_error", optimizer: "adam" });
  model.fit(data.shuffle(train.length).batch(5), { epochs: 100 });
  const labels = y.take(rows).values();
  const predictions = model.predict(x.take(rows).numbers());
  return Array.from({ length: 5 }, (_, i) => [labels[i].toFixed(6), predictions[i].toFixed(6)]);
}

test("every block of the tutorial that Python can read runs unedited", { skip }, async () => {
  const all = await blocks();
  assert.ok(all.length >= 5, `${all.length} blocks`);
  for (const block of all) assert.equal((await runner.run(block)).error, null, block.slice(-300));
});

test("labels are in scikit-learn's order, predictions those of the JavaScript API", { skip }, async () => {
  await start({ module_or_path: readFileSync("www/pkg-full/glassnet_bg.wasm") });
  const last = (await blocks()).at(-1) ?? "";
  const { printed, watched } = await runner.run(last);
  const numbers = [...printed.matchAll(/Data (?:Label|Prediction): (\S+)/g)].map(([, number]) => number);
  assert.deepEqual(numbers, byApi().flat());
  assert.ok(watched.some(({ hint }) => hint?.code === "unassigned"));
  assert.equal(printed.match(/^Epoch \d+\/100$/gm)?.length, 100);
  assert.match(printed, /^2\/2 ━+ 0s 0ms\/step - loss: \d/m);
});
