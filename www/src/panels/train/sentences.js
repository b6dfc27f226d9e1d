/**
 * The worked example's words, with what any model's trace has beside it: other losses, other rules.
 *
 * @import { Locale } from "../../locales/index.js"
 * @import { Words } from "../../locales/playground.js"
 */
import { nameText, unitName } from "../../names.js";
import { squares, updateFormula } from "../../worked/picture-notes.js";
import { isDense } from "./row-trace.js";

/**
 * What happens in a layer that is not dense.
 * @param {Words["train"]["sentence"]} own
 * @param {Record<string, (context: any) => string>} base
 * @param {(context: any, name: string) => string} update
 * @returns {Record<string, (context: any) => string>}
 */
function ofOtherLayers(own, base, update) {
  const shift = (/** @type {string} */ letter) => (/** @type {any} */ context) => {
    const name = `${letter}(${context.unit})`;
    if (updateFormula(context.event).length !== 5) return update(context, name);
    return base.weight_update({ ...context, weight: name });
  };
  const mean =
    (/** @type {string} */ letter) =>
    (/** @type {any} */ { event, fmt, unit }) =>
      own.gradientMean(`${letter}(${unit})`, event.gradients.length, fmt(event.gradient));
  return {
    normalization: ({ event, trace, fmt, unit }) =>
      own.normalization[/** @type {"row" | "batch" | "moving" | "data"} */ (event.statistics)](
        nameText(unitName(trace, event.layer - 1, event.unit)),
        unit,
        fmt(event.mean),
        fmt(event.variance),
        fmt(event.output),
      ),
    activation_gradient: (context) => {
      const { event, trace, fmt, unit, feeds } = context;
      return isDense(trace.layers[event.terms[0].layer])
        ? base.activation_gradient(context)
        : own.slopes(unit, feeds, fmt(event.gradient));
    },
    gamma_gradient: ({ event, fmt, unit }) => own.gammaGradient(`γ(${unit})`, unit, fmt(event.gradient)),
    beta_gradient: ({ event, fmt, unit }) => own.betaGradient(`β(${unit})`, unit, fmt(event.gradient)),
    gamma_mean: mean("γ"),
    beta_mean: mean("β"),
    gamma_update: shift("γ"),
    beta_update: shift("β"),
  };
}

/**
 * @param {Locale} main @param {Words} words
 * @returns {import("./row-trace.js").TraceWords}
 */
export function wordsForTraces(main, { train, model }) {
  const { sentence: own } = train;
  /** @param {any} context @param {string} name */
  const update = ({ event, fmt, span }, name) => {
    const [before, after] = span(event.before, event.after);
    return own.update(name, fmt(Math.abs(event.change)), before, after, event.rule, Math.sign(event.change));
  };
  const base = /** @type {Record<string, (context: any) => string>} */ (main.sentence);
  const names = /** @type {Record<string, string>} */ (train.activations);
  /** @type {Record<string, (context: any) => string>} */
  const sentence = {
    ...base,
    ...ofOtherLayers(own, base, update),
    activation: (context) => {
      const { event } = context;
      return base.activation({
        ...context,
        event: { ...event, activation: names[event.activation] ?? event.activation },
      });
    },
    loss_term: (context) =>
      squares(context.event)
        ? base.loss_term(context)
        : own.lossTerm(
            context.unit,
            context.fmt(context.event.prediction),
            `${context.y} = ${context.fmt(context.event.target)}`,
            context.event.name,
            context.fmt(context.event.term),
          ),
    loss: (context) => {
      const { name, loss, terms, penalty } = context.event;
      if (name === "mean_squared_error" && !penalty) return base.loss(context);
      return own.loss(context.fmt(loss), name, terms.length, penalty ? context.fmt(penalty) : undefined);
    },
    output_gradient: (context) =>
      squares(context.event)
        ? base.output_gradient(context)
        : own.outputGradient(context.unit, context.fmt(context.event.gradient), context.event.name),
    logit_gradient: ({ event, fmt, unit, z, y }) =>
      own.logitGradient(unit, z, fmt(event.prediction), `${y} = ${fmt(event.target)}`, fmt(event.gradient)),
    loss_mean: ({ event, fmt }) => own.lossMean(event.losses.length, fmt(event.loss)),
    weight_mean: ({ event, fmt, weight }) => own.gradientMean(weight, event.gradients.length, fmt(event.gradient)),
    bias_mean: ({ event, fmt, bias }) => own.gradientMean(bias, event.gradients.length, fmt(event.gradient)),
    weight_update: (context) =>
      updateFormula(context.event).length === 5 ? base.weight_update(context) : update(context, context.weight),
    bias_update: (context) =>
      updateFormula(context.event).length === 5 ? base.bias_update(context) : update(context, context.bias),
  };
  return {
    ...main,
    kinds: { ...main.kinds, ...train.kinds },
    activations: { ...main.activations, ...names },
    marks: train.marks,
    layerKinds: model.kinds,
    sentence: /** @type {any} */ (sentence),
  };
}

/**
 * The same for what a mini-batch makes of its rows, which begins otherwise.
 * @param {import("./row-trace.js").TraceWords} main Words for traces.
 * @param {Words} words
 */
export const wordsForBatches = (main, { train }) => ({
  ...main,
  openingTitle: train.meanTitle,
  start: [train.meanStart],
});
