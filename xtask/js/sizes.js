// Prints what a reader downloads, file by file, and fails where it is more than the budget.
// usage: node sizes.js <folder of the built site>

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isAfterPicture, isClassic, loadedFrom, readSite, STUB, sumOf, withoutAlternatives } from "./weigh.js";

/** The page with the worked example; what it may load is what a reader has to download. */
const PAGE = "embed.html";
/** Brotli, in KB of 1000 bytes. */
const BUDGETS = {
  stub: 3,
  wasm: 38,
  all: 85,
  bench: 256,
  engine: 150,
  classic: 95,
  code: 10,
  editor: 130,
  python: 300,
};

/** @import { File } from "./weigh.js" */

const [folder = ""] = process.argv.slice(2);
if (!existsSync(join(folder, PAGE))) {
  console.error(`sizes: expected a folder with ${PAGE}, received "${folder}"`);
  process.exit(1);
}

/** Where everything lies that is loaded once a reader comes to a playground. @param {File} file */
const isPlayground = ({ name }) => name.startsWith("playground/");

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

const site = readSite(folder);
/** What only a code scene loads. @param {File} file */
const isCode = ({ name }) => name.startsWith("code/");
const example = site.filter((file) => !isPlayground(file) && !isCode(file) && !isClassic(file));
const loaded = withoutAlternatives(loadedFrom([PAGE], example));

console.log(`${"KB".padEnd(44)}${"raw".padStart(9)}${"brotli".padStart(9)}`);
for (const file of site) print(file.name, [file], loaded.includes(file) ? "" : "   not loaded by the example");

const stub = loaded.filter(({ name }) => name === STUB);
const classic = withoutAlternatives(
  site.filter(({ name }) => /^(glass-net\.classic|classic\/(worked|words-\w+))\.js$/.test(name)),
);
/** Beside the stub: a program that nobody touched yet. */
const first = site.filter(({ name }) => /^code\/scene-/.test(name)).map(({ name }) => name);
const words = site.filter(({ name }) => /^code\/\w{2}-/.test(name)).sort((a, b) => b.brotli - a.brotli);
const notStub = site.filter(({ name }) => name !== STUB);
const code = [...loadedFrom(first, notStub).filter((file) => !words.includes(file)), words[0]];
const editor = site.filter(({ name }) => /^code\/editor-/.test(name));
/** What the first Run brings but for the engine, which a playground has too. @param {File} file */
const isPython = ({ name }) => /^code\/(worker|brython|stand-ins)-/.test(name);
const worker = site.filter(({ name }) => /^code\/worker-/.test(name)).map(({ name }) => name);
const python = loadedFrom(worker, site.filter(isPython)).filter(({ name }) => !worker.includes(name));
const library = site.filter(({ name }) => name.startsWith("code/library/"));
const [engine, secondary] = ["primary", "secondary"].map((part) =>
  site.filter(({ name }) => name.startsWith(`playground/${part}-`)),
);
/** As the build of the site weighed it. @type {{ playground: number }} */
const { playground: bench } = JSON.parse(readFileSync(join(folder, "sizes.json"), "utf8"));
const wasm = loaded.filter((file) => file.name.endsWith(".wasm"));
print("the stub", stub, `   budget ${BUDGETS.stub}`);
print("wasm", wasm, `   budget ${BUDGETS.wasm}`);
print(`${PAGE} and all that it loads`, loaded, `   budget ${BUDGETS.all}`);
print("and what comes after its first picture", site.filter(isAfterPicture));
print("the engine of a playground, at first", engine, `   budget ${BUDGETS.engine}`);
print("and what of it is fetched when it is called", secondary);
console.log(
  `a playground and all that it loads at first${(bench / 1000).toFixed(1).padStart(20)}   budget ${BUDGETS.bench}`,
);
print("a program before Run, beside the stub", code, `   budget ${BUDGETS.code}`);
print("the editor of a program", editor, `   budget ${BUDGETS.editor}`);
print("Python: interpreter, sys, math, stand-ins", python, `   budget ${BUDGETS.python}`);
print(
  "its worker, with the engine's JavaScript",
  site.filter(({ name }) => worker.includes(name)),
);
print("modules of its library, one by one", library);
print("the worked example by classic scripts", classic, `   budget ${BUDGETS.classic}`);

for (const [what, sum, budget] of /** @type {const} */ ([
  ["stub", sumOf(stub), BUDGETS.stub],
  ["wasm", sumOf(wasm), BUDGETS.wasm],
  ["all", sumOf(loaded), BUDGETS.all],
  ["bench", bench, BUDGETS.bench],
  ["engine", sumOf(engine), BUDGETS.engine],
  ["classic", sumOf(classic), BUDGETS.classic],
  ["code", sumOf(code), BUDGETS.code],
  ["editor", sumOf(editor), BUDGETS.editor],
  ["python", sumOf(python), BUDGETS.python],
])) {
  if (sum > budget * 1000) {
    console.error(`sizes: ${what}: expected at most ${budget * 1000} bytes of brotli, received ${sum}`);
    process.exitCode = 1;
  }
}
