// What the consumers in Node share: the exported models of a folder, and how far predictions are from the engine's.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** The models of a folder that have a file of this name. */
export function casesOf(root, file) {
  const names = readdirSync(root).sort();
  const cases = names
    .map((name) => ({ name, folder: join(root, name) }))
    .filter((each) => existsSync(join(each.folder, file)));
  if (cases.length === 0) throw new Error(`no exports in ${root}`);
  return cases.map((each) => ({ ...each, sizes: JSON.parse(readFileSync(join(each.folder, "sizes.json"), "utf8")) }));
}

/** The floats of a file. */
export function floats(path) {
  const bytes = readFileSync(path);
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
}

/** The largest difference of predictions, as a share of the largest prediction. */
export function largestDifference(received, expected) {
  if (received.length !== expected.length) throw new Error(`${received.length} predictions, not ${expected.length}`);
  const largest = Math.max(...expected.map(Math.abs));
  const differences = Array.from(expected, (number, at) => Math.abs(received[at] - number) / largest);
  if (differences.some(Number.isNaN)) throw new Error("a prediction that is not a number");
  return Math.max(...differences);
}

/** Prints each model's difference, and fails where one is larger than allowed. */
export function report(consumer, differences, allowed) {
  for (const [name, difference] of differences) {
    console.log(`${name}: ${difference.toExponential(1)}${difference <= allowed ? "" : " FAILED"}`);
  }
  const largest = Math.max(...differences.map(([, difference]) => difference));
  console.log(`${consumer}: ${differences.length} models, largest difference ${largest.toExponential(1)}`);
  if (!(largest <= allowed)) process.exitCode = 1;
}
