/** What a program prints, and what it tells of its networks, as the page keeps it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { ConsoleText, lastEpoch } from "../../www/src/code/console.js";
import { withLines } from "../../www/src/code/layer-lines.js";
import { Playback } from "../../www/src/code/playback.js";
import { columnsOf, Recording, seriesOf, setupOf } from "../../www/src/code/recording.js";
import { activeLayers, sizesOf } from "../../www/src/experiment/layers.js";

/** @param {ConsoleText} printed */
const linesOf = (printed) => printed.blocks().flatMap(({ lines }) => lines.map(({ text }) => text));

/** @param {ConsoleText} printed @param {number} epochs @param {number} from */
function fit(printed, epochs, from = 1) {
  for (let epoch = from; epoch < from + epochs; epoch++) {
    printed.write(`Epoch ${epoch}/${epochs}\n`);
    printed.write("1/2 ━━━━━ 0s 10ms/step - loss: 2.0\n");
    printed.write(`2/2 ━━━━━━━━━━ 0s 1ms/step - loss: ${epoch}.0\n`, { replaces: true });
  }
}

test("a line that is replaced leaves no trace, and one that is open goes on", () => {
  const printed = new ConsoleText();
  printed.write("a");
  printed.write("b\nc\n");
  printed.write("d\n", { replaces: true });
  printed.write("1 %\r2 %\r");
  printed.write("3 %\n");
  assert.deepEqual(linesOf(printed), ["ab", "d", "3 %"]);
});

test("the epochs of a fit are one block, whose last one is shown", () => {
  const printed = new ConsoleText();
  printed.write("before\n");
  fit(printed, 100);
  printed.write("after\n");
  const [before, epochs, after] = printed.blocks();
  assert.deepEqual([before.kind, epochs.kind, after.kind], ["text", "epochs", "text"]);
  if (epochs.kind !== "epochs") return;
  assert.equal(epochs.epochs, 100);
  assert.equal(epochs.lines.length, 200);
  assert.deepEqual(
    lastEpoch(epochs).map(({ text }) => text),
    ["Epoch 100/100", "2/2 ━━━━━━━━━━ 0s 1ms/step - loss: 100.0"],
  );
});

test("a block keeps its name while epochs are added, and a second fit has another", () => {
  const printed = new ConsoleText();
  fit(printed, 3);
  const id = (/** @type {number} */ n) => {
    const block = printed.blocks()[n];
    return block.kind === "epochs" ? block.id : undefined;
  };
  const first = id(0);
  fit(printed, 3, 4);
  assert.equal(id(0), first);
  printed.write("between\n");
  fit(printed, 2);
  assert.notEqual(id(2), first);
});

test("one epoch is text, and so is what only looks like one", () => {
  const printed = new ConsoleText();
  fit(printed, 1);
  printed.write("Epoch 1/2 of my own\nEpoch 2\n");
  assert.deepEqual(
    printed.blocks().map(({ kind }) => kind),
    ["text"],
  );
});

test("a flood leaves its last lines and says how many are gone", () => {
  const printed = new ConsoleText();
  for (let n = 0; n < 5000; n++) printed.write(`${n}\n`);
  const lines = linesOf(printed);
  assert.equal(lines.at(-1), "4999");
  assert.equal(lines.length + printed.dropped, 5000);
  assert.ok(lines.length <= 2000);
  printed.write("x".repeat(1e6));
  assert.ok((linesOf(printed).at(-1)?.length ?? 0) < 5000);
});

const dense = (/** @type {number} */ inputs, /** @type {number} */ units, /** @type {number} */ line) => ({
  name: `dense_${line}`,
  kind: "Dense",
  units,
  inputs,
  parameters: units * (inputs + 1),
  weights: [
    { name: "kernel", shape: [inputs, units], trainable: true },
    { name: "bias", shape: [units], trainable: true },
  ],
  line,
});
const dropout = { name: "dropout", kind: "Dropout", units: 4, inputs: 4, parameters: 0, weights: [] };
const built = { kind: "model", model: 1, layers: [dense(2, 4, 3), dropout, dense(4, 1, 5)], inputs: 2, parameters: 17 };
const data = {
  kind: "data",
  model: 1,
  rows: 3,
  features: 2,
  x: Float32Array.of(1, 2, 3, 4, 5, 6),
  y: new Float32Array(3),
};
const moment = (/** @type {number} */ epoch) => ({
  kind: "moment",
  model: 1,
  moment: epoch,
  epoch,
  weights: new Float32Array(17),
  activations: [4, 4, 1].map((units, i) => new Float32Array(units).fill(i)),
  logs: epoch ? { loss: 10 - epoch } : {},
});

