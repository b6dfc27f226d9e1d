/** Programs as text: what is coloured, what an author wrote, what an address holds, what a reader keeps. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { linesOf, tokensOf } from "../../www/src/code/highlight.js";
import { notebookOf, scriptOf } from "../../www/src/code/notebook.js";
import { dedent, inAddress } from "../../www/src/code/program.js";
import { read } from "../../www/author/read.js";
import { element, oneLine } from "../../www/author/snippets.js";

/** @param {string} program */
const kinds = (program) =>
  tokensOf(program)
    .filter(({ kind }) => kind)
    .map(({ kind, text }) => `${kind} ${text}`);

test("keywords, strings, numbers, comments and calls of Python are told apart", () => {
  assert.deepEqual(kinds('def f(x):  # "no string"\n    return np.sum([1.5e-3, .5, x1], name=r"a\\"b")'), [
    "keyword def",
    "definition f",
    'comment # "no string"',
    "keyword return",
    "call sum",
    "number 1.5e-3",
    "number .5",
    'string r"a\\"b"',
  ]);
  assert.deepEqual(kinds("printing = None  # importance"), ["keyword None", "comment # importance"]);
  assert.deepEqual(kinds("이름 = '열린"), ["string '열린"]);
});

test("no sign of a program is lost, whatever it holds", () => {
  for (const program of ["", "x", '"""a\nb', "\\'#\"", "a\n\n  b\t", "ㄱ = f'{x!r}' if 1_000j else 0x1F"]) {
    assert.equal(
      tokensOf(program)
        .map(({ text }) => text)
        .join(""),
      program,
    );
    assert.equal(
      linesOf(program)
        .map((tokens) => tokens.map(({ text }) => text).join(""))
        .join("\n"),
      program,
    );
  }
});

test("a text over several lines is one of each line", () => {
  assert.deepEqual(
    linesOf("a = '''x\ny'''").map((tokens) => tokens.map(({ kind }) => kind)),
    [["", "", "string"], ["string"]],
  );
});

test("the indentation of a post and the empty lines around a program are left out, those within it are not", () => {
  assert.equal(dedent("\n\n    if x:\n\n        y\n    z\n  \n"), "if x:\n\n    y\nz");
  assert.equal(dedent("x\r\n  y\u00a0z"), "x\n  y z");
  assert.equal(dedent(" \n "), "");
});

test("a program goes into an address and comes back as it was", () => {
  const program = "a = 1 + 2 # 50 % & more\nprint('가', \"b=c\")\n";
  assert.equal(inAddress.read(inAddress.write(program)), program);
  assert.equal(inAddress.read("#net:at:17"), null);
  assert.equal(inAddress.read(""), null);
});

test("a notebook has all cells, in nbformat's shape", () => {
  const { cells, nbformat, nbformat_minor: minor, metadata } = JSON.parse(notebookOf(["a = 1\n\nb", "c"]));
  assert.deepEqual([nbformat, minor], [4, 5]);
  assert.equal(metadata.kernelspec.name, "python3");
  assert.deepEqual(
    cells.map((/** @type {any} */ { source }) => source.join("")),
    ["a = 1\n\nb", "c"],
  );
  for (const cell of cells) {
    assert.deepEqual([cell.cell_type, cell.outputs, cell.execution_count], ["code", [], null]);
    assert.match(cell.id, /^[\w-]{1,64}$/);
  }
  assert.equal(new Set(cells.map((/** @type {any} */ { id }) => id)).size, 2);
});

test("one file holds the programs in their order", () => {
  assert.equal(scriptOf(["a\n", "b"]), "a\n\n\nb\n");
});

test("what the author page hands out of a program it reads again", () => {
  const code = 'if x < 3 & y:\n\n    print("a", {b}, `c`)';
  const values = { scene: "code", code, session: "s" };
  const texts = { id: "", title: "t", sentence: "s", caption: "", poster: "p.png" };
  const embed = { values, base: "https://my.site/", texts, lang: "en", height: 300 };
  for (const write of [element, oneLine, (/** @type {any} */ one) => element(one, "jsx")])
    assert.deepEqual(read(write(embed))?.values, values);
  assert.ok(element(embed).includes("<pre><code>\nif x &lt; 3 &amp; y:\n\n"));
});
