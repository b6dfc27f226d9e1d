/** What an author is told of an example that cannot be: where it is as they wrote and counted it, and what would do. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Engine } from "../../www/src/engine/client.js";
import { host } from "../../www/src/engine/host.js";
import { authorsFailureText, failureText } from "../../www/src/locales/failure.js";
import { loadWords } from "../../www/src/locales/index.js";
import { exampleFrom } from "../../www/src/worked/state.js";

// Node's fetch reads no files.
globalThis.fetch = async (address) =>
  new Response(readFileSync(new URL(String(address))), { headers: { "content-type": "application/wasm" } });

const [ko, en] = [await loadWords("ko"), await loadWords("en")];
const engine = new Engine(host().answer);
const tutorial = await engine.tutorialExample();

/**
 * What an element with these attributes is rejected with.
 * @param {Record<string, string>} attributes
 * @returns {Promise<any>}
 */
async function validationError(attributes) {
  try {
    await engine.example(exampleFrom(tutorial, attributes));
  } catch (failure) {
    return failure;
  }
  return assert.fail(`expected a validationError of ${JSON.stringify(attributes)}`);
}

test("a claim of a value that is not there is told as it was written, with the last that there is", async () => {
  /** @type {[claim: string, expected: string][]} */
  const cases = [
    ["3.4", "up to 3.1"],
    ["4.1@3", "up to 3.1"],
    ["weight:2.3.1", "up to weight:2.2.2"],
    ["gradient:4.1.1", "up to gradient:3.2.1"],
    ["bias:1.1", "a layer with biases"],
    ["loss:2", "up to loss:1"],
    ["loss@1000001", "@1 … @1000000"],
  ];
  for (const [claim, would] of cases) {
    const { code, what, expected, received } = await validationError({ claims: `1.1=0.73,${claim}=0.73` });
    assert.deepEqual([code, what, expected, received], ["out_of_range", "claims", would, claim]);
  }
});

test("a claim that counts from 0 is no name of a value", async () => {
  for (const place of ["0.1", "1.0"])
    assert.equal((await validationError({ claims: `${place}=1` })).received, `${place}=1`);
});

test("a claim is checked with the layers that stand beside it", async () => {
  const example = await engine.example(exampleFrom(tutorial, { kernels: "2,1;1,1|1;2", claims: "2.1=0.73" }));
  assert.deepEqual(
    (await example.claims()).map(({ layer, unit }) => [layer, unit]),
    [[1, 0]],
  );
  await example.free();
  assert.equal((await validationError({ kernels: "2,1;1,1|1;2", claims: "2.2=0.73" })).expected, "up to 2.1");
});

/** @type {[attributes: Record<string, string>, en: string, ko: string][]} */
const TOLD = [
  [
    { claims: "3.4=0.73" },
    "claims is out of range: expected up to 3.1, received 3.4.",
    "claims의 범위를 벗어났어요. 넣을 수 있는 값: up to 3.1, 받은 값: 3.4.",
  ],
  [
    { activations: "sigmoid,rellu" },
    "activations, layer 2: “rellu” is not known. Did you mean “relu”? There are: linear, relu, sigmoid, softmax, tanh.",
    "activations 2번째 층: ‘rellu’는 알 수 없는 이름이에요. 혹시 ‘relu’인가요? 쓸 수 있는 이름: linear, relu, sigmoid, softmax, tanh",
  ],
  [
    { activations: "step function" },
    "activations, layer 1: “step function” is not known. There are: linear, relu, sigmoid, softmax, tanh.",
    "activations 1번째 층: ‘step function’은 알 수 없는 이름이에요. 쓸 수 있는 이름: linear, relu, sigmoid, softmax, tanh",
  ],
  [
    { kernels: "1,2;3" },
    "kernels, layer 1, row 2 has the wrong size: expected 2 numbers, one a unit, received 1. Give as many numbers as expected.",
    "kernels 1번째 층 2번째 줄의 크기가 맞지 않아요. 필요한 크기는 2 numbers, one a unit, 받은 크기는 1이니 개수를 맞춰 주세요.",
  ],
  [
    { biases: "1,2,3||" },
    "biases, layer 1 has the wrong size: expected 2 numbers, received 3. Give as many numbers as expected.",
    "biases 1번째 층의 크기가 맞지 않아요. 필요한 크기는 2 numbers, 받은 크기는 3이니 개수를 맞춰 주세요.",
  ],
  [
    { "learning-rate": "-1" },
    "learning-rate is out of range: expected a number above 0, received -1.",
    "learning-rate의 범위를 벗어났어요. 넣을 수 있는 값: a number above 0, 받은 값: -1.",
  ],
];
for (const [attributes, english, korean] of TOLD) {
  test(`${JSON.stringify(attributes)} is told by attribute and counted from 1`, async () => {
    const failure = await validationError(attributes);
    assert.equal(failureText(en, failure), english);
    assert.equal(failureText(ko, failure), korean);
  });
}

test("the page's code is spoken of where it is the page's author who reads, and not of a fault of ours", async () => {
  const failure = await validationError({ claims: "3.4" });
  assert.equal(
    failureText(en, failure),
    "The example cannot be read at claims: expected a claim such as 3.1=0.436, weight:2.1.1@3=0.359 or loss=0.0013, received 3.4.",
  );
  assert.match(authorsFailureText(en, failure), /received 3\.4\. Correct it in the page’s code\.$/);
  assert.match(authorsFailureText(ko, failure), /페이지의 코드에서 고쳐 주세요\.$/);
  assert.equal(
    authorsFailureText(en, { code: "engine_panic", what: "", expected: "", received: "" }),
    failureText(en, { code: "engine_panic", what: "", expected: "", received: "" }),
  );
});
