/** What a step says while it plays: at most eight words, in every step of four examples. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Engine } from "../../www/src/engine/client.js";
import { host } from "../../www/src/engine/host.js";
import { loadWords } from "../../www/src/locales/index.js";
import { exampleFrom } from "../../www/src/worked/state.js";
import { boundaries } from "../../www/src/worked/timeline.js";
import { layerCaption } from "../../www/src/worked/views/caption.js";
import { EXAMPLES } from "../examples.js";

// Node's fetch reads no files.
globalThis.fetch = async (address) =>
  new Response(readFileSync(new URL(String(address))), { headers: { "content-type": "application/wasm" } });

const engine = new Engine(host().answer);
const tutorial = await engine.tutorialExample();
const languages = [await loadWords("ko"), await loadWords("en")];

for (const [name, fields] of Object.entries(EXAMPLES))
  test(`every step of ${name} says something, in at most eight words`, async () => {
    const example = await engine.example(exampleFrom(tutorial, fields));
    for (const iteration of [0, 1, 20]) {
      const trace = await example.trace(iteration);
      const { unit, layer } = boundaries(trace.events);
      const steps = [trace.events.map((_, k) => k + 1), unit, layer].flatMap((ends) =>
        ends.map((end, i) => trace.events.slice(ends[i - 1] ?? 0, end)),
      );
      for (const words of languages)
        for (const events of steps) {
          const caption = layerCaption(words, trace, events, 3);
          assert.notEqual(caption, "", events[0].kind);
          // As in the formula beside it, brackets stand after a sign alone.
          assert.doesNotMatch(caption, /^\(/);
          assert.ok(caption.split(/\s+/).length <= 8, `${words.lang}: ${caption}`);
        }
    }
    await example.free();
  });
