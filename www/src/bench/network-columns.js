/**
 * The columns of the network's picture: what they are called, and the numbers of a unit. Pure.
 *
 * @import { ActiveLayer } from "../experiment/layers.js"
 * @import { Setup } from "../experiment/types.js"
 * @import { Words } from "../locales/playground.js"
 * @import { Place } from "./network-hit.js"
 * @import { Column } from "./network-layout.js"
 * @import { Name } from "../names.js"
 */
import { biasName, unitName, weightName } from "../names.js";
import { markOf, nameOfLayer, parameterName } from "../panels/views/layer-names.js";
import { dropoutAfter } from "./network-changes.js";

/** @param {readonly ActiveLayer[]} layers @returns {Column[]} */
export const columnsOf = (layers) => [
  { kind: "input", units: layers[0].inputs },
  ...layers.map(({ units, isDense }) => /** @type {Column} */ ({ kind: isDense ? "dense" : "bar", units })),
];

/**
 * What each column is called, also where there is little room.
 * @param {Words} words @param {readonly ActiveLayer[]} layers @param {Setup} setup
 */
export function namesOf(words, layers, setup) {
  const { network } = words.bench;
  const model = /** @type {import("../experiment/config.js").AnyLayer[]} */ (setup.config.model.layers);
  return [
    { long: words.model.input, short: network.shortInput },
    ...layers.map((layer) => {
      const mark = markOf(words, layer);
      const name = nameOfLayer(words, layer);
      const dropout = dropoutAfter(model, layer.place);
      const short = mark?.short ?? (layer.hidden ? network.shortHidden(layer.hidden) : network.shortOutput);
      return { long: dropout ? network.withDropout(name, dropout.rate) : (mark?.name ?? name), short };
    }),
  ];
}

/**
 * How many numbers of its own a unit has: weights and bias.
 * @param {readonly ActiveLayer[]} layers @param {Place} place
 */
export function countOf(layers, { column }) {
  const layer = layers[column - 1];
  if (!layer) return 0;
  return layer.isDense ? layer.inputs + (layer.useBias ? 1 : 0) : layer.weights.length;
}

/**
 * A number of a unit: its name, and where it lies among all weights.
 * @param {readonly ActiveLayer[]} layers @param {Place} place
 * @returns {{ name: Name, index: number } | undefined}
 */
export function numberOf(layers, { column, unit, weight }) {
  const [layer, at] = [layers[column - 1], column - 1];
  if (!layer || weight === undefined) return undefined;
  const shape = { inputs: { length: layers[0].inputs }, layers };
  if (!layer.isDense) {
    const own = layer.weights[weight];
    return own && { name: parameterName(shape, at, unit, own.name), index: own.at + unit };
  }
  const [kernel, bias] = layer.weights;
  if (weight < layer.inputs)
    return { name: weightName(shape, at, unit, weight), index: kernel.at + weight * layer.units + unit };
  return layer.useBias ? { name: biasName(shape, at, unit), index: bias.at + unit } : undefined;
}

/**
 * The place of the bias of a unit; of a unit of a bar, of its first number.
 * @param {readonly ActiveLayer[]} layers @param {Place} place
 * @returns {Place | undefined}
 */
export function biasPlace(layers, { column, unit }) {
  const layer = layers[column - 1];
  if (!layer) return undefined;
  if (layer.isDense) return layer.useBias ? { column, unit, weight: layer.inputs } : undefined;
  return layer.weights.length ? { column, unit, weight: 0 } : undefined;
}

/** @param {readonly ActiveLayer[]} layers @param {Place} place */
export const unitNameOf = (layers, { column, unit }) =>
  unitName({ inputs: { length: layers[0].inputs }, layers }, column - 1, unit);
