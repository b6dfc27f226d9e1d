// Takes out of an engine what only panics need: a panic is a bug, and its words are a twentieth of what a reader loads.
// What panics traps, which JavaScript gets as an error all the same. The names of the functions tell which these are.
// usage: node snip.js <module.wasm> <file for the names of its crates>

import { readFileSync, writeFileSync } from "node:fs";
import binaryen from "binaryen";
import { dataOf } from "./wasm-reader.js";

/** What ends in a panic, and how it words why. */
const PANICS = [
  /^core(\[\w+\])?::panicking::/,
  /::panicking::panic_handler/,
  /::panic_with_hook$/,
  /PanicPayload|PanicHookInfo/,
  /::(slice_index_fail|len_mismatch_fail|assert_failed|unwrap_failed|expect_failed)$/,
  /::(panic_already_\w+|capacity_overflow|handle_alloc_error|raw_vec::handle_error)$/,
  /^<core(\[\w+\])?::(cell::BorrowError|cell::BorrowMutError|array::TryFromSliceError|fmt::Error) as/,
  // Not lists of numbers, which errors print so.
  /PadAdapter|Formatter>::debug_(tuple|struct)/,
  /bindings::start::\{\{closure\}\}/,
];
/** What tells the engine who is to hear of a panic. */
const HOOK = /^std(\[\w+\])?::panicking::set_hook$/;

/**
 * What std and wasm-bindgen say where they panic; each stands in the data of some engine, and in nothing else.
 */
const SENTENCES = [
  " but ends at ",
  " but the index is ",
  " out of range for slice of length ",
  " right` failed",
  ") does not match destination slice length (",
  ") should be < len (is ",
  "TryFromSliceError",
  "assertion `left ",
  "assertion failed: ",
  "attempt to join into collection with len > usize::MAX",
  "attempted to take ownership of Rust value while it was borrowed",
  "called `Option::unwrap()` on a `None` value",
  "called `Result::unwrap()` on an `Err` value",
  "capacity overflow",
  "chunk size must be non-zero",
  "copy_from_slice: source slice length (",
  "index out of bounds: the len is ",
  "range end index ",
  "range start index ",
  "slice index starts at ",
  "swap_remove index (is ",
  "Tried to shrink to a larger capacity",
];

/** A place in the source: address and length of the file's name, line and column, 4 bytes each. */
const LOCATION = 16;
const FILE = /^[\w/.+-]+\.rs\0?$/;

/**
 * Overwrites with zeros where panics are in the source: nothing else reads that. Zeros weigh nothing once compressed.
 * @param {Buffer} module
 */
function forgetLocations(module) {
  const segments = dataOf(module);
  const textAt = (/** @type {number} */ address, /** @type {number} */ length) => {
    const segment = segments.find(
      ({ address: from, bytes }) => address >= from && address + length <= from + bytes.length,
    );
    return segment?.bytes.subarray(address - segment.address, address - segment.address + length);
  };
  /** @type {Buffer[]} */
  const names = [];
  for (const { bytes } of segments) {
    for (let at = 0; at + LOCATION <= bytes.length; at += 4) {
      const [address, length, line, column] = [0, 4, 8, 12].map((field) => bytes.readUInt32LE(at + field));
      if (length > 300 || line === 0 || line > 100_000 || column === 0 || column > 1000) continue;
      const name = textAt(address, length);
      if (!name || !FILE.test(name.toString("latin1"))) continue;
      names.push(name);
      bytes.fill(0, at, at + LOCATION);
    }
  }
  for (const name of names) name.fill(0);
  return names.length;
}

/** Overwrites with zeros what panics would say. @param {Buffer} module */
function forgetSentences(module) {
  for (const { bytes } of dataOf(module)) {
    for (const sentence of SENTENCES)
      for (let at = bytes.indexOf(sentence); at >= 0; at = bytes.indexOf(sentence))
        bytes.fill(0, at, at + sentence.length);
  }
}

/** The crates whose sources a module names, as `name version`. @param {Buffer} module */
function cratesNamedIn(module) {
  const sources = module.toString("latin1").matchAll(/([a-z][a-z0-9_-]*?)-(\d+\.\d+\.\d+)[/\\]src[/\\]/g);
  return Array.from(new Set(Array.from(sources, ([, name, version]) => `${name} ${version}`))).sort();
}

const [file, crates] = process.argv.slice(2);
const bytes = readFileSync(file);
writeFileSync(crates, cratesNamedIn(bytes).join("\n"));
const locations = forgetLocations(bytes);
forgetSentences(bytes);
const module = binaryen.readBinary(bytes);
let functions = 0;
for (let at = 0; at < module.getNumFunctions(); at++) {
  const handle = module.getFunctionByIndex(at);
  const { name, base } = binaryen.getFunctionInfo(handle);
  // What is imported is JavaScript's.
  if (base) continue;
  if (PANICS.some((panics) => panics.test(name))) functions++;
  else if (!HOOK.test(name)) continue;
  // Its types do not know what it calls this.
  /** @type {any} */ (binaryen).Function.setBody(handle, HOOK.test(name) ? module.nop() : module.unreachable());
}
if (locations < 50 || functions < 10)
  throw new Error(`${file}: expected places and functions of panics, received ${locations} and ${functions}`);
binaryen.setDebugInfo(true);
writeFileSync(file, module.emitBinary());
