/**
 * Formulas of what no worked example has: other losses than the mean squared error, cross-entropies that go around
 * their activation, other rules than gradient descent. Every number comes from the event.
 *
 * @import { Kit, Formula, More } from "../../worked/views/formula.js"
 * @import { MathNode } from "../../math.js"
 */
import { digitsToDistinguish } from "../../format.js";
import {
  fraction,
  joined,
  marked,
  number,
  operation,
  operator,
  parenthesised,
  power,
  row,
  symbol,
} from "../../math.js";
import { nameText } from "../../names.js";
import { squares, updateFormula } from "../../worked/picture-notes.js";
import { equation, gradientBy, loss, terms } from "../../worked/views/formula.js";
import { activationFormulas } from "../../worked/views/formulas-activation.js";
import { beta, descent, gamma, layerFormulas } from "./layer-formulas.js";

const call = (/** @type {string} */ of, /** @type {MathNode[]} */ ...given) =>
  row(symbol(of), parenthesised(joined(",", given)));
const root = (/** @type {MathNode} */ of) => power(parenthesised(of), fraction(number(1), number(2)));
const rate = marked(symbol("η"), "rate");
const [g, m, v, epsilon] = ["g", "m", "v", "ε"].map((letter) => symbol(letter));

const squaresSoFar = row(operator("Σ", "prefix"), power(g, number(2)));
const l1 = symbol("λ₁");

/** What a weight loses in one step, by each rule. @type {Record<string, MathNode>} */
const STEPS = {
  sgd: joined("−", [joined("·", [rate, g]), joined("·", [symbol("μ"), m])]),
  adam: joined("·", [rate, fraction(symbol("m̂"), joined("+", [root(symbol("v̂")), epsilon]))]),
  adamw: joined("·", [
    rate,
    parenthesised(
      joined("+", [
        fraction(symbol("m̂"), joined("+", [root(symbol("v̂")), epsilon])),
        joined("·", [symbol("λ"), symbol("w")]),
      ]),
    ),
  ]),
  nadam: joined("·", [rate, fraction(symbol("m̂"), joined("+", [root(symbol("v̂")), epsilon]))]),
  adamax: joined("·", [rate, fraction(symbol("m̂"), joined("+", [symbol("u"), epsilon]))]),
  rmsprop: joined("·", [rate, fraction(g, root(joined("+", [v, epsilon])))]),
  adagrad: joined("·", [rate, fraction(g, root(joined("+", [squaresSoFar, epsilon])))]),
  adadelta: joined("·", [
    rate,
    fraction(joined("·", [root(joined("+", [symbol("D"), epsilon])), g]), root(joined("+", [v, epsilon]))),
  ]),
  lion: joined("·", [
    rate,
    call(
      "sign",
      joined("+", [
        joined("·", [symbol("β₁"), m]),
        joined("·", [parenthesised(joined("−", [number(1), symbol("β₁")])), g]),
      ]),
    ),
  ]),
  // Its own sum z of gradients says where the weight goes, whatever it was.
  ftrl: joined("−", [
    symbol("w"),
    fraction(
      joined("−", [call("clip", symbol("z"), row(operator("−", "prefix"), l1), l1), symbol("z")]),
      joined("+", [fraction(root(squaresSoFar), rate), joined("·", [number(2), symbol("λ₂")])]),
    ),
  ]),
};

/**
 * @param {any} event
 * @param {Kit} k
 * @param {MathNode} parameter
 * @param {"weight" | "bias"} role
 * @returns {Formula | undefined}
 */
function update(event, k, parameter, role) {
  const { before, after, change, gradient, rule } = event;
  if (updateFormula(event).length === 5) return undefined;
  const digits = digitsToDistinguish(before, after, k.digits);
  const step = symbol("Δ");
  return {
    symbolic: joined("←", [parameter, joined("−", [parameter, step])]),
    numbers: operation("−", number(before, digits, role), number(change, digits, "gradient")),
    result: number(after, digits, "result"),
    where: [
      equation(step, STEPS[rule] ?? call(rule, g)),
      equation(g, gradientBy(parameter), k.value(gradient, "gradient")),
    ],
  };
}

/** So many rows are written out. */
const MOST_WRITTEN = 6;

/**
 * What the rows of a batch gave, and their mean.
 * @param {MathNode} whole
 * @param {MathNode} each
 * @param {MathNode[]} values
 * @param {MathNode} result
 * @returns {Formula}
 */
function mean(whole, each, values, result) {
  const shown = values.length > MOST_WRITTEN ? [...values.slice(0, 2), symbol("…"), ...values.slice(-1)] : values;
  const part = (/** @type {MathNode} */ n, /** @type {MathNode} */ of, times = "·") =>
    joined(times, [fraction(number(1), n), of]);
  return {
    symbolic: equation(whole, part(symbol("n"), row(operator("Σ", "prefix"), each))),
    numbers: part(number(values.length), parenthesised(operation("+", ...shown)), "×"),
    result,
  };
}

