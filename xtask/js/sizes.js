// Prints what a reader downloads, file by file, and fails where it is more than the budget.
// usage: node sizes.js <folder of the built site>

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

/** The page with the worked example; what it may load is what a reader has to download. */
const PAGE = "embed.html";
/** What stands in a page before any reader is near. */
const STUB = "glass-net.js";
/** Brotli, in KB of 1000 bytes. */
const BUDGETS = { stub: 3, wasm: 60, all: 100 };

/** @typedef {{ name: string, bytes: Buffer, raw: number, brotli: number, loaded: boolean }} File */

const [folder = ""] = process.argv.slice(2);
if (!existsSync(join(folder, PAGE))) {
  console.error(`sizes: expected a folder with ${PAGE}, received "${folder}"`);
  process.exit(1);
}

/** @param {Buffer} bytes */
function brotli(bytes) {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

/** @returns {File[]} */
function readSite() {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(join(folder, "/").length))
    .filter((name) => !name.split("/").some((part) => part.startsWith(".")));
  return names.sort().map((name) => {
    const bytes = readFileSync(join(folder, name));
    return { name, bytes, raw: bytes.length, brotli: brotli(bytes), loaded: false };
  });
}

/** Where everything lies that is loaded once a reader comes to a playground. @param {File} file */
const isPlayground = ({ name }) => name.startsWith("playground/");

/** What is loaded where modules cannot be. @param {File} file */
const isClassic = ({ name }) => /^classic\/|\.classic\.js$/.test(name);

/**
 * A visit loads one language, the larger here, and the playground's engine in the worker.
 * @param {File[]} files
 */
function withoutAlternatives(files) {
  const languages = files.filter(({ name }) => /\/(en|ko)-/.test(name)).sort((a, b) => b.brotli - a.brotli);
  const others = files.filter(({ name }) => /\/full-host-/.test(name));
  return files.filter((file) => !languages.slice(1).includes(file) && !others.includes(file));
}

/**
 * Marks a file and each one that it names, and so on.
 * @param {File} file
 * @param {File[]} files
 */
function markLoaded(file, files) {
  if (file.loaded) return;
  file.loaded = true;
  if (!/\.(html|js|css)$/.test(file.name)) return;
  const text = file.bytes.toString();
  for (const other of files) {
    if (!other.name.endsWith(".html") && text.includes(basename(other.name))) markLoaded(other, files);
  }
}

/**
 * @param {string} label
 * @param {File[]} files
 * @param {string} [note]
 */
function print(label, files, note = "") {
  const kilobytes = (/** @type {"raw" | "brotli"} */ key) =>
    (files.reduce((sum, file) => sum + file[key], 0) / 1000).toFixed(1).padStart(9);
  console.log(`${label.padEnd(44)}${kilobytes("raw")}${kilobytes("brotli")}${note}`);
}

const site = readSite();
const example = site.filter((file) => !isPlayground(file) && !isClassic(file));
for (const file of example) if (file.name === PAGE) markLoaded(file, example);
const loaded = withoutAlternatives(example.filter((file) => file.loaded));

console.log(`${"KB".padEnd(44)}${"raw".padStart(9)}${"brotli".padStart(9)}`);
for (const file of site) print(file.name, [file], loaded.includes(file) ? "" : "   not loaded by the example");

const stub = loaded.filter(({ name }) => name === STUB);
const wasm = loaded.filter((file) => file.name.endsWith(".wasm"));
print("the stub", stub, `   budget ${BUDGETS.stub}`);
print("wasm", wasm, `   budget ${BUDGETS.wasm}`);
print(`${PAGE} and all that it loads`, loaded, `   budget ${BUDGETS.all}`);
print("a playground beside it", withoutAlternatives(site.filter(isPlayground)));
print("the worked example by classic scripts", site.filter(({ name }) => ["glass-net.classic.js", "classic/worked.js"].includes(name)));

for (const [what, files, budget] of /** @type {const} */ ([
  ["stub", stub, BUDGETS.stub],
  ["wasm", wasm, BUDGETS.wasm],
  ["all", loaded, BUDGETS.all],
])) {
  const sum = files.reduce((total, file) => total + file.brotli, 0);
  if (sum > budget * 1000) {
    console.error(`sizes: ${what}: expected at most ${budget * 1000} bytes of brotli, received ${sum}`);
    process.exitCode = 1;
  }
}
