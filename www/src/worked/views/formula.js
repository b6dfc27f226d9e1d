/**
 * The formula of one event: with letters, and the same with the recorded numbers plugged in.
 *
 * Every number comes from the event; nothing is computed here.
 */
import { html } from "lit";
import { DIGITS, digitsToDistinguish } from "../../format.js";
import {
  fraction,
  joined,
  marked,
  mathLine,
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
  toText,
} from "../../math.js";
import { localWeightName, preActivationName, targetName, unitName } from "../../names.js";

/** @typedef {import("../../../../src/bindings/types.d.ts").Trace} Trace */
/** @typedef {import("../../../../src/bindings/types.d.ts").TraceEvent} TraceEvent */
/** @import { MathNode, Role } from "../../math.js" */

/** @template {TraceEvent["kind"]} K @typedef {Extract<TraceEvent, { kind: K }>} EventOf */

/**
 * `numbers` is left out where there is nothing to plug in; `where` explains factors.
 * @typedef {{ symbolic: MathNode, numbers?: MathNode, result: MathNode, where?: MathNode[] }} Formula
 */

/**
 * The letters and numbers of one event, ready to be put together.
 * @typedef {ReturnType<typeof kit>} Kit
 */

export const equation = (/** @type {MathNode[]} */ ...sides) => joined("=", sides);
export const negative = (/** @type {MathNode} */ node) => row(operator("−", "prefix"), operand(node));
export const call = (/** @type {string} */ of, /** @type {MathNode} */ argument, prime = false) =>
  row(symbol(of), ...(prime ? [operator("′", "postfix")] : []), parenthesised(argument));
export const exponential = (/** @type {MathNode} */ exponent) => power(symbol("e"), exponent);
export const squared = (/** @type {MathNode} */ node) => power(node, number(2));
export const loss = marked(symbol("L"), "loss");
const rate = marked(symbol("η"), "rate");

/**
 * A long sum by its first two parts and its last.
 * @template T @param {T[]} items @param {(item: T, index: number) => MathNode} write
 */
export function terms(items, write) {
  const nodes = items.map(write);
  return joined("+", nodes.length > 4 ? [nodes[0], nodes[1], symbol("…"), nodes[nodes.length - 1]] : nodes);
}

/** @param {TraceEvent} event @param {Trace} trace @param {number} digits */
function kit({ layer, unit }, trace, digits) {
  const value = (/** @type {number} */ of, /** @type {Role} */ role) => number(of, digits, role);
  const outputOf = (/** @type {number} */ index) => name(unitName(trace, layer, index), "output");
  const preActivationOf = (/** @type {number} */ index) => name(preActivationName(trace, layer, index), "sum");
  const input = (/** @type {number} */ index) => name(unitName(trace, layer - 1, index), "input");
  const weight = (/** @type {number} */ index) => name(localWeightName(index), "weight");
  const fanIn = trace.layers[layer].kernel.length;
  return {
    trace,
    layer,
    unit,
    digits,
    value,
    outputOf,
    preActivationOf,
    input,
    weight,
    a: outputOf(unit),
    z: preActivationOf(unit),
    target: name(targetName(trace, unit), "target"),
    bias: marked(symbol("b"), "bias"),
    hasBias: trace.layers[layer].useBias,
    products: Array.from({ length: fanIn }, (_, i) => joined("·", [input(i), weight(i)])),
  };
}

/** @param {MathNode} by */
export const gradientBy = (by) => partial(loss, by);

/** @param {MathNode} first @param {MathNode} second */
const squaredDifference = (first, second) => squared(parenthesised(operation("−", first, second)));

/** @param {number} preActivation @param {Kit} k */
function sigmoid(preActivation, { a, z, value }) {
  const write = (/** @type {MathNode} */ of) =>
    fraction(number(1), joined("+", [number(1), exponential(negative(of))]));
  return { symbolic: equation(a, call("σ", z), write(z)), numbers: write(value(preActivation, "sum")) };
}

/** @param {number} output @param {Kit} k */
function sigmoidSlope(output, { z, value }) {
  const write = (/** @type {MathNode} */ of, /** @type {string} */ times) =>
    joined(times, [of, parenthesised(operation("−", number(1), of))]);
  return [call("σ", z, true), write(call("σ", z), "·"), write(value(output, "output"), "×")];
}

