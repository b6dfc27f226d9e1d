/**
 * What each optimizer can be set to, with Keras's defaults to show where nothing is set; and layers in a list. Pure.
 *
 * @import { OptimizerConfig, OptimizerName } from "../../../../src/bindings/types.js"
 * @import { AnyLayer, Model } from "../../experiment/config.js"
 */

/**
 * A setting by its name in a configuration, Keras's name, and Keras's default; a truth where that is one.
 * @typedef {[key: string, keras: string, usual: number | boolean]} Setting
 */

/** @type {Setting[]} */
const MOMENTS = [
  ["beta1", "beta_1", 0.9],
  ["beta2", "beta_2", 0.999],
  ["epsilon", "epsilon", 1e-7],
];
/** @type {Setting} */
const AMSGRAD = ["amsgrad", "amsgrad", false];

/** @type {Record<OptimizerName, { rate: number, decay?: number, settings: Setting[] }>} */
export const OPTIMIZERS = {
  sgd: {
    rate: 0.01,
    settings: [
      ["momentum", "momentum", 0],
      ["nesterov", "nesterov", false],
    ],
  },
  adam: { rate: 0.001, settings: [...MOMENTS, AMSGRAD] },
  rmsprop: {
    rate: 0.001,
    settings: [
      ["rho", "rho", 0.9],
      ["momentum", "momentum", 0],
      ["epsilon", "epsilon", 1e-7],
      ["centered", "centered", false],
    ],
  },
  adamw: { rate: 0.001, decay: 0.004, settings: [...MOMENTS, AMSGRAD] },
  nadam: { rate: 0.001, settings: MOMENTS },
  adamax: { rate: 0.001, settings: MOMENTS },
  adagrad: {
    rate: 0.001,
    settings: [
      ["initialAccumulatorValue", "initial_accumulator_value", 0.1],
      ["epsilon", "epsilon", 1e-7],
    ],
  },
  adadelta: {
    rate: 0.001,
    settings: [
      ["rho", "rho", 0.95],
      ["epsilon", "epsilon", 1e-7],
    ],
  },
};

/** How gradients may be cut, at most one of them. */
export const CLIPS = /** @type {const} */ ([
  ["clipnorm", "clipnorm"],
  ["globalClipnorm", "global_clipnorm"],
  ["clipvalue", "clipvalue"],
]);

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
