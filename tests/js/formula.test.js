import assert from "node:assert/strict";
import { test } from "node:test";
import { joined, parenthesised, pieces, symbol, toMathML, toText } from "../../www/src/math.js";
import { formula, formulaText } from "../../www/src/worked/views/formula.js";
import { activationFormulas as more } from "../../www/src/worked/views/formulas-activation.js";

/** @typedef {import("../../src/bindings/types.d.ts").Trace} Trace */
/** @typedef {import("../../src/bindings/types.d.ts").TraceEvent} TraceEvent */
/** @typedef {import("../../src/bindings/types.d.ts").ActivationName} ActivationName */

/**
 * A network of the given sizes, inputs first; formulas need no more than its shape.
 * @param {number[]} sizes @param {{ activation?: ActivationName, useBias?: boolean }} [options] @returns {Trace}
 */
function network(sizes, { activation = "sigmoid", useBias = false } = {}) {
  const layers = sizes.slice(1).map((units, i) => ({
    units,
    activation,
    useBias,
    kernel: Array.from({ length: sizes[i] }, () => new Array(units).fill(1)),
    bias: useBias ? new Array(units).fill(0) : [],
  }));
  return { iteration: 0, inputs: new Array(sizes[0]).fill(1), target: [], prediction: [], loss: 0, layers, events: [] };
}
const tutorial = network([2, 2, 2, 1]);

/** @param {TraceEvent} event @param {string} expected @param {Trace} [trace] */
const writes = (event, expected, trace = tutorial) => assert.equal(formulaText(event, trace, 3, more), expected);
/** @param {TraceEvent} event @param {Trace} [trace] */
const where = (event, trace = tutorial) => formula(event, trace, 3, more).where?.map(toText);

const first = /** @type {const} */ ({ layer: 0, unit: 0 });
const output = /** @type {const} */ ({ layer: 2, unit: 0 });

test("a product is the input times its weight", () => {
  writes(
    { kind: "product", phase: "forward", ...first, input: 0, x: 1, weight: 2, product: 2, sum: 2 },
    "x₁ · w₁ = 1 × 2 = 2",
  );
  writes(
    {
      kind: "product",
      phase: "forward",
      layer: 1,
      unit: 1,
      input: 1,
      x: 0.5,
      weight: -2,
      product: -1,
      sum: -1.7310586,
    },
    "h₂ · w₂ = 0.5 × (−2) = −1",
  );
});

test("a sum is the pre-activation where there is no bias", () => {
  writes(
    { kind: "sum", phase: "forward", ...first, products: [2, -1], sum: 1 },
    "z₁ = x₁ · w₁ + x₂ · w₂ = 2 + (−1) = 1",
  );
});

test("with a bias the sum has no name yet and the bias completes it", () => {
  const trace = network([2, 1], { useBias: true });
  writes(
    { kind: "sum", phase: "forward", ...first, products: [2, -1], sum: 1 },
    "x₁ · w₁ + x₂ · w₂ = 2 + (−1) = 1",
    trace,
  );
  writes(
    { kind: "bias", phase: "forward", ...first, sum: 1, bias: -0.25, preActivation: 0.75 },
    "z(ŷ) = x₁ · w₁ + x₂ · w₂ + b = 1 + (−0.25) = 0.75",
    trace,
  );
});

test("a single product is not written down twice", () => {
  writes({ kind: "sum", phase: "forward", ...first, products: [2], sum: 2 }, "z₁ = x₁ · w₁ = 2", network([1, 1, 1]));
});

test("a long sum shows its first two terms and its last", () => {
  const products = [1, 2, 3, 4, 5, -6];
  writes(
    { kind: "sum", phase: "forward", ...first, products, sum: 9 },
    "z₁ = x₁ · w₁ + x₂ · w₂ + … + x₆ · w₆ = 1 + 2 + … + (−6) = 9",
    network([6, 2, 1]),
  );
});

