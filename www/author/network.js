/**
 * The worked example's network as cells of text, to be edited one by one, and back. What is no number stays in its
 * cell: the engine rejects it, and the author fixes it. Pure.
 *
 * @typedef {object} Cells
 * @property {string[]} inputs
 * @property {string[]} target
 * @property {string[][][]} kernels Layer, input, unit.
 * @property {string[][]} biases An empty layer has none.
 * @property {string[]} activations One for each layer.
 */

/** What a new cell holds. */
const NEW = { value: "1", weight: "1", bias: "0", target: "0" };

/** @param {string} text @param {string} separator */
const split = (text, separator) => text.split(separator).map((part) => part.trim());

/** @param {Readonly<Record<string, string | undefined>>} texts @returns {Cells} */
export function cellsOf({ inputs = "", target = "", kernels = "", biases = "", activations = "sigmoid" }) {
  const layers = split(kernels, "|").map((layer) => split(layer, ";").map((row) => split(row, ",")));
  const own = split(biases, "|");
  const names = split(activations, ",");
  return {
    inputs: split(inputs, ","),
    target: split(target, ","),
    kernels: layers,
    biases: layers.map((_, i) => (own[i] ? split(own[i], ",") : [])),
    activations: layers.map((_, i) => names[i] ?? names[names.length - 1]),
  };
}

/**
 * The texts of the attributes; biases are left out where no layer has any.
 * @param {Cells} cells
 * @returns {Record<"inputs" | "target" | "kernels" | "biases" | "activations", string | undefined>}
 */
export function textsOf({ inputs, target, kernels, biases, activations }) {
  return {
    inputs: inputs.join(","),
    target: target.join(","),
    kernels: kernels.map((layer) => layer.map((row) => row.join(",")).join(";")).join("|"),
    biases: biases.some((layer) => layer.length) ? biases.map((layer) => layer.join(",")).join("|") : undefined,
    activations: new Set(activations).size === 1 ? activations[0] : activations.join(","),
  };
}

/** @param {Cells} cells @param {number} layer -1 for the inputs. */
export const unitsOf = ({ inputs, kernels }, layer) => (layer < 0 ? inputs.length : kernels[layer][0].length);

/** @template T @param {readonly T[]} list @param {number} length @param {(i: number) => T} make @returns {T[]} */
const sized = (list, length, make) => Array.from({ length }, (_, i) => list[i] ?? make(i));

/**
 * With so many units in a layer; what feeds it and what it feeds follows.
 * @param {Cells} cells
 * @param {number} layer -1 for the inputs.
 * @param {number} units
 * @returns {Cells}
 */
export function withUnits(cells, layer, units) {
  const last = cells.kernels.length - 1;
  const kernels = cells.kernels.map((kernel, i) => {
    if (i === layer) return kernel.map((row) => sized(row, units, () => NEW.weight));
    return i === layer + 1 ? sized(kernel, units, () => kernel[0].map(() => NEW.weight)) : kernel;
  });
  const biases = cells.biases.map((bias, i) =>
    i === layer && bias.length ? sized(bias, units, () => NEW.bias) : bias,
  );
  const inputs = layer < 0 ? sized(cells.inputs, units, () => NEW.value) : cells.inputs;
  const target = layer === last ? sized(cells.target, units, () => NEW.target) : cells.target;
  return { ...cells, inputs, target, kernels, biases };
}

/** With another hidden layer before the output, as wide as the one before it. @param {Cells} cells @returns {Cells} */
export function withLayer(cells) {
  const at = cells.kernels.length - 1;
  const units = unitsOf(cells, at - 1);
  const square = Array.from({ length: units }, () => Array.from({ length: units }, () => NEW.weight));
  return {
    ...cells,
    kernels: cells.kernels.toSpliced(at, 0, square),
    biases: cells.biases.toSpliced(at, 0, cells.biases[at].length ? square.map(() => NEW.bias) : []),
    activations: cells.activations.toSpliced(at, 0, cells.activations[at]),
  };
}

/**
 * Without a layer that is not the last; the next one is fed by the one before.
 * @param {Cells} cells
 * @param {number} layer
 * @returns {Cells}
 */
export function withoutLayer(cells, layer) {
  const units = unitsOf(cells, layer - 1);
  const kernels = cells.kernels.map((kernel, i) =>
    i === layer + 1 ? sized(kernel, units, () => kernel[0].map(() => NEW.weight)) : kernel,
  );
  return {
    ...cells,
    kernels: kernels.toSpliced(layer, 1),
    biases: cells.biases.toSpliced(layer, 1),
    activations: cells.activations.toSpliced(layer, 1),
  };
}

/**
 * A claim as cells: the name of a value, such as "2.1" or "weight:1.1.1@2", and the number as the text prints it.
 * @typedef {{ place: string, text: string }} ClaimCells
 */

/** @param {string} text @returns {ClaimCells[]} */
export const claimsOf = (text) =>
  text.trim() === ""
    ? []
    : split(text, ",").map((claim) => {
        const [place, value = ""] = split(claim, "=");
        return { place, text: value };
      });

/** @param {readonly ClaimCells[]} claims */
export const claimsText = (claims) => claims.map(({ place, text }) => `${place}=${text}`).join(",");

/** @template T @param {Cells} cells @param {(layer: number, unit: number) => T[]} make Both from 1. @returns {T[]} */
const forUnits = ({ kernels }, make) =>
  kernels.flatMap((kernel, layer) => kernel[0].flatMap((_, unit) => make(layer + 1, unit + 1)));

/** @typedef {import("../src/element/value-names.js").ValueName} ValueName */

/**
 * Every value that a claim can speak of.
 * @param {Cells} cells
 */
export function valuesOf(cells) {
  /** @template {ValueName["of"]} T @param {T} of */
  const ofUnits = (of) => forUnits(cells, (layer, unit) => [{ of, layer, unit, input: undefined }]);
  /** @template {ValueName["of"]} T @param {T} of */
  const ofWeights = (of) =>
    forUnits(cells, (layer, unit) => cells.kernels[layer - 1].map((_, i) => ({ of, layer, unit, input: i + 1 })));
  /** @template {ValueName["of"]} T @param {T} of */
  const ofBiases = (of) => ofUnits(of).filter(({ layer }) => cells.biases[layer - 1].length);
  const outputs = [undefined, ...cells.target.map((_, output) => output + 1)];
  return [
    ...ofUnits(/** @type {const} */ ("output")),
    ...outputs.map((unit) => ({ of: /** @type {const} */ ("loss"), layer: undefined, unit, input: undefined })),
    ...ofWeights(/** @type {const} */ ("weight")),
    ...ofBiases(/** @type {const} */ ("bias")),
    ...ofWeights(/** @type {const} */ ("gradient")),
    ...ofBiases(/** @type {const} */ ("gradient")),
    ...ofUnits(/** @type {const} */ ("sum")),
  ];
}
