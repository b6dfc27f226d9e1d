/** The playground's words: both languages say the same things. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { loadPlaygroundWords } from "../../www/src/locales/playground.js";
import { PRESETS } from "../../www/src/experiment/presets.js";

const [ko, en] = await Promise.all([loadPlaygroundWords("ko"), loadPlaygroundWords("en")]);

/** @param {unknown} value @returns {unknown} the keys, and what stands there, without the words */
function skeleton(value) {
  if (typeof value === "function") return "function";
  if (Array.isArray(value)) return value.length;
  if (typeof value !== "object" || value === null) return typeof value;
  return Object.fromEntries(
    Object.entries(value)
      .sort()
      .map(([key, item]) => [key, skeleton(item)]),
  );
}

test("both languages of the playground have the same keys", () => {
  assert.deepEqual(skeleton(ko), skeleton(en));
});

test("no string of the playground is empty", () => {
  for (const words of [ko, en]) assert.ok(!JSON.stringify(words).includes('""'));
});

test("every preset has a name and a sentence", () => {
  for (const { shell } of [ko, en]) assert.deepEqual(Object.keys(shell.presets).sort(), Object.keys(PRESETS).sort());
});

test("English words hold no Korean, apart from the name of the language", () => {
  assert.doesNotMatch(
    JSON.stringify(en, (_, value) => (typeof value === "function" ? String(value) : value)),
    /[가-힣]/,
  );
});
