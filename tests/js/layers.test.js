/** Layers that are not dense, in names, pictures and formulas: every number is one that the engine recorded. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { FullEngine } from "../../www/src/engine/full-client.js";
import { fullHost } from "../../www/src/engine/full-host.js";
import { yieldToEvents } from "../../www/src/engine/yield.js";
import { activeLayers, sizesOf } from "../../www/src/experiment/layers.js";
import { Lab } from "../../www/src/experiment/lab.js";
import { PRESETS } from "../../www/src/experiment/presets.js";
import { languages } from "../../www/src/locales/choice.js";
import { loadWords, sentence } from "../../www/src/locales/index.js";
import { loadPlaygroundWords } from "../../www/src/locales/playground.js";
import { nameText } from "../../www/src/names.js";
import { markOf, nameOfLayer, trainedParameters } from "../../www/src/panels/views/layer-names.js";
import { pictured } from "../../www/src/panels/train/batch.js";
import { formulas } from "../../www/src/panels/train/formulas.js";
import { drawable, kernelsOf, placesOf } from "../../www/src/panels/train/network-canvas.js";
import { withOtherLayers } from "../../www/src/panels/train/row-picture.js";
import { RowStage } from "../../www/src/panels/train/row-stage.js";
import { forPicture, withLayerNames } from "../../www/src/panels/train/row-trace.js";
import { wordsForTraces } from "../../www/src/panels/train/sentences.js";
import { picture } from "../../www/src/worked/picture-layer.js";
import { formula } from "../../www/src/worked/views/formula.js";
import { toText } from "../../www/src/math.js";

/**
 * @import { LayerConfig, ModelTrace, Trace } from "../../src/bindings/types.js"
 * @import { ExperimentConfig, Setup } from "../../www/src/experiment/types.js"
 */

// Node's fetch reads no files.
globalThis.fetch = async (address) =>
  new Response(readFileSync(new URL(String(address))), { headers: { "content-type": "application/wasm" } });

/** Every kind of layer. @type {LayerConfig[]} */
const EVERY = [
  { units: 3 },
  { type: "BatchNormalization" },
  { type: "Flatten" },
  { type: "LayerNormalization" },
  { type: "Activation", activation: "tanh" },
  { type: "Dropout", rate: 0.2 },
  { units: 4, activation: "relu" },
  { units: 1, activation: "sigmoid" },
];

/** A lab whose model has these layers, some updates on. @param {LayerConfig[]} layers */
async function trained(layers, config = PRESETS.xor, updates = 12) {
  const { answer } = fullHost();
  const made = new Lab(new FullEngine((request) => yieldToEvents().then(() => answer(request)), 5));
  const model = { .../** @type {any} */ (config.model), layers };
  assert.equal(await made.change(() => ({ ...config, model })), true, String(made.validationError?.failure));
  await made.trainTo(updates);
  return { lab: made, setup: /** @type {Setup} */ (made.setup) };
}

/** @param {number} found @param {number} expected */
const near = (found, expected) =>
  assert.ok(Math.abs(found - expected) <= 1e-5 * Math.max(1, Math.abs(expected)), `${found} for ${expected}`);

/** @param {ModelTrace} trace @param {"normalization"} kind */
const eventsOf = (trace, kind) => trace.events.flatMap((event) => (event.kind === kind ? [event] : []));

test("layers that act are found with their weights by Keras's names, whatever stands between them", async () => {
  const { lab, setup } = await trained(EVERY, PRESETS.xor, 0);
  const layers = activeLayers(setup);
  assert.deepEqual(
    layers.map(({ name, place, hidden, isDense, isFlattened }) => [name, place, hidden, isDense, isFlattened]),
    [
      ["dense", 0, 1, true, false],
      ["batch_normalization", 1, 0, false, false],
      ["layer_normalization", 3, 0, false, true],
      ["activation", 4, 0, false, false],
      ["dense_1", 6, 2, true, false],
      ["dense_2", 7, 0, true, false],
    ],
  );
  assert.deepEqual(sizesOf(layers), [2, 3, 3, 3, 3, 4, 1]);
  const weights = await lab.ask("weights");
  const of = (/** @type {number} */ layer, /** @type {string} */ name) => {
    const found = layers[layer].weights.find((each) => each.name === name);
    return found && Array.from(weights.subarray(found.at, found.at + found.count));
  };
  assert.deepEqual(of(1, "gamma"), [1, 1, 1]);
  assert.deepEqual(of(1, "moving_mean"), [0, 0, 0]);
  assert.deepEqual(of(1, "moving_variance"), [1, 1, 1]);
  assert.deepEqual(of(2, "beta"), [0, 0, 0]);
  assert.equal(of(3, "gamma"), undefined);
  const last = layers[5].weights[1];
  assert.equal(last.at + last.count, setup.parameters);
  assert.deepEqual(
    kernelsOf(weights, layers).map(({ length }) => length),
    [6, 0, 0, 0, 12, 4],
  );
});