/** @param {MathNode} by @param {number[]} gradients @param {number} gradient @param {Kit} k */
const meanGradient = (by, gradients, gradient, k) =>
  mean(
    by,
    by,
    gradients.map((value) => k.value(value, "gradient")),
    k.value(gradient, "result"),
  );

/** @type {More} */
export const formulas = {
  ...activationFormulas,
  ...layerFormulas,
  loss_term: (event, k) =>
    squares(event)
      ? undefined
      : {
          symbolic: call("ℓ", k.a, k.target),
          numbers: call("ℓ", k.value(event.prediction, "output"), k.value(event.target, "target")),
          result: k.value(event.term, "result"),
          where: [symbol(`ℓ: ${event.name}`)],
        },
  loss: ({ name, terms: all, loss: mean, penalty }, k) => {
    if (name === "mean_squared_error" && !penalty) return undefined;
    const count = number(all.length);
    const sum = terms(all, (/** @type {number} */ _, /** @type {number} */ i) =>
      symbol(`ℓ${nameText({ symbol: "", index: i + 1 })}`),
    );
    const values = terms(all, (/** @type {number} */ of) => k.value(of, "loss"));
    const whole = (/** @type {MathNode} */ of) =>
      all.length > 1 ? joined("·", [fraction(number(1), count), parenthesised(of)]) : of;
    const more = penalty ? [k.value(penalty, "loss")] : [];
    return {
      symbolic: equation(loss, joined("+", [whole(sum), ...(penalty ? [symbol("R")] : [])])),
      numbers: joined("+", [whole(values), ...more]),
      result: k.value(mean, "result"),
      where: [symbol(`ℓ: ${name}`)],
    };
  },
  output_gradient: (event, k) =>
    squares(event)
      ? undefined
      : {
          symbolic: equation(
            gradientBy(k.a),
            fraction(row(symbol("∂"), call("ℓ", k.a, k.target)), row(symbol("∂"), k.a)),
          ),
          result: k.value(event.gradient, "result"),
          where: [symbol(`ℓ: ${event.name}`)],
        },
  logit_gradient: ({ prediction, target, gradient, outputs, name }, k) => {
    const share = name === "binary_crossentropy" && outputs > 1 ? [fraction(number(1), number(outputs))] : [];
    const difference = (/** @type {MathNode} */ of, /** @type {MathNode} */ from) =>
      share.length ? joined("·", [...share, parenthesised(joined("−", [of, from]))]) : joined("−", [of, from]);
    // Logits, or labels that were smoothed: then the difference of what is shown is not what was computed.
    const plain =
      Math.abs((prediction - target) / (share.length ? outputs : 1) - gradient) <=
      1e-4 * Math.max(Math.abs(gradient), 1e-3);
    return {
      symbolic: equation(gradientBy(k.z), plain ? difference(k.a, k.target) : difference(call("σ", k.z), k.target)),
      ...(plain ? { numbers: difference(k.value(prediction, "output"), k.value(target, "target")) } : {}),
      result: k.value(gradient, "result"),
    };
  },
  weight_gradient: ({ penalty, preActivationGradient, x, gradient, input }, k) =>
    penalty === undefined
      ? undefined
      : {
          symbolic: equation(
            gradientBy(k.weight(input)),
            joined("+", [joined("·", [gradientBy(k.z), k.input(input)]), symbol("R′")]),
          ),
          numbers: joined("+", [
            operation("×", k.value(preActivationGradient, "gradient"), k.value(x, "input")),
            k.value(penalty, "gradient"),
          ]),
          result: k.value(gradient, "result"),
        },
  bias_gradient: ({ penalty, preActivationGradient, gradient }, k) =>
    penalty === undefined
      ? undefined
      : {
          symbolic: equation(gradientBy(k.bias), joined("+", [gradientBy(k.z), symbol("R′")])),
          numbers: operation("+", k.value(preActivationGradient, "gradient"), k.value(penalty, "gradient")),
          result: k.value(gradient, "result"),
        },
  loss_mean: ({ losses, loss: whole }, k) =>
    mean(
      loss,
      symbol("ℓ"),
      losses.map((/** @type {number} */ value) => k.value(value, "loss")),
      k.value(whole, "result"),
    ),
  weight_mean: ({ input, gradients, gradient }, k) => meanGradient(gradientBy(k.weight(input)), gradients, gradient, k),
  bias_mean: ({ gradients, gradient }, k) => meanGradient(gradientBy(k.bias), gradients, gradient, k),
  gamma_mean: ({ gradients, gradient }, k) => meanGradient(gradientBy(gamma), gradients, gradient, k),
  beta_mean: ({ gradients, gradient }, k) => meanGradient(gradientBy(beta), gradients, gradient, k),
  gamma_update: (event, k) => update(event, k, gamma, "weight") ?? descent(event, k, gamma, "weight"),
  beta_update: (event, k) => update(event, k, beta, "bias") ?? descent(event, k, beta, "bias"),
  weight_update: (event, k) => update(event, k, k.weight(event.input), "weight"),
  bias_update: (event, k) => update(event, k, k.bias, "bias"),
};
