import assert from "node:assert/strict";
import { test } from "node:test";
import { picture } from "../../www/src/worked/picture-layer.js";
import { events, trace } from "./small-trace.js";

/**
 * @import { TraceEvent } from "../../src/bindings/types.js"
 */

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

test("a link has its weight's gradient once it is known, as long as it goes back, and its size beside the largest", () => {
  const gradients = (/** @type {number} */ k) =>
    picture(trace, k)
      .links.flat()
      .map(({ gradient, share }) => gradient !== undefined && [gradient, share]);
  assert.deepEqual(gradients(at("loss")), [false, false, false]);
  assert.deepEqual(gradients(at("weight_gradient") - 1), [false, false, false]);
  assert.deepEqual(gradients(at("weight_gradient")), [false, false, [8, 8 / 12]]);
  assert.deepEqual(gradients(at("weight_gradient", 1)), [[12, 1], false, [8, 8 / 12]]);
  assert.deepEqual(gradients(at("bias_gradient")), [
    [12, 1],
    [-12, 1],
    [8, 8 / 12],
  ]);
  assert.deepEqual(gradients(at("weight_update")), [false, false, false]);
});

test("where all gradients are zero no link has a share of them", () => {
  const still = /** @type {TraceEvent[]} */ (
    events.map((event) => (event.kind === "weight_gradient" ? { ...event, gradient: 0 } : event))
  );
  const { links } = picture({ ...trace, events: still }, at("bias_gradient"));
  assert.deepEqual(
    links.flat().map(({ share }) => share),
    [0, 0, 0],
  );
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

test("a link has its weight from the first step of an iteration to the one that changes it", () => {
  for (let k = 0; k < at("weight_update"); k += 1)
    assert.deepEqual(
      picture(trace, k).links[0].map(({ weight, ghost }) => [weight, ghost]),
      [
        [2, undefined],
        [1, undefined],
      ],
    );
  const [first, second] = [0, 1].map((nth) => picture(trace, at("weight_update", nth)).links[0][nth]);
  assert.deepEqual([first.ghost, second.ghost, second.weight], [2, 1, 4]);
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
        ...links.flat().flatMap(({ weight, ghost, gradient }) => [weight, ghost, gradient]),
        ...units.flat().flatMap(({ value, gradient }) => [value, gradient]),
        ...targets.flatMap(({ target, error }) => [target, error]),
      ].filter((value) => typeof value === "number");
      for (const value of shown) assert.ok(recorded.has(value), `${value} at ${k}`);
    }
  }
});
