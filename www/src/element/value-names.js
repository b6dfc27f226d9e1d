/**
 * Names of the values of a worked example, as authors write them: `1.2`, `weight:2.1.1@3`, `loss`. Layers, units,
 * inputs and iterations count from 1; the inputs are no layer.
 *
 * Iteration N is the Nth forward pass, its loss, its back propagation and its update: weights and biases are those
 * after that update, so that those `@0` are the start weights. Pure.
 *
 * @typedef {"output" | "sum" | "prediction" | "weight" | "bias" | "gradient" | "loss"} ValueKind
 * @typedef {"layer" | "input" | "unit"} Part
 * @typedef {{ of: ValueKind, iteration?: number } & Partial<Record<Part, number>>} ValueName `iteration` is left out
 *   where the name says none.
 */

/** The numbers that may follow each kind, after a colon and with points. @type {Record<ValueKind, Part[][]>} */
const PARTS = {
  output: [["layer", "unit"]],
  sum: [["layer", "unit"]],
  prediction: [[], ["unit"]],
  weight: [["layer", "input", "unit"]],
  bias: [["layer", "unit"]],
  gradient: [
    ["layer", "unit"],
    ["layer", "input", "unit"],
  ],
  loss: [[], ["unit"]],
};

/** An output needs no word before its place. */
const NAME = /^(?:([a-z]+)(?::(\d+(?:\.\d+)*))?|(\d+\.\d+))(?:@(\d{1,9}))?$/;
const COUNT = /^[1-9]\d{0,8}$/;

/**
 * @param {string} text
 * @returns {ValueName | undefined} Undefined for what is no name of a value.
 */
export function parseValueName(text) {
  const match = NAME.exec(text.trim());
  if (!match) return undefined;
  const [, kind = "output", place, output, at] = match;
  if (!Object.hasOwn(PARTS, kind)) return undefined;
  const of = /** @type {ValueKind} */ (kind);
  const counts = (place ?? output)?.split(".") ?? [];
  const parts = PARTS[of].find(({ length }) => length === counts.length);
  if (!parts || !counts.every((count) => COUNT.test(count))) return undefined;
  const iteration = at === undefined ? undefined : Number(at);
  if (iteration === 0 && of !== "weight" && of !== "bias") return undefined;
  return {
    of,
    ...Object.fromEntries(parts.map((part, i) => [part, Number(counts[i])])),
    ...(iteration === undefined ? {} : { iteration }),
  };
}

/**
 * The name as authors write it; iteration 1 is not written.
 * @param {ValueName} name
 */
export function valueNameText({ of, layer, input, unit, iteration = 1 }) {
  const place = [layer, input, unit].filter((count) => count !== undefined).join(".");
  const kind = of === "output" ? "" : place ? `${of}:` : of;
  return `${kind}${place}${iteration === 1 ? "" : `@${iteration}`}`;
}
