/** The documents are true of the files that there are. */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { PRESETS } from "../../www/src/experiment/presets.js";

const DOCUMENTS = [
  "README.md",
  "ARCHITECTURE.md",
  "CONTRIBUTING.md",
  "CHANGELOG.md",
  "docs/blogs.md",
  "docs/bundlers.md",
  "docs/embedding.md",
  "docs/errors.md",
  "docs/npm.md",
  "docs/performance.md",
];

test("ARCHITECTURE.md names only files and folders that there are", () => {
  const named = Array.from(
    readFileSync("ARCHITECTURE.md", "utf8").matchAll(/`((?:kernels|src|tests|www|xtask|benches)\/[^`<]*)`/g),
  );
  assert.ok(named.length > 40, String(named.length));
  assert.deepEqual(
    named.map(([, path]) => path).filter((path) => !existsSync(path)),
    [],
  );
});

test("ARCHITECTURE.md has at most 1,500 words", () => {
  const count = readFileSync("ARCHITECTURE.md", "utf8")
    .split(/\s+/)
    .filter((word) => /\w/.test(word)).length;
  assert.ok(count <= 1500, String(count));
});

test("a link from one document leads to another that there is", () => {
  for (const name of DOCUMENTS) {
    const links = readFileSync(name, "utf8").matchAll(/\]\((?!https?:|#)([^)#]+)/g);
    for (const [, path] of links) assert.ok(existsSync(join(dirname(name), path)), `${name}: ${path}`);
  }
});

test("docs/embedding.md names every preset", () => {
  const text = readFileSync("docs/embedding.md", "utf8");
  /** @param {string} start What the row begins with. */
  const named = (start) => {
    const row = text.split("\n").find((line) => line.startsWith(start)) ?? "";
    return Array.from(row.split("|")[3].matchAll(/`([^`]+)`/g), ([, name]) => name);
  };
  assert.deepEqual(named("| `preset` |").sort(), Object.keys(PRESETS).sort());
});

test("the workflows call only what README.md tells", () => {
  const readme = readFileSync("README.md", "utf8");
  for (const name of ["test", "pages"]) {
    const calls = Array.from(
      readFileSync(`.github/workflows/${name}.yml`, "utf8").matchAll(/run: (.+)/g),
      ([, call]) => call,
    );
    assert.ok(calls.length > 0, name);
    for (const call of calls) assert.ok(readme.includes(call), `${name}: ${call}`);
  }
});
