/**
 * The value that a name of the text stands for, at a moment of an iteration: read off what the engine recorded.
 *
 * @import { Trace, TraceEvent } from "../../../src/bindings/types.js"
 * @import { ValueName } from "../element/value-names.js"
 */

/**
 * @param {{ trace: Trace, k: number }} moment `k` operations of the iteration are done.
 * @param {ValueName} name
 * @returns {number | undefined} Undefined where it is not computed yet, or there is no such place.
 */
export function valueAt({ trace, k }, name) {
  const { of, layer = trace.layers.length, input = 0, unit = 1 } = name;
  const place = { layer: layer - 1, unit: unit - 1, input: input - 1 };
  /**
   * The last operation of a kind at the place.
   * @template {TraceEvent["kind"]} K @param {K} kind
   * @returns {Extract<TraceEvent, { kind: K }> | undefined}
   */
  const done = (kind) =>
    /** @type {any} */ (
      trace.events
        .slice(0, k)
        .findLast(
          (event) =>
            event.kind === kind &&
            event.layer === place.layer &&
            event.unit === place.unit &&
            (!input || ("input" in event && event.input === place.input)),
        )
    );
  const at = trace.layers[place.layer];
  switch (of) {
    case "output":
    case "prediction":
      return done("activation")?.output;
    case "sum":
      return done("activation")?.preActivation ?? (at?.useBias ? done("bias")?.preActivation : done("sum")?.sum);
    case "weight":
      return done("weight_update")?.after ?? at?.kernel[place.input]?.[place.unit];
    case "bias":
      return done("bias_update")?.after ?? at?.bias[place.unit];
    case "gradient":
      return input ? done("weight_gradient")?.gradient : done("bias_gradient")?.gradient;
    default:
      if (name.unit !== undefined) return done("loss_term")?.term;
      return trace.events.slice(0, k).some(({ kind }) => kind === "loss") ? trace.loss : undefined;
  }
}
