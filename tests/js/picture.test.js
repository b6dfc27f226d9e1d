import assert from "node:assert/strict";
import { test } from "node:test";
import { words as en } from "../../www/src/locales/en/worked.js";
import { words as ko } from "../../www/src/locales/ko/worked.js";
import { picture } from "../../www/src/worked/picture.js";
import { pictureOf } from "../../www/src/worked/picture-layer.js";
import { caption, layerCaption } from "../../www/src/worked/views/caption.js";

/**
 * @import { Trace, TraceEvent } from "../../src/bindings/types.js"
 */

/** Two inputs, one hidden relu unit with a bias, one linear output: every number can be done in the head. */
const events = /** @type {TraceEvent[]} */ ([
  { kind: "product", phase: "forward", layer: 0, unit: 0, input: 0, x: 1, weight: 2, product: 2, sum: 2 },
  { kind: "product", phase: "forward", layer: 0, unit: 0, input: 1, x: -1, weight: 1, product: -1, sum: 1 },
  { kind: "sum", phase: "forward", layer: 0, unit: 0, products: [2, -1], sum: 1 },
  { kind: "bias", phase: "forward", layer: 0, unit: 0, sum: 1, bias: 1, preActivation: 2 },
  { kind: "activation", phase: "forward", layer: 0, unit: 0, activation: "relu", preActivation: 2, output: 2 },
  { kind: "product", phase: "forward", layer: 1, unit: 0, input: 0, x: 2, weight: 3, product: 6, sum: 6 },
  { kind: "sum", phase: "forward", layer: 1, unit: 0, products: [6], sum: 6 },
  { kind: "activation", phase: "forward", layer: 1, unit: 0, activation: "linear", preActivation: 6, output: 6 },
  {
    kind: "loss_term",
    name: "mean_squared_error",
    phase: "loss",
    layer: 1,
    unit: 0,
    prediction: 6,
    target: 4,
    error: 2,
    term: 4,
  },
  { kind: "loss", name: "mean_squared_error", phase: "loss", layer: 1, unit: 0, terms: [4], loss: 4 },
  {
    kind: "output_gradient",
    phase: "backward",
    layer: 1,
    unit: 0,
    outputs: 1,
    prediction: 6,
    target: 4,
    error: 2,
    gradient: 4,
  },
  {
    kind: "pre_activation_gradient",
    phase: "backward",
    layer: 1,
    unit: 0,
    activation: "linear",
    preActivation: 6,
    output: 6,
    activationGradient: 4,
    derivative: 1,
    gradient: 4,
  },
  {
    kind: "weight_gradient",
    phase: "backward",
    layer: 1,
    unit: 0,
    input: 0,
    preActivationGradient: 4,
    x: 2,
    gradient: 8,
  },
  {
    kind: "activation_gradient",
    phase: "backward",
    layer: 0,
    unit: 0,
    terms: [{ layer: 1, unit: 0, gradient: 4, weight: 3, product: 12 }],
    gradient: 12,
  },
  {
    kind: "pre_activation_gradient",
    phase: "backward",
    layer: 0,
    unit: 0,
    activation: "relu",
    preActivation: 2,
    output: 2,
    activationGradient: 12,
    derivative: 1,
    gradient: 12,
  },
  {
    kind: "weight_gradient",
    phase: "backward",
    layer: 0,
    unit: 0,
    input: 0,
    preActivationGradient: 12,
    x: 1,
    gradient: 12,
  },
  {
    kind: "weight_gradient",
    phase: "backward",
    layer: 0,
    unit: 0,
    input: 1,
    preActivationGradient: 12,
    x: -1,
    gradient: -12,
  },
  { kind: "bias_gradient", phase: "backward", layer: 0, unit: 0, preActivationGradient: 12, gradient: 12 },
  {
    kind: "weight_update",
    phase: "update",
    layer: 0,
    unit: 0,
    input: 0,
    before: 2,
    learningRate: 0.25,
    gradient: 12,
    change: 3,
    after: -1,
  },
  {
    kind: "weight_update",
    phase: "update",
    layer: 0,
    unit: 0,
    input: 1,
    before: 1,
    learningRate: 0.25,
    gradient: -12,
    change: -3,
    after: 4,
  },
  {
    kind: "bias_update",
    phase: "update",
    layer: 0,
    unit: 0,
    before: 1,
    learningRate: 0.25,
    gradient: 12,
    change: 3,
    after: -2,
  },
  {
    kind: "weight_update",
    phase: "update",
    layer: 1,
    unit: 0,
    input: 0,
    before: 3,
    learningRate: 0.25,
    gradient: 8,
    change: 2,
    after: 1,
  },
]);

/** @type {Trace} */
const trace = {
  iteration: 0,
  inputs: [1, -1],
  target: [4],
  prediction: [6],
  loss: 4,
  events,
  layers: [
    { units: 1, activation: "relu", useBias: true, kernel: [[2], [1]], bias: [1] },
    { units: 1, activation: "linear", useBias: false, kernel: [[3]], bias: [] },
  ],
};

