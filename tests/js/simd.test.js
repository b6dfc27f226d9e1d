/** A browser without SIMD is told so, before the engine that needs it is fetched. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { FullEngine } from "../../www/src/engine/full-client.js";
import { MODULE, hasSimd } from "../../www/src/engine/simd.js";
import { loadPlaygroundWords } from "../../www/src/locales/playground.js";

const { failureText } = await import("../../www/src/panels/views/validation-error.js");

test("the module that is asked about is valid here, and another instruction in its place is not", () => {
  assert.ok(hasSimd());
  const unknown = MODULE.slice();
  unknown[unknown.indexOf(0xfd) + 1] = 0x7f;
  assert.ok(!WebAssembly.validate(unknown));
});

test("a browser without SIMD gets a validation error with words in both languages", async () => {
  const engine = FullEngine.start(() => false);
  const failure = await engine.make("Experiment", {}).catch((/** @type {unknown} */ error) => error);
  assert.equal(/** @type {any} */ (failure).code, "engine_simd");
  const [ko, en] = await Promise.all([loadPlaygroundWords("ko"), loadPlaygroundWords("en")]);
  assert.match(failureText(ko, failure), /오래되어/);
  assert.match(failureText(en, failure), /too old/);
});
