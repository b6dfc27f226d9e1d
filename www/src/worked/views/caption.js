/**
 * What a step says while it plays, in a few words: its numbers, to be taken in at a glance.
 *
 * @import { Trace, TraceEvent } from "../../../../src/bindings/types.js"
 * @import { FirstWords } from "../../locales/index.js"
 */
import { format } from "../../format.js";
import { updateFormula } from "../picture-notes.js";
import { layerName } from "../../names.js";

/** Of a layer, whose units have their outputs at the same time. */
const MOST_OUTPUTS = 4;

/**
 * @param {FirstWords} words
 * @param {TraceEvent} event
 * @param {number} digits
 */
export function caption(words, event, digits) {
  const n = (/** @type {number} */ value) => format(value, digits);
  const signed = (/** @type {number} */ value) => (value < 0 ? `(${n(value)})` : n(value));
  const { kind } = event;
  switch (event.kind) {
    case "product":
      return `${n(event.x)} × ${signed(event.weight)} = ${n(event.product)}, ${words.sum} ${n(event.sum)}`;
    case "sum":
      return `${words.sum} ${n(event.sum)}`;
    case "bias":
      return `${n(event.sum)} + ${signed(event.bias)} = ${n(event.preActivation)}`;
    case "activation":
      return `${words.activations[event.activation] ?? event.activation}: ${n(event.preActivation)} → ${n(event.output)}`;
    case "loss_term":
      return `${words.prediction} ${n(event.prediction)}, ${words.target} ${n(event.target)}`;
    case "loss":
      return `${words.loss} ${n(event.loss)}`;
    case "weight_update":
    case "bias_update": {
      // A gradient with a power of ten would be one product too many.
      const formula = n(event.gradient).includes(" ") ? [event.before, "−", event.change] : updateFormula(event);
      const change = formula.slice(1).map((part) => (typeof part === "number" ? signed(part) : part));
      return `${n(event.before)} ${change.join(" ")} → ${n(event.after)}`;
    }
    default:
      return "gradient" in event ? `${words.gradient} ${n(event.gradient)}` : words.kinds[kind];
  }
}

/**
 * The same of a step that several units make together.
 * @param {FirstWords} words
 * @param {Trace} trace
 * @param {readonly TraceEvent[]} events
 * @param {number} digits
 */
export function layerCaption(words, trace, events, digits) {
  const outputs = events.flatMap((event) => (event.kind === "activation" ? [event] : []));
  if (outputs.length < 2) return caption(words, events[events.length - 1], digits);
  const values = outputs.slice(0, MOST_OUTPUTS).map(({ output }) => format(output, digits));
  const more = outputs.length > MOST_OUTPUTS ? ["…"] : [];
  return `${layerName(words, trace, outputs[0].layer)}: ${[...values, ...more].join(", ")}`;
}
