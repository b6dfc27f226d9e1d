/**
 * An example as an author writes it in attributes and addresses, and whether a reader changed it; `state.js` reads it.
 *
 * @import { Claim, ExampleConfig } from "../../../src/bindings/types.js"
 * @import { Fields } from "./state.js"
 */
import { valueNameText } from "../element/value-names.js";
import { plain } from "../format.js";

/** Back to 1. @param {number | undefined} at */
const from1 = (at) => (at === undefined ? undefined : at + 1);

/** The name of a claimed value as an author writes it. @param {Claim} claim */
export const claimPlace = ({ of, layer, unit, input, iteration }) =>
  valueNameText({
    of: of ?? (layer === undefined ? "loss" : "output"),
    layer: from1(layer),
    unit: from1(unit),
    input: from1(input),
    iteration,
  });

/** @param {Claim} claim */
const claimText = (claim) => `${claimPlace(claim)}=${claim.text}`;

/** @param {ArrayLike<number>} row */
const rowText = (row) => Array.from(row, plain).join(",");

/**
 * The texts of an example, all that it takes to make it again.
 * @param {ExampleConfig} example
 * @returns {Fields}
 */
export function fieldsOf({ inputs, target, layers, learningRate, trainBiases, claims = [] }) {
  const hasBias = layers.some((layer) => layer.useBias !== false && layer.bias?.length);
  return {
    inputs: rowText(inputs),
    target: rowText(target),
    kernels: layers.map((layer) => layer.kernel.map(rowText).join(";")).join("|"),
    ...(hasBias
      ? { biases: layers.map((layer) => rowText(layer.useBias === false ? [] : (layer.bias ?? []))).join("|") }
      : {}),
    activations: layers.map((layer) => layer.activation).join(","),
    "learning-rate": plain(learningRate ?? 1),
    ...(trainBiases === false ? { "frozen-biases": "" } : {}),
    ...(claims.length ? { claims: claims.map(claimText).join(",") } : {}),
  };
}

/** Whether two examples compute the same. @param {ExampleConfig} a @param {ExampleConfig} b */
export const sameExample = (a, b) => JSON.stringify(fieldsOf(a)) === JSON.stringify(fieldsOf(b));
