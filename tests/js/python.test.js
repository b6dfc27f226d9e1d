/** Python programs in the page's interpreter: what they print, what they share, and how their errors are worded. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { python } from "./python.js";

test("a program prints, and cells share their variables", () => {
  const session = python();
  assert.deepEqual(session.run("광고 = [1, 2]\nprint('안녕', 광고)"), {
    printed: "안녕 [1, 2]\n",
    errors: "",
    fault: undefined,
  });
  assert.equal(session.run("print(sum(광고), __name__)", "cell 2").printed, "3 __main__\n");
});

test("functions of one cell see what another assigns later", () => {
  const session = python();
  session.run("def f(n: int) -> int:\n    return n + extra");
  assert.equal(session.run("extra = 10\nprint(f(1))", "cell 2").printed, "11\n");
});

test("an error names the reader's own lines, of each cell by its name", () => {
  const session = python();
  session.run("def half(n):\n\n    return n / 0");
  const { fault } = session.run("x = 1\nhalf(x)", "cell 2");
  assert.equal(fault?.kind, "error");
  assert.equal(fault?.type, "ZeroDivisionError");
  assert.deepEqual([fault?.cell, fault?.line], ["cell 1", 3]);
  assert.match(
    fault?.traceback ?? "",
    /^Traceback \(most recent call last\):\n {2}File "cell 2", line 2, in <module>\n/,
  );
  assert.match(fault?.traceback ?? "", /\n {2}File "cell 1", line 3, in half\n/);
  assert.match(fault?.traceback ?? "", /\nZeroDivisionError: division by zero$/);
});

test("an error within a stand-in is told at the line that called it", () => {
  const { fault } = python().run("import numpy as np\n\nnp.array([1, 2]).reshape(3)");
  assert.deepEqual([fault?.type, fault?.cell, fault?.line], ["ValueError", "cell 1", 3]);
  assert.doesNotMatch(fault?.traceback ?? "", /VFS|numpy\/|_array/);
});

test("syntax errors are worded as CPython words them, with line and column", () => {
  const cases = [
    ["x = (1,\ny = 2", "'(' was never closed", 1, 5],
    ["for i in range(3)\n    print(i)", "expected ':'", 1, 18],
    ["if True:\nprint(1)", "expected an indented block after 'if' statement on line 1", 2, 1],
    ["print('a", "unterminated string literal (detected at line 1)", 1, 7],
    ['print("안녕)', "unterminated string literal (detected at line 1)", 1, 7],
    ["x = 1 +", "invalid syntax", 1, 8],
    ["Dense(units, input_shape=(,))", "invalid syntax", 1, 27],
  ];
  for (const [source, message, line, column] of cases) {
    const { fault } = python().run(String(source));
    assert.deepEqual([fault?.kind, fault?.message, fault?.line, fault?.column], ["syntax", message, line, column]);
  }
});

test("a program that is no Python leaves the session as it was", () => {
  const session = python();
  session.run("kept = 7");
  session.run("kept = = 8");
  assert.equal(session.run("print(kept)").printed, "7\n");
});

test("endless recursion is Python's error, and the session lives on", () => {
  const session = python();
  const { fault } = session.run("def f(n):\n    return f(n + 1)\nf(0)");
  assert.deepEqual([fault?.type, fault?.cell, fault?.line], ["RecursionError", "cell 1", 2]);
  assert.equal(session.run("print('still here')").printed, "still here\n");
});

test("modules of Python's library are imported", () => {
  const program = `import random, json, math, time, re, collections, itertools, functools, datetime, os, copy, statistics
from dataclasses import dataclass
from typing import List
import os.path

@dataclass
class Point:
    x: int
    y: int = 2

random.seed(1)
assert 0 <= random.random() < 1
print(json.dumps({"a": [1, 2.5, None]}), math.sqrt(16), re.findall(r"\\d+", "a1b22"))
print(collections.Counter("aab").most_common(1), list(itertools.permutations([1, 2])), functools.reduce(max, [1, 3, 2]))
print(datetime.date(2024, 2, 29).isoformat(), statistics.mean([1, 2, 3]), Point(1), copy.deepcopy([[1]]))
print(os.path.join("a", "b"), time.time() > 0)
`;
  const { printed, fault } = python().run(program);
  assert.equal(fault, undefined);
  assert.equal(
    printed,
    `{"a": [1, 2.5, null]} 4.0 ['1', '22']
[('a', 2)] [(1, 2), (2, 1)] 3
2024-02-29 2 Point(x=1, y=2) [[1]]
a/b True
`,
  );
});

test("what is not there is said by name, with the code of what to do instead", () => {
  const cases = [
    ["import requests", "ModuleNotFoundError", "No module named 'requests'", "module"],
    ["from browser import document", "ImportError", "the module 'browser' is not available on this page", "browser"],
    ["import javascript", "ImportError", "the module 'javascript' is not available on this page", "browser"],
    ["input('?')", "OSError", "input() is not available on this page", "input"],
    ["open('a.txt', 'w')", "OSError", "files cannot be written on this page: 'a.txt'", "open_write"],
    ["open('a.txt')", "FileNotFoundError", "[Errno 2] No such file or directory: 'a.txt'", "file"],
  ];
  for (const [source, type, message, code] of cases) {
    const { fault } = python().run(source);
    assert.deepEqual([fault?.type, fault?.message, fault?.notThere?.[0], fault?.line], [type, message, code, 1]);
  }
});

test("a dropped file is read", () => {
  const session = python({ files: { "표.csv": "a,b\n1,2\n" } });
  const program =
    "with open('data/표.csv', encoding='utf-8') as f:\n    head = next(f)\n    print(head.strip(), f.read())";
  assert.equal(session.run(program).printed, "a,b 1,2\n\n");
});

test("exit ends a program without an error", () => {
  const { printed, fault } = python().run("import sys\nprint(1)\nsys.exit()\nprint(2)");
  assert.deepEqual([printed, fault], ["1\n", undefined]);
});

test("an exception that is caught is none", () => {
  const { printed } = python().run(
    "try:\n    [][1]\nexcept IndexError as error:\n    print('caught', error)\nfinally:\n    print('end')",
  );
  assert.equal(printed, "caught list index out of range\nend\n");
});

test("a network is built, trained and asked by the engine, and the page sees it", () => {
  const session = python();
  const { fault, printed } = session.run(`import numpy as np
import tensorflow as tf
tf.random.set_seed(1)
x = np.array([[0.0], [1.0], [2.0], [3.0]])
model = tf.keras.models.Sequential([tf.keras.layers.Dense(1, input_shape=(1,))])
model.compile(loss="mse", optimizer="sgd")
model.fit(x, 2 * x - 1, epochs=2, verbose=0)
print(model.predict(x, verbose=0).shape)`);
  assert.equal(fault, undefined, fault?.traceback);
  assert.equal(printed, "(4, 1)\n");
  const kinds = new Set(session.watched.map(({ kind }) => kind));
  for (const kind of ["model", "data", "moment", "fit", "predict"])
    assert.ok(kinds.has(/** @type {any} */ (kind)), kind);
});

test("what a function of another cell builds stands at the line that calls it", () => {
  const session = python();
  const made = () => session.watched.splice(0).flatMap((event) => (event.kind === "model" ? [event] : []));
  const first = `from tensorflow import keras

def make(units):
    layer = keras.layers.Dense(units, input_shape=(1,))
    return keras.Sequential([layer])

make(2)`;
  assert.equal(session.run(first, "cell 1").fault, undefined);
  const [own] = made();
  assert.deepEqual([own.line, own.layers[0].line], [5, 4]);
  assert.equal(session.run("a = 1\nmodel = make(3)", "cell 2").fault, undefined);
  const [called] = made();
  assert.deepEqual([called.line, called.layers[0].line], [2, 2]);
});
