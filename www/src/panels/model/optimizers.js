/**
 * What each optimizer can be set to, with Keras's defaults to show where nothing is set; and layers in a list. Pure.
 *
 * @import { OptimizerConfig, OptimizerName } from "../../../../src/bindings/types.js"
 * @import { AnyLayer, Model } from "../../experiment/config.js"
 */
import { CATALOGUE } from "../../experiment/catalogue.js";
import { commonFirst, offeredFirst } from "./names.js";

/**
 * A setting by its name in a configuration, Keras's name, and Keras's default; a truth where that is one.
 * @typedef {[key: string, keras: string, usual: number | boolean]} Setting
 */

/** Those that stand apart from an optimizer's own. */
const OF_ALL = ["learningRate", "weightDecay"];

/** @type {Record<OptimizerName, { rate: number, decay?: number, settings: Setting[] }>} */
export const OPTIMIZERS = /** @type {any} */ (
  Object.fromEntries(
    commonFirst("optimizer").map(({ name, settings }) => {
      const [rate, decay] = OF_ALL.map((key) => settings.find((setting) => setting.name === key)?.default);
      const own = settings.filter((setting) => !OF_ALL.includes(setting.name));
      return [
        name,
        {
          rate,
          decay: decay ?? undefined,
          settings: own.map(({ name, keras, default: usual }) => [name, keras, usual]),
        },
      ];
    }),
  )
);

/** Those to choose from. */
export const OPTIMIZER_NAMES = offeredFirst("optimizer").map(({ name }) => name);

/** How gradients may be clipped, at most one of them. */
export const CLIPS = /** @type {["clipnorm" | "globalClipnorm" | "clipvalue", string][]} */ (
  CATALOGUE.clip.map(({ name }) => [name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase()), name])
);

/** The optimizer as an object, whichever way it was written. @param {Model} model @returns {OptimizerConfig} */
export function optimizerOf({ optimizer = "sgd", learningRate }) {
  const given = typeof optimizer === "string" ? { name: optimizer } : optimizer;
  // The engine reads the name in any case.
  const config = { ...given, name: /** @type {OptimizerName} */ (given.name.toLowerCase()) };
  return learningRate === undefined ? config : { ...config, learningRate };
}

/**
 * The model with another setting of its optimizer; undefined for the default.
 * @param {Model} model
 * @param {Partial<OptimizerConfig>} change
 * @returns {Partial<Model>}
 */
export function withOptimizer(model, change) {
  const next = Object.entries({ ...optimizerOf(model), ...change }).filter(([, value]) => value !== undefined);
  return { optimizer: /** @type {any} */ (Object.fromEntries(next)), learningRate: undefined };
}

/**
 * The model with another optimizer: what both can be set to stays, and a learning rate that was set.
 * @param {Model} model
 * @param {OptimizerName} name
 * @returns {Partial<Model>}
 */
export function withRule(model, name) {
  const kept = [
    "learningRate",
    "weightDecay",
    ...OPTIMIZERS[name].settings.map(([key]) => key),
    ...CLIPS.map(([key]) => key),
  ];
  const former = Object.entries(optimizerOf(model)).filter(([key]) => kept.includes(key));
  return { optimizer: /** @type {any} */ ({ name, ...Object.fromEntries(former) }), learningRate: undefined };
}

/** The clip in use. @param {OptimizerConfig} optimizer */
export const clipOf = (optimizer) => CLIPS.map(([key]) => key).find((key) => optimizer[key] !== undefined);

/** Another clip, or none. @param {string} name @param {number} [size] @returns {Partial<OptimizerConfig>} */
export const clipChange = (name, size = 1) =>
  Object.fromEntries(CLIPS.map(([key]) => [key, key === name ? size : undefined]));

/** What a layer is. @param {AnyLayer} layer @returns {NonNullable<Extract<AnyLayer, { type?: string }>["type"]>} */
const kindOf = (layer) => ("type" in layer && layer.type) || "Dense";

/**
 * The place of each layer: its number among the hidden ones, or the output; a Dropout has none.
 * @param {readonly AnyLayer[]} layers
 * @returns {{ kind: ReturnType<typeof kindOf>, hidden?: number, output: boolean }[]}
 */
export function placesOf(layers) {
  const last = layers.findLastIndex((layer) => kindOf(layer) === "Dense");
  let hidden = 0;
  return layers.map((layer, i) => {
    const kind = kindOf(layer);
    if (kind !== "Dense") return { kind, output: false };
    return i === last ? { kind, output: true } : { kind, hidden: ++hidden, output: false };
  });
}

/** Where a new layer goes: before the output. @param {readonly AnyLayer[]} layers */
export const placeForNew = (layers) =>
  Math.max(
    layers.findLastIndex((layer) => kindOf(layer) === "Dense"),
    0,
  );
