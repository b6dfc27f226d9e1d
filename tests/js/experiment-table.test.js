/** Experiments on a table: `new Experiment(table, config)` of the full package. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import start, { advertising, Comparison, Experiment, points, Sequential, Table } from "../../www/pkg-full/glassnet.js";

await start({ module_or_path: readFileSync("www/pkg-full/glassnet_bg.wasm") });

const TEXT = `hours;score\n${Array.from({ length: 20 }, (_, i) => `${i},5;${(i * 7) % 13}`).join("\n")}\n`;

/** @param {number} units */
const model = (units) => ({ layers: [{ units, activation: /** @type {const} */ ("tanh") }, { units: 1 }], seed: 3 });

/** @param {Experiment} experiment */
const bits = (experiment) => Array.from(new Uint32Array(experiment.weights().buffer));

test("a table makes experiments with different models, each the one that its text makes, and stays its owner's", () => {
  const table = Table.fromCsv(TEXT);
  for (const units of [2, 9]) {
    const made = new Experiment(table, { model: model(units) });
    const anew = new Experiment({ data: { source: "csv", text: TEXT }, model: model(units) });
    for (const experiment of [made, anew]) experiment.fitFor(40, undefined);
    assert.deepEqual(bits(made), bits(anew));
    assert.equal(made.weights().length, 3 * units + 1);
    assert.deepEqual(made.setup().data, anew.setup().data);
    for (const experiment of [made, anew]) experiment.free();
  }
  assert.deepEqual([table.rows, table.names], [20, ["hours", "score"]]);
  table.free();
});

test("an experiment outlives the table that it was made of, and gives it again", () => {
  const table = Table.load({ source: "csv", text: TEXT, name: "own.csv" });
  const made = new Experiment(table);
  table.free();
  made.fitFor(3, undefined);
  const again = made.table();
  assert.deepEqual([again.rows, again.reading?.decimal], [20, ","]);
  const saved = /** @type {any} */ (made.save(true));
  assert.deepEqual([saved.config.data.text, saved.config.data.name], [TEXT, "own.csv"]);
  const opened = Experiment.open(saved);
  assert.deepEqual(bits(opened), bits(made));
});

test("a table of a program's own is saved as text that opens to the same bits", () => {
  const made = new Experiment(new Table({ x: [1, 2, 3, 4, 5.5], y: [2, 4, 6, 8, 11] }), { split: null });
  made.fitFor(7, undefined);
  const opened = Experiment.open(JSON.parse(JSON.stringify(made.save(true))));
  for (const experiment of [made, opened]) experiment.fitFor(7, undefined);
  assert.deepEqual(bits(opened), bits(made));
  assert.equal(opened.setup().data.name, "data.csv");
});

test("tables of built-in data keep their name, that they are synthetic, and their classes", () => {
  const tutorial = new Experiment(advertising()).setup();
  assert.deepEqual([tutorial.data.name, tutorial.data.synthetic], ["advertising (synthetic)", true]);
  const moons = points("moons", 60, 0.1, 5);
  const config = { source: /** @type {const} */ ("moons"), rows: 60, noise: 0.1, seed: 5 };
  const setup = new Experiment(moons).setup();
  assert.deepEqual(setup.config, new Experiment({ data: config }).setup().config);
  assert.equal(new Experiment(moons.drop(["x2"])).setup().taskReason, "class_target");
});

test("runs of an experiment are those of its configuration", () => {
  const config = { model: model(3) };
  const runs = [{ label: "all", batchSize: /** @type {const} */ ("all") }];
  const made = new Experiment(Table.fromCsv(TEXT), config).compare(runs, 2);
  const anew = new Comparison({ data: { source: "csv", text: TEXT }, ...config }, runs, 2);
  for (const comparison of [made, anew]) comparison.runFor(1e9);
  assert.deepEqual(made.curves(), anew.curves());
});

test("what is no table and no configuration is rejected by its path", () => {
  const table = Table.fromCsv(TEXT);
  // @ts-expect-error
  assert.throws(() => new Experiment(table, { data: { source: "xor" } }), /received the field data/);
  // @ts-expect-error
  assert.throws(() => new Experiment(), /config: expected an object/);
  assert.throws(() => new Experiment(table, { target: "none" }), { what: "target" });
  assert.throws(() => Table.load({ source: "csv", text: "a,b\n1,2\n3" }), { what: "data.text: line 3 of the CSV" });
  assert.throws(() => Table.load(/** @type {any} */ (5)), { what: "data" });
  table.free();
  assert.throws(() => new Experiment(table));
});

test("a run for several workers has model, scales and rows in the units of the table", () => {
  const table = new Table({ x: [1, 3, 5, 7], y: [2, 4, 6, 8] });
  const config = { split: null, scaling: /** @type {const} */ ("min_max"), fit: { batchSize: 3, epochs: 2, seed: 5 } };
  const made = new Experiment(table, { ...config, model: model(2) });
  made.fitFor(1, undefined);
  const run = made.runForWorkers();
  assert.deepEqual(run.features, [{ name: "x", offset: 1, scale: 6 }]);
  assert.deepEqual(run.target, { name: "y" });
  assert.deepEqual([run.batchSize, run.initialEpoch, run.initialBatch, run.epochs], [3, 0, 1, 2]);
  assert.deepEqual([run.train, run.validation, run.test], ["1,2\n3,4\n5,6\n7,8\n", undefined, undefined]);
  // The rows of the table are those to train with, so their places are their numbers.
  const orders = [0, 1].map((epoch) => [...made.epochOrder(epoch)]);
  assert.deepEqual([run.shuffleSeed, run.orders], [5, orders]);
  const weights = new Float32Array(Sequential.load(run.model).getWeights().flat(3));
  assert.deepEqual([...weights], [...made.weights()]);
});