test("each activation shows its own formula", () => {
  /** @param {ActivationName} activation @param {number} preActivation @param {number} value @returns {TraceEvent} */
  const event = (activation, preActivation, value) => ({
    kind: "activation",
    phase: "forward",
    ...first,
    activation,
    preActivation,
    output: value,
  });
  writes(event("sigmoid", 1, 0.7310586), "h₁ = σ(z₁) = 1/(1 + e^(−z₁)) = 1/(1 + e^(−1)) = 0.731");
  writes(event("sigmoid", -0.257, 0.436), "h₁ = σ(z₁) = 1/(1 + e^(−z₁)) = 1/(1 + e^(−(−0.257))) = 0.436");
  writes(event("relu", -0.5, 0), "h₁ = ReLU(z₁) = max(0, z₁) = max(0, −0.5) = 0");
  writes(event("tanh", 0.5, 0.46211717), "h₁ = tanh(z₁) = (e^(z₁) − e^(−z₁))/(e^(z₁) + e^(−z₁)) = tanh(0.5) = 0.462");
  writes(event("linear", 0.5, 0.5), "h₁ = z₁ = 0.5");
});

test("an activation with settings shows them, and no formula of the plain one", () => {
  /** @type {TraceEvent} */
  const leaky = {
    kind: "activation",
    phase: "forward",
    ...first,
    activation: "relu",
    preActivation: -0.5,
    output: -0.05,
  };
  const trace = network([2, 2, 1], { activation: "relu" });
  trace.layers[0].settings = { negativeSlope: 0.1, maxValue: 6 };
  writes(
    leaky,
    "h₁ = relu(z₁, negative_slope = 0.1, max_value = 6) = relu(−0.5, negative_slope = 0.1, max_value = 6) = −0.05",
    trace,
  );
  /** @type {TraceEvent} */
  const slope = {
    kind: "pre_activation_gradient",
    phase: "backward",
    ...first,
    activation: "relu",
    preActivation: -0.5,
    output: -0.05,
    activationGradient: -0.5,
    derivative: 0.1,
    gradient: -0.05,
  };
  writes(slope, "∂L/∂z₁ = ∂L/∂h₁ · ∂h₁/∂z₁ = −0.5 × 0.1 = −0.05", trace);
  trace.layers[0] = { ...trace.layers[0], activation: "gelu", settings: { approximate: true } };
  writes(
    { ...leaky, activation: "gelu" },
    "h₁ = gelu(z₁, approximate = true) = gelu(−0.5, approximate = true) = −0.05",
    trace,
  );
});

test("softmax weighs one unit against the whole layer", () => {
  writes(
    {
      kind: "activation",
      phase: "forward",
      layer: 0,
      unit: 1,
      activation: "softmax",
      preActivation: -1,
      preActivations: [1, -1],
      output: 0.11920292,
    },
    "ŷ₂ = e^(z(ŷ₂))/(e^(z(ŷ₁)) + e^(z(ŷ₂))) = e^(−1)/(e¹ + e^(−1)) = 0.119",
    network([2, 2], { activation: "softmax" }),
  );
});

test("the loss is the squared error of one output and the mean of several", () => {
  writes(
    {
      kind: "loss_term",
      name: "mean_squared_error",
      phase: "loss",
      ...output,
      prediction: 0.43619856,
      target: 0.4,
      error: 0.0361986,
      term: 0.0013103355,
    },
    "(ŷ − y)² = (0.436 − 0.4)² = 0.00131",
  );
  writes(
    {
      kind: "loss_term",
      name: "mean_squared_error",
      phase: "loss",
      ...output,
      prediction: 0.5,
      target: -0.5,
      error: 1,
      term: 1,
    },
    "(ŷ − y)² = (0.5 − (−0.5))² = 1",
  );
  writes(
    { kind: "loss", name: "mean_squared_error", phase: "loss", ...output, terms: [0.0013103355], loss: 0.0013103355 },
    "L = (ŷ − y)² = 0.00131",
  );
  writes(
    { kind: "loss", name: "mean_squared_error", phase: "loss", ...first, terms: [0.5, 0.25], loss: 0.375 },
    "L = 1/2 · ((ŷ₁ − y₁)² + (ŷ₂ − y₂)²) = 1/2 × (0.5 + 0.25) = 0.375",
    network([2, 2]),
  );
});

