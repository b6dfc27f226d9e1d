// Prints what a page loads for files of other tools, and fails where it is more than its budget.
// usage: node budget.js <wasm> <its JavaScript...>

import { FORMATS_BUDGET, weightOfEngine } from "./weigh.js";

const [wasm = "", ...modules] = process.argv.slice(2);
const weight = weightOfEngine(modules, wasm);
console.log(`${wasm} and its JavaScript: ${weight} bytes of brotli, budget ${FORMATS_BUDGET}`);
if (weight > FORMATS_BUDGET) {
  console.error(`budget: expected at most ${FORMATS_BUDGET} bytes of brotli, received ${weight}`);
  process.exitCode = 1;
}
