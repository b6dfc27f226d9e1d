/**
 * What layers are called in panels and pictures, by what they are.
 *
 * @import { ActiveLayer } from "../../experiment/layers.js"
 * @import { WeightName } from "../../experiment/types.js"
 * @import { Words } from "../../locales/playground.js"
 * @import { Name, Shape } from "../../names.js"
 */
import { biasName, unitName, weightName } from "../../names.js";

/**
 * "Hidden layer 2", "Output layer", "Batch normalization", "Activation (relu)".
 * @param {Words} words @param {Pick<ActiveLayer, "kind" | "hidden" | "activation">} layer
 * @returns {string}
 */
export function nameOfLayer({ model, results: { surface } }, { kind, hidden, activation }) {
  if (kind === "Dense") return hidden ? surface.hidden(hidden) : surface.last;
  return kind === "Activation" ? `${model.kinds[kind]} (${activation})` : model.kinds[kind];
}

/**
 * One of the weights of a unit of a layer that is not dense, by Keras's name: "gamma(h₄)".
 * @param {Shape} shape @param {number} layer @param {number} unit @param {WeightName} symbol
 * @returns {Name}
 */
export const parameterName = (shape, layer, unit, symbol) => ({ symbol, index: unitName(shape, layer, unit) });

/**
 * What each parameter that is trained is called, and its place among all weights.
 * @param {readonly ActiveLayer[]} layers
 * @returns {{ name: Name, at: number }[]}
 */
export function trainedParameters(layers) {
  const shape = { inputs: { length: layers[0].inputs }, layers };
  return layers.flatMap(({ units, weights }, layer) =>
    weights
      .filter(({ trainable }) => trainable)
      .flatMap(({ name, at, count }) =>
        Array.from({ length: count }, (_, i) => ({
          at: at + i,
          name:
            name === "kernel"
              ? weightName(shape, layer, i % units, Math.floor(i / units))
              : name === "bias"
                ? biasName(shape, layer, i)
                : parameterName(shape, layer, i, name),
        })),
      ),
  );
}

/** Where a picture has little room. @type {Partial<Record<ActiveLayer["kind"], string>>} */
const SHORT = { BatchNormalization: "BN", LayerNormalization: "LN", Normalization: "N" };

/**
 * What a picture marks a layer by: the name of one that is not dense, and a Flatten before it.
 * @param {Words} words @param {ActiveLayer} layer
 * @returns {{ name?: string, short?: string, flatten?: string } | undefined}
 */
export function markOf({ train: { marks }, model }, { kind, isDense, isFlattened, activation = "" }) {
  const flatten = isFlattened ? model.kinds.Flatten : undefined;
  if (isDense) return flatten ? { flatten } : undefined;
  const name = kind in marks ? marks[/** @type {keyof typeof marks} */ (kind)] : activation;
  return { name, short: SHORT[kind] ?? name, flatten };
}
