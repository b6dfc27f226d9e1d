import assert from "node:assert/strict";
import { test } from "node:test";
import { digitsToDistinguish, fixed, format, full, numberParts, parse, signed } from "../../www/src/format.js";

/** @param {(value: number) => string} write @param {[number, string][]} cases */
const each = (write, cases) => cases.forEach(([value, text]) => assert.equal(write(value), text, String(value)));

test("three digits after the point, with a real minus sign", () => {
  each(format, [
    [0.7310585975646973, "0.731"],
    [-0.25660455226898193, "−0.257"],
    [2.001758337020874, "2.002"],
    [0.0362, "0.036"],
  ]);
});

test("values that are exact in f32 stay short", () => {
  each(format, [
    [2, "2"],
    [-1, "−1"],
    [0.5, "0.5"],
    [Math.fround(0.4), "0.4"],
    [Math.fround(0.0098), "0.0098"],
    [0, "0"],
    [-0, "0"],
  ]);
});

test("a value that only rounds to a short one shows all its digits", () => {
  each(format, [
    [0.40048, "0.400"],
    [1.0000001192092896, "1.000"],
  ]);
});

test("small values keep three significant digits, tiny ones a power of ten", () => {
  each(format, [
    [0.0013103354722261429, "0.00131"],
    [0.009999999, "0.0100"],
    [0.0000999999, "0.000100"],
    [1.3103354e-5, "1.31 × 10⁻⁵"],
    [-1e-5, "−1 × 10⁻⁵"],
    [1e-12 / 3, "3.33 × 10⁻¹³"],
  ]);
});

test("large values from a million on are written with a power of ten", () => {
  each(format, [
    [123456.789, "123456.79"],
    [1234567, "1.23 × 10⁶"],
    [1e6, "1 × 10⁶"],
    [-3.3333e38, "−3.33 × 10³⁸"],
  ]);
});

test("numbers that are not finite are shown as such", () => {
  each(format, [
    [NaN, "NaN"],
    [Infinity, "∞"],
    [-Infinity, "−∞"],
  ]);
});

test("more digits on demand", () => {
  assert.equal(format(0.7310585975646973, 5), "0.73106");
  assert.equal(format(0.0013103354722261429, 5), "0.0013103");
  assert.equal(format(0.049321, 1), "0.0493");
});

test("a changing value keeps its width", () => {
  each(fixed, [
    [0.4, "0.400"],
    [2, "2.000"],
    [0, "0.000"],
    [-1, "−1.000"],
    [0.00131, "0.00131"],
    [1e-5, "1.00 × 10⁻⁵"],
  ]);
});

test("a change has a sign unless there is none", () => {
  each(signed, [
    [0.0724, "+0.072"],
    [-0.0724, "−0.072"],
    [0, "0"],
  ]);
});

test("parts for MathML keep sign, digits and power apart", () => {
  assert.deepEqual(numberParts(-1.31e-5), { sign: "−", digits: "1.31", exponent: -5 });
  assert.deepEqual(numberParts(0.5), { sign: "", digits: "0.5" });
});

test("in full, a number is the shortest decimal of its f32", () => {
  each(full, [
    [0.7310585975646973, "0.7310586"],
    [-0.25660455226898193, "−0.25660455"],
    [0.4000000059604645, "0.4"],
    [16777216, "1.6777216 × 10⁷"],
  ]);
});

test("what is shown in full is read back as the same f32", () => {
  let seed = 7;
  for (let i = 0; i < 2000; i++) {
    seed = (seed * 48271) % 2147483647;
    const value = Math.fround((seed / 2147483647 - 0.5) * 10 ** ((i % 40) - 20));
    assert.equal(Math.fround(Number(parse(full(value)))), value, full(value));
  }
});

test("two values get as many digits as it takes to see their difference", () => {
  assert.equal(digitsToDistinguish(1.2345, 1.2346), 4);
  assert.equal(digitsToDistinguish(2, 2.00176), 3);
  assert.equal(digitsToDistinguish(1, NaN), 3);
  assert.equal(digitsToDistinguish(1, 2), 3);
  assert.equal(digitsToDistinguish(1, 1), 3);
});

test("what a person types is read as a number", () => {
  /** @type {[string, number][]} */
  const cases = [
    ["−1", -1],
    ["-1", -1],
    ["–1", -1],
    [" 0,5 ", 0.5],
    ["1e-3", 0.001],
    ["１２", 12],
    ["－０．５", -0.5],
    [".5", 0.5],
    ["+2", 2],
    ["0,500", 0.5],
    ["1.31 × 10⁻⁵", 1.31e-5],
    ["2×10^3", 2000],
  ];
  cases.forEach(([text, value]) => assert.equal(parse(text), value, text));
});

test("what is not one finite number is rejected", () => {
  for (const text of ["", " ", "abc", "1.2.3", "1,2,3", "--1", "0x10", "Infinity", "NaN", "1e999", "1,000", "1 2"]) {
    assert.equal(parse(text), undefined, text);
  }
});
