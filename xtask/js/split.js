// Splits an engine in two: what is needed for a first picture, and the rest. A playground also trains before it needs
// the rest, which is fetched where it is first called; the worked example has it fetched after its first picture.
// usage: node split.js [options of wasm-opt for their features]   (www/pkg-full to www/pkg-split, www/pkg to
// www/pkg-worked)

import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import startWorked from "../../www/pkg/glassnet.js";
import startFull from "../../www/pkg-full/glassnet.js";
import { glueOf, helpersIn, WAITING, WHEN_CALLED } from "./split/glue.js";
import { calledFrom, partsOf } from "./split/parts.js";
import { playPlaygrounds } from "./split/profile-playground.js";
import { playExamples } from "./split/profile-worked.js";
import { functionsThatRan, profiled } from "./split/profile.js";
import { fieldsOf } from "./split/text.js";

const root = resolve(import.meta.dirname, "../..");
const features = process.argv.slice(2);

/** @param {string} program Of binaryen. @param {string[]} more */
const run = (program, ...more) => execFileSync(join(root, "node_modules/.bin", program), [...features, ...more]);

/**
 * @param {string} from The folder of the whole. @param {string} to
 * @param {{ start: () => Promise<object>, play: () => Promise<void>, loading: string }} engine
 */
async function split(from, to, { start, play, loading }) {
  const [whole, out] = [from, to].map((name) => join(root, "www", name));
  /** @param {string} name @param {string} text @returns {string} The wasm. */
  const assemble = (name, text) => {
    const [from, to] = ["wat", "wasm"].map((ending) => join(out, `${name}.${ending}`));
    writeFileSync(from, text);
    run("wasm-as", from, "-o", to);
    rmSync(from);
    return to;
  };

  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const text = join(out, "whole.wat");
  run("wasm-dis", join(whole, "glassnet_bg.wasm"), "-o", text);
  const fields = fieldsOf(readFileSync(text, "utf8"));
  rmSync(text);
  const glue = readFileSync(join(whole, "glassnet.js"), "utf8");
  const marking = assemble("profiled", profiled(fields));
  const first = new Set([...(await functionsThatRan(marking, start, play)), ...calledFrom(fields, helpersIn(glue))]);
  rmSync(marking);
  for (const [name, part] of Object.entries(partsOf(fields, first))) {
    const file = assemble(name, part);
    // Without the names that the text gave them.
    run("wasm-opt", file, "--strip-debug", "--strip-target-features", "-o", file);
    execFileSync(process.execPath, [join(root, "xtask/js/order-functions.js"), file]);
    run("wasm-opt", file, "--reorder-functions-by-name", "-o", file);
  }
  writeFileSync(join(out, "glassnet.js"), glueOf(glue, loading));
  copyFileSync(join(whole, "glassnet.d.ts"), join(out, "glassnet.d.ts"));
}

await split("pkg-full", "pkg-split", { start: startFull, play: playPlaygrounds, loading: WHEN_CALLED });
await split("pkg", "pkg-worked", { start: startWorked, play: playExamples, loading: WAITING });
