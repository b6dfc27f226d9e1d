/** The playground's words: both languages say the same things. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { LANGUAGES } from "../../www/src/locales/languages.js";
import { loadPlaygroundWords } from "../../www/src/locales/playground.js";
import { DATA_SETS } from "../../www/src/experiment/data-sets.js";
import { PRESETS } from "../../www/src/experiment/presets.js";

/** Every sentence of every hint of the engine. @type {import("../../www/src/experiment/types.js").Hint[]} */
const hints = JSON.parse(readFileSync(new URL("../fixtures/hints.json", import.meta.url), "utf8"));

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

test("every built-in data set has a name", () => {
  const sources = [...DATA_SETS.map(({ name }) => name), "csv"].sort();
  for (const { data } of [ko, en]) assert.deepEqual(Object.keys(data.sources).sort(), sources);
});

test("English words hold no Korean, apart from the name of the language", () => {
  assert.doesNotMatch(
    JSON.stringify(en, (_, value) => (typeof value === "function" ? String(value) : value)),
    /[가-힣]/,
  );
});

for (const language of Object.keys(LANGUAGES).filter((name) => name !== "en")) {
  // That a language has no more codes than the engine is a matter of types.
  test(`${language}: every hint of the engine has sentences, and they say all its facts`, async () => {
    const words = await loadPlaygroundWords(language);
    for (const hint of hints) {
      const { code, message, advice } = hint;
      const said = words.hints.sentences(hint);
      assert.equal(said.length, 2, code);
      for (const sentence of said) assert.doesNotMatch(sentence, /^$|undefined|NaN|null|\[object/, code);
      assert.ok(said[0] !== message && said[1] !== advice, code);
    }
  });
}

test("a hint in Korean is written in Korean", () => {
  for (const hint of hints)
    for (const sentence of ko.hints.sentences(hint)) assert.match(sentence, /[가-힣]/, hint.code);
});
