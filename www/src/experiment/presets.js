/**
 * Experiments to begin with: the tutorial's own, and what they lead to. Each is a plain configuration.
 *
 * @import { ExperimentConfig } from "./types.js"
 */
import { TUTORIAL_FIT, TUTORIAL_MODEL, withData } from "./config.js";
import { DATA_SETS } from "./data-sets.js";

/** @type {{ testSize: number, seed: number }} */
const SPLIT = { testSize: 0.3, seed: 100 };

/** @type {ExperimentConfig} The tutorial's data: the index column is left in, as its text does by mistake. */
const tutorial = {
  data: { source: "advertising" },
  scaling: "none",
  split: SPLIT,
  model: TUTORIAL_MODEL,
  fit: TUTORIAL_FIT,
};

/** Of the advertising data without its index column; its header is the book's. */
const MEDIA = ["TV", "Radio", "Newspaper"];

/** @param {number} units @param {import("../../../src/bindings/types.js").ActivationName} activation */
const layer = (units, activation) => ({ units, activation });

/**
 * A small classification problem.
 * @param {ExperimentConfig["data"]} data
 * @param {ExperimentConfig["model"]} model
 * @param {Partial<typeof TUTORIAL_FIT>} fit
 * @returns {ExperimentConfig}
 */
const classes = (data, model, fit) => ({
  data,
  scaling: "none",
  split: SPLIT,
  model,
  fit: { ...TUTORIAL_FIT, ...fit },
});

/** @satisfies {Record<string, ExperimentConfig>} */
export const PRESETS = {
  "tutorial-2": tutorial,
  "tutorial-1": {
    ...tutorial,
    model: {
      ...TUTORIAL_MODEL,
      layers: [layer(10, "sigmoid"), layer(10, "sigmoid"), layer(1, "sigmoid"), layer(1, "sigmoid")],
    },
  },
  "trap-unscaled": { ...tutorial, model: { ...TUTORIAL_MODEL, optimizer: { name: "sgd", learningRate: 0.01 } } },
  relu: {
    ...tutorial,
    features: MEDIA,
    scaling: "standard",
    model: {
      ...TUTORIAL_MODEL,
      layers: [layer(10, "relu"), layer(10, "relu"), layer(1, "linear")],
      optimizer: { name: "adam", learningRate: 0.01 },
    },
  },
  softmax: classes(
    { source: "blobs", rows: 200, noise: 0.3, seed: 1 },
    {
      layers: [layer(8, "relu"), layer(3, "softmax")],
      loss: "sparse_categorical_crossentropy",
      optimizer: { name: "adam", learningRate: 0.02 },
      metrics: ["accuracy"],
      seed: 1,
    },
    { batchSize: 10, epochs: 40 },
  ),
  xor: classes(
    { source: "xor", rows: 200, noise: 0, seed: 2 },
    {
      layers: [layer(8, "tanh"), layer(1, "sigmoid")],
      loss: "binary_crossentropy",
      optimizer: { name: "adam", learningRate: 0.03 },
      metrics: ["accuracy"],
      seed: 2,
    },
    { batchSize: 10, epochs: 80 },
  ),
  spiral: classes(
    { source: "spirals", rows: 400, noise: 0.02, seed: 1 },
    {
      layers: [layer(16, "relu"), layer(16, "relu"), layer(1, "sigmoid")],
      loss: "binary_crossentropy",
      optimizer: { name: "adam", learningRate: 0.01 },
      metrics: ["accuracy"],
      seed: 1,
    },
    { batchSize: 5, epochs: 100 },
  ),
};

/** @typedef {keyof typeof PRESETS} PresetName */

const presetNames = /** @type {PresetName[]} */ (Object.keys(PRESETS));

/**
 * A configuration with its settings in one order: equal ones read the same, and what is undefined is not there.
 * @param {unknown} config
 */
