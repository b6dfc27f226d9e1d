/**
 * What the network picture shows at one moment: a view model made of nothing but values out of the trace.
 * `layer` counts as the trace does, with -1 for the inputs.
 *
 * @import { ActivationName, Phase, Trace, TraceEvent } from "../../../src/bindings/types.js"
 */
import { curveName } from "../names.js";
import { focusOf } from "./picture-focus.js";

/** The share of a step's time after which a product is there. */
export const MULTIPLIED = 0.52;

/** @typedef {"normal" | "current" | "related" | "dimmed"} Emphasis */
/** @typedef {(number | string)[]} Terms Numbers and the signs between them. */

/**
 * `symbol = terms = result`; any of them may be left out.
 *
 * @typedef {object} Formula
 * @property {string} [symbol]
 * @property {Terms} [terms]
 * @property {number} [result]
 * @property {boolean} [pending] The result is not there yet; its room is kept.
 */

/**
 * @typedef {object} UnitModel
 * @property {number} layer
 * @property {number} unit
 * @property {number} [value] Its activation, once known.
 * @property {boolean} arriving Whether the value is just being computed, and comes in with the progress.
 * @property {Emphasis} emphasis
 * @property {number} [gradient] The latest gradient of it that is known: dL/da, then dL/dz.
 * @property {string} [gradientOf] Which of the two.
 */

/**
 * @typedef {object} LinkModel
 * @property {number} layer
 * @property {number} unit
 * @property {number} input
 * @property {number} weight
 * @property {number} [ghost] The old weight, in the step that changes it.
 * @property {number} [gradient] dL/dw, in the backward phase and once it is known.
 * @property {number} [share] The gradient's size beside the largest one of the iteration, 0..1.
 * @property {Emphasis} emphasis
 */

/**
 * @typedef {object} TargetModel
 * @property {number} unit
 * @property {number} target
 * @property {number} [error] Prediction minus target, where the step is about it.
 * @property {Emphasis} emphasis
 */

/**
 * A small plot of the activation function with the point that the step is about.
 *
 * @typedef {object} PlotModel
 * @property {number} layer
 * @property {number} unit
 * @property {ActivationName} activation
 * @property {string} curve The name of its curve.
 * @property {number} x The pre-activation.
 * @property {number} y The output.
 * @property {number} [slope] The derivative, where the step is about it.
 */

/**
 * Something on its way: from `from` to `to` along a link (0 the source, 1 the unit, "weight" where it meets its
 * weight),
 * `along` 0..1 of it. Without an input: from the target (1) to the output unit (0).
 *
 * @typedef {object} MovingTag
 * @property {"moving"} kind
 * @property {Phase} phase
 * @property {number} layer
 * @property {number} unit
 * @property {number} [input]
 * @property {0 | 1 | "weight"} from
 * @property {0 | 1 | "weight"} to
 * @property {number} along
 * @property {number} value
 */

/**
 * A calculation that stands where the weight stands.
 *
 * @typedef {{ kind: "formula", phase: Phase, layer: number, unit: number, input: number } & Formula} FormulaTag
 */

/** @typedef {MovingTag | FormulaTag} Tag */
/** @typedef {Formula & { phase: Phase, layer: number, unit: number }} Note A calculation that stands at a unit. */

/**
 * What does not change while one operation is under way.
 *
 * @typedef {object} Still
 * @property {Trace} trace
 * @property {number} k
 * @property {TraceEvent} [event] The current one; none at the very start.
 * @property {UnitModel[][]} units By column: the inputs, then each layer.
 * @property {LinkModel[][]} links By layer, `unit * inputs + input`.
 * @property {TargetModel[]} targets
 * @property {PlotModel} [plot]
 */

/** @typedef {Still & { progress: number, tags: Tag[], notes: Note[] }} Picture */

/**
 * Of one row, or the mean over a batch.
 *
 * @param {TraceEvent} event
 * @returns {event is Extract<TraceEvent, { kind: "weight_gradient" }>}
 */
const isWeightGradient = (event) => /^weight_(gradient|mean)$/.test(event.kind);

/**
 * @param {Trace} trace
 * @param {number} k
 */
