/** The page of the API has everything that the package's types declare, each under an address of its own. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { apiPage } from "../../xtask/js/api/page.js";
import { declarationsIn } from "../../xtask/js/api/read.js";

const PAGE = apiPage();

/** @param {RegExp} pattern */
const found = (pattern) => Array.from(PAGE.matchAll(pattern), ([, text]) => text);

test("the page has every class, function and type, and no name twice", () => {
  const ids = found(/ id="([^"]+)"/g);
  assert.equal(new Set(ids).size, ids.length);
  for (const file of ["www/pkg-full/glassnet.d.ts", "www/element.d.ts"]) {
    // What only the package itself uses, or its loader.
    const inner = ["__wbg_reset_state", "InitOutput", "SyncInitInput", "initSync", "start"];
    const declared = readFileSync(file, "utf8").matchAll(/^export (?:class|function|interface|type) (\w+)/gm);
    for (const [, name] of declared) assert.equal(ids.includes(name), !inner.includes(name), name);
  }
  for (const id of ["Sequential.fit", "Table.fromCsv", "GlassNet.goTo", "FitConfig.epochs"])
    assert.ok(ids.includes(id), id);
});

test("every link within the page leads to a place of it", () => {
  const ids = found(/ id="([^"]+)"/g);
  const links = found(/href="#([^"]+)"/g);
  assert.ok(links.length > 300, String(links.length));
  assert.deepEqual(
    links.filter((link) => !ids.includes(link)),
    [],
  );
});

test("a class has the members of all that is declared by its name, with what is said of them", () => {
  const sequential = declarationsIn("www/pkg-full/glassnet.d.ts").find(({ name }) => name === "Sequential");
  const fits = sequential?.members.filter(({ name }) => name === "fit").map(({ text }) => text);
  assert.deepEqual(fits, [
    "fit(x: Numbers, y: Numbers, options?: FitConfig): History",
    "fit(dataset: Dataset, options?: FitConfig): History",
  ]);
  assert.match(sequential?.members.find(({ name }) => name === "getWeights")?.doc ?? "", /Keras's `get_weights\(\)`/);
});

test("what glassnet/core lacks of a class that it has is marked", () => {
  const of = (/** @type {string} */ id) => PAGE.slice(PAGE.indexOf(`id="${id}"`)).split("<dt")[0];
  assert.match(of("Sequential.summary"), /not in glassnet\/core/);
  assert.doesNotMatch(of("Sequential.predict"), /not in glassnet\/core/);
});

test("no text of a type or a comment is taken for markup", () => {
  assert.ok(PAGE.includes("Promise&lt;void>"));
  assert.ok(
    !/<(?!\/?(a|body|code|d[dlt]|details|div|footer|h\d|head|header|html|li|link|main|meta|nav|p|pre|script|section|style|summary|title|ul)\b|!doctype)/.test(
      PAGE,
    ),
  );
});
