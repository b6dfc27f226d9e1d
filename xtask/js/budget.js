// Prints what files take together, and fails where it is more than a budget.
// usage: node budget.js <KB of 1000 bytes, brotli> <files...>

import { readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";

const [budget, ...files] = process.argv.slice(2);
let sum = 0;
for (const file of files) {
  const size = brotliCompressSync(readFileSync(file)).length;
  console.log(`${file.padEnd(44)}${(size / 1000).toFixed(1).padStart(9)} KB brotli`);
  sum += size;
}
if (sum > Number(budget) * 1000) {
  console.error(`budget: expected at most ${budget} KB of brotli, received ${(sum / 1000).toFixed(1)}`);
  process.exitCode = 1;
}
