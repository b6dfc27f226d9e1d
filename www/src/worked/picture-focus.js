/**
 * Where the eye should go: what the current step computes, what it computes it from, and all the rest.
 *
 * @import { Trace, TraceEvent } from "../../../src/bindings/types.js"
 * @import { Emphasis } from "./picture.js"
 */

/**
 * @param {Trace} trace
 * @param {TraceEvent} event
 * @param {number} layer
 * @param {number} unit
 * @returns {Emphasis}
 */
function unitIn(trace, event, layer, unit) {
  const here = event.layer === layer && event.unit === unit;
  const before = event.layer - 1 === layer;
  const last = layer === trace.layers.length - 1;
  switch (event.kind) {
    case "product":
      return here || (before && unit === event.input) ? "current" : "dimmed";
    case "sum":
      return here ? "current" : before ? "related" : "dimmed";
    case "activation":
      return here ? "current" : event.preActivations && event.layer === layer ? "related" : "dimmed";
    case "loss":
      return last ? "current" : "dimmed";
    case "activation_gradient":
      return here ? "current" : event.layer + 1 === layer ? "related" : "dimmed";
    case "weight_update":
      return here || (before && unit === event.input) ? "related" : "dimmed";
    default:
      // A weight's gradient is of the two units that it lies between.
      return here || (before && "input" in event && unit === event.input) ? "current" : "dimmed";
  }
}

/**
 * @param {TraceEvent} event
 * @param {number} layer
 * @param {number} unit
 * @param {number} input
 * @returns {Emphasis}
 */
function linkIn(event, layer, unit, input) {
  const toHere = event.layer === layer && event.unit === unit;
  switch (event.kind) {
    case "sum":
      return toHere ? "current" : "dimmed";
    case "bias":
    case "activation":
    case "bias_gradient":
      return toHere ? "related" : "dimmed";
    case "activation_gradient":
      return event.layer + 1 === layer && event.unit === input ? "current" : "dimmed";
    default:
      // What is about one link.
      return !toHere || !("input" in event) ? "dimmed" : input === event.input ? "current" : "related";
  }
}

/**
 * @param {TraceEvent} event
 * @param {number} unit
 * @returns {Emphasis}
 */
function targetIn(event, unit) {
  if (event.kind === "loss") return "current";
  if (event.kind === "loss_term" || event.kind === "output_gradient") return event.unit === unit ? "current" : "dimmed";
  return "dimmed";
}

/**
 * @param {Trace} trace
 * @param {TraceEvent | undefined} event None at the very start: then nothing is dimmed.
 */
export function focusOf(trace, event) {
  return {
    /** @param {number} layer @param {number} unit @returns {Emphasis} */
    unitEmphasis: (layer, unit) => (event ? unitIn(trace, event, layer, unit) : "normal"),
    /** @param {number} layer @param {number} unit @param {number} input @returns {Emphasis} */
    linkEmphasis: (layer, unit, input) => (event ? linkIn(event, layer, unit, input) : "normal"),
    /** @param {number} unit @returns {Emphasis} */
    targetEmphasis: (unit) => (event ? targetIn(event, unit) : "normal"),
  };
}
