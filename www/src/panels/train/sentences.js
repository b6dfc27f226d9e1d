/**
 * The worked example's words, with what any model's trace has beside it: other losses, other rules.
 *
 * @import { Locale } from "../../locales/index.js"
 * @import { Words } from "../../locales/playground.js"
 */
import { squares, updateFormula } from "../../worked/picture-notes.js";

/** @param {Locale} main @param {Words} words @returns {Locale} */
export function wordsForTraces(main, { train }) {
  const { sentence: own } = train;
  /** @param {any} context @param {string} name */
  const update = ({ event, fmt, span }, name) => {
    const [before, after] = span(event.before, event.after);
    return own.update(name, fmt(Math.abs(event.change)), before, after, event.rule, Math.sign(event.change));
  };
  const base = /** @type {Record<string, (context: any) => string>} */ (main.sentence);
  /** @type {Record<string, (context: any) => string>} */
  const sentence = {
    ...base,
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
  return { ...main, kinds: { ...main.kinds, ...train.kinds }, sentence: /** @type {any} */ (sentence) };
}

/**
 * The same for what a mini-batch makes of its rows, which begins otherwise.
 * @param {Locale} main Words for traces.
 * @param {Words} words
 * @returns {Locale}
 */
export const wordsForBatches = (main, { train }) => ({
  ...main,
  openingTitle: train.meanTitle,
  start: [train.meanStart],
});
