/**
 * Formulas of the activations that the built-in example has not: fetched with the first example that has one.
 *
 * @import { ActivationName } from "../../../../src/bindings/types.js"
 * @import { MathNode } from "../../math.js"
 * @import { EventOf, Formula, Kit, More } from "./formula.js"
 */
import {
  fraction,
  joined,
  name,
  number,
  operand,
  operation,
  operator,
  parenthesised,
  row,
  symbol,
} from "../../math.js";
import { isOutputLayer } from "../../names.js";
import { call, equation, exponential, gradientBy, negative, squared, terms, throughActivation } from "./formula.js";

/** Those that go without. @type {readonly ActivationName[]} */
const BUILT_IN = ["linear", "sigmoid"];

/** @type {{ [A in ActivationName]?: (event: EventOf<"activation">, k: Kit) => Omit<Formula, "result"> }} */
const activations = {
  relu: ({ preActivation }, { a, z, value }) => {
    const larger = (/** @type {MathNode} */ of) => call("max", joined(",", [number(0), of]));
    return { symbolic: equation(a, call("ReLU", z), larger(z)), numbers: larger(value(preActivation, "sum")) };
  },
  softmax: ({ preActivation, preActivations = [] }, { a, z, unit, value, preActivationOf }) => {
    const share = (/** @type {MathNode} */ of, /** @type {(index: number) => MathNode} */ other) =>
      fraction(
        exponential(of),
        terms(preActivations, (_, i) => exponential(i === unit ? of : other(i))),
      );
    return {
      symbolic: equation(a, share(z, preActivationOf)),
      numbers: share(value(preActivation, "sum"), (i) => value(preActivations[i], "sum")),
    };
  },
  tanh: ({ preActivation }, { a, z, value }) => {
    const [up, down] = [exponential(z), exponential(negative(z))];
    return {
      symbolic: equation(a, call("tanh", z), fraction(joined("−", [up, down]), joined("+", [up, down]))),
      numbers: call("tanh", value(preActivation, "sum")),
    };
  },
};

/** What a layer's activation is set to, where that is not the usual. @param {Kit} k */
const settingsOf = ({ trace, layer }) => Object.entries(trace.layers[layer].settings ?? {});

/**
 * A function that goes by its name, and by settings as Keras calls them.
 * @param {EventOf<"activation">} event
 * @param {Kit} k
 */
function byName({ activation, preActivation }, k) {
  const settings = settingsOf(k).map(([setting, value]) =>
    equation(
      symbol(setting.replace(/[A-Z]/g, "_$&").toLowerCase()),
      typeof value === "number" ? number(value) : symbol(String(value)),
    ),
  );
  const write = (/** @type {MathNode} */ of) => call(activation, joined(",", [of, ...settings]));
  return { symbolic: equation(k.a, write(k.z)), numbers: write(k.value(preActivation, "sum")) };
}

/** @type {{ [A in ActivationName]?: (event: EventOf<"pre_activation_gradient">, k: Kit) => MathNode[] }} */
const slopes = {
  relu: ({ preActivation }, { z, value }) => [call("ReLU", z, true), call("ReLU", value(preActivation, "sum"), true)],
  tanh: ({ output }, { z, value }) => [
    call("tanh", z, true),
    joined("−", [number(1), squared(parenthesised(call("tanh", z)))]),
    joined("−", [number(1), squared(operand(value(output, "output")))]),
  ],
};

/** @param {EventOf<"pre_activation_gradient">} event @param {Kit} k @returns {Omit<Formula, "result">} */
function softmaxGradient({ output, activationGradient, outputs = [], activationGradients = [] }, k) {
  const { a, z, value, layer, trace } = k;
  const each = name({ symbol: isOutputLayer(trace, layer) ? "ŷ" : "h", index: { symbol: "j" } }, "output");
  const sum = row(operator("Σ", "prefix"), joined("·", [each, gradientBy(each)]));
  const products = terms(outputs, (of, i) =>
    operation("×", value(of, "output"), value(activationGradients[i], "gradient")),
  );
  return {
    symbolic: equation(gradientBy(z), joined("·", [a, parenthesised(joined("−", [gradientBy(a), sum]))])),
    numbers: joined("×", [
      value(output, "output"),
      parenthesised(joined("−", [value(activationGradient, "gradient"), parenthesised(products)])),
    ]),
  };
}

/** @type {More} */
export const activationFormulas = {
  activation: (/** @type {EventOf<"activation">} */ event, k) =>
    BUILT_IN.includes(event.activation)
      ? undefined
      : {
          ...((!settingsOf(k).length && activations[event.activation]) || byName)(event, k),
          result: k.value(event.output, "result"),
        },
  pre_activation_gradient: (/** @type {EventOf<"pre_activation_gradient">} */ event, k) => {
    if (event.activation === "softmax")
      return { ...softmaxGradient(event, k), result: k.value(event.gradient, "result") };
    const slope = settingsOf(k).length ? undefined : slopes[event.activation];
    return slope && throughActivation(event, k, slope(event, k));
  },
};