test("a model, its fit and its predictions are kept together, for the cell that used them", () => {
  const recording = new Recording();
  recording.take("one", built);
  recording.take("two", data);
  for (const epoch of [0, 1, 2]) recording.take("two", moment(epoch));
  assert.deepEqual(
    recording.of("two").map(({ id, cell, moments }) => [id, cell, moments.length]),
    [[1, "one", 3]],
  );
  const [model] = recording.of("two");
  assert.deepEqual(seriesOf(model, "loss"), { x: [1, 2], y: [9, 8] });
  recording.take("two", { kind: "fit", model: 1, history: { loss: [9, 8, 7] } });
  assert.deepEqual(seriesOf(recording.of("two")[0], "loss"), { x: [1, 2, 3], y: [9, 8, 7] });
  assert.equal(seriesOf(model, "val_loss"), undefined);
  recording.take("one", { ...built, layers: [dense(2, 1, 3)], parameters: 3 });
  assert.deepEqual(recording.of("one")[0].moments, [], "another model has another fit");
});

test("a hint of a layer stands at the layer where the cell has it, else at the fit", () => {
  const recording = new Recording();
  recording.take("one", { ...built, layers: built.layers.map((layer, i) => ({ ...layer, line: 7 + i })) });
  const hint = { kind: "hint", model: 1, hint: { code: "linear_layers" }, line: 5, layer: 1, fitLine: 2 };
  for (const cell of ["one", "two"]) recording.take(cell, hint);
  assert.deepEqual(
    ["one", "two"].map((cell) => recording.hintsOf(cell)[0].line),
    [8, 2],
  );
});

test("a cell shows the network as it was when its program ended, whatever another does with it later", () => {
  const recording = new Recording();
  recording.take("one", built);
  recording.take("two", data);
  recording.take("two", moment(0));
  recording.take("three", data);
  for (const epoch of [0, 1]) recording.take("three", moment(epoch));
  assert.deepEqual(
    ["one", "two", "three"].map((cell) => recording.of(cell)[0].moments.length),
    [0, 1, 2],
  );
});

test("a program that runs again begins without what it told before", () => {
  const recording = new Recording();
  recording.take("one", built);
  recording.take("one", { kind: "hint", hint: { code: "unassigned" }, line: 2 });
  assert.deepEqual(
    recording.hintsOf("one").map(({ line }) => line),
    [2],
  );
  recording.begin("one");
  assert.deepEqual([recording.of("one"), recording.hintsOf("one")], [[], []]);
});

test("the picture has a column for the inputs and for each layer that changes something", () => {
  const recording = new Recording();
  recording.take("one", built);
  recording.take("one", data);
  recording.take("one", moment(0));
  const [model] = recording.of("one");
  const active = activeLayers(setupOf(model));
  assert.deepEqual(sizesOf(active), [2, 4, 1]);
  const columns = columnsOf(model, model.moments[0], active);
  assert.deepEqual(
    columns?.map((values) => Array.from(values)),
    [[1, 2], [0, 0, 0, 0], [2]],
  );
});

test("moments are played one after the other, and who wants less motion sees the last one", () => {
  const playback = new Playback(() => {});
  playback.have(3, true);
  assert.deepEqual([playback.at, playback.isPlaying], [0, true]);
  playback.seek(7);
  assert.deepEqual([playback.at, playback.isPlaying], [2, false]);
  const still = new Playback(() => {});
  still.isReduced = true;
  still.have(3, true);
  assert.deepEqual([still.at, still.isPlaying], [2, false]);
});

test("layers of one statement are found in its lines, those of a loop and of one line stay with it", () => {
  const at = (/** @type {string} */ source, /** @type {any[]} */ ...layers) =>
    withLines(layers, source).map(({ line }) => line);
  const source = "import keras\nmodel = Sequential([  # Dense(\n    Dense(3),\n    Dropout(0.1),\n    Dense(1),\n])";
  const on = (/** @type {number} */ line) => [dense(2, 3, line), { ...dropout, line }, dense(3, 1, line)];
  assert.deepEqual(at(source, ...on(2)), [3, 4, 5]);
  assert.deepEqual(at("m = Sequential([Dense(3), Dropout(0.1), Dense(1)])", ...on(1)), [1, 1, 1]);
  assert.deepEqual(at("for n in range(2):\n    m.add(layer(n))", dense(2, 3, 2), dense(3, 3, 2)), [2, 2]);
  assert.deepEqual(at("m.add(Dense(3))\nm.add(Dense(1))", dense(2, 3, 1), dense(3, 1, 2)), [1, 2]);
});
