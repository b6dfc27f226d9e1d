/** The engine of the worked example in two parts: the first has all that a first picture needs. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { helpersIn } from "../../xtask/js/split/glue.js";
import { Engine } from "../../www/src/engine/client.js";
import { host } from "../../www/src/engine/host.js";
import { serve } from "../../www/src/engine/serve.js";
import { Session } from "../../www/src/worked/session.js";
import { exampleFrom } from "../../www/src/worked/state.js";

/** The addresses that were asked for, and whether there is an answer. @type {{ all: string[], fails: boolean }} */
const asked = { all: [], fails: false };

// Node's fetch reads no files.
globalThis.fetch = async (address) => {
  asked.all.push(String(address).replace(/.*\//, ""));
  if (asked.fails) throw new TypeError("fetch failed");
  return new Response(readFileSync(new URL(String(address))), { headers: { "content-type": "application/wasm" } });
};

let copies = 0;

/** An engine in two parts, of which nothing is there yet, as the page has it. */
async function parts() {
  const glassnet = await import(`../../www/pkg-worked/glassnet.js?${++copies}`);
  asked.all = [];
  asked.fails = false;
  const { answer } = serve({
    start: glassnet.default,
    reset: glassnet.__wbg_reset_state,
    makers: { WorkedExample: (config) => new glassnet.WorkedExample(config) },
    functions: { tutorialExample: glassnet.tutorialExample, rest: () => glassnet.default.rest() },
  });
  return new Engine(answer);
}

/** @param {Engine} engine @param {Record<string, string>} attributes */
const open = async (engine, attributes = {}) =>
  Session.open(engine, exampleFrom(await engine.tutorialExample(), attributes));

/** None of these is what the engine was divided by. @type {Record<string, string>[]} */
const EXAMPLES = [
  {},
  { inputs: "1,-1", target: "0.4", kernels: "2,1;1,1|0.4;-1.1", claims: "1.1=0.73,1.2=0.5,2.1=0.436" },
  { inputs: "0.25,3", activations: "relu,tanh,sigmoid", "learning-rate": "0.3" },
  { kernels: "1,2,3;4,5,6|1,0;0,1;1,1", target: "0.1,0.9", activations: "tanh,softmax", biases: "0,1,0|1,1" },
  { activations: "linear", "learning-rate": "50", claims: "loss@2=100,weight:1.2.1@2=3" },
  { inputs: "7", kernels: "1,1,1|1;1;1", target: "-3.5", activations: "relu", "frozen-biases": "" },
];

for (const attributes of EXAMPLES) {
  test(`a first picture of ${JSON.stringify(attributes)} needs one part, and has the numbers of the whole`, async () => {
    const session = await open(await parts(), attributes);
    assert.deepEqual(asked.all, ["primary.wasm"]);
    const whole = await open(new Engine(host().answer), attributes);
    const numbers = (/** @type {Session} */ { config, run, losses, claims, first }) => ({
      ...{ config, run, claims, first },
      losses: Array.from(new Uint32Array(losses.slice().buffer)),
    });
    assert.deepEqual(numbers(session), numbers(whole));
  });
}

test("what is rejected before the rest is there has it fetched, and is said as ever; the engine goes on", async () => {
  const engine = await parts();
  const before = await open(engine);
  await assert.rejects(open(engine, { "learning-rate": "-1" }), { code: "out_of_range", what: "learningRate" });
  assert.deepEqual(asked.all, ["primary.wasm", "secondary.wasm"]);
  for (let n = 0; n < 50; n++) await assert.rejects(open(engine, { inputs: "1" }), { code: "shape" });
  const { iteration } = await before.trace(70);
  assert.equal(iteration, 70);
  const check = await before.checkGradient(0, { layer: 0, unit: 0, input: 0 });
  assert.ok(check.agrees);
  assert.deepEqual(asked.all, ["primary.wasm", "secondary.wasm"]);
});

test("many examples that are rejected for want of the rest leave the engine as it was", async () => {
  const engine = await parts();
  const tutorial = await engine.tutorialExample();
  for (let n = 0; n < 2000; n++)
    await assert.rejects(engine.example({ ...tutorial, learningRate: -1 }), { code: "engine_part" });
  const session = await open(engine);
  assert.equal(session.first.prediction[0].toFixed(3), "0.436");
});

test("where the rest does not come it is said, and asked for again", async () => {
  const engine = await parts();
  const session = await open(engine);
  asked.fails = true;
  await assert.rejects(engine.rest(), { code: "engine_start" });
  await assert.rejects(open(engine, { target: "1,2" }), { code: "engine_start" });
  asked.fails = false;
  await assert.rejects(open(engine, { target: "1,2" }), { code: "shape" });
  assert.equal((await session.trace(1)).iteration, 1);
});

test("the exports that manage memory are those that no caller asks for", () => {
  const glue = `__wbg_call_guard();\n ret = wasm.A(1);\n wasm.Z(ret[0]);\n __wbg_call_guard();\n wasm.H(ptr, 0);
    passString(x, wasm.X, wasm.Y);`;
  assert.deepEqual(helpersIn(glue), new Set(["Z", "X", "Y"]));
});