/** @param {TraceEvent["kind"]} kind @param {number} [nth] How many operations are done when it is the current one. */
function at(kind, nth = 0) {
  const found = events.flatMap((event, i) => (event.kind === kind ? i + 1 : []));
  return found[nth];
}

/** @param {number} k */
const values = (k) => picture(trace, k).units.map((column) => column.map(({ value }) => value));

test("at the start the inputs are known and nothing else, at normal strength", () => {
  const start = picture(trace, 0);
  assert.deepEqual(values(0), [[1, -1], [undefined], [undefined]]);
  assert.ok(
    [...start.units.flat(), ...start.links.flat(), ...start.targets].every(({ emphasis }) => emphasis === "normal"),
  );
  assert.deepEqual([start.tags, start.notes, start.plot, start.event], [[], [], undefined, undefined]);
});

test("a unit's activation is known from its activation on", () => {
  assert.deepEqual(values(at("activation") - 1), [[1, -1], [undefined], [undefined]]);
  assert.deepEqual(values(at("activation")), [[1, -1], [2], [undefined]]);
  assert.deepEqual(values(events.length), [[1, -1], [2], [6]]);
});

test("an activation comes in with the progress of its own step only", () => {
  assert.equal(picture(trace, at("activation"), 0).units[1][0].arriving, true);
  assert.equal(picture(trace, at("activation") + 1, 0).units[1][0].arriving, false);
});

test("weights are the old ones before their update and the new ones after", () => {
  const weights = (/** @type {number} */ k) =>
    picture(trace, k)
      .links.flat()
      .map(({ weight }) => weight);
  assert.deepEqual(weights(at("weight_update") - 1), [2, 1, 3]);
  assert.deepEqual(weights(at("weight_update")), [-1, 1, 3]);
  assert.deepEqual(weights(events.length), [-1, 4, 1]);
});

test("the old weight is a ghost in the step that changes it", () => {
  const ghosts = (/** @type {number} */ k) =>
    picture(trace, k)
      .links.flat()
      .map(({ ghost }) => ghost);
  assert.deepEqual(ghosts(at("weight_update")), [2, undefined, undefined]);
  assert.deepEqual(ghosts(at("weight_update", 1)), [undefined, 1, undefined]);
  assert.deepEqual(ghosts(at("bias_update")), [undefined, undefined, undefined]);
});

test("a value travels to the weight, is multiplied, and the product travels on", () => {
  const step = (/** @type {number} */ progress) => picture(trace, at("product"), progress).tags;
  const place = { phase: "forward", layer: 0, unit: 0, input: 0 };
  assert.deepEqual(step(0), [{ kind: "moving", ...place, from: 0, to: "weight", along: 0, value: 1 }]);
  assert.deepEqual(step(0.45), [{ kind: "formula", ...place, terms: [1, "×", 2], result: 2, pending: true }]);
  assert.deepEqual(
    step(0.8).map((tag) => tag.kind),
    ["moving", "formula"],
  );
  assert.deepEqual(step(1), [{ kind: "formula", ...place, terms: [1, "×", 2], result: 2, pending: false }]);
});

test("the sum at the unit grows when the product has arrived", () => {
  const sum = (/** @type {number} */ progress) => picture(trace, at("product", 1), progress).notes[0]?.result;
  assert.equal(sum(0.5), 2);
  assert.equal(sum(1), 1);
  assert.deepEqual(picture(trace, at("product"), 0.5).notes, []);
});

test("products that were made stay on their links until the sum", () => {
  const labels = (/** @type {number} */ k) => picture(trace, k).links[0].map(({ shows, label }) => [shows, label]);
  assert.deepEqual(labels(at("product")), [
    ["weight", 2],
    ["weight", 1],
  ]);
  assert.deepEqual(labels(at("product", 1)), [
    ["product", 2],
    ["weight", 1],
  ]);
  assert.deepEqual(labels(at("sum")), [
    ["product", 2],
    ["product", -1],
  ]);
  assert.deepEqual(labels(at("activation")), [
    ["weight", 2],
    ["weight", 1],
  ]);
});

test("only what the step is about is current, all else that counts is related or dimmed", () => {
  const { units, links, targets } = picture(trace, at("product", 1));
  assert.deepEqual(
    units.flat().map(({ emphasis }) => emphasis),
    ["dimmed", "current", "current", "dimmed"],
  );
  assert.deepEqual(
    links.flat().map(({ emphasis }) => emphasis),
    ["related", "current", "dimmed"],
  );
  assert.deepEqual(
    targets.map(({ emphasis }) => emphasis),
    ["dimmed"],
  );
});

test("the bias is shown where the step is about it", () => {
  const [note] = picture(trace, at("bias")).notes;
  assert.deepEqual([note.symbol, note.terms, note.result], ["z", [1, "+", 1], 2]);
});

test("the sum is named z where no bias follows, Σ where one does", () => {
  assert.equal(picture(trace, at("sum")).notes[0].symbol, "Σ");
  assert.equal(picture(trace, at("sum", 1)).notes[0].symbol, "z");
});

