/** The programs of our own beside what the real libraries printed, for whatever runs them in Brython. */
import { readdirSync, readFileSync } from "node:fs";
import { asRecorded, difference } from "./differences.js";

const FOLDER = "tests/python/programs";

/** Their names. */
export const PROGRAMS = readdirSync(FOLDER)
  .filter((file) => file.endsWith(".py"))
  .map((file) => file.slice(0, -3))
  .sort();

/** @param {string} name */
export const sourceOf = (name) => readFileSync(`${FOLDER}/${name}.py`, "utf8");

/** @param {string} name */
export const recordOf = (name) => readFileSync(`${FOLDER}/${name}.txt`, "utf8");

/**
 * Lines that Brython words otherwise: docs/python.md names them.
 * @type {Record<string, [here: string, there: string]>}
 */
const WORDED = {
  "keras-name-errors": ["TypeError __init__()", "TypeError Dense.__init__()"],
  // CPython says the likeliest name in the traceback alone.
  "python-name-error": [". Did you mean: 'price'?", ""],
};

/**
 * What a program printed and how it ended beside what is recorded: the first lines that differ, or undefined.
 * @param {string} name
 * @param {{ printed: string, fault?: { line?: number, type?: string, message?: string } }} ran
 */
export function differenceOf(name, { printed, fault }) {
  const [here, there] = WORDED[name] ?? ["", ""];
  const error = fault ? `line ${fault.line}: ${fault.type}: ${fault.message}\n` : "";
  const differs = difference(asRecorded(printed + error).replace(here, there), recordOf(name));
  return differs && `${name}, ${differs}`;
}
