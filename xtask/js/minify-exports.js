// Gives what passes between the engine and its JavaScript one letter each, as wasm-opt did in the module, and drops
// what the
// optimised module no longer asks for: names with hashes are a good part of a small engine.
// usage: node tie.js <glassnet.js> <names.json>   (the names as wasm-opt prints them)

import { readFileSync, writeFileSync } from "node:fs";

/**
 * @typedef {{ imports: [module: string, name: string, short: string][], exports: [name: string, short: string][] }}
 *   Names
 */

const [file, list] = process.argv.slice(2);
const code = readFileSync(file, "utf8");
/** @type {Names} */
const { imports, exports } = JSON.parse(readFileSync(list, "utf8"));

/** @param {string} expected @param {unknown} received @returns {never} */
const reject = (expected, received) => {
  throw new Error(`tie: ${file}: expected ${expected}, received ${received}`);
};

/** Every function that the module may ask for: its name, and its text to the comma after it. */
const ENTRY = /^ {8}(\w+): (function\([^]*?^ {8}\}(?:, arguments\); \})?),\n/gm;

/** @param {string} text */
function withImports(text) {
  const short = new Map(imports.map(([, name, letter]) => [name, letter]));
  const tied = text.replace(ENTRY, (_entry, name, body) => {
    const letter = short.get(name);
    short.delete(name);
    return letter ? `        ${letter}: ${body},\n` : "";
  });
  if (short.size) reject("a function for each import", [...short.keys()].join(", "));
  const module = '"./glassnet_bg.js": import0';
  // wasm-opt gives modules letters too, and there is one.
  return tied.includes(module) ? tied.replace(module, "a: import0") : reject(module, "none");
}

/** @param {string} text */
function withExports(text) {
  const short = new Map(exports);
  return text.replace(/\bwasm\.(\w+)/g, (_use, name) => `wasm.${short.get(name) ?? reject("an export", name)}`);
}

writeFileSync(file, withExports(withImports(code)));
