/**
 * The layers of a model as traces, activations, health, histograms and surfaces count them: without Dropout and
 * Flatten, which change nothing in inference. Pure.
 *
 * @import { Setup, WeightName } from "./types.js"
 */

/** @typedef {Setup["layers"][number]["kind"]} LayerKind */

/**
 * One weight tensor; `at` is where it begins in the weights of the model.
 * @typedef {{ name: WeightName, at: number, count: number, trainable: boolean }} Weights
 */

/**
 * @typedef {object} ActiveLayer
 * @property {string} name Keras's, such as "dense_1".
 * @property {LayerKind} kind
 * @property {string} [activation]
 * @property {number} inputs
 * @property {number} units
 * @property {boolean} useBias
 * @property {number} place Among all layers of the model, from 0.
 * @property {number} hidden Its number among the hidden dense layers, from 1; 0 of any other layer.
 * @property {boolean} isDense Of any other layer, each unit stands for the one before it.
 * @property {boolean} isFlattened Whether a Flatten comes right before it.
 * @property {Weights[]} weights By Keras's names, in the order of `get_weights()`.
 */

/** What changes nothing in inference. @type {readonly LayerKind[]} */
const PASSIVE = ["Dropout", "Flatten"];

/** @param {Setup["layers"][number]["weights"]} weights @param {number} start @returns {Weights[]} */
function placed(weights, start) {
  let at = start;
  return weights.map(({ name, shape, trainable }) => {
    const count = shape.reduce((product, size) => product * size, 1);
    at += count;
    return { name, at: at - count, count, trainable };
  });
}

/** @param {Pick<Setup, "layers" | "shapes">} setup @returns {ActiveLayer[]} */
export function activeLayers({ layers, shapes }) {
  const output = layers.findLastIndex(({ kind }) => kind === "Dense");
  let [inputs, start, hidden, isFlattened] = [shapes.xTrain[1], 0, 0, false];
  return layers.flatMap(({ name, kind, units, activation, parameters, weights: own }, place) => {
    if (PASSIVE.includes(kind)) {
      isFlattened ||= kind === "Flatten";
      return [];
    }
    const weights = placed(own, start);
    const isDense = kind === "Dense";
    const useBias = weights.some(({ name }) => name === "bias");
    const number = !isDense || place === output ? 0 : ++hidden;
    const layer = {
      name,
      kind,
      activation,
      inputs,
      units,
      useBias,
      place,
      hidden: number,
      isDense,
      isFlattened,
      weights,
    };
    [inputs, start, isFlattened] = [units, start + parameters, false];
    return [layer];
  });
}

/** Units of each column of a picture, the inputs first. @param {readonly ActiveLayer[]} layers */
export const sizesOf = (layers) => [layers[0].inputs, ...layers.map(({ units }) => units)];
