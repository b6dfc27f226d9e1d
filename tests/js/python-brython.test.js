/** In the page's interpreter programs of our own print what the real libraries print, and say what is not there. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { differenceOf, PROGRAMS, sourceOf } from "../python/recorded.js";
import { python } from "./python.js";

for (const name of PROGRAMS)
  test(`${name} prints in the page what the real libraries print`, () => {
    assert.equal(differenceOf(name, python().run(sourceOf(name))), undefined);
  });

/** @type {[source: string, code: string | null, what: string | null][]} */
const ABSENT = JSON.parse(readFileSync("tests/python/absent.json", "utf8"));

for (const [source, code, what] of ABSENT)
  test(`${source.split("\n").at(-1)} says in the page what is not there`, () => {
    const { fault } = python().run(source);
    assert.deepEqual(fault?.notThere, code ? [code, what] : undefined, fault?.traceback);
  });