test("parameters that are trained have a name and their place; moving ones are none of them", async () => {
  const { setup } = await trained(EVERY, PRESETS.xor, 0);
  const parameters = trainedParameters(activeLayers(setup));
  const names = parameters.map(({ name }) => nameText(name));
  assert.equal(parameters.length, setup.parameters - 6);
  assert.deepEqual(names.slice(9, 12), ["gamma(h₄)", "gamma(h₅)", "gamma(h₆)"]);
  assert.ok(!names.some((name) => name.startsWith("moving")));
  assert.equal(new Set(names).size, names.length);
  assert.equal(parameters.at(-1)?.at, setup.parameters - 1);
});

test("a normalization of a row is by the mean and variance of the batch that comes next, and shows its numbers", async () => {
  const { lab } = await trained([{ units: 3 }, { type: "BatchNormalization" }, { units: 1, activation: "sigmoid" }]);
  const trace = await lab.ask("trace", lab.row);
  const { rows } = await lab.ask("batchGradients");
  const outputs = await Promise.all(Array.from(rows, (row) => lab.ask("activations", row)));
  const events = eventsOf(trace, "normalization");
  assert.equal(events.length, 3);
  const shown = forPicture(trace);
  for (const event of events) {
    const { unit, x, mean, variance, epsilon, gamma = NaN, beta = NaN, output } = event;
    assert.equal(event.statistics, "batch");
    near(mean, outputs.reduce((sum, [, dense]) => sum + dense[unit], 0) / rows.length);
    near(output, (gamma * (x - mean)) / Math.sqrt(variance + epsilon) + beta);
    const k = trace.events.indexOf(event) + 1;
    const now = withOtherLayers(picture(shown, k));
    assert.equal(now.units[2][unit].value, output);
    assert.deepEqual(now.notes[0].terms, [gamma, "×", event.normalized, "+", beta]);
    assert.equal(now.notes[0].result, output);
    assert.equal(now.units[1][unit].emphasis, "current");
    const before = withOtherLayers(picture(shown, k - 1));
    assert.equal(before.units[2][unit].value, undefined, "not before it is computed");
    const [tag] = withOtherLayers(picture(shown, k, 0.5)).tags;
    assert.deepEqual([tag.kind, tag.kind === "moving" && tag.value], ["moving", x]);
  }
});

test("the row of a layer normalization is the whole layer before: all of it counts, in both directions", async () => {
  const { lab } = await trained([{ units: 4 }, { type: "LayerNormalization" }, { units: 1, activation: "sigmoid" }]);
  const trace = await lab.ask("trace", lab.row);
  const [, dense] = await lab.ask("activations", lab.row);
  const [first] = eventsOf(trace, "normalization");
  near(first.mean, dense.reduce((sum, value) => sum + value) / dense.length);
  const shown = forPicture(trace);
  const forward = withOtherLayers(picture(shown, trace.events.indexOf(first) + 1));
  assert.deepEqual(
    forward.units[1].map(({ emphasis }) => emphasis),
    ["current", "related", "related", "related"],
  );
  const back = trace.events.findIndex((event) => event.kind === "activation_gradient" && event.layer === 0);
  const event = /** @type {any} */ (trace.events[back]);
  assert.equal(event.terms.length, 4);
  near(
    event.gradient,
    event.terms.reduce((/** @type {number} */ sum, /** @type {any} */ { product }) => sum + product, 0),
  );
  for (const { unit, weight } of event.terms) assert.equal(shown.layers[1].kernel[event.unit][unit], weight);
  assert.equal(picture(shown, back + 1).tags.length, 4);
});