test("the gradient of the prediction has the factor 2/n of the mean", () => {
  writes(
    {
      kind: "output_gradient",
      phase: "backward",
      ...output,
      outputs: 1,
      prediction: 0.43619856,
      target: 0.4,
      error: 0.0361986,
      gradient: 0.0723971,
    },
    "∂L/∂ŷ = 2 · (ŷ − y) = 2 × (0.436 − 0.4) = 0.072",
  );
  writes(
    {
      kind: "output_gradient",
      phase: "backward",
      layer: 0,
      unit: 1,
      outputs: 2,
      prediction: 0.5,
      target: 0.75,
      error: -0.25,
      gradient: -0.25,
    },
    "∂L/∂ŷ₂ = 2/2 · (ŷ₂ − y₂) = 2/2 × (0.5 − 0.75) = −0.25",
    network([2, 2]),
  );
});

test("the gradient of a hidden unit sums what every next unit sends back", () => {
  /** @type {TraceEvent} */
  const event = {
    kind: "activation_gradient",
    phase: "backward",
    ...first,
    gradient: -0.00894369,
    terms: [
      { layer: 1, unit: 0, gradient: -0.00439226, weight: 1, product: -0.00439226 },
      { layer: 1, unit: 1, gradient: -0.00455143, weight: -1, product: 0.00455143 },
    ],
  };
  writes(event, "∂L/∂h₁ = ∂L/∂z₃ · ∂z₃/∂h₁ + ∂L/∂z₄ · ∂z₄/∂h₁ = −0.00439 × 1 + (−0.00455) × (−1) = −0.00894");
  assert.deepEqual(where(event), ["∂z₃/∂h₁ = w(h₁→h₃)", "∂z₄/∂h₁ = w(h₁→h₄)"]);
});

test("the chain rule brings in the slope of the activation, and says what it is", () => {
  /** @param {ActivationName} activation @param {number} value @param {number} derivative @returns {TraceEvent} */
  const event = (activation, value, derivative) => ({
    kind: "pre_activation_gradient",
    phase: "backward",
    ...first,
    activation,
    preActivation: 1,
    output: value,
    activationGradient: -0.5,
    derivative,
    gradient: -0.125,
  });
  writes(event("sigmoid", 0.5, 0.25), "∂L/∂z₁ = ∂L/∂h₁ · ∂h₁/∂z₁ = ∂L/∂h₁ · σ′(z₁) = −0.5 × 0.25 = −0.125");
  assert.deepEqual(where(event("sigmoid", 0.5, 0.25)), ["σ′(z₁) = σ(z₁) · (1 − σ(z₁)) = 0.5 × (1 − 0.5) = 0.25"]);
  assert.deepEqual(where(event("tanh", -0.5, 0.75)), ["tanh′(z₁) = 1 − (tanh(z₁))² = 1 − (−0.5)² = 0.75"]);
  assert.deepEqual(where(event("relu", 1, 1)), ["ReLU′(z₁) = ReLU′(1) = 1"]);
  assert.deepEqual(where(event("linear", 1, 1)), ["∂h₁/∂z₁ = 1"]);
});