function valuesAfter(trace, k) {
  /** @type {(number | undefined)[][]} */
  const outputs = trace.layers.map(({ units }) => new Array(units).fill(undefined));
  /** @type {({ gradientOf: string, gradient: number } | undefined)[][]} */
  const gradients = trace.layers.map(({ units }) => new Array(units).fill(undefined));
  const weights = trace.layers.map(({ kernel }) => kernel.map((row) => [...row]));
  /** @type {(number | undefined)[][][]} */
  const weightGradients = weights.map((kernel) => kernel.map((row) => row.map(() => undefined)));
  for (const event of trace.events.slice(0, k)) {
    const { layer, unit } = event;
    if (event.kind === "activation") outputs[layer][unit] = event.output;
    if (event.kind === "weight_update") weights[layer][event.input][unit] = event.after;
    if (isWeightGradient(event)) weightGradients[layer][event.input][unit] = event.gradient;
    if (event.kind === "output_gradient" || event.kind === "activation_gradient") {
      gradients[layer][unit] = { gradientOf: "∂L/∂a", gradient: event.gradient };
    }
    if (/^(pre_activation|logit)_gradient$/.test(event.kind) && "gradient" in event) {
      gradients[layer][unit] = { gradientOf: "∂L/∂z", gradient: event.gradient };
    }
  }
  return { outputs, gradients, weights, weightGradients };
}

/**
 * @param {Trace} trace
 * @param {number} k
 * @param {TraceEvent | undefined} event
 */
function unitsOf(trace, k, event) {
  const { outputs, gradients } = valuesAfter(trace, k);
  const { unitEmphasis } = focusOf(trace, event);
  const backward = event?.phase === "backward";
  return [trace.inputs, ...outputs].map((values, column) =>
    values.map((value, unit) => ({
      layer: column - 1,
      unit,
      value,
      arriving: event?.kind === "activation" && event.layer === column - 1 && event.unit === unit,
      emphasis: unitEmphasis(column - 1, unit),
      ...(backward && column > 0 ? gradients[column - 1][unit] : undefined),
    })),
  );
}

/**
 * @param {Trace} trace
 * @param {number} k
 * @param {TraceEvent | undefined} event
 * @returns {LinkModel[][]}
 */
function linksOf(trace, k, event) {
  const { weights, weightGradients } = valuesAfter(trace, k);
  const backward = event?.phase === "backward";
  const largest = Math.max(...trace.events.map((one) => (isWeightGradient(one) ? Math.abs(one.gradient) : 0)));
  const { linkEmphasis } = focusOf(trace, event);
  return weights.map((kernel, layer) =>
    trace.layers[layer].kernel[0].flatMap((_, unit) =>
      kernel.map((row, input) => {
        const emphasis = linkEmphasis(layer, unit, input);
        const gradient = weightGradients[layer][input][unit];
        const updated = event?.kind === "weight_update" && emphasis === "current" ? event : undefined;
        return {
          layer,
          unit,
          input,
          emphasis,
          weight: row[unit],
          ghost: updated?.before,
          ...(backward && gradient !== undefined
            ? { gradient, share: Math.abs(gradient) / (largest || 1) }
            : undefined),
        };
      }),
    ),
  );
}

/**
 * @param {Trace} trace
 * @param {TraceEvent | undefined} event
 * @returns {TargetModel[]}
 */
function targetsOf(trace, event) {
  const { targetEmphasis } = focusOf(trace, event);
  const about = event?.kind === "loss_term" || event?.kind === "output_gradient" ? event : undefined;
  return trace.target.map((target, unit) => ({
    unit,
    target,
    emphasis: targetEmphasis(unit),
    error: about?.unit === unit ? about.error : undefined,
  }));
}

/** @param {Trace} trace @param {TraceEvent | undefined} event @returns {PlotModel | undefined} */
function plotOf(trace, event) {
  if (event?.kind !== "activation" && event?.kind !== "pre_activation_gradient") return undefined;
  const { layer, unit, activation, preActivation, output } = event;
  const slope = event.kind === "pre_activation_gradient" ? event.derivative : undefined;
  return { layer, unit, activation, curve: curveName(trace.layers[layer]), x: preActivation, y: output, slope };
}

/** @type {WeakMap<Trace, Still>} The last one of each trace: playing asks for the same one sixty times a second. */
const latest = new WeakMap();

/**
 * @param {Trace} trace
 * @param {number} k
 * @returns {Still}
 */
export function stillOf(trace, k) {
  const known = latest.get(trace);
  if (known?.k === k) return known;
  const event = trace.events[k - 1];
  const still = {
    trace,
    k,
    event,
    units: unitsOf(trace, k, event),
    links: linksOf(trace, k, event),
    targets: targetsOf(trace, event),
    plot: plotOf(trace, event),
  };
  latest.set(trace, still);
  return still;
}

/** Before the first step: nothing is on its way. @param {Trace} trace @param {number} k @returns {Picture} */
export const atRest = (trace, k) => ({ ...stillOf(trace, k), progress: 1, tags: [], notes: [] });
