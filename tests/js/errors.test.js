/** docs/errors.md and the types name every code of an error, and the limits are those of the engine. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import start, * as glassnet from "../../www/pkg-full/glassnet.js";

await start({ module_or_path: readFileSync("www/pkg-full/glassnet_bg.wasm") });

const DOCUMENT = readFileSync("docs/errors.md", "utf8");

/** The cells of the tables' rows, by what their first cell is. @param {RegExp} first */
const rows = (first) =>
  DOCUMENT.split("\n")
    .filter((line) => line.startsWith("| ") && first.test(line.split("|")[1]))
    .map((line) => line.split("|").map((cell) => cell.trim().replace(/^`|`$/g, "")));

/** @param {string} text @param {RegExp} pattern */
const found = (text, pattern) => Array.from(text.matchAll(pattern), ([, name]) => name);

/** @param {string} folder @param {string} end */
const textsIn = (folder, end) =>
  readdirSync(folder, { recursive: true })
    .map(String)
    // Those of Python's exceptions are other codes.
    .filter((name) => name.endsWith(end) && !name.startsWith("code/bridge"))
    .map((name) => readFileSync(join(folder, name), "utf8"));

const ENGINE = found(readFileSync("src/error.rs", "utf8"), /ErrorKind::\w+ => "(\w+)"/g);
assert.ok(ENGINE.length > 5, "the codes are where they are looked for");
const PACKAGE = [...new Set(found(readFileSync("xtask/js/package-engine.js", "utf8"), /code: "(\w+)"/g))];

test("the table of codes has those of the engine, of the package and of the element", () => {
  const page = textsIn("www/src", ".js").flatMap((text) =>
    [/code: "([a-z_]+)"/g, /"(engine_\w+)"\)/g, /code \?\? "(\w+)"/g].flatMap((pattern) => found(text, pattern)),
  );
  const codes = new Set([...ENGINE, ...PACKAGE, ...page]);
  assert.ok(codes.size > 12, String(codes.size));
  assert.deepEqual(
    rows(/^ `\w+` $/)
      .map(([, code]) => code)
      .sort(),
    [...codes].sort(),
  );
});

test("the type of a code names those of the engine and of the package", () => {
  const types = readFileSync("src/bindings/types.d.ts", "utf8");
  const [union] = found(types, /export type ErrorCode =([^;]+);/g);
  assert.deepEqual(found(union, /"(\w+)"/g).sort(), [...ENGINE, ...PACKAGE].sort());
});

test("each code of the engine is what its example in the table throws", () => {
  const { Sequential } = glassnet;
  const examples = rows(/^ `\w+` $/).filter(([, code]) => ENGINE.includes(code));
  assert.equal(examples.length, ENGINE.length);
  for (const [, code, , example, what] of examples) {
    const model = new Sequential([{ units: 1, inputShape: [2] }]);
    const run = new Function("Sequential", "model", example);
    assert.throws(() => run(Sequential, model), { code, what }, example);
  }
});

test("each limit in the table is that of the constant that it names", () => {
  const constants = new Map(
    textsIn("src", ".rs").flatMap((text) =>
      Array.from(text.matchAll(/pub const (MAX_\w+): usize = ([\d_]+);/g), ([, name, value]) => [name, value]),
    ),
  );
  const limits = rows(/^ [a-z]/).filter(([, , , name]) => name?.startsWith("MAX_"));
  assert.ok(limits.length > 10, String(limits.length));
  for (const [, , most, name] of limits)
    assert.equal(constants.get(name)?.replaceAll("_", ""), most.replaceAll(",", ""), name);
});
