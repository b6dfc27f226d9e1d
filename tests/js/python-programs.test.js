/** Programs of our own print with the stand-ins what they print with numpy, pandas, scikit-learn and Keras. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { python as en } from "../../www/src/locales/en/python.js";
import { python as ko } from "../../www/src/locales/ko/python.js";
import { loadPythonWords } from "../../www/src/locales/python.js";
import { python, startPython } from "../python/cpython.js";
import { difference } from "../python/differences.js";
import { PROGRAMS, recordOf, sourceOf } from "../python/recorded.js";

const skip = python ? false : "Python 3.9 or newer is not there";
/** @type {ReturnType<typeof startPython>} */
let runner;
before(() => void (python && (runner = startPython())));
after(() => runner?.end());

for (const name of PROGRAMS)
  test(`${name} prints what the real libraries print`, { skip }, async () => {
    const differs = difference((await runner.run(sourceOf(name))).printed, recordOf(name));
    assert.equal(differs, undefined, `${name}, ${differs}`);
  });

/** @type {[source: string, code: string | null, what: string | null][]} */
const ABSENT = JSON.parse(readFileSync("tests/python/absent.json", "utf8"));

for (const [source, code, what] of ABSENT)
  test(`${source.split("\n").at(-1)} says what is not there, at its line`, { skip }, async () => {
    const { error, printed } = await runner.run(source);
    assert.ok(error, printed);
    assert.deepEqual(error.notThere, code && [code, what], error.message);
    const lines = source.split("\n");
    const wrong = lines.findIndex((line) => /GradientTape|keras\.Layer/.test(line));
    assert.equal(error.line, (wrong < 0 ? lines.length - 1 : wrong) + 1);
    for (const words of [ko, en]) if (code && what) assert.ok(words.notThere[code](what).length > 10);
  });

test("both languages have words for the same codes", async () => {
  assert.deepEqual(Object.keys(ko.notThere), Object.keys(en.notThere));
  for (const words of [ko, en]) assert.match(words.unassigned("drop").join(" "), /df = df\.drop\(/);
  assert.deepEqual([await loadPythonWords("ko-KR"), await loadPythonWords("en")], [ko, en]);
});

test("a file that was dropped is read under whatever path the program names", { skip }, async () => {
  const source = 'import pandas as pd\nfor path in ["C:\\\\data\\\\my.csv", "./my.csv"]:\n    print(pd.read_csv(path))';
  const { printed } = await runner.run(source, { "my.csv": "a,b,c,d\n1,x,2.5,True\n3,,4,False\n" });
  const table = "   a    b    c      d\n0  1    x  2.5   True\n1  3  NaN  4.0  False\n";
  assert.equal(printed, table + table);
});

test("a file that is not there is an error that lists those that are", { skip }, async () => {
  const { error } = await runner.run("import pandas as pd\npd.read_csv('none.csv')", { "my.csv": "a\n1\n" });
  assert.match(error?.message ?? "", /Files on this page: 'Advertising.csv', 'my.csv'$/);
  assert.equal(error?.type, "FileNotFoundError");
});

const HINTS = `import pandas as pd
from tensorflow import keras

df = pd.read_csv("Advertising.csv")
df.drop(columns=["Unnamed: 0"])
kept = df.drop(columns=["Unnamed: 0"])
print(df.drop(columns=["TV"]).shape)
X, Y = df.drop(columns=["Sales"]), df["Sales"]
model = keras.Sequential([
    keras.layers.Dense(3, input_shape=(4,)),
    keras.layers.Dense(3),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(loss="mse", optimizer="sgd")
model.fit(X, Y, verbose=0)
`;

test("hints stand beside the lines that cause them", { skip }, async () => {
  const { watched } = await runner.run(HINTS);
  const hints = watched.flatMap(({ hint, at }) => (hint ? [[hint.code, at]] : []));
  for (const expected of [
    ["unassigned", 5],
    ["linear_layers", 10],
    ["targets_out_of_range", 12],
  ])
    assert.ok(
      hints.some((hint) => String(hint) === String(expected)),
      `${expected} among ${hints.join("; ")}`,
    );
  assert.equal(hints.filter(([code]) => code === "unassigned").length, 1);
});