test("the gradient of softmax takes in all outputs of the layer", () => {
  writes(
    {
      kind: "pre_activation_gradient",
      phase: "backward",
      ...first,
      activation: "softmax",
      preActivation: 0,
      output: 0.5,
      activationGradient: 1,
      outputs: [0.5, 0.5],
      activationGradients: [1, -2],
      gradient: 0.75,
    },
    "∂L/∂z(ŷ₁) = ŷ₁ · (∂L/∂ŷ₁ − Σŷⱼ · ∂L/∂ŷⱼ) = 0.5 × (1 − (0.5 × 1 + 0.5 × (−2))) = 0.75",
    network([2, 2], { activation: "softmax" }),
  );
});

test("the gradient of a weight shows the chain from the loss down to it", () => {
  writes(
    {
      kind: "weight_gradient",
      phase: "backward",
      ...output,
      input: 0,
      preActivationGradient: 0.017804576,
      x: 0.557509,
      gradient: 0.009926211,
    },
    "∂L/∂w₁ = ∂L/∂ŷ · ∂ŷ/∂z(ŷ) · ∂z(ŷ)/∂w₁ = ∂L/∂z(ŷ) · h₃ = 0.018 × 0.558 = 0.00993",
  );
  writes(
    { kind: "bias_gradient", phase: "backward", ...first, preActivationGradient: -0.25, gradient: -0.25 },
    "∂L/∂b = ∂L/∂z₁ · ∂z₁/∂b = −0.25 × 1 = −0.25",
  );
});

test("an update subtracts learning rate times gradient", () => {
  const values = { before: 2, learningRate: 1, gradient: -0.00175844, change: -0.00175844, after: 2.0017583 };
  writes(
    { kind: "weight_update", phase: "update", ...first, input: 1, ...values },
    "w₂ ← w₂ − η · ∂L/∂w₂ = 2 − 1 × (−0.00176) = 2.002",
  );
  writes(
    { kind: "bias_update", phase: "update", ...first, ...values },
    "b ← b − η · ∂L/∂b = 2 − 1 × (−0.00176) = 2.002",
  );
});

test("a tiny number after an operator stands in brackets with its power of ten", () => {
  writes(
    { kind: "product", phase: "forward", ...first, input: 0, x: 2, weight: 1.31e-5, product: 2.62e-5, sum: 2.62e-5 },
    "x₁ · w₁ = 2 × (1.31 × 10⁻⁵) = 2.62 × 10⁻⁵",
  );
});

test("numbers that are not finite are shown, not hidden", () => {
  writes(
    { kind: "sum", phase: "forward", ...first, products: [Infinity, -Infinity], sum: NaN },
    "z₁ = x₁ · w₁ + x₂ · w₂ = ∞ + (−∞) = NaN",
  );
});

test("a line may break before each equals sign and plus, but nowhere inside a fraction", () => {
  const { symbolic } = formula(
    { kind: "activation", phase: "forward", ...first, activation: "sigmoid", preActivation: 1, output: 0.7310586 },
    tutorial,
  );
  assert.equal(pieces(symbolic).length, 3);
});

test("a line does not break within a bracket of two numbers, and does within one that holds a long sum", () => {
  const joinedBy = (/** @type {string} */ sign, /** @type {string} */ letters) =>
    parenthesised(joined(sign, Array.from(letters, symbol)));
  const texts = (/** @type {import("../../www/src/math.js").MathNode} */ node) =>
    pieces(node).map((items) => items.map(toText).join(""));
  assert.deepEqual(texts(joined("=", [symbol("s"), joined("·", [symbol("a"), joinedBy("−", "bc")]), symbol("d")])), [
    "s",
    " = a · (b − c)",
    " = d",
  ]);
  assert.deepEqual(texts(joined("=", [symbol("L"), joinedBy("+", "abc")])), ["L", " = (a", " + b", " + c)"]);
});

test("the hat of ŷ may stretch, since one that may not stands far above in WebKit", () => {
  const markup = JSON.stringify(toMathML(symbol("ŷ")));
  assert.match(markup, /<mover accent=\\"true\\">/);
  assert.doesNotMatch(markup, /stretchy/);
});
