/**
 * What the picture of a row shows of layers that are not dense: values that a normalization computes, what it computes
 * them from, and the calculation at the unit. Every number comes from the trace.
 *
 * @import { ModelTrace } from "../../../../src/bindings/types.js"
 * @import { Emphasis, Formula, MovingTag, Note, Picture, UnitModel } from "../../worked/picture.js"
 */
import { updateFormula } from "../../worked/picture-notes.js";
import { isDense } from "./row-trace.js";

/** From here on in the progress of a step its result is there. */
const ARRIVED = 0.9;

/** @typedef {ModelTrace["events"][number]} ModelEvent */

/** @param {Picture} now @returns {ModelEvent | undefined} */
const eventOf = ({ event }) => event;

/** Whether the step computes a unit of a layer that is not dense. @param {Picture} now */
const isComputing = ({ trace, event }) =>
  event !== undefined &&
  !isDense(trace.layers[event.layer]) &&
  /^(normalization|activation)$/.test(/** @type {string} */ (event.kind));

/** The outputs of normalizations that are done, by layer and unit. @param {Picture} now */
function outputsOf({ trace, k }) {
  /** @type {Map<string, number>} */
  const outputs = new Map();
  for (const event of /** @type {readonly ModelEvent[]} */ (trace.events.slice(0, k)))
    if (event.kind === "normalization") outputs.set(`${event.layer}.${event.unit}`, event.output);
  return outputs;
}

/**
 * Where the eye goes in the layer before: to the input of the unit, and to those that its statistics are of.
 * @param {ModelEvent} event @param {number} unit @returns {Emphasis}
 */
function emphasisBefore(event, unit) {
  if (event.unit === unit) return "current";
  const isOfRow = event.kind === "normalization" ? event.statistics === "row" : "preActivations" in event;
  return isOfRow ? "related" : "dimmed";
}

/** @type {WeakMap<UnitModel[][], UnitModel[][]>} What is drawn stays the same object while a step is under way. */
const known = new WeakMap();

/** @param {Picture} now @returns {UnitModel[][]} */
function unitsOf(now) {
  const before = known.get(now.units);
  if (before) return before;
  const [outputs, event] = [outputsOf(now), eventOf(now)];
  const units = now.units.map((column) =>
    column.map((model) => {
      const { layer, unit } = model;
      const value = outputs.get(`${layer}.${unit}`) ?? model.value;
      const isHere = event?.kind === "normalization" && event.layer === layer && event.unit === unit;
      const isBefore = event && isComputing(now) && event.layer - 1 === layer;
      return {
        ...model,
        value,
        arriving: isHere || model.arriving,
        emphasis: isBefore ? emphasisBefore(event, unit) : model.emphasis,
      };
    }),
  );
  known.set(now.units, units);
  return units;
}

/** @param {ModelEvent} event @param {boolean} pending @returns {Formula | undefined} */
function formulaOf(event, pending) {
  switch (event.kind) {
    case "normalization": {
      const { gamma, beta, normalized, output: result } = event;
      if (gamma === undefined && beta === undefined) return { symbol: "x̂", result, pending };
      const scaled = gamma === undefined ? [normalized] : [gamma, "×", normalized];
      return { terms: beta === undefined ? scaled : [...scaled, "+", beta], result, pending };
    }
    case "gamma_gradient": {
      const { outputGradient, normalized, gradient } = event;
      return { symbol: "∂L/∂γ", terms: [outputGradient, "×", normalized], result: gradient };
    }
    case "beta_gradient":
      return { symbol: "∂L/∂β", result: event.gradient };
    case "gamma_update":
    case "beta_update":
      return {
        symbol: event.kind === "gamma_update" ? "γ" : "β",
        terms: updateFormula(/** @type {any} */ (event)),
        result: event.after,
      };
    default: {
      const [, letter] = /^(gamma|beta)_mean$/.exec(event.kind) ?? [];
      return letter
        ? { symbol: letter === "gamma" ? "∂L/∂γ" : "∂L/∂β", result: /** @type {any} */ (event).gradient }
        : undefined;
    }
  }
}

/** @param {Picture} now @returns {Note | undefined} */
function noteOf(now) {
  const event = eventOf(now);
  const formula = event && formulaOf(event, now.progress < ARRIVED);
  return formula && { ...formula, phase: event.phase, layer: event.layer, unit: event.unit };
}

/** The input on its way to its unit. @param {Picture} now @returns {MovingTag[]} */
function tagsOf(now) {
  const [event, { progress }] = [eventOf(now), now];
  if (!event || !isComputing(now) || progress >= 1) return [];
  const value = event.kind === "normalization" ? event.x : /** @type {any} */ (event).preActivation;
  const { phase, layer, unit } = event;
  const along = progress * progress * (3 - 2 * progress);
  return [{ kind: "moving", phase, layer, unit, input: unit, from: 0, to: 1, along, value }];
}

/** @param {Picture} now @returns {Picture} */
export function withOtherLayers(now) {
  const note = noteOf(now);
  return { ...now, units: unitsOf(now), notes: note ? [note] : now.notes, tags: [...now.tags, ...tagsOf(now)] };
}
