/** What our own steps of the build do to source maps, as Node reads them. */
import assert from "node:assert/strict";
import { SourceMap } from "node:module";
import { test } from "node:test";
import { decoded, encoded, putFirst, takeOut, TracedText } from "../../xtask/js/source-map.js";

const SOURCE = ["first()", "    second();", "", "  third(`  fourth`);"].join("\n");

/** Where each word of a text stands in the source, by its map. @param {string} text @param {any} map */
const placesOf = (text, map) =>
  text.split("\n").flatMap((line, at) =>
    Array.from(line.matchAll(/\w+/g), ({ 0: word, index }) => {
      const entry = /** @type {any} */ (new SourceMap(map).findEntry(at, index));
      return [word, entry.originalLine, entry.originalColumn];
    }),
  );

/** A bundle of one chunk with its map. @param {string} code @param {any} map */
const bundleOf = (code, map) => {
  const chunk = /** @type {any} */ ({ type: "chunk", fileName: "a.js", code });
  const asset = { type: "asset", source: JSON.stringify(map) };
  return {
    chunk,
    bundle: /** @type {any} */ ({ "a.js": chunk, "a.js.map": asset }),
    map: () => JSON.parse(asset.source),
  };
};

const PLACES = [
  ["first", 0, 0],
  ["second", 1, 4],
  ["third", 3, 2],
  ["fourth", 3, 11],
];

test("a text without indentation and empty lines knows where its words stood", () => {
  const { text, map } = new TracedText(SOURCE).replace(/\s*\n\s*/g, () => "\n");
  assert.equal(text, "first()\nsecond();\nthird(`  fourth`);");
  assert.deepEqual(placesOf(text, map), PLACES);
});

test("mappings are read and written again to the same text", () => {
  const { mappings } = new TracedText(SOURCE).map;
  assert.equal(encoded(decoded(mappings)), mappings);
  // 16 is the first number of two digits; -1 has the bit of a sign.
  assert.equal(encoded([[[16, 0, 1, 3]], [[0, 0, 0, 0]]]), "gBACG;AADH");
});

test("what is taken out of a chunk moves what stands behind it", () => {
  const { text, map } = new TracedText(SOURCE).replace(/\s*\n\s*/g, () => "[cut]");
  const made = bundleOf(text, map);
  takeOut(made.bundle, made.chunk, "[cut]");
  assert.equal(made.chunk.code, "first()second();third(`  fourth`);");
  assert.deepEqual(placesOf(made.chunk.code, made.map()), PLACES);
});

test("a line before a chunk moves all of it down", () => {
  const { text, map } = new TracedText(SOURCE);
  const made = bundleOf(text, map);
  putFirst(made.bundle, made.chunk, "/*! */");
  assert.equal(made.chunk.code, `/*! */\n${SOURCE}`);
  assert.deepEqual(placesOf(SOURCE, { ...made.map(), mappings: made.map().mappings.slice(1) }), PLACES);
  assert.deepEqual(placesOf(made.chunk.code, made.map()).slice(-4), PLACES);
});
