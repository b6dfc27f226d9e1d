/** What authors may write. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { ATTRIBUTES } from "../../www/src/element/attributes.js";
import { choiceOf, numberOf, wordsOf } from "../../www/src/element/attribute-values.js";
import { COLORS } from "../../www/src/theme.js";
import { SCENE_ATTRIBUTES, heightsOf, OWN, propertyOf } from "../../www/src/element/names.js";
import { SCENES } from "../../www/src/scenes/index.js";

test("the loader knows the attributes of the schema, and no others", () => {
  const names = [...new Set(ATTRIBUTES.map(({ name }) => name))];
  assert.deepEqual(names.sort(), [...SCENE_ATTRIBUTES, ...OWN, "lang"].sort());
  assert.deepEqual(ATTRIBUTES.find(({ name }) => name === "scene")?.values, Object.keys(SCENES));
});

test("no scene takes two attributes of one name", () => {
  for (const scene of Object.keys(SCENES)) {
    const names = ATTRIBUTES.flatMap(({ name, scenes }) =>
      !scenes || scenes.some((other) => other === scene) ? name : [],
    );
    assert.deepEqual(names, [...new Set(names)], scene);
  }
});

test("the property of an attribute is its name in one word", () => {
  assert.equal(propertyOf("learning-rate"), "learningRate");
  assert.equal(propertyOf("at"), "at");
});

test("a number beyond its range is the nearest in it, and what is no number is ignored", () => {
  assert.deepEqual(
    ["0", "12", "-3", "1e12", "", "x", undefined].map((text) => numberOf(text, 0, 1e9)),
    [0, 12, 0, 1e9, undefined, undefined, undefined],
  );
});

test("a word that is none of the choice is ignored", () => {
  assert.equal(choiceOf(" loss ", ["forward", "loss"]), "loss");
  assert.equal(choiceOf("lunch", ["forward", "loss"]), undefined);
  assert.deepEqual(wordsOf("play tea step", ["play", "step", "help"]), ["play", "step"]);
  assert.deepEqual(wordsOf("none", ["play"]), []);
  assert.equal(wordsOf(undefined, ["play"]), undefined);
});

test("TypeScript knows every attribute as a property", () => {
  const types = readFileSync("www/element.d.ts", "utf8");
  const own = ATTRIBUTES.filter(({ name }) => name !== "lang").map(({ name }) => propertyOf(name));
  assert.deepEqual(
    own.filter((property) => !new RegExp(`^  ${property}: string`, "m").test(types)),
    [],
  );
});

test("the table of docs/embedding.md names every attribute, and its values", () => {
  const table = readFileSync("docs/embedding.md", "utf8")
    .split("\n")
    .filter((line) => line.startsWith("| `"));
  for (const { name, kind, values = [] } of ATTRIBUTES) {
    const row = table.filter((line) => line.split("|")[1].includes(`\`${name}\``)).join();
    assert.ok(row, name);
    const words = kind === "words" ? [values.join(" ")] : values.map((value) => `\`${value}\``);
    for (const word of words)
      assert.ok(row.includes(word) || row.includes(word.replaceAll("`", "")), `${name}: ${word}`);
  }
});

test("what docs/embedding.md says of colours and parts is so", () => {
  const text = readFileSync("docs/embedding.md", "utf8");
  for (const name of Object.keys(COLORS)) assert.ok(text.includes(`\`${name}\``), name);
  const parts = /PARTS = "([^"]+)"/.exec(readFileSync("www/src/element/element.js", "utf8"))?.[1].split(", ") ?? [];
  assert.ok(parts.length > 0);
  for (const part of parts) assert.ok(text.includes(`\`${part}\``), part);
});

/** What an author wrote. @param {Record<string, string>} written */
const reading = (written) => (/** @type {string} */ name) => written[name] ?? null;

test("less room is kept where an author wants less to be seen", () => {
  for (const [name, { heights }] of Object.entries(SCENES)) {
    const scene = /** @type {keyof typeof SCENES} */ (name);
    const [usual, compact = usual, bare = usual] = heights;
    assert.deepEqual(heightsOf(scene, reading({})), usual);
    assert.deepEqual(heightsOf(scene, reading({ density: "compact" })), compact);
    assert.deepEqual(heightsOf(scene, reading({ controls: "none" })), bare);
    const both = heightsOf(scene, reading({ density: "compact", controls: "none" }));
    both.forEach((height, i) => assert.ok(height > 0 && height <= usual[i], `${name} ${i}`));
  }
  const [with_, without] = ["play settings", "play"].map((controls) => heightsOf("worked", reading({ controls })));
  with_.forEach((height, i) => assert.ok(height > without[i]));
});

test("a narrow place is kept as high as the example has layers, a wide one as ever", () => {
  const [tutorial, single] = [heightsOf("worked", reading({})), heightsOf("worked", reading({ kernels: "1.2;0.4" }))];
  assert.deepEqual(heightsOf("worked", reading({ kernels: "2,1;1,1|1,-1;-1,-2|-1;2" })), tutorial);
  assert.ok(single[0] < tutorial[0] && single[4] === tutorial[4]);
  assert.deepEqual(heightsOf("run", reading({ kernels: "1;1" })), SCENES.run.heights[0]);
});
