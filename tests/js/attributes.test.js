/** What authors may write. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { ATTRIBUTES } from "../../www/src/attributes.js";
import { choiceOf, numberOf, wordsOf } from "../../www/src/given.js";
import { GIVEN, OWN, propertyOf, SCENES } from "../../www/src/guest/names.js";

test("the guest knows the attributes of the schema, and no others", () => {
  assert.deepEqual(ATTRIBUTES.map(({ name }) => name).sort(), [...GIVEN, ...OWN, "lang"].sort());
  assert.deepEqual(ATTRIBUTES.find(({ name }) => name === "scene")?.values, Object.keys(SCENES));
});

test("the property of an attribute is its name in one word", () => {
  assert.equal(propertyOf("learning-rate"), "learningRate");
  assert.equal(propertyOf("at"), "at");
});

test("a number beyond its range is the nearest in it, and what is no number is ignored", () => {
  assert.deepEqual(["0", "12", "-3", "1e12", "", "x", undefined].map((text) => numberOf(text, 0, 1e9)), [0, 12, 0, 1e9, undefined, undefined, undefined]);
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
  assert.deepEqual(own.filter((property) => !new RegExp(`^  ${property}: string`, "m").test(types)), []);
});
