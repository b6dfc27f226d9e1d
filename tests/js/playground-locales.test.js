/** The playground's words: both languages say the same things. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { loadPlaygroundWords } from "../../www/src/locales/playground.js";
import { DATA_SETS } from "../../www/src/experiment/data-sets.js";
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

test("every hint of the engine has Korean sentences", () => {
  const folder = new URL("../../src/diagnostics/hints/", import.meta.url);
  const files = readdirSync(folder).filter((name) => name !== "mod.rs");
  assert.ok(files.length > 20);
  const facts = { reason: "values", columns: ["TV"], name: "TV", metric: "accuracy", loss: "mae", activation: "relu" };
  const rest = { expected: "linear", optimizer: "sgd", key: "loss", value: "nan" };
  const numbers = {
    stableRate: 1,
    learningRate: 2,
    size: 3,
    ratio: 4,
    factor: 5,
    bestLoss: 6,
    lowestLoss: 7,
    valLoss: 8,
  };
  for (const file of files) {
    const [, code] = /fn code[^"]*"([a-z_]+)"/.exec(readFileSync(new URL(file, folder), "utf8")) ?? [];
    const hint = { code, facts: { ...facts, ...rest, ...numbers }, message: "own", advice: "own", severity: "info" };
    for (const sentence of ko.hints.sentences(/** @type {any} */ (hint))) assert.match(sentence, /[가-힣]/, file);
  }
});
