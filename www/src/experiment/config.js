/**
 * What a reader can change in an experiment, each as a new configuration: the old one stays until the engine took the
 * new. Pure; it checks nothing, the engine does.
 *
 * @import { ExperimentConfig } from "./types.js"
 * @import { LayerConfig } from "../../../src/bindings/types.js"
 */

/** @typedef {LayerConfig} AnyLayer */
/** @typedef {NonNullable<ExperimentConfig["model"]>} Model */
/** @typedef {NonNullable<ExperimentConfig["fit"]>} Fit */

/** The tutorial's second model, which is the engine's default too. @type {Model} */
export const TUTORIAL_MODEL = {
  layers: [{ units: 10 }, { units: 1 }],
  loss: "mean_squared_error",
  optimizer: { name: "adam" },
  seed: 100,
};

/** The tutorial's training. @type {Fit} */
export const TUTORIAL_FIT = { batchSize: 5, epochs: 100, shuffle: true, seed: 100 };

/** @param {ExperimentConfig} config @returns {Model} */
export const modelOf = (config) => config.model ?? TUTORIAL_MODEL;

/** @param {ExperimentConfig} config @returns {Fit} */
export const fitOf = (config) => config.fit ?? TUTORIAL_FIT;

/** @param {ExperimentConfig} config @param {Partial<Model>} change @returns {ExperimentConfig} */
export const withModel = (config, change) => ({ ...config, model: { ...modelOf(config), ...change } });

/** @param {ExperimentConfig} config @param {Partial<Fit>} change @returns {ExperimentConfig} */
export const withFit = (config, change) => ({ ...config, fit: { ...fitOf(config), ...change } });

/** Start weights are drawn. @param {ExperimentConfig} config @returns {ExperimentConfig} */
export const withoutWeights = ({ weights, optimizerState, ...rest }) => rest;

/** A model with other start weights. @param {ExperimentConfig} config @param {Model} model @param {number} seed */
export const withSeed = (config, model, seed) => ({ ...withoutWeights(config), model: { ...model, seed } });

/** The optimizer of a configuration, at whichever learning rate. @param {ExperimentConfig} config */
function optimizerOf({ model }) {
  const { optimizer } = model ?? {};
  if (typeof optimizer !== "object") return JSON.stringify(optimizer);
  const { learningRate: _, ...rest } = optimizer;
  return JSON.stringify(rest);
}

/**
 * Another optimizer remembers nothing of the former; with another learning rate it is the same.
 * @param {ExperimentConfig} config @param {ExperimentConfig} former @returns {ExperimentConfig}
 */
export function withOwnOptimizer(config, former) {
  const { optimizerState, ...rest } = config;
  const isForeign = optimizerState === former.optimizerState && optimizerOf(config) !== optimizerOf(former);
  return optimizerState && isForeign ? rest : config;
}

/** @param {ExperimentConfig} config @param {AnyLayer[]} layers */
const withLayers = (config, layers) => withModel(config, { layers });

/** @param {AnyLayer} layer @param {Record<string, unknown>} change @returns {AnyLayer} */
const changed = (layer, change) =>
  /** @type {any} */ (
    Object.fromEntries(Object.entries({ ...layer, ...change }).filter(([, value]) => value !== undefined))
  );

/**
 * One layer with some of its settings changed.
 * @param {ExperimentConfig} config
 * @param {number} at
 * @param {Record<string, unknown>} change Undefined for the default.
 */
export const withLayer = (config, at, change) =>
  withLayers(
    config,
    modelOf(config).layers.map((layer, i) => (i === at ? changed(layer, change) : layer)),
  );

/** A layer put in before the place `at`. @param {ExperimentConfig} config @param {number} at @param {AnyLayer} layer */
export const addLayer = (config, at, layer) => withLayers(config, modelOf(config).layers.toSpliced(at, 0, layer));

/** @param {ExperimentConfig} config @param {number} at */
export const removeLayer = (config, at) => withLayers(config, modelOf(config).layers.toSpliced(at, 1));

/** A layer moved to another place. @param {ExperimentConfig} config @param {number} from @param {number} to */
export function moveLayer(config, from, to) {
  const { layers } = modelOf(config);
  return withLayers(config, layers.toSpliced(from, 1).toSpliced(to, 0, layers[from]));
}

