// What xtask/js/snip.js takes out of the engines as they are shipped.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { dataOf } from "../../xtask/js/wasm-reader.js";

const www = join(import.meta.dirname, "../../www");

for (const file of [
  "pkg/glassnet_bg.wasm",
  "pkg-core/glassnet_bg.wasm",
  "pkg-full/glassnet_bg.wasm",
  "pkg-formats/formats_bg.wasm",
]) {
  test(`${file} carries neither words nor places of panics, but the names and words of its API`, () => {
    const data = dataOf(readFileSync(join(www, file)));
    const text = data.map(({ bytes }) => bytes.toString("latin1")).join("\n");
    assert.ok(text.includes("expected"), "words of errors");
    assert.deepEqual(text.match(/[\w/.-]+\.rs\b/g) ?? [], []);
  });
}
