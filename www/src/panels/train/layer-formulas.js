/**
 * Formulas of layers that are not dense: how a number is normalized, and how gradients come back through it. Every
 * number comes from the event.
 *
 * @import { Formula, Kit } from "../../worked/views/formula.js"
 * @import { MathNode } from "../../math.js"
 */
import { digitsToDistinguish } from "../../format.js";
import {
  fraction,
  joined,
  marked,
  name,
  number,
  operand,
  operation,
  operator,
  parenthesised,
  partial,
  power,
  row,
  symbol,
} from "../../math.js";
import { preActivationName, unitName } from "../../names.js";
import { equation, gradientBy, terms } from "../../worked/views/formula.js";
import { isDense } from "./row-trace.js";

const [mean, epsilon, normalized] = ["μ", "ε", "x̂"].map((letter) => symbol(letter));
const variance = power(symbol("σ"), number(2));
export const gamma = marked(symbol("γ"), "weight");
export const beta = marked(symbol("β"), "bias");

/** @param {MathNode} x @param {MathNode} mean @param {MathNode} variance @param {MathNode} epsilon */
const standardised = (x, mean, variance, epsilon) =>
  fraction(operation("−", x, mean), row(operator("√", "prefix"), parenthesised(joined("+", [variance, epsilon]))));

/**
 * With what scales and shifts it, where there is any.
 * @param {MathNode} node @param {string} times @param {MathNode | undefined} scale @param {MathNode | undefined} shift
 */
const scaled = (node, times, scale, shift) => {
  const product = scale ? joined(times, [scale, node]) : node;
  return shift ? operation("+", product, shift) : product;
};

/** @param {any} event @param {Kit} k @returns {Formula} */
function normalization(event, { a, unit, input, value }) {
  const { gamma: scale, beta: shift, x, epsilon: least } = event;
  const has = (/** @type {unknown} */ of, /** @type {MathNode} */ node) => (of === undefined ? undefined : node);
  const inNumbers = standardised(
    value(x, "input"),
    value(event.mean, "sum"),
    value(event.variance, "sum"),
    value(least, "sum"),
  );
  return {
    symbolic: equation(
      a,
      scaled(standardised(input(unit), mean, variance, epsilon), "·", has(scale, gamma), has(shift, beta)),
    ),
    numbers: scaled(inNumbers, "×", has(scale, value(scale, "weight")), has(shift, value(shift, "bias"))),
    result: value(event.output, "result"),
    where: [
      equation(normalized, standardised(input(unit), mean, variance, epsilon), value(event.normalized, "sum")),
      ...[
        [mean, event.mean],
        [variance, event.variance],
      ].map(([of, is]) => equation(of, value(is, "sum"))),
    ],
  };
}

/** What comes back from a layer that is not dense. @param {any} event @param {Kit} k @returns {Formula | undefined} */
function activationGradient({ terms: parts, gradient }, { a, trace, value }) {
  const next = trace.layers[parts[0].layer];
  if (isDense(next)) return undefined;
  const of = (/** @type {{ layer: number, unit: number }} */ { layer, unit }) =>
    next.type === "Activation"
      ? name(preActivationName(trace, layer, unit), "sum")
      : name(unitName(trace, layer, unit), "output");
  return {
    symbolic: equation(
      gradientBy(a),
      terms(parts, (part) => joined("·", [gradientBy(of(part)), partial(of(part), a)])),
    ),
    numbers: terms(parts, (part, i) => {
      const incoming = value(part.gradient, "gradient");
      return operation("×", i ? operand(incoming) : incoming, value(part.weight, "slope"));
    }),
    result: value(gradient, "result"),
    where: parts
      .slice(0, 2)
      .map((/** @type {any} */ part) => equation(partial(of(part), a), value(part.weight, "slope"))),
  };
}

/**
 * Gradient descent of gamma or beta; other rules have their own.
 * @param {any} event @param {Kit} k @param {MathNode} parameter @param {"weight" | "bias"} role @returns {Formula}
 */
export function descent({ before, after, learningRate, gradient }, k, parameter, role) {
  const digits = digitsToDistinguish(before, after, k.digits);
  const step = operation("×", k.value(learningRate, "rate"), k.value(gradient, "gradient"));
  const rate = marked(symbol("η"), "rate");
  return {
    symbolic: joined("←", [parameter, joined("−", [parameter, joined("·", [rate, gradientBy(parameter)])])]),
    numbers: joined("−", [number(before, digits, role), step]),
    result: number(after, digits, "result"),
  };
}

/** @type {Record<string, (event: any, k: Kit) => Formula | undefined>} */
export const layerFormulas = {
  normalization,
  activation_gradient: activationGradient,
  gamma_gradient: ({ outputGradient, normalized: x, gradient }, k) => ({
    symbolic: equation(gradientBy(gamma), joined("·", [gradientBy(k.a), normalized])),
    numbers: operation("×", k.value(outputGradient, "gradient"), k.value(x, "sum")),
    result: k.value(gradient, "result"),
  }),
  beta_gradient: ({ gradient }, k) => ({
    symbolic: equation(gradientBy(beta), gradientBy(k.a)),
    result: k.value(gradient, "result"),
  }),
};
