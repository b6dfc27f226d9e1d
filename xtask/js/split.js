// Splits the full engine in two: what a playground needs for its first picture and to train, and the rest, which is
// fetched when it is first called.
// usage: node split.js [options of wasm-opt for its features]   (www/pkg-full to www/pkg-split)

import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { glueOf } from "./split/glue.js";
import { partsOf } from "./split/parts.js";
import { functionsThatRan, profiled } from "./split/profile.js";
import { fieldsOf } from "./split/text.js";

const root = resolve(import.meta.dirname, "../..");
const [whole, out] = ["pkg-full", "pkg-split"].map((name) => join(root, "www", name));
const features = process.argv.slice(2);

/** @param {string} program Of binaryen. @param {string[]} more */
const run = (program, ...more) => execFileSync(join(root, "node_modules/.bin", program), [...features, ...more]);

/** @param {string} name @param {string} text @returns {string} The wasm. */
function assemble(name, text) {
  const [from, to] = ["wat", "wasm"].map((ending) => join(out, `${name}.${ending}`));
  writeFileSync(from, text);
  run("wasm-as", from, "-o", to);
  rmSync(from);
  return to;
}

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const text = join(out, "whole.wat");
run("wasm-dis", join(whole, "glassnet_bg.wasm"), "-o", text);
const fields = fieldsOf(readFileSync(text, "utf8"));
rmSync(text);
const marking = assemble("profiled", profiled(fields));
const first = await functionsThatRan(marking);
rmSync(marking);
for (const [name, part] of Object.entries(partsOf(fields, first))) {
  const file = assemble(name, part);
  // Without the names that the text gave them.
  run("wasm-opt", file, "--strip-debug", "--strip-target-features", "-o", file);
  execFileSync(process.execPath, [join(root, "xtask/js/order-functions.js"), file]);
  run("wasm-opt", file, "--reorder-functions-by-name", "-o", file);
}
writeFileSync(join(out, "glassnet.js"), glueOf(readFileSync(join(whole, "glassnet.js"), "utf8")));
copyFileSync(join(whole, "glassnet.d.ts"), join(out, "glassnet.d.ts"));
