/**
 * What travels along the links in one step, and the calculation that it meets on the way. A value goes from where it
 * comes from to the weight, is multiplied there, and the product goes on.
 *
 * @import { Trace, TraceEvent } from "../../../src/bindings/types.js"
 * @import { FormulaTag, Tag, MovingTag } from "./picture.js"
 */
import { updateFormula } from "./picture-notes.js";
import { MULTIPLIED } from "./picture.js";

/** Shares of a step's time: at the weight; the product, which is there in between, leaves. */
const AT_WEIGHT = 0.4;
const LEAVES = 0.66;

/** Slow at both ends. @param {number} t */
const ease = (t) => t * t * (3 - 2 * t);

/** @param {number} progress @param {number} start @param {number} end */
const within = (progress, start, end) => ease(Math.min(Math.max((progress - start) / (end - start), 0), 1));

/** @typedef {{ phase: "forward" | "backward", layer: number, unit: number, input: number }} Way */

/**
 * @param {Way} way
 * @param {number} value What comes in.
 * @param {number} factor What it is multiplied by.
 * @param {number} product
 * @param {number} progress
 * @param {boolean} goesOn Whether the product travels on to the other end.
 * @returns {Tag[]}
 */
function multiplied(way, value, factor, product, progress, goesOn) {
  const { phase, layer, unit, input } = way;
  const place = { phase, layer, unit, input };
  const start = phase === "forward" ? 0 : 1;
  const end = phase === "forward" ? 1 : 0;
  if (progress < AT_WEIGHT) {
    return [{ kind: "moving", ...place, from: start, to: "weight", along: within(progress, 0, AT_WEIGHT), value }];
  }
  /** @type {FormulaTag} */
  const formula = {
    kind: "formula",
    ...place,
    terms: [value, "×", factor],
    result: product,
    pending: progress < MULTIPLIED,
  };
  if (!goesOn || progress < LEAVES || progress >= 1) return [formula];
  return [
    { kind: "moving", ...place, from: "weight", to: end, along: within(progress, LEAVES, 1), value: product },
    formula,
  ];
}

/**
 * @param {Extract<TraceEvent, { kind: "sum" }>} event
 * @param {number} progress
 * @returns {MovingTag[]}
 */
function gathered({ phase, layer, unit, products }, progress) {
  if (progress >= 1) return [];
  return products.map((value, input) => ({
    kind: "moving",
    phase,
    layer,
    unit,
    input,
    value,
    from: "weight",
    to: 1,
    along: within(progress, 0, 0.9),
  }));
}

/**
 * @param {TraceEvent | undefined} event
 * @param {Trace} trace
 * @param {number} progress
 * @returns {Tag[]}
 */
export function tagsOf(event, trace, progress) {
  switch (event?.kind) {
    case "product":
      return multiplied(event, event.x, event.weight, event.product, progress, true);
    case "sum":
      return gathered(event, progress);
    case "output_gradient": {
      const { phase, layer, unit, error } = event;
      if (progress >= 1) return [];
      return [{ kind: "moving", phase, layer, unit, from: 1, to: 0, along: ease(progress), value: error }];
    }
    case "activation_gradient":
      return event.terms.flatMap(({ layer, unit, gradient, weight, product }) => {
        const way = { phase: event.phase, layer, unit, input: event.unit };
        return multiplied(way, gradient, weight, product, progress, true);
      });
    case "weight_gradient":
      return multiplied(event, event.preActivationGradient, event.x, event.gradient, progress, false);
    case "weight_update": {
      const { phase, layer, unit, input, after } = event;
      return [
        {
          kind: "formula",
          phase,
          layer,
          unit,
          input,
          terms: updateFormula(event),
          result: after,
          pending: progress < MULTIPLIED,
        },
      ];
    }
    default:
      return [];
  }
}