test("pictures and places of a network of dense layers alone are what they were", async () => {
  const { lab, setup } = await trained([{ units: 3 }, { units: 1, activation: "sigmoid" }]);
  const trace = await lab.ask("trace", lab.row);
  assert.deepEqual(forPicture(trace), trace);
  const words = wordsForTraces(await loadWords("en"), await loadPlaygroundWords("en"));
  assert.equal(withLayerNames(words, trace, "marks"), words);
  const layers = activeLayers(setup);
  const { x, top, radius } = placesOf({ sizes: sizesOf(layers), marks: [], width: 368, height: 240 });
  assert.deepEqual([x(0), x(1), x(2), top, radius], [34, 184, 334, 0, 19]);
});

test("bars stand nearer, have a name of their own, and no links that count", async () => {
  const { setup } = await trained(EVERY, PRESETS.xor, 0);
  const words = await loadPlaygroundWords("en");
  const layers = activeLayers(setup);
  const marks = [undefined, ...layers.map((layer) => markOf(words, layer))];
  assert.deepEqual(
    marks.map((mark) => [mark?.flatten, mark?.name]),
    [
      [undefined, undefined],
      [undefined, undefined],
      [undefined, "Batch norm"],
      ["Flatten", "Layer norm"],
      [undefined, "tanh"],
      [undefined, undefined],
      [undefined, undefined],
    ],
  );
  const { x } = placesOf({ sizes: sizesOf(layers), marks, width: 800, height: 300 });
  const steps = [1, 2, 3, 4, 5, 6].map((column) => x(column) - x(column - 1));
  near(steps[1], 0.6 * steps[0]);
  near(steps[4], steps[0]);
  near(x(6), 766);
  const wide = (/** @type {LayerConfig[]} */ list) => trained([{ units: 20 }, ...list, { units: 1 }], PRESETS.xor, 0);
  assert.ok(
    drawable(activeLayers((await wide([{ type: "BatchNormalization" }, { type: "LayerNormalization" }])).setup)),
  );
  assert.ok(!drawable(activeLayers((await wide([{ units: 20 }, { units: 20 }])).setup)));
});

test("a model is read layer by layer by what each is, in both languages", async () => {
  const { setup } = await trained(EVERY, PRESETS.xor, 0);
  const [ko, en] = await Promise.all(["ko", "en"].map(loadPlaygroundWords));
  const names = (/** @type {typeof ko} */ words) => activeLayers(setup).map((layer) => nameOfLayer(words, layer));
  assert.deepEqual(names(ko), ["은닉층 1", "배치 정규화", "층 정규화", "활성화 층 (tanh)", "은닉층 2", "출력층"]);
  assert.deepEqual(names(en), [
    "Hidden 1",
    "Batch normalization",
    "Layer normalization",
    "Activation (tanh)",
    "Hidden 2",
    "Output layer",
  ]);
});

test("the picture of a row names its columns, and draws no link into one that is not dense", async () => {
  const { lab } = await trained(EVERY);
  const trace = forPicture(await lab.ask("trace", lab.row));
  const words = wordsForTraces(await loadWords("en"), await loadPlaygroundWords("en"));
  const { text, layout } = new RowStage().setting({
    session: { claims: [], first: trace, losses: new Float32Array() },
    trace,
    words: withLayerNames(words, trace, "marks"),
    digits: 3,
    width: 1200,
    k: 0,
    progress: 1,
    seen: 0,
    selected: undefined,
    onSelect: () => {},
    onChoose: () => {},
    curve: () => undefined,
    passed: [],
    columns: ["TV", "a long name of a column"],
  });
  assert.deepEqual(
    [-1, 0, 1, 2, 3, 4, 5].map((layer) => text.layer(layer)),
    ["Input layer", "Hidden layer 1", "Batch norm", "Layer norm", "tanh", "Hidden layer 2", "Output layer"],
  );
  assert.deepEqual([text.unitName(-1, 0), text.unitName(-1, 1)], ["TV", "a long na…"]);
  assert.match(text.unitLabel({ layer: -1, unit: 1, value: 0, arriving: false, emphasis: "normal" }), /a long name/);
  assert.deepEqual(
    layout.links.map((links) => links.some(({ shown }) => shown)),
    [true, false, false, false, true, true],
  );
  assert.ok(text.label.endsWith("Batch norm Layer norm tanh"), text.label);
});

