/** What the bridge answers, without Python: random numbers, tables, lines that throw a result away, moments. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import start, * as glassnet from "../../www/pkg-full/glassnet.js";
import { createBridge } from "../../www/src/code/bridge.js";
import { parseCsv } from "../../www/src/code/bridge/csv.js";
import { LegacyRandom } from "../../www/src/code/bridge/mersenne.js";
import { throwsAway } from "../../www/src/code/bridge/source.js";
import { decode, encode } from "../../www/src/code/bridge/text.js";

await start({ module_or_path: readFileSync("www/pkg-full/glassnet_bg.wasm") });

/** A bridge that keeps what it was told. */
function bridge() {
  /** @type {{ text: string, replaces: boolean }[]} */ const printed = [];
  /** @type {any[]} */ const watched = [];
  const made = createBridge({
    glassnet,
    files: { read: () => undefined, names: () => [] },
    output: (text, { replaces }) => void printed.push({ text, replaces }),
    watch: (event) => void watched.push(event),
  });
  const ask = (/** @type {string} */ op, /** @type {object} */ request) =>
    decode(made.call(encode({ op, ...request }))).value;
  return { made, ask, printed, watched };
}

/** A model of one layer that was fitted for some epochs. @param {number} epochs */
function fitted(epochs) {
  const found = bridge();
  const layers = [{ type: "Dense", units: 1, name: "dense", line: 3 }];
  const { model } = found.ask("model.build", { model: null, name: "sequential", inputs: 2, layers, line: 4 });
  found.ask("model.compile", { model, loss: "mse", optimizer: "sgd", metrics: [], line: 5 });
  const [x, y] = [Float64Array.of(0, 0, 0, 1, 1, 0, 1, 1), Float64Array.of(0, 1, 1, 2)];
  const options = { epochs, batchSize: 2, verbose: 2, callbacks: [] };
  found.ask("fit.begin", {
    model,
    x,
    y,
    rows: 4,
    options,
    names: ["a", "b"],
    schedules: false,
    stepwise: false,
    line: 6,
  });
  found.ask("fit.run", { model });
  return { ...found, model, x, y, history: found.ask("fit.finish", { model }) };
}

test("numbers pass with the same bits, and those that are not finite", () => {
  const numbers = Float64Array.of(0.1, -0, 5e-324, 1.7976931348623157e308, NaN, Infinity, -Infinity);
  assert.deepEqual(decode(encode({ numbers, one: NaN, text: 'a"\n', list: [1, null] })), {
    numbers,
    one: NaN,
    text: 'a"\n',
    list: [1, null],
  });
  assert.deepEqual(decode('{"$": "nan inf -inf 2"}'), Float64Array.of(NaN, Infinity, -Infinity, 2));
});

test("permutations are those of the engine's generator", () => {
  for (const seed of [0, 100, 4294967295]) {
    const [ours, engine] = [new LegacyRandom(seed), new glassnet.NumpyRandom(seed)];
    for (const count of [1, 7, 200])
      assert.deepEqual(ours.permutation(count), Array.from(engine.permutation(count)), `seed ${seed}, ${count} rows`);
  }
});

test("columns have the types that pandas gives them", () => {
  const columns = parseCsv('﻿,a,a,"b ""c""",d\r\n1,2,1.5,"x,y",True\r\n\r\n2,,NA,,false\r\n', {});
  assert.deepEqual(
    columns.map(({ name, kind }) => [name, kind]),
    [
      ["Unnamed: 0", "int"],
      ["a", "float"],
      ["a.1", "float"],
      ['b "c"', "str"],
      ["d", "bool"],
    ],
  );
  assert.deepEqual(columns[3].values, ["x,y", null]);
  assert.throws(() => parseCsv("a,b\n1,2\n1,2,3\n", {}), {
    type: "ValueError",
    message: /Expected 2 fields in line 3, saw 3/,
  });
});

test("a line throws a result away where it is nothing but the call", () => {
  const away = [
    "df.drop(columns=['a'])",
    "  data.df.drop('a', axis=1)  # gone",
    "tables['x'].drop([(1)]);",
    "표.drop(')')",
  ];
  const kept = [
    "df = df.drop('a')",
    "print(df.drop('a'))",
    "df.drop('a').head()",
    "df.drop(",
    "x.dropna()",
    "# df.drop(1)",
  ];
  for (const line of away) assert.ok(throwsAway(line, "drop"), line);
  for (const line of kept) assert.ok(!throwsAway(line, "drop"), line);
});

test("a fit tells its rows, its moments and its end, with the lines of their calls", () => {
  const { watched, history, printed } = fitted(3);
  assert.deepEqual(
    watched.map(({ kind, line }) => [kind, line]).filter(([kind]) => kind !== "hint"),
    [
      ["model", 4],
      ["model", 5],
      ["data", 6],
      ["moment", 6],
      ["moment", 6],
      ["moment", 6],
      ["moment", 6],
      ["fit", 6],
    ],
  );
  const data = watched.find(({ kind }) => kind === "data");
  assert.deepEqual([...data.batches.flatMap((/** @type {Uint32Array} */ rows) => [...rows])].sort(), [0, 1, 2, 3]);
  assert.deepEqual([data.features, data.targets, data.names], [2, 1, ["a", "b"]]);
  assert.deepEqual(watched.at(0).layers[0], {
    name: "dense",
    kind: "Dense",
    units: 1,
    inputs: 2,
    activation: "linear",
    parameters: 3,
    weights: [
      { name: "kernel", shape: [2, 1], trainable: true },
      { name: "bias", shape: [1], trainable: true },
    ],
    line: 3,
  });
  const moments = watched.filter(({ kind }) => kind === "moment");
  assert.deepEqual(
    moments.map(({ updates }) => updates),
    [0, 2, 4, 6],
  );
  assert.equal(moments.at(-1).logs.loss, history.history.loss[2]);
  assert.equal(printed.filter(({ text }) => /^Epoch \d\/3\n$/.test(text)).length, 3);
});

test("of a long fit at most 200 moments are kept, the last among them", () => {
  const { watched } = fitted(1001);
  const moments = watched.filter(({ kind }) => kind === "moment");
  assert.ok(moments.length <= 200, String(moments.length));
  assert.equal(moments.at(-1).epoch, 1001);
});

test("a moment can be looked into afterwards, on any row", () => {
  const { made, model, watched } = fitted(2);
  const moments = watched.filter(({ kind }) => kind === "moment");
  for (const { moment, weights } of moments) {
    const trace = /** @type {any} */ (made.inspect({ what: "trace", model, moment, row: 3 }));
    assert.deepEqual(trace.inputs, [1, 1]);
    assert.deepEqual(trace.target, [2]);
    assert.equal(trace.layers[0].bias[0], weights[2]);
    const sum = weights[0] + weights[1] + weights[2];
    assert.ok(Math.abs(trace.prediction[0] - sum) < 1e-6);
    const [layer] = /** @type {any} */ (made.inspect({ what: "activations", model, moment, row: 3 }));
    assert.ok(Math.abs(layer.values[0] - sum) < 1e-6);
  }
  assert.equal(made.inspect({ what: "trace", model, moment: 99, row: 0 }), undefined);
  assert.equal(made.inspect({ what: "trace", model, moment: moments[0].moment, row: 4 }), undefined);
});

test("nothing is thrown: a fault is an answer", () => {
  const { made } = bridge();
  for (const text of ["", "{}", '{"op": "none"}', '{"op": "model.weights", "model": 7}'])
    assert.match(made.call(text), /^\{"error":\{"type":"RuntimeError"/, text);
});
