import assert from "node:assert/strict";
import { test } from "node:test";
import { josa } from "../../www/src/locales/ko/particles.js";

/** @param {string} pair @param {[string, string][]} cases */
const each = (pair, cases) => cases.forEach(([word, particle]) => assert.equal(josa(word, pair), word + particle));

test("Hangul takes the particle of its final consonant", () => {
  each("을/를", [
    ["가중치", "를"],
    ["편향", "을"],
  ]);
  each("으로/로", [
    ["출력층", "으로"],
    ["가중치", "로"],
    ["유닛", "으로"],
  ]);
});

test("digits are read in Korean", () => {
  each("이/가", [
    ["0", "이"],
    ["1", "이"],
    ["2", "가"],
    ["3", "이"],
    ["4", "가"],
    ["5", "가"],
    ["6", "이"],
    ["7", "이"],
    ["8", "이"],
    ["9", "가"],
  ]);
});

test("after the ㄹ of 1, 7 and 8 it is 로", () => {
  each("으로/로", [
    ["1", "로"],
    ["7", "로"],
    ["8", "로"],
    ["3", "으로"],
    ["6", "으로"],
    ["0", "으로"],
    ["2", "로"],
  ]);
});

test("decimals end in their last digit and round numbers in their unit", () => {
  each("으로/로", [
    ["0.436", "으로"],
    ["−0.257", "로"],
    ["0.400", "으로"],
    ["10", "으로"],
    ["100", "으로"],
    ["20000", "으로"],
  ]);
});

test("powers of ten end in 제곱", () =>
  each("을/를", [
    ["1.31 × 10⁻⁵", "을"],
    ["1 × 10⁶", "을"],
  ]));

test("names are read aloud: h₁ is 에이치 일, ŷ is 와이 햇", () => {
  each("은/는", [
    ["h₁", "은"],
    ["x₂", "는"],
    ["h₁₀", "은"],
    ["ŷ", "은"],
    ["ŷ₂", "는"],
    ["y", "는"],
    ["L", "은"],
    ["z", "는"],
  ]);
});

test("closing brackets and quotes are not read", () => {
  each("과/와", [
    ["w(x₁→h₁)", "과"],
    ["w(x₁→h₂)", "와"],
    ["z(ŷ)", "과"],
    ["‘유닛’", "과"],
  ]);
});

test("the copula follows the same rule", () =>
  each("이에요/예요", [
    ["0.731", "이에요"],
    ["0.5", "예요"],
    ["NaN", "이에요"],
    ["∞", "예요"],
  ]));