test("the activation's plot has the recorded point, going back also the slope", () => {
  assert.deepEqual(picture(trace, at("activation")).plot, {
    layer: 0,
    unit: 0,
    activation: "relu",
    curve: "relu",
    x: 2,
    y: 2,
    slope: undefined,
  });
  assert.equal(picture(trace, at("pre_activation_gradient", 1)).plot?.slope, 1);
});

test("the error stands between prediction and target in its step", () => {
  assert.equal(picture(trace, at("loss_term")).targets[0].error, 2);
  assert.equal(picture(trace, at("loss_term")).targets[0].emphasis, "current");
  assert.equal(picture(trace, at("activation")).targets[0].error, undefined);
});

test("gradients travel against the direction of the links", () => {
  const [tag] = picture(trace, at("activation_gradient"), 0.2).tags;
  assert.ok(tag.kind === "moving");
  assert.deepEqual([tag.layer, tag.unit, tag.input, tag.from, tag.to, tag.value], [1, 0, 0, 1, "weight", 4]);
  const [first] = picture(trace, at("output_gradient"), 0.2).tags;
  assert.ok(first.kind === "moving" && first.input === undefined && first.from === 1 && first.to === 0);
});

test("units keep their latest gradient while it goes back, and no longer", () => {
  const gradients = (/** @type {number} */ k) =>
    picture(trace, k)
      .units.flat()
      .map(({ gradient }) => gradient);
  assert.deepEqual(gradients(at("loss")), [undefined, undefined, undefined, undefined]);
  assert.deepEqual(gradients(at("activation_gradient")), [undefined, undefined, 12, 4]);
  assert.deepEqual(gradients(at("weight_update")), [undefined, undefined, undefined, undefined]);
});

test("what stands still in a step is the same object in every frame of it", () => {
  const [a, b] = [picture(trace, 3, 0.1), picture(trace, 3, 0.9)];
  assert.equal(a.units, b.units);
  assert.equal(a.links, b.links);
  assert.notEqual(picture(trace, 4, 0).units, a.units);
});

test("every number that is shown is in the trace", () => {
  const recorded = new Set(
    JSON.stringify(trace)
      .match(/-?\d+(\.\d+)?/g)
      ?.map(Number),
  );
  for (let k = 0; k <= events.length; k += 1) {
    for (const progress of [0, 0.3, 0.5, 0.8, 1]) {
      const { tags, notes, links, units, targets } = picture(trace, k, progress);
      const shown = [
        ...tags.flatMap((tag) => (tag.kind === "moving" ? [tag.value] : [...(tag.terms ?? []), tag.result])),
        ...notes.flatMap(({ terms, result }) => [...(terms ?? []), result]),
        ...links.flat().flatMap(({ weight, ghost, label }) => [weight, ghost, label]),
        ...units.flat().flatMap(({ value, gradient }) => [value, gradient]),
        ...targets.flatMap(({ target, error }) => [target, error]),
      ].filter((value) => typeof value === "number");
      for (const value of shown) assert.ok(recorded.has(value), `${value} at ${k}`);
    }
  }
});

test("a forward step of a unit has all its products on their way at once, then their sum, then its activation", () => {
  const [start, end] = [0, 5];
  const at = (/** @type {number} */ part) =>
    pictureOf(trace, 1, 1, { from: start, to: end, position: start + part * (end - start) });
  assert.deepEqual(
    at(0.1).tags.map((tag) => tag.kind === "moving" && [tag.input, tag.value, tag.from]),
    [
      [0, 1, 0],
      [1, -1, 0],
    ],
  );
  assert.deepEqual(
    at(0.5).tags.map((tag) => tag.kind === "moving" && [tag.value, tag.to]),
    [
      [2, 1],
      [-1, 1],
    ],
  );
  assert.deepEqual([at(0.65).tags, at(0.65).notes.map(({ symbol, result }) => [symbol, result])], [[], [["z", 2]]]);
  assert.equal(at(0.65).units[1][0].value, undefined);
  const last = at(0.9);
  assert.deepEqual([last.units[1][0].value, last.units[1][0].arriving, last.plot?.y], [2, true, 2]);
  assert.deepEqual(
    last.links[0].map(({ shows, label }) => [shows, label]),
    [
      ["weight", 2],
      ["weight", 1],
    ],
  );
});

test("a step over several layers goes forward layer by layer, and on from there operation by operation", () => {
  const over = (/** @type {number} */ position) =>
    pictureOf(trace, Math.ceil(position), 0.5, { from: 0, to: events.length, position });
  assert.deepEqual([over(5.5).event?.layer, over(5.5).units[1][0].value], [1, 2]);
  assert.deepEqual(over(10.5), picture(trace, 11, 0.5));
});

test("while it plays a step says at most eight words in each language", () => {
  for (const words of [en, ko])
    for (const event of events) {
      const text = caption(words, event, 3);
      assert.ok(text && text.split(/\s+/).length <= 8, text);
      assert.doesNotMatch(text, /undefined|NaN/);
    }
  assert.equal(caption(en, events[1], 3), "−1 × 1 = −1, sum 1");
  assert.equal(layerCaption(ko, trace, events.slice(0, 5), 3), "ReLU: 2 → 2");
});
