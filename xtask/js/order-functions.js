// Names the functions of a module by the order in which they compress best: after each comes the one most like it.
// wasm-opt then sorts them by these names.
// usage: node order-functions.js <module.wasm>

import { readFileSync, writeFileSync } from "node:fs";

const [file] = process.argv.slice(2);
const module = readFileSync(file);

/** Sections, and the kind of an import, by their numbers in the format. */
const CUSTOM = 0;
const IMPORTS = 2;
const CODE = 10;
const FUNCTION = 0;

/** How many bytes are compared at a time. */
const LENGTH = 4;

/** Where in the module it is read. */
let at = 8;

function readNumber() {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = module[at++];
    value |= (byte & 127) << shift;
    if (byte < 128) return value >>> 0;
  }
}

/** What follows its length. */
function readBytes() {
  const length = readNumber();
  at += length;
  return module.subarray(at - length, at);
}

/** @template T @param {() => T} read */
const readList = (read) => Array.from({ length: readNumber() }, read);

function readLimits() {
  const flags = readNumber();
  readNumber();
  if (flags & 1) readNumber();
}

/** How to pass over what is imported, by its kind: function, table, memory, global. */
const IMPORTED = [
  readNumber,
  () => {
    at++;
    readLimits();
  },
  readLimits,
  () => {
    at += 2;
  },
];

function readImport() {
  readBytes();
  readBytes();
  const kind = module[at++];
  IMPORTED[kind]();
  return kind;
}

/** How many functions are imported, and the bodies of the others. */
function readModule() {
  let imports = 0;
  /** @type {Buffer[]} */
  let bodies = [];
  while (at < module.length) {
    const section = module[at++];
    const end = readNumber() + at;
    if (section === IMPORTS) imports = readList(readImport).filter((kind) => kind === FUNCTION).length;
    if (section === CODE) bodies = readList(readBytes);
    at = end;
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
const section = Buffer.concat([Buffer.of(CUSTOM), sized(sized(Buffer.from("name")), functions)]);
writeFileSync(file, Buffer.concat([module, section]));
