/**
 * The same bits and the same words in Firefox as in Chromium, of what a reader does; `cargo xtask test --with-firefox`
 * runs it.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { launch, serveSite } from "./browsers.js";
import { bytesOf, missingModule, REPORTS, table, workedExample, xor } from "./scenarios.js";
import { TABLES } from "../fixtures/tables.js";

/** @typedef {import("puppeteer-core").Browser} Browser */

/** @type {{ chrome: Browser, firefox: Browser }} */
let browsers;
/** @type {() => void} */
let stop;

before(async () => {
  stop = await serveSite();
  browsers = { chrome: await launch("chrome"), firefox: await launch("firefox") };
});
after(async () => {
  await Promise.all(Object.values(browsers ?? {}).map((browser) => browser.close()));
  stop?.();
});

/**
 * What both browsers came to, one after the other.
 * @template T
 * @param {(browser: Browser) => Promise<T>} scenario
 * @returns {Promise<[chrome: T, firefox: T]>}
 */
const both = async (scenario) => [await scenario(browsers.chrome), await scenario(browsers.firefox)];

/** A line of the file of bits that native and wasm tests compare with. @param {string} name */
const recorded = (name) =>
  readFileSync("tests/fixtures/same_bits.txt", "utf8")
    .split("\n")
    .find((line) => line.startsWith(`${name} `))
    ?.slice(name.length + 1);

/**
 * Columns by name, numbers as numbers.
 * @param {{ columns: { name: string, kind: string }[], cells: (string | null)[][] }} read
 */
const valuesOf = ({ columns, cells }) =>
  Object.fromEntries(
    columns.map(({ name, kind }, i) => [
      name,
      cells.map((row) => (kind === "text" || row[i] === null ? row[i] : Number(row[i]))),
    ]),
  );

test("Firefox is Firefox", async () => {
  assert.match(await browsers.firefox.version(), /^firefox/i);
});

test("a module that does not come is told in words that the element knows", async () => {
  for (const failure of await both(missingModule)) assert.match(failure, /^TypeError.*import/i);
});

test("the worked example trains to its target with the bits that were recorded, and its poster has the step and the network", async () => {
  const [chrome, firefox] = await both(workedExample);
  assert.equal(firefox.losses, recorded("tutorial losses"));
  assert.deepEqual(firefox, chrome);
  assert.ok(firefox.poster.title && firefox.poster.nets >= 1 && firefox.poster.words);
  assert.deepEqual(firefox.thrown, []);
});

test("xor trains to its end with the same weights and the same history", async () => {
  const [chrome, firefox] = await both(xor);
  assert.equal(firefox.end.why, "finished");
  assert.notEqual(firefox.weights, firefox.start);
  assert.deepEqual(firefox, chrome);
  assert.deepEqual(firefox.thrown, []);
});

for (const { file, bytes, columns } of TABLES) {
  test(`the table ${file} is read as it is meant`, async () => {
    const read = await table(browsers.firefox, file, bytes);
    assert.deepEqual(read.thrown, []);
    assert.equal(read.rejected, undefined);
    assert.deepEqual(valuesOf(/** @type {any} */ (read)), columns);
  });
}

for (const file of REPORTS) {
  test(`the file ${file} is read, or rejected, as in Chromium`, async () => {
    const [chrome, firefox] = await both((browser) => table(browser, file, bytesOf(file)));
    assert.deepEqual(firefox, chrome);
    assert.deepEqual(firefox.thrown, []);
  });
}
