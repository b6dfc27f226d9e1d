/** In the page's interpreter programs of our own print what the real libraries print, and say what is not there. */
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { asRecorded, difference } from "../python/differences.js";
import { python } from "./python.js";

const FOLDER = "tests/python/programs";
/**
 * Lines that Brython words otherwise: docs/python.md names them.
 * @type {Record<string, [here: string, there: string]>}
 */
const WORDED = {
  "keras-name-errors.py": ["TypeError __init__()", "TypeError Dense.__init__()"],
  // CPython says the likeliest name in the traceback alone.
  "python-name-error.py": [". Did you mean: 'price'?", ""],
};

for (const name of readdirSync(FOLDER).filter((file) => file.endsWith(".py")))
  test(`${name.slice(0, -3)} prints in the page what the real libraries print`, () => {
    const read = (/** @type {string} */ file) => readFileSync(`${FOLDER}/${file}`, "utf8");
    const { printed, fault } = python().run(read(name));
    const [here, there] = WORDED[name] ?? ["", ""];
    const error = fault ? `line ${fault.line}: ${fault.type}: ${fault.message}\n` : "";
    const differs = difference(asRecorded(printed + error).replace(here, there), read(name.replace(/py$/, "txt")));
    assert.equal(differs, undefined, `${name}, ${differs}`);
  });

/** @type {[source: string, code: string | null, what: string | null][]} */
const ABSENT = JSON.parse(readFileSync("tests/python/absent.json", "utf8"));

for (const [source, code, what] of ABSENT)
  test(`${source.split("\n").at(-1)} says in the page what is not there`, () => {
    const { fault } = python().run(source);
    assert.deepEqual(fault?.notThere, code ? [code, what] : undefined, fault?.traceback);
  });