/**
 * Back through an activation: what comes in times its slope.
 * @param {EventOf<"pre_activation_gradient">} event @param {Kit} k
 * @param {MathNode[]} [slope] In letters, and written out. @returns {Formula}
 */
export function throughActivation({ activationGradient, derivative = 1, gradient }, k, slope = []) {
  const [first = partial(k.a, k.z), ...written] = slope;
  const chain = joined("·", [gradientBy(k.a), partial(k.a, k.z)]);
  const short = written.length ? [joined("·", [gradientBy(k.a), first])] : [];
  return {
    symbolic: equation(gradientBy(k.z), chain, ...short),
    numbers: operation("×", k.value(activationGradient, "gradient"), k.value(derivative, "slope")),
    result: k.value(gradient, "result"),
    where: [equation(first, ...written, k.value(derivative, "slope"))],
  };
}

/**
 * @param {EventOf<"weight_update"> | EventOf<"bias_update">} event
 * @param {Kit} k
 * @param {MathNode} parameter
 * @param {Role} role
 */
function update({ before, after, learningRate, gradient }, k, parameter, role) {
  const digits = digitsToDistinguish(before, after, k.digits);
  const step = operation("×", k.value(learningRate, "rate"), k.value(gradient, "gradient"));
  return {
    symbolic: joined("←", [parameter, joined("−", [parameter, joined("·", [rate, gradientBy(parameter)])])]),
    numbers: joined("−", [number(before, digits, role), step]),
    result: number(after, digits, "result"),
  };
}

/** @type {{ [K in TraceEvent["kind"]]: (event: EventOf<K>, k: Kit) => Formula }} */
const writers = {
  product: ({ input, x, weight, product }, k) => ({
    symbolic: k.products[input],
    numbers: operation("×", k.value(x, "input"), k.value(weight, "weight")),
    result: k.value(product, "result"),
  }),
  sum: ({ products, sum }, k) => {
    const all = terms(k.products, (product) => product);
    return {
      symbolic: k.hasBias ? all : equation(k.z, all),
      numbers:
        products.length > 1
          ? terms(products, (of, i) => (i ? operand(k.value(of, "sum")) : k.value(of, "sum")))
          : undefined,
      result: k.value(sum, "result"),
    };
  },
  bias: ({ sum, bias, preActivation }, k) => ({
    symbolic: equation(k.z, joined("+", [terms(k.products, (product) => product), k.bias])),
    numbers: operation("+", k.value(sum, "sum"), k.value(bias, "bias")),
    result: k.value(preActivation, "result"),
  }),
  activation: ({ activation, preActivation, output }, k) => ({
    ...(activation === "sigmoid"
      ? sigmoid(preActivation, k)
      : { symbolic: equation(k.a, activation === "linear" ? k.z : call(activation, k.z)) }),
    result: k.value(output, "result"),
  }),
  loss_term: ({ prediction, target, term }, k) => ({
    symbolic: squaredDifference(k.a, k.target),
    numbers: squaredDifference(k.value(prediction, "output"), k.value(target, "target")),
    result: k.value(term, "result"),
  }),
  loss: ({ terms: squares, loss: mean }, { a, target, value, trace, outputOf }) => {
    const count = number(squares.length);
    const result = value(mean, "result");
    if (squares.length === 1) return { symbolic: equation(loss, squaredDifference(a, target)), result };
    const all = terms(squares, (_, i) => squaredDifference(outputOf(i), name(targetName(trace, i), "target")));
    return {
      symbolic: equation(loss, joined("·", [fraction(number(1), count), parenthesised(all)])),
      numbers: joined("×", [fraction(number(1), count), parenthesised(terms(squares, (of) => value(of, "loss")))]),
      result,
    };
  },
  output_gradient: ({ outputs, prediction, target, gradient }, k) => {
    const two = outputs === 1 ? number(2) : fraction(number(2), number(outputs));
    const numbers = operation("−", k.value(prediction, "output"), k.value(target, "target"));
    return {
      symbolic: equation(gradientBy(k.a), joined("·", [two, parenthesised(joined("−", [k.a, k.target]))])),
      numbers: joined("×", [two, parenthesised(numbers)]),
      result: k.value(gradient, "result"),
    };
  },
  activation_gradient: ({ terms: parts, gradient }, { a, trace, layer, unit, value }) => {
    const from = unitName(trace, layer, unit);
    const z = (/** @type {{ layer: number, unit: number }} */ to) =>
      name(preActivationName(trace, to.layer, to.unit), "sum");
    const weight = (/** @type {{ layer: number, unit: number }} */ to) =>
      name({ symbol: "w", index: [from, unitName(trace, to.layer, to.unit)] }, "weight");
    return {
      symbolic: equation(
        gradientBy(a),
        terms(parts, (part) => joined("·", [gradientBy(z(part)), partial(z(part), a)])),
      ),
      numbers: terms(parts, (part, i) => {
        const incoming = value(part.gradient, "gradient");
        return operation("×", i ? operand(incoming) : incoming, value(part.weight, "weight"));
      }),
      result: value(gradient, "result"),
      where: parts.slice(0, 2).map((part) => equation(partial(z(part), a), weight(part))),
    };
  },
  pre_activation_gradient: (event, k) =>
    throughActivation(event, k, event.activation === "sigmoid" ? sigmoidSlope(event.output, k) : []),
  weight_gradient: ({ input, preActivationGradient, x, gradient }, k) => {
    const weight = k.weight(input);
    // One pre-activation of softmax moves all outputs, so only the part of the chain after z is a plain product.
    const above =
      k.trace.layers[k.layer].activation === "softmax" ? [gradientBy(k.z)] : [gradientBy(k.a), partial(k.a, k.z)];
    return {
      symbolic: equation(
        gradientBy(weight),
        joined("·", [...above, partial(k.z, weight)]),
        joined("·", [gradientBy(k.z), k.input(input)]),
      ),
      numbers: operation("×", k.value(preActivationGradient, "gradient"), k.value(x, "input")),
      result: k.value(gradient, "result"),
    };
  },
  bias_gradient: ({ preActivationGradient, gradient }, k) => ({
    symbolic: equation(gradientBy(k.bias), joined("·", [gradientBy(k.z), partial(k.z, k.bias)])),
    numbers: operation("×", k.value(preActivationGradient, "gradient"), number(1)),
    result: k.value(gradient, "result"),
    where: [equation(partial(k.z, k.bias), number(1))],
  }),
  weight_update: (event, k) => update(event, k, k.weight(event.input), "weight"),
  bias_update: (event, k) => update(event, k, k.bias, "bias"),
};

