/**
 * Models of other tools: the experiment's model as their files, and their files as its model.
 *
 * @import { Lab } from "./lab.js"
 * @import { SavedModel } from "../../pkg-full/glassnet.js"
 * @import { Setup } from "./types.js"
 */
import { LARGEST_FILE, fetchFile, megabytes, validationError } from "./read-csv.js";

/** What is written, by the name of its format; `workers` is a whole run. */
export const TOOLS = /** @type {const} */ (["keras", "keras_weights", "tfjs", "onnx", "pytorch", "workers"]);

/** @typedef {typeof TOOLS[number]} Tool */

/** Files that hold a model; all others hold rows. @param {File} file */
export const isModel = ({ name }) => /\.(keras|h5|hdf5|bin|json)$/i.test(name);

/** Where the numbers of a LayersModel lie, as it says. @param {string} text @returns {string[]} */
function weightPathsOf(text) {
  try {
    const { weightsManifest = [] } = JSON.parse(text);
    return weightsManifest.flatMap((/** @type {{ paths: string[] }} */ { paths }) => paths);
  } catch {
    // What it is instead is said where it is read.
    return [];
  }
}

/** The files of a model at an address of the same origin, as if they were dropped. @param {string} given */
export async function fetchModel(given) {
  const { text, name, address } = await fetchFile(given, "application/octet-stream");
  const others = /\.json$/i.test(name) ? weightPathsOf(await text.text()) : [];
  const rest = others.map((path) => fetchFile(new URL(path, address).href, "application/octet-stream"));
  return [{ text, name }, ...(await Promise.all(rest))].map((file) => new File([file.text], file.name));
}

/**
 * The experiment's model, or its whole run, as files of a tool.
 * @param {Lab} lab @param {Tool} tool @param {string} name Of the files, without their ending.
 */
export async function exportTo(lab, tool, name) {
  const { setup, engine } = lab;
  if (tool === "workers") return engine.exportForWorkers(await lab.ask("runForWorkers"));
  const saved = await lab.ask("savedModel");
  const isScaled = setup?.config.scaling !== "none";
  return engine.exportModel(saved, tool, {
    name,
    features: setup?.config.features,
    classes: setup?.classes,
    scaler: isScaled ? setup?.scale : undefined,
  });
}

/**
 * The columns that go into a model of so many inputs: those of now, else all of numbers, without those that only count
 * rows where that fits.
 * @param {Setup} setup @param {number} inputs
 */
function featuresFor({ config, data }, inputs) {
  if (config.features.length === inputs) return config.features;
  const numbers = data.columns.filter(({ name, kind }) => name !== config.target && kind !== "text");
  const chosen = [numbers.filter(({ isIndex }) => !isIndex), numbers].find(({ length }) => length === inputs);
  if (chosen) return chosen.map(({ name }) => name);
  throw Object.assign(new Error(`model: expected ${config.features.length} inputs, received ${inputs}`), {
    code: "shape",
    what: "model",
    expected: String(config.features.length),
    received: String(inputs),
  });
}

/**
 * How many inputs a model has, and the model without them: an experiment's are its features.
 * @param {any} config @returns {[number, any]}
 */
function splitInputs({ inputs, layers, ...model }) {
  const [input] = layers.filter((/** @type {any} */ { type }) => type === "Input");
  return [
    inputs ?? input.shape.at(-1),
    { ...model, layers: layers.filter((/** @type {any} */ layer) => layer !== input) },
  ];
}

/** What a model's optimizer remembers, where it has trained. @param {SavedModel} saved */
const stateOf = ({ optimizer }) => (/** @type {any} */ (optimizer)?.iterations ? optimizer : undefined);

/**
 * The model of some files, with its weights and what its optimizer remembers, in place of the experiment's; rows go in
 * as they are. Returns whether it was taken.
 * @param {Lab} lab @param {readonly File[]} files
 */
export async function importFrom(lab, files) {
  const size = files.reduce((all, file) => all + file.size, 0);
  if (size > LARGEST_FILE) throw validationError("model_too_large", megabytes(LARGEST_FILE), megabytes(size));
  const read = async (/** @type {File} */ file) => ({
    name: file.name,
    bytes: new Uint8Array(await file.arrayBuffer()),
  });
  const saved = await lab.engine.importModel(await Promise.all(files.map(read)));
  const { setup } = lab;
  if (!setup) return false;
  const [inputs, model] = splitInputs(saved.config);
  const features = featuresFor(setup, inputs);
  const loss = model.loss?.name ?? model.loss;
  const { task = setup.config.task } = /crossentropy/.test(loss)
    ? { task: /** @type {const} */ ("classification") }
    : {};
  return lab.change((config) => ({
    ...config,
    features,
    task,
    scaling: "none",
    model,
    weights: String(saved.weights),
    optimizerState: stateOf(saved),
  }));
}
