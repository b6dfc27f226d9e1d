/**
 * The calculation that stands at the unit a step is about.
 *
 * @import { BiasUpdateEvent, ProductEvent, Trace, TraceEvent, WeightUpdateEvent } from "../../../src/bindings/types.js"
 * @import { Formula, Note } from "./picture.js"
 */

/** Whether the loss is the one whose formula is written out. @param {{ name?: string }} event */
export const squares = ({ name = "mean_squared_error" }) => name === "mean_squared_error";

/** From here on in the progress of a step, what it adds has arrived. */
const ARRIVED = 0.9;

/**
 * How a weight moves: by learning rate times gradient, or by what another rule makes of it.
 *
 * @param {WeightUpdateEvent | BiasUpdateEvent} event
 */
export const updateFormula = ({ before, rule = "sgd", learningRate, gradient, change }) =>
  rule === "sgd" && Math.fround(learningRate * gradient) === change
    ? [before, "−", learningRate, "×", gradient]
    : [before, "−", change];

/**
 * The sum before this product was added, which the trace holds in the product before it.
 *
 * @param {ProductEvent} event
 * @param {Trace} trace
 * @returns {Formula | undefined}
 */
function sumBefore(event, trace) {
  const former = trace.events[trace.events.indexOf(event) - 1];
  const same = former?.kind === "product" && former.layer === event.layer && former.unit === event.unit;
  return same ? { symbol: "Σ", result: former.sum } : undefined;
}

/**
 * @param {TraceEvent} event
 * @param {Trace} trace
 * @param {number} progress
 * @returns {Formula | undefined}
 */
function formulaOf(event, trace, progress) {
  const done = progress >= ARRIVED;
  switch (event.kind) {
    case "product":
      return done ? { symbol: "Σ", result: event.sum } : sumBefore(event, trace);
    case "sum":
      return { symbol: trace.layers[event.layer].useBias ? "Σ" : "z", result: event.sum };
    case "bias":
      return { symbol: "z", terms: [event.sum, "+", event.bias], result: event.preActivation, pending: !done };
    case "activation":
      return { symbol: "z", result: event.preActivation };
    case "loss_term":
      return { terms: [event.prediction, "−", event.target], result: event.error };
    case "output_gradient": {
      if (!squares(event)) return { symbol: "∂L/∂a", result: event.gradient };
      const factor = event.outputs === 1 ? "2" : `2/${event.outputs}`;
      return { symbol: "∂L/∂a", terms: [factor, "×", event.error], result: event.gradient };
    }
    case "activation_gradient":
      return { symbol: "∂L/∂a", result: event.gradient, pending: !done };
    case "pre_activation_gradient":
      return event.derivative === undefined
        ? { symbol: "∂L/∂z", result: event.gradient }
        : { symbol: "∂L/∂z", terms: [event.activationGradient, "×", event.derivative], result: event.gradient };
    case "weight_gradient":
      return { symbol: "∂L/∂z", result: event.preActivationGradient };
    case "bias_gradient":
      return { symbol: "∂L/∂b", result: event.gradient };
    case "bias_update":
      return { symbol: "b", terms: updateFormula(event), result: event.after };
    default: {
      // What begins back propagation where a cross-entropy goes around its activation; a mean over rows.
      const {
        kind: [letter],
        phase,
        gradient,
      } = /** @type {{ kind: string, phase: string, gradient?: number }} */ (event);
      return phase === "backward"
        ? { symbol: `∂L/∂${"wb".includes(letter) ? letter : "z"}`, result: gradient }
        : undefined;
    }
  }
}

/**
 * @param {TraceEvent | undefined} event
 * @param {Trace} trace
 * @param {number} progress
 * @returns {Note | undefined}
 */
export function noteOf(event, trace, progress) {
  if (!event) return undefined;
  const formula = formulaOf(event, trace, progress);
  return formula && { ...formula, phase: event.phase, layer: event.layer, unit: event.unit };
}
