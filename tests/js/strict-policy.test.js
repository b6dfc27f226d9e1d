/** What a page with a strict content security policy would block. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { modulesIn } from "./imports.js";

const SRC = "www/src";

test("no template writes a style attribute: a page may forbid it, and allows the property", () => {
  const sources = modulesIn(SRC).map(({ name }) => ({ name, text: readFileSync(join(SRC, name), "utf8") }));
  assert.ok(sources.some(({ text }) => / \.style=\$\{/.test(text)));
  assert.deepEqual(
    sources.filter(({ text }) => /[\s"]style=(\$\{|")/.test(text)).map(({ name }) => name),
    [],
  );
});
