/** English that counts: one of a thing is one row, not 1 rows, in every sentence of every page. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { loadAuthorWords } from "../../www/src/locales/author.js";
import { loadDemoWords } from "../../www/src/locales/demo.js";
import { loadWords } from "../../www/src/locales/index.js";
import { are, many } from "../../www/src/locales/en/count.js";
import { loadPlaygroundWords } from "../../www/src/locales/playground.js";

/** Stands for an object whose every part is one, or a list of one. @type {any} */
const one = new Proxy(() => "1", {
  get: (_, key) =>
    key === Symbol.toPrimitive
      ? () => 1
      : key === Symbol.iterator
        ? function* () {
            yield one;
          }
        : key === "length"
          ? 1
          : key === "join"
            ? () => "1"
            : typeof key === "string" && /^(map|filter|slice|every|some|reverse)$/.test(key)
              ? () => ["1"]
              : one,
});

/** What a sentence may be given: one as a number, as it is printed, as a list, as facts, and as a row of layers. */
const KINDS = [
  1,
  "1",
  ["1"],
  new Proxy(
    {},
    {
      get: (_, key) =>
        /** @type {Record<string | symbol, string>} */ ({ phase: "forward", reason: "values" })[key] ?? 1,
    },
  ),
  [1, 1, 1],
  one,
];

/** All texts in a value. @param {unknown} value @returns {string[]} */
const textsIn = (value) => (typeof value === "string" ? [value] : Array.isArray(value) ? value.flatMap(textsIn) : []);

/** What a sentence says of one of each. @param {(...args: any[]) => unknown} write */
function saidOfOne(write) {
  return KINDS.flatMap((kind) => {
    try {
      return textsIn(write(...new Array(8).fill(kind)));
    } catch {
      return [];
    }
  });
}

/**
 * Every function among words, by its place.
 * @param {unknown} value
 * @param {string} path
 * @returns {[string, (...args: any[]) => unknown][]}
 */
function sentencesIn(value, path) {
  if (typeof value === "function") return [[path, /** @type {any} */ (value)]];
  return typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([key, part]) => sentencesIn(part, `${path}.${key}`))
    : [];
}

/** What the pages count; "1 times smaller" and "1 × 10⁻⁵" are no counts. */
const NOUN =
  "(?:row|column|cell|line|name|file|byte|unit|layer|input|output|weight|parameter|feature|value|number|point|run|epoch|batch|iteration|update|class|product|error|term|time(?!s (?:smaller|larger|that)\\b))";

/** Verbs that look like what is counted, and numbers that belong to somebody. */
const NO_COUNT = /runs across|updates the weights|the numbers of/g;

/** The English sentences of the engine's hints. @type {{ message: string, advice: string }[]} */
const hints = JSON.parse(readFileSync(new URL("../fixtures/hints.json", import.meta.url), "utf8"));

/** "1 rows", "1 more units", "1 of 1 units", and "1 row are". */
const FAULTS = [
  `(?<![\\d.,])1[ \u00a0](?:[a-z]+ )?${NOUN}(?:es|s)\\b`,
  `(?<![\\d.,])1[ \u00a0](?:[a-z]+ )?${NOUN} (?:[a-z]+ \\w+ ){0,2}(?:are|were|have|get)\\b`,
].map((fault) => new RegExp(fault));

test("a sentence about one of a thing says it in the singular, on every page", async () => {
  const pages = {
    worked: await loadWords("en"),
    playground: await loadPlaygroundWords("en"),
    demo: await loadDemoWords("en"),
    author: await loadAuthorWords("en"),
  };
  // English hints are the engine's own: see below.
  const sentences = sentencesIn(pages, "").filter(([path]) => path !== ".playground.hints.sentences");
  assert.ok(sentences.length > 200, `${sentences.length} sentences`);
  const wrong = new Set();
  for (const [path, write] of sentences) {
    const said = saidOfOne(write);
    assert.ok(said.length, `${path} was not heard`);
    for (const text of said)
      if (FAULTS.some((fault) => fault.test(text.replace(NO_COUNT, "")))) wrong.add(`${path}: ${text}`);
  }
  assert.deepEqual([...wrong], []);
});

test("a hint about one of a thing says it in the singular", () => {
  const sentences = hints.flatMap(({ message, advice }) => [message, advice]);
  assert.ok(sentences.some((sentence) => /\b1 unit\b/.test(sentence)) && sentences.some((s) => /\b1 row\b/.test(s)));
  assert.deepEqual(
    sentences.filter((sentence) => FAULTS.some((fault) => fault.test(sentence.replace(NO_COUNT, "")))),
    [],
  );
});

test("the faults are found where they are", () => {
  for (const text of [
    "1 rows, 2 columns",
    "after 1 updates each",
    "Show 1 more units",
    "1 of 1 units",
    "the 1 row are evaluated",
    "of 1 classes",
    "1 parameter are too many",
    "1 row of training are evaluated",
  ]) {
    assert.ok(
      FAULTS.some((fault) => fault.test(text)),
      text,
    );
  }
  for (const text of ["1 row, 2 columns", "21 rows", "0.1 units", "layer 1 is dead", "1,001 rows", "1 times smaller"])
    assert.ok(!FAULTS.some((fault) => fault.test(text)), text);
});

test("a count has its noun and its verb", () => {
  assert.deepEqual(
    [many(1, "row"), many("1", "row"), many(0, "row"), many(2000, "row"), many("2", "class", "classes")],
    ["1 row", "1 row", "0 rows", "2,000 rows", "2 classes"],
  );
  assert.deepEqual([are(1), are("1"), are(2)], ["is", "is", "are"]);
});

test("few rows are all of them, many are the first", async () => {
  const [
    {
      results: { pairs: en },
    },
    {
      results: { pairs: ko },
    },
  ] = await Promise.all(["en", "ko"].map(loadPlaygroundWords));
  assert.match(en.about(1, true), /^The test row\./);
  assert.match(en.about(4, true), /^The 4 test rows\./);
  assert.match(en.unsplit(5, false), /^The first 5 rows\./);
  assert.match(ko.about(1, true), /^테스트 1행이에요\./);
  assert.match(ko.about(5, false), /^테스트 행 가운데 처음 5개예요\./);
});
