/** The pseudo-language that end-to-end tests read pages in. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { loadAuthorWords } from "../../www/src/locales/author.js";
import { loadDemoWords } from "../../www/src/locales/demo.js";
import { loadWords } from "../../www/src/locales/index.js";
import { loadPlaygroundWords } from "../../www/src/locales/playground.js";
import { pseudoWords } from "../e2e/pseudo-language.js";

/** @param {any} value @returns {string[]} The path of each string and function in it. */
const paths = (value, path = "") =>
  value && typeof value === "object"
    ? Object.entries(value).flatMap(([key, item]) => paths(item, `${path}.${key}`))
    : [path];

for (const load of [loadWords, loadPlaygroundWords, loadDemoWords, loadAuthorWords]) {
  test(`${load.name}: the pseudo-language has every key of English`, async () => {
    const english = await load("en");
    assert.deepEqual(paths(pseudoWords(english)), paths(english));
  });
}

test("every string is marked and a third longer, also what a function returns; names for programs stay", () => {
  const { lang, lead, count } = pseudoWords({
    lang: "en",
    lead: "Follow it",
    count: (/** @type {number} */ n) => `${n} rows`,
  });
  assert.equal(lang, "en");
  assert.equal(lead, "⟦Followow it⟧");
  assert.equal(count(3), "⟦3 rowsws⟧");
});