/**
 * Formulas of what few worked examples have; none where ours will do.
 * @typedef {Record<string, (event: any, k: Kit) => Formula | undefined>} More
 */

/**
 * @param {TraceEvent} event
 * @param {Trace} trace
 * @param {number} [digits]
 * @param {More} [more]
 * @returns {Formula}
 */
export function formula(event, trace, digits = DIGITS, more = {}) {
  const write = /** @type {(event: TraceEvent, k: Kit) => Formula} */ (writers[event.kind]);
  const k = kit(event, trace, digits);
  return more[event.kind]?.(event, k) ?? write(event, k);
}

/** @param {Formula} formula */
const plugged = ({ numbers, result }) => row(operator("="), ...(numbers ? [numbers, operator("=")] : []), result);

/**
 * The whole formula as one line of text.
 * @param {TraceEvent} event
 * @param {Trace} trace
 * @param {number} [digits]
 * @param {More} [more]
 */
export function formulaText(event, trace, digits = DIGITS, more = {}) {
  const parts = formula(event, trace, digits, more);
  return toText(row(parts.symbolic, plugged(parts)));
}

/**
 * @param {TraceEvent} event
 * @param {Trace} trace
 * @param {{ where: string }} strings a locale
 * @param {number} [digits]
 * @param {More} [more]
 */
export function formulaView(event, trace, strings, digits = DIGITS, more = {}) {
  const parts = formula(event, trace, digits, more);
  return html`<div class="gn-formula">
    <div class="gn-formula-symbolic">${mathLine(parts.symbolic)}</div>
    <div class="gn-formula-numbers">${mathLine(plugged(parts))}</div>
    ${
      parts.where &&
      html`<div class="gn-formula-where">
        ${strings.where} ${parts.where.map((each) => html`<span>${mathLine(each)}</span>`)}
      </div>`
    }
  </div>`;
}
