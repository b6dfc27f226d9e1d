/**
 * Writes what a reader of the demo page keeps of its programs, the table that they read and what was recorded of them,
 * for `downloads.py`. usage: node downloads.js <folder>
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { PROGRAMS } from "../../www/demo/programs.js";
import { RECORDED } from "../../www/demo/recorded.js";
import start, { advertising } from "../../www/pkg-full/glassnet.js";
import { notebookOf, scriptOf } from "../../www/src/code/notebook.js";

await start({ module_or_path: readFileSync(new URL("../../www/pkg-full/glassnet_bg.wasm", import.meta.url)) });
const [, , folder] = process.argv;
mkdirSync(folder, { recursive: true });
const table = advertising();
const columns = table.names.map((/** @type {string} */ name) => table.column(name));
const rows = Array.from({ length: table.rows }, (_, row) => columns.map((column) => column?.[row]).join(","));
// As the book's file has it: the first column is without a name.
const names = table.names.map((/** @type {string} */ name) => name.replace("Unnamed: 0", ""));
const programs = Object.values(PROGRAMS);
for (const [file, text] of Object.entries({
  "Advertising.csv": `${[names.join(","), ...rows].join("\n")}\n`,
  "program.py": scriptOf(programs),
  "program.ipynb": notebookOf(programs),
  "recorded.json": JSON.stringify(Object.values(RECORDED)),
}))
  writeFileSync(join(folder, file), text);
