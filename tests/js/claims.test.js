/** What a text claims, from the attribute to the engine and back, and where in an iteration each value is. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Engine } from "../../www/src/engine/client.js";
import { host } from "../../www/src/engine/host.js";
import { loadWords } from "../../www/src/locales/index.js";
import { claimsOf, claimSentence } from "../../www/src/worked/claims.js";
import { fieldsOf } from "../../www/src/worked/fields.js";
import { exampleFrom } from "../../www/src/worked/state.js";

// Node's fetch reads no files.
globalThis.fetch = async (address) =>
  new Response(readFileSync(new URL(String(address))), { headers: { "content-type": "application/wasm" } });

const [ko, en] = [await loadWords("ko"), await loadWords("en")];
const engine = new Engine(host().answer);
const tutorial = await engine.tutorialExample();

const FIELDS = {
  inputs: "0.05,0.1",
  target: "0.01,0.99",
  kernels: "0.15,0.25;0.2,0.3|0.4,0.5;0.45,0.55",
  biases: "0.35,0.35|0.6,0.6",
  "learning-rate": "0.5",
  "frozen-biases": "",
};
/** @param {string} claims */
const opened = (claims) => engine.example(exampleFrom(tutorial, { ...FIELDS, claims }));

test("a claim of each kind reaches the engine, and its text comes back as it was", async () => {
  const claims =
    "1.1=0.59327,sum:1.1=0.3775,weight:2.1.1=0.35891648,bias:1.2=0.35,bias:1.2@0=0.35,gradient:2.1.1=0.082167041," +
    "gradient:2.1=0.138498562,loss=0.298371109,loss:1=0.274811083,loss@10000=0.0000351085,2.2@2=0.7753";
  const example = await opened(claims);
  const checks = await example.claims();
  assert.deepEqual(
    checks.filter(({ holds }) => !holds),
    [],
  );
  const fields = fieldsOf(await example.config());
  assert.equal(fields.claims, claims);
  assert.equal(fields["frozen-biases"], "");
  await example.free();
});

test("a prediction is the output of the last layer, the first where none is named", async () => {
  const example = await opened("prediction=0.75137,prediction:2=0.77293");
  assert.equal(fieldsOf(await example.config()).claims, "2.1=0.75137,2.2=0.77293");
  assert.deepEqual(
    (await example.claims()).map(({ holds }) => holds),
    [true, true],
  );
  await example.free();
});

test("biases are trained unless they are frozen", () => {
  const { "frozen-biases": _, ...trained } = FIELDS;
  assert.notEqual(exampleFrom(tutorial, trained).trainBiases, false);
  assert.equal(exampleFrom(tutorial, FIELDS).trainBiases, false);
  assert.ok(!("frozen-biases" in fieldsOf(exampleFrom(tutorial, trained))));
});

test("a claim stands with the operation that computes its value, in its iteration", async () => {
  const example = await opened("1.1=0.6,sum:1.1=0.4,weight:2.1.2@2=0.4,gradient:2.1.1=0.1,loss:2=0.02,loss@2=0.3");
  const claims = await example.claims();
  const found = await Promise.all(
    [0, 1, 2].map(async (iteration) => {
      const trace = await example.trace(iteration);
      return trace.events.flatMap((event) =>
        claimsOf({ trace, claims }, event).map(({ of, unit }) => [iteration, event.kind, of, unit]),
      );
    }),
  );
  assert.deepEqual(found.flat(), [
    [0, "bias", "sum", 0],
    [0, "activation", "output", 0],
    [0, "loss", "loss", 1],
    [0, "weight_gradient", "gradient", 0],
    [1, "loss", "loss", undefined],
    [1, "weight_update", "weight", 1],
  ]);
  await example.free();
});

test("a claim that fails says what the value is at the printed precision", async () => {
  const example = await opened("weight:2.1.1=0.40000000,loss:1=0.275");
  const [trace, claims] = [await example.trace(0), await example.claims()];
  assert.deepEqual(
    claims.map((claim) => claimSentence(claim, trace, en, false)),
    ["The post says w(h₁→ŷ₁) = 0.40000000, but it comes to 0.35891648.", "The post says L₁ = 0.275, and so it is."],
  );
  assert.match(claimSentence(claims[0], trace, ko, false), /^본문에는.*0\.40000000.*0\.35891648/);
  // The built-in example stands in no post.
  assert.equal(claimSentence(claims[1], trace, en, true), "The tutorial says L₁ = 0.275, and so it is.");
  assert.match(claimSentence(claims[1], trace, ko, true), /^튜토리얼에 나온 /);
  await example.free();
});
