import assert from "node:assert/strict";
import { test } from "node:test";
import { loadWords } from "../../www/src/locales/index.js";
import {
  biasName,
  curveName,
  layerName,
  localWeightName,
  nameText,
  preActivationName,
  targetName,
  unitName,
  weightName,
} from "../../www/src/names.js";

/** @param {number} inputs @param {number[]} units */
const shape = (inputs, ...units) => ({ inputs: new Array(inputs).fill(0), layers: units.map((n) => ({ units: n })) });
const tutorial = shape(2, 2, 2, 1);

const [ko, en] = [await loadWords("ko"), await loadWords("en")];

test("hidden units are numbered through all hidden layers and a single output has no number", () => {
  const names = [
    [-1, 0],
    [-1, 1],
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
    [2, 0],
  ];
  assert.deepEqual(
    names.map(([layer, unit]) => nameText(unitName(tutorial, layer, unit))),
    ["x₁", "x₂", "h₁", "h₂", "h₃", "h₄", "ŷ"],
  );
});

test("several outputs and targets are numbered", () => {
  assert.equal(nameText(unitName(shape(3, 4, 2), 1, 1)), "ŷ₂");
  assert.equal(nameText(targetName(shape(3, 4, 2), 0)), "y₁");
  assert.equal(nameText(targetName(tutorial, 0)), "y");
});

test("no two units of a network have the same name", () => {
  const net = shape(3, 10, 10, 2);
  const all = [3, 10, 10, 2].flatMap((n, i) =>
    Array.from({ length: n }, (_, unit) => nameText(unitName(net, i - 1, unit))),
  );
  assert.equal(new Set(all).size, 25);
  assert.ok(all.includes("h₂₀"));
});

test("a pre-activation carries the number of its hidden unit, or the output that it becomes", () => {
  assert.equal(nameText(preActivationName(tutorial, 1, 0)), "z₃");
  assert.equal(nameText(preActivationName(tutorial, 2, 0)), "z(ŷ)");
  assert.deepEqual(preActivationName(shape(1, 2), 0, 1), { symbol: "z", index: { symbol: "ŷ", index: 2 } });
});

test("a weight is named by its link, and by its input alone where the unit is known", () => {
  assert.equal(nameText(weightName(tutorial, 0, 0, 1)), "w(x₂→h₁)");
  assert.equal(nameText(weightName(tutorial, 2, 0, 0)), "w(h₃→ŷ)");
  assert.equal(nameText(localWeightName(1)), "w₂");
  assert.equal(nameText(biasName(tutorial, 0, 1)), "b(h₂)");
});

test("layers are counted without the input layer", () => {
  const names = [-1, 0, 1, 2];
  assert.deepEqual(
    names.map((i) => layerName(ko, tutorial, i)),
    ["입력층", "은닉층 1", "은닉층 2", "출력층"],
  );
  assert.deepEqual(
    names.map((i) => layerName(en, tutorial, i)),
    ["Input layer", "Hidden layer 1", "Hidden layer 2", "Output layer"],
  );
});

test("a curve is kept by the activation and by what it is set to", () => {
  const relu = { activation: "relu" };
  const all = [
    relu,
    { ...relu, settings: { negativeSlope: 0.1 } },
    { ...relu, settings: { negativeSlope: 0.2 } },
    { activation: "elu", settings: { alpha: 0.1 } },
  ];
  assert.equal(new Set(all.map(curveName)).size, all.length);
  assert.equal(curveName(relu), "relu");
});