/**
 * The data, and what follows from it: a choice of columns of other data means nothing here.
 * @param {ExperimentConfig} config
 * @param {ExperimentConfig["data"]} data
 * @returns {ExperimentConfig}
 */
export function withData(config, data) {
  const { features, target, task, ...rest } = config;
  return { ...rest, data };
}

/**
 * Whether two configurations of data load the same; a text may be large, and is compared where it lies, a file is what
 * it is.
 * @param {ExperimentConfig["data"]} a @param {ExperimentConfig["data"]} b
 */
export function isSameData(a, b) {
  if (a === b) return true;
  const [{ text: textOfA, ...restOfA }, { text: textOfB, ...restOfB }] = /** @type {{ text?: unknown }[]} */ ([a, b]);
  return JSON.stringify(restOfA) === JSON.stringify(restOfB) && textOfA === textOfB;
}

/** Whether two configurations are the same. @param {ExperimentConfig} a @param {ExperimentConfig} b */
export function isSameConfig(a, b) {
  const [{ data: dataOfA, ...restOfA }, { data: dataOfB, ...restOfB }] = [a, b];
  return isSameData(dataOfA, dataOfB) && JSON.stringify(restOfA) === JSON.stringify(restOfB);
}

/**
 * A configuration with the reading that the engine accepted of its text: a session and a link hold to it, whatever a
 * later engine would guess.
 * @param {ExperimentConfig} config @param {ExperimentConfig["data"]} accepted @returns {ExperimentConfig}
 */
export function withReading(config, accepted) {
  const { data } = config;
  if (
    data.source !== "csv" ||
    accepted.source !== "csv" ||
    JSON.stringify(data.reading) === JSON.stringify(accepted.reading)
  )
    return config;
  return { ...config, data: { ...data, reading: accepted.reading } };
}

/**
 * Where the rows of an experiment lie, if they were fetched.
 * @param {{ config: ExperimentConfig, fetched?: { text: Blob | string, address: string } }} lab
 */
export const addressOf = ({ config: { data }, fetched }) =>
  data.source === "csv" && fetched?.text === data.text ? fetched.address : undefined;

/** A link cannot hold a file, and no address is longer than browsers and chats let through. */
const LONGEST_LINK = 6000;

/** @param {string} text */
const base64 = (text) =>
  btoa(String.fromCharCode(...new TextEncoder().encode(text)))
    .replace(/\+/g, "-")
    .replace(/\//g, "_")
    .replace(/=+$/, "");

/** @param {unknown} config */
function shortText(config) {
  const text = JSON.stringify(config);
  return text.length > LONGEST_LINK ? undefined : base64(text);
}

/**
 * A configuration as the text of a link; undefined where it does not fit into one: a reader's own data, start weights
 * of a large model.
 * @param {ExperimentConfig} config
 */
export const linkText = (config) => (config.data.source === "csv" ? undefined : shortText(config));

/**
 * A configuration without the rows of its file, as the text of a link: who opens it is asked for the file. Undefined
 * where it does not fit into one.
 * @param {ExperimentConfig} config
 */
export function linkWithoutRows({ data, ...rest }) {
  const { text: _, ...known } = /** @type {{ source: string, text?: unknown }} */ (data);
  return shortText({ ...rest, data: known });
}

/**
 * The keys of a link that leads to an experiment: rows that lie at an address go by it, with all that was decided of
 * them, how they are read among it. Undefined where it does not fit into a link.
 * @param {ExperimentConfig} config
 * @param {string} [address] Where its rows lie.
 * @returns {{ config: string, data?: string } | undefined}
 */
export function linkKeys(config, address) {
  const isFile = config.data.source === "csv";
  const text = !isFile ? linkText(config) : address ? linkWithoutRows(config) : undefined;
  return text ? { ...(isFile && { data: address }), config: text } : undefined;
}

/**
 * The configuration of a link; undefined where the text is none.
 * @param {string} text
 * @returns {ExperimentConfig | undefined}
 */
export function fromLink(text) {
  try {
    const bytes = Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
    const config = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    return typeof config?.data?.source === "string" ? config : undefined;
  } catch {
    return undefined;
  }
}