const written = (config) =>
  JSON.stringify(config, (_, part) =>
    part && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

/**
 * What a preset's name and description are about: not how long is trained, nor from which start weights.
 * @param {ExperimentConfig} config
 */
const described = ({ fit, model, ...rest }) => written({ ...rest, model: model && { ...model, seed: undefined } });

/** @param {ExperimentConfig} config @param {(config: ExperimentConfig) => string} look */
function presetBy(config, look) {
  // No preset has a file's rows, of which there may be many.
  if (config.data.source === "csv") return "";
  const looked = look(config);
  return presetNames.find((name) => look(PRESETS[name]) === looked) ?? "";
}

/** The preset whose description is true of an experiment; "" for none. @param {ExperimentConfig} config */
export const presetOf = (config) => presetBy(config, described);

/** The preset that an experiment is in every setting; "" for none. @param {ExperimentConfig} config */
export const presetExactly = (config) => presetBy(config, written);

/**
 * The preset that nobody changed, but for its start weights; "" for an experiment of the reader's own.
 * @param {ExperimentConfig} config
 */
export const presetUnchanged = (config) =>
  presetBy(config, ({ model, ...rest }) => written({ ...rest, model: model && { ...model, seed: undefined } }));

/** What a playground begins with where its author names nothing. @type {PresetName} */
export const FIRST_PRESET = "tutorial-2";

/** The preset for what is predicted. @type {Record<(typeof DATA_SETS)[number]["task"], PresetName>} */
const PRESET_OF_TASK = { regression: "relu", binary: "xor", multiclass: "softmax" };

/**
 * The preset that a built-in data set starts with: the first that has it, else that of its task.
 * @param {string} name
 * @returns {PresetName | undefined} Undefined for what is no built-in data set.
 */
export function presetForData(name) {
  const known = DATA_SETS.find((set) => set.name === name);
  const own = presetNames.find((preset) => PRESETS[preset].data.source === name);
  return known && (own ?? PRESET_OF_TASK[known.task]);
}

/** The four points of a logic gate: they are too few to be parted, and an epoch is one batch of them. */
const GATE = classes(
  { source: "xor_gate" },
  {
    layers: [layer(4, "tanh"), layer(1, "sigmoid")],
    loss: "binary_crossentropy",
    optimizer: { name: "adam", learningRate: 0.1 },
    metrics: ["accuracy"],
    seed: 1,
  },
  { batchSize: 4, epochs: 100 },
);

/** @param {string} source */
export const isGate = (source) => source.endsWith("_gate");

/**
 * A configuration with other data, and the split that suits them: four points are not parted, and what is chosen after
 * them is again.
 * @param {ExperimentConfig} config
 * @param {ExperimentConfig["data"]} data
 * @returns {ExperimentConfig}
 */
export function withDataAndSplit(config, data) {
  const next = withData(config, data);
  if (isGate(data.source)) return { ...next, split: null };
  return isGate(config.data.source) ? { ...next, split: SPLIT } : next;
}

/**
 * The experiment that a built-in data set starts with: the preset of it, or of its task with the data in their place.
 * @param {string} name
 * @returns {ExperimentConfig | undefined} Undefined for what is no built-in data set.
 */
export function configForData(name) {
  const preset = presetForData(name);
  if (!preset) return undefined;
  const data = /** @type {ExperimentConfig["data"]} */ ({ source: name });
  if (isGate(name)) return withDataAndSplit(GATE, data);
  return PRESETS[preset].data.source === name ? PRESETS[preset] : withData(PRESETS[preset], data);
}

/**
 * Whether the model is as it was begun with: that of a preset or of a gate, from any start weights.
 * @param {ExperimentConfig} config
 */
export function isModelOfPreset({ model }) {
  const layout = (/** @type {ExperimentConfig["model"]} */ model) => written(model && { ...model, seed: undefined });
  const looked = layout(model);
  return [...Object.values(PRESETS), GATE].some((preset) => layout(preset.model) === looked);
}
