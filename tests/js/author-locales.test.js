/** The author page's words: both languages say the same things, and every attribute of the schema has some. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { PLACES, SNIPPETS } from "../../www/author/places.js";
import { ATTRIBUTES } from "../../www/src/element/attributes.js";
import { SCENES } from "../../www/src/scenes/index.js";
import { loadAuthorWords } from "../../www/src/locales/author.js";

const [ko, en] = await Promise.all([loadAuthorWords("ko"), loadAuthorWords("en")]);

/** @param {unknown} value @returns {unknown} the keys, and what stands there, without the words */
function skeleton(value) {
  if (typeof value === "function") return `function of ${value.length}`;
  if (typeof value !== "object" || value === null) return typeof value;
  return Object.fromEntries(
    Object.entries(value)
      .sort()
      .map(([key, item]) => [key, skeleton(item)]),
  );
}

test("both languages of the author page have the same keys", () => {
  assert.deepEqual(skeleton(ko), skeleton(en));
});

test("every attribute, scene, value, place and snippet has its words", () => {
  for (const words of [ko, en]) {
    const names = [...new Set(ATTRIBUTES.map(({ name }) => name))];
    assert.deepEqual(Object.keys(words.attributes).sort(), names.sort());
    assert.deepEqual(Object.keys(words.scenes), Object.keys(SCENES));
    assert.deepEqual(Object.keys(words.places).sort(), Object.keys(PLACES).sort());
    assert.deepEqual(Object.keys(words.snippets).sort(), Object.keys(SNIPPETS).sort());
    const values = ATTRIBUTES.filter(({ name }) => !["scene", "lang"].includes(name)).flatMap(
      ({ values: all = [] }) => all,
    );
    for (const value of values) assert.ok(value in words.values, value);
    for (const { label } of Object.values(words.attributes)) assert.ok(label);
  }
});

test("English words of the author page hold no Korean", () => {
  assert.doesNotMatch(
    JSON.stringify(en, (_, value) => (typeof value === "function" ? String(value) : value)),
    /[가-힣]/,
  );
});
