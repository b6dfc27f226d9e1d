/**
 * What a text claims of an example: as an author writes it, and where in an iteration each value is.
 *
 * @import { Claim, ClaimCheck, Trace, TraceEvent } from "../../../src/bindings/types.js"
 * @import { Locale } from "../locales/index.js"
 */
import { parseValueName } from "../element/value-names.js";
import { biasName, nameText, preActivationName, unitName, weightName } from "../names.js";

/**
 * From 1, as authors count, to 0; `prediction` is the output of the last layer.
 * @param {import("../element/value-names.js").ValueName} name @param {number} last
 * @returns {Omit<Claim, "text">}
 */
function placeOf({ of, layer, unit, input, iteration = 1 }, last) {
  if (of === "prediction") return { of: "output", layer: last, unit: (unit ?? 1) - 1, iteration };
  const from0 = (/** @type {number | undefined} */ count) => (count === undefined ? undefined : count - 1);
  const places = { layer: from0(layer), unit: from0(unit), input: from0(input) };
  return { of, ...Object.fromEntries(Object.entries(places).filter(([, at]) => at !== undefined)), iteration };
}

/**
 * `3.1=0.436, weight:2.1.1@3=0.359, loss=0.0013` as claims, and what cannot be read.
 * @param {string} text @param {number} last The last layer, from 0.
 * @returns {(Claim | { unreadable: string })[]}
 */
export function claimsFrom(text, last) {
  if (text.trim() === "") return [];
  return text.split(",").map((claim) => {
    const [name, value = "", ...more] = claim.split("=").map((part) => part.trim());
    const parsed = parseValueName(name);
    if (!parsed || !value || more.length) return { unreadable: claim.trim() };
    return { ...placeOf(parsed, last), text: value };
  });
}

/** The operations whose results are claimed. @type {Record<ClaimCheck["of"], TraceEvent["kind"][]>} */
const KINDS = {
  output: ["activation"],
  sum: ["sum", "bias"],
  weight: ["weight_update"],
  bias: ["bias_update"],
  gradient: ["weight_gradient", "bias_gradient"],
  loss: ["loss"],
};

/**
 * The claims about the value that an operation computes.
 * @param {{ trace: Trace, claims: readonly ClaimCheck[] }} view @param {TraceEvent} event
 */
export function claimsOf({ trace, claims }, event) {
  // The bias still comes to this sum.
  if (event.kind === "sum" && trace.layers[event.layer].useBias) return [];
  const place = [event.layer, event.unit, "input" in event ? event.input : undefined].join(".");
  return claims.filter(
    ({ of, iteration, layer, unit, input }) =>
      iteration === trace.iteration + 1 &&
      KINDS[of].includes(event.kind) &&
      (of === "loss" || [layer, unit, input].join(".") === place),
  );
}

/** The sign of a claimed value, as the picture and formulas have it. @param {ClaimCheck} claim @param {Trace} trace */
function claimSign({ of, layer = 0, unit = -1, input }, trace) {
  const parameter = () => (input === undefined ? biasName(trace, layer, unit) : weightName(trace, layer, unit, input));
  switch (of) {
    case "output":
      return nameText(unitName(trace, layer, unit));
    case "sum":
      return nameText(preActivationName(trace, layer, unit));
    case "gradient":
      return `∂L/∂${nameText(parameter())}`;
    case "loss":
      return nameText({ symbol: "L", index: unit < 0 ? undefined : unit + 1 });
    default:
      return nameText(parameter());
  }
}

/**
 * Whether it holds, in a sentence.
 * @param {ClaimCheck} claim @param {Trace} trace @param {Locale} words
 * @param {boolean} isTutorial Whether the example is the built-in one.
 */
export function claimSentence(claim, trace, words, isTutorial) {
  const { holds, text, rounded } = claim;
  const sign = claimSign(claim, trace);
  return holds ? words.claim.holds(sign, text, isTutorial) : words.claim.fails(sign, text, rounded, isTutorial);
}
