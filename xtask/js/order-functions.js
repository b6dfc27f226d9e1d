// Names the functions of a module by the order in which they compress best: after each comes the one most like it.
// wasm-opt then sorts them by these names.
// usage: node order-functions.js <module.wasm>

import { readFileSync, writeFileSync } from "node:fs";
import { SECTIONS, sectionsOf } from "./wasm-reader.js";

/** @import { WasmReader } from "./wasm-reader.js" */

const [file] = process.argv.slice(2);
const module = readFileSync(file);

/** The kind of an import, by its number in the format. */
const FUNCTION = 0;

/** How many bytes are compared at a time. */
const LENGTH = 4;

/** @param {WasmReader} reader */
function readLimits(reader) {
  const flags = reader.number();
  reader.number();
  if (flags & 1) reader.number();
}

/** How to pass over what is imported, by its kind: function, table, memory, global. */
const IMPORTED = [
  (/** @type {WasmReader} */ reader) => reader.number(),
  (/** @type {WasmReader} */ reader) => {
    reader.byte();
    readLimits(reader);
  },
  readLimits,
  (/** @type {WasmReader} */ reader) => {
    reader.byte();
    reader.byte();
  },
];

/** @param {WasmReader} reader */
function readImport(reader) {
  reader.bytes();
  reader.bytes();
  const kind = reader.byte();
  IMPORTED[kind](reader);
  return kind;
}

/** How many functions are imported, and the bodies of the others. */
function readModule() {
  let imports = 0;
  /** @type {Buffer[]} */
  let bodies = [];
  for (const { section, reader } of sectionsOf(module)) {
    if (section === SECTIONS.imports)
      imports = reader.list(() => readImport(reader)).filter((kind) => kind === FUNCTION).length;
    if (section === SECTIONS.code) bodies = reader.list(() => reader.bytes());
  }
  return { imports, bodies };
}

/** Sequences of bytes of a function. @param {Buffer} body */
const sequences = (body) =>
  new Set(Array.from({ length: Math.max(0, body.length - LENGTH + 1) }, (_, from) => body.readInt32LE(from)));

/** The functions that have each sequence. @param {Set<number>[]} sets */
function functionsOf(sets) {
  /** @type {Map<number, number[]>} */
  const functions = new Map();
  for (const [index, set] of sets.entries()) {
    for (const sequence of set) {
      const having = functions.get(sequence);
      if (having) having.push(index);
      else functions.set(sequence, [index]);
    }
  }
  return functions;
}

/** The indices of the functions in their order. @param {Buffer[]} bodies */
function ordered(bodies) {
  const sets = bodies.map(sequences);
  const functions = functionsOf(sets);
  const left = new Set(bodies.keys());
  const order = [];
  for (let last = 0; left.size;) {
    left.delete(last);
    order.push(last);
    const shared = new Uint32Array(bodies.length);
    for (const sequence of sets[last]) for (const other of functions.get(sequence) ?? []) shared[other]++;
    // Jaccard's index: what two have in common, of all that they have.
    const likeness = (/** @type {number} */ other) =>
      shared[other] / (sets[last].size + sets[other].size - shared[other] || 1);
    last = [...left].reduce((best, other) => (likeness(other) > likeness(best) ? other : best), [...left][0]);
  }
  return order;
}

/** @param {number} value @returns {Buffer} */
const encoded = (value) =>
  value < 128 ? Buffer.of(value) : Buffer.concat([Buffer.of((value & 127) | 128), encoded(value >>> 7)]);

/** Bytes after their length. @param {...Uint8Array} parts */
const sized = (...parts) => {
  const bytes = Buffer.concat(parts);
  return Buffer.concat([encoded(bytes.length), bytes]);
};

const { imports, bodies } = readModule();
const places = ordered(bodies).map((body, place) => [imports + body, place]);
const names = places
  .sort(([a], [b]) => a - b)
  .map(([index, place]) => Buffer.concat([encoded(index), sized(Buffer.from(String(place).padStart(6, "0")))]));
const functions = Buffer.concat([Buffer.of(1), sized(encoded(names.length), ...names)]);
const section = Buffer.concat([Buffer.of(SECTIONS.custom), sized(sized(Buffer.from("name")), functions)]);
writeFileSync(file, Buffer.concat([module, section]));
