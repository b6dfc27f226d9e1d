/** Names of values, as authors write them. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { parseValueName, valueNameText } from "../../www/src/element/value-names.js";

/** @type {[text: string, name: object][]} */
const NAMES = [
  ["1.2", { of: "output", layer: 1, unit: 2 }],
  ["sum:1.2", { of: "sum", layer: 1, unit: 2 }],
  ["prediction", { of: "prediction" }],
  ["prediction:2", { of: "prediction", unit: 2 }],
  ["weight:2.1.3", { of: "weight", layer: 2, input: 1, unit: 3 }],
  ["weight:2.1.3@0", { of: "weight", layer: 2, input: 1, unit: 3, iteration: 0 }],
  ["bias:1.2@17", { of: "bias", layer: 1, unit: 2, iteration: 17 }],
  ["gradient:2.1.3", { of: "gradient", layer: 2, input: 1, unit: 3 }],
  ["gradient:1.2", { of: "gradient", layer: 1, unit: 2 }],
  ["loss", { of: "loss" }],
  ["loss:2", { of: "loss", unit: 2 }],
  ["loss@10000", { of: "loss", iteration: 10_000 }],
  ["3.1@2", { of: "output", layer: 3, unit: 1, iteration: 2 }],
];
for (const [text, name] of NAMES) {
  test(`${text} is read, and written as it was`, () => {
    const parsed = parseValueName(text);
    assert.deepEqual(parsed, name);
    assert.equal(parsed && valueNameText(parsed), text);
  });
}

test("an output may be called so, iteration 1 may be written, and spaces around a name are no part of it", () => {
  assert.deepEqual(parseValueName("output:1.2"), parseValueName("1.2"));
  assert.deepEqual(parseValueName(" loss@1 "), { of: "loss", iteration: 1 });
  assert.equal(valueNameText({ of: "loss", iteration: 1 }), "loss");
});

test("what names no value is not read", () => {
  const texts = `,.,1,1.2.3,0.1,1.0,01.1,1.2@,@1,1.2@-1,1.2@1.5,1.2@0,loss@0,gradient:1.1@0,output,output@1,sum,sum:1,
weight:1.1,weight:1.1.1.1,bias:1,bias:1.1.1,gradient:1,prediction:1.1,prediction:0,loss:1.1,loss:,loss:x,error,toString,
constructor:1,LOSS,1.2@1000000000,9999999999.1,weight:1.1.1@@2`;
  for (const text of texts.split(/,\s*/)) assert.equal(parseValueName(text), undefined, text);
});
