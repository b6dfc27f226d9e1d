/**
 * The host of the engine, with the compiled engine itself: handles, validation errors, and what happens after a panic.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Engine } from "../../www/src/engine/client.js";
import { host } from "../../www/src/engine/host.js";
import { WorkedExample } from "../../www/pkg/glassnet.js";

// Node's fetch reads no files.
globalThis.fetch = async (address) =>
  new Response(readFileSync(new URL(String(address))), { headers: { "content-type": "application/wasm" } });

/** An engine on this very thread. */
function engine() {
  const { answer } = host();
  return new Engine(answer);
}

test("an example is set up, run and freed", async () => {
  const example = await engine().example(await engine().tutorialExample());
  const { reached } = await example.run(1000);
  assert.ok(reached && reached > 60 && reached < 90);
  assert.equal((await example.losses()).length, reached + 1);
  await example.free();
  await assert.rejects(example.trace(0), { code: "engine_panic" });
});

test("a validation error comes with code, what, expected and received", async () => {
  const here = engine();
  const tutorial = await here.tutorialExample();
  await assert.rejects(here.example({ ...tutorial, learningRate: -1 }), {
    name: "EngineError",
    code: "out_of_range",
    what: "learningRate",
    expected: "a number above 0",
    received: "-1",
  });
});

test("after a panic the engine is started again, and new examples work", async () => {
  const here = engine();
  const tutorial = await here.tutorialExample();
  const example = await here.example(tutorial);
  const trace = WorkedExample.prototype.trace;
  WorkedExample.prototype.trace = () => {
    throw new WebAssembly.RuntimeError("unreachable");
  };
  await assert.rejects(example.trace(0), { code: "engine_panic" });
  WorkedExample.prototype.trace = trace;
  await assert.rejects(example.trace(0), { code: "engine_panic" }, "its memory is gone");
  const again = await here.example(tutorial);
  assert.ok(Math.abs((await again.trace(0)).prediction[0] - 0.4361985645) < 1e-6);
});