/** Models of which every operation is read. @type {Record<string, [LayerConfig[], ExperimentConfig]>} */
const READ = {
  "every kind of layer": [EVERY, PRESETS.xor],
  "a normalization without gamma, one without beta": [
    [
      { type: "BatchNormalization", scale: false },
      { units: 3 },
      { type: "LayerNormalization", center: false },
      { units: 2 },
      { type: "LayerNormalization", center: false, scale: false },
      { units: 1, activation: "sigmoid" },
    ],
    PRESETS.xor,
  ],
  "a softmax that is a layer": [
    [{ units: 4 }, { type: "BatchNormalization" }, { units: 3 }, { type: "Activation", activation: "softmax" }],
    PRESETS.softmax,
  ],
  "gradient descent": [
    [{ units: 3 }, { type: "BatchNormalization" }, { units: 1 }],
    { ...PRESETS.relu, model: { .../** @type {any} */ (PRESETS.relu.model), optimizer: { name: "sgd" } } },
  ],
};

for (const [name, [layers, config]] of Object.entries(READ)) {
  test(`every operation has a picture, a formula and a sentence in each language: ${name}`, async () => {
    const { lab, setup } = await trained(layers, config);
    const batch = pictured(await lab.ask("traceBatch"), setup.shapes.xTrain[1]);
    for (const trace of [await lab.ask("trace", lab.row), batch].map(forPicture)) {
      const all = await Promise.all(
        languages.map(async (lang) => wordsForTraces(await loadWords(lang), await loadPlaygroundWords(lang))),
      );
      trace.events.forEach((event, at) => {
        const { symbolic, numbers, result, where = [] } = formula(event, trace, 3, formulas);
        const parts = [symbolic, ...(numbers ? [numbers] : []), result, ...where].map(toText);
        const sentences = all.map((words) => sentence(words, event, trace));
        for (const text of [...parts, ...sentences]) assert.doesNotMatch(text, /undefined|NaN|null/, event.kind);
        for (const words of all) assert.ok(words.kinds[event.kind], event.kind);
        for (const progress of [0, 0.5, 1]) {
          const { notes, units } = withOtherLayers(picture(trace, at + 1, progress));
          if (/^(gamma|beta|normalization)/.test(event.kind)) assert.ok(notes.length, event.kind);
          assert.ok(units.flat().every(({ value }) => value === undefined || Number.isFinite(value)));
        }
      });
    }
  });
}

test("an update has the formula of its rule", () => {
  const trace = /** @type {any} */ ({
    inputs: [1],
    layers: [{ units: 1, activation: "linear", kernel: [[1]], bias: [] }],
  });
  const of = (/** @type {string} */ rule) => {
    const place = { kind: "weight_update", phase: "update", layer: 0, unit: 0, input: 0 };
    const event = /** @type {any} */ ({
      ...place,
      rule,
      before: 1,
      after: 0.9,
      change: 0.1,
      gradient: 2,
      learningRate: 0.1,
    });
    return formula(event, trace, 3, formulas).where?.map(toText)[0];
  };
  assert.equal(of("lion"), "Δ = η · sign(β₁ · m + (1 − β₁) · g)");
  assert.equal(of("ftrl"), "Δ = w − (clip(z, −λ₁, λ₁) − z)/((Σg²)^(1/2)/η + 2 · λ₂)");
  assert.equal(of("adagrad"), "Δ = η · g/(Σg² + ε)^(1/2)");
});

test("the formula of a normalization is its definition, with the numbers in it", async () => {
  const { lab } = await trained([{ units: 3 }, { type: "BatchNormalization" }, { units: 1, activation: "sigmoid" }]);
  const trace = /** @type {Trace} */ (forPicture(await lab.ask("trace", lab.row)));
  const event = /** @type {any} */ (trace.events.find(({ kind }) => /** @type {string} */ (kind) === "normalization"));
  const { symbolic, where = [] } = formula(event, trace, 3, formulas);
  assert.equal(toText(symbolic), "h₄ = γ · (h₁ − μ)/(√(σ² + ε)) + β");
  assert.match(toText(where[0]), /^x̂ = \(h₁ − μ\)/);
});
