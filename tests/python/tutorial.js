/**
 * The tutorial's own programs, as the text has them, and what they come to by the JavaScript API. The text is no part
 * of the project: `TUTORIAL_TEXT` says where it is, and `ADVERTISING_CSV` where its table is.
 */
import { readFileSync } from "node:fs";
import start, {
  Dataset,
  NumpyRandom,
  Sequential,
  Table,
  advertising,
  setRandomSeed,
} from "../../www/pkg-full/glassnet.js";
import { python, startPython } from "./cpython.js";

const { TUTORIAL_TEXT, ADVERTISING_CSV } = process.env;

/** Why its programs cannot be run, or false. */
export const skip = !TUTORIAL_TEXT
  ? "TUTORIAL_TEXT does not say where the tutorial is"
  : python
    ? false
    : "Python 3.9 or newer is not there";

/** The measured table, where somebody has it. */
export const measured = ADVERTISING_CSV ? readFileSync(ADVERTISING_CSV, "utf8") : "";

/** The indented parts of the text that speak of TensorFlow: code, and some sentences. */
const parts = () =>
  readFileSync(TUTORIAL_TEXT ?? "", "utf8")
    .split(/^(?! {4})/m)
    .map((part) => part.replace(/^ {4}/gm, "").trim())
    .filter((part) => /\btf\./.test(part));

/** Those that Python can read; those without imports come after the data part of the first. */
export async function blocks() {
  const runner = startPython();
  const found = [];
  for (const part of parts()) {
    const { printed } = await runner.run(`compile(${JSON.stringify(part)}, "block", "exec")`);
    if (!printed.includes("SyntaxError")) found.push(part);
  }
  runner.end();
  const first = found.find((part) => part.startsWith("import"));
  return found.map((part) => (part.startsWith("import") ? part : `${first}\n${part}`));
}

/**
 * The last program by the JavaScript API: labels and predictions as it prints them.
 * @param {string} [csv] Its table, instead of the built-in one.
 */
export async function byApi(csv) {
  await start({ module_or_path: readFileSync("www/pkg-full/glassnet_bg.wasm") });
  setRandomSeed(100);
  const table = csv ? Table.fromCsv(csv) : advertising();
  const { train, test: rows } = new NumpyRandom(100).trainTestSplit(table.rows, 0.3);
  const [x, y] = [table.drop(["Sales"]), table.select(["Sales"])];
  const data = Dataset.fromTensorSlices(x.take(train).numbers(), y.take(train).numbers(), train.length);
  const model = new Sequential([{ units: 10, inputShape: [4] }, { units: 1 }]);
  model.compile({ loss: "mean_squared_error", optimizer: "adam" });
  model.fit(data.shuffle(train.length).batch(5), { epochs: 100 });
  const labels = y.take(rows).values();
  const predictions = model.predict(x.take(rows).numbers());
  return Array.from({ length: 5 }, (_, i) => [labels[i].toFixed(6), predictions[i].toFixed(6)]).flat();
}

/** Labels and predictions that its last program printed. @param {string} printed */
export const printedPairs = (printed) =>
  [...printed.matchAll(/Data (?:Label|Prediction): (\S+)/g)].map(([, number]) => number);
