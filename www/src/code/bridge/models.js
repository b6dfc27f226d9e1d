/**
 * Networks: the engine's, built from the layers that a program chained.
 *
 * @import { WatchedLayer } from "../bridge.js"
 * @import { State, Model } from "./state.js"
 */
import { PythonError } from "./errors.js";

/**
 * The names of a layer's weights, in the order of Keras's `get_weights()`, and whether they are trained.
 * @param {any} config @returns {[string, boolean][]}
 */
function weightNames({ type = "Dense", useBias = true, scale = true, center = true, trainable = true }) {
  if (type === "Dense")
    return [["kernel", trainable], ...(useBias ? [/** @type {[string, boolean]} */ (["bias", trainable])] : [])];
  /** @type {[string, boolean][]} */
  const learned = [];
  if (scale) learned.push(["gamma", true]);
  if (center) learned.push(["beta", true]);
  if (type === "LayerNormalization") return learned;
  return type === "BatchNormalization" ? [...learned, ["moving_mean", false], ["moving_variance", false]] : [];
}

/** @param {unknown} weights @returns {number[]} */
const shapeOf = (weights) => (Array.isArray(weights) ? [weights.length, ...shapeOf(weights[0])] : []);

/** The layers as the page lists them. @param {Model} model @returns {WatchedLayer[]} */
function layersOf({ engine, layers, inputs }) {
  const configs = layers.filter(({ type }) => type !== "Input");
  let width = inputs;
  return engine.layers.map((layer, i) => {
    const [arrays, names] = [layer.getWeights(), weightNames(configs[i])];
    const weights = arrays.map((array, n) => ({
      name: names[n]?.[0] ?? "weight",
      shape: shapeOf(array),
      trainable: names[n]?.[1] ?? false,
    }));
    const parameters = arrays.flat(2).length;
    const { name, className: kind, units, activation } = layer;
    const found = { name, kind, units, inputs: width, activation, parameters, weights, line: configs[i].line };
    width = units;
    layer.free();
    return found;
  });
}

/** Where the engine has what Keras calls so. @type {Record<string, string>} */
const FIELDS = { initializer: "kernelInitializer", regularizer: "kernelRegularizer", constraint: "kernelConstraint" };

/**
 * An unknown name in Keras's words, with the nearest one that there is: the engine says that first.
 * @param {string} what @param {() => void} run
 */
function asKeras(what, run) {
  try {
    run();
  } catch (error) {
    const { code, expected, received, what: path } = /** @type {any} */ (error);
    if (code !== "unknown_name") throw error;
    const named = what || ["loss", "optimizer", "metric"].find((part) => path.startsWith(part)) || path;
    const nearest = expected.match(/^(\S+) or one of/)?.[1];
    const kind = named === "activation" ? "activation function" : named;
    const message = `Could not interpret ${kind} identifier: ${received}`;
    throw new PythonError("ValueError", message, nearest ? ["nearest", nearest] : ["names", expected]);
  }
}

/** @param {State} state @param {number} id @returns {Model} */
export function modelOf(state, id) {
  const model = state.models.get(id);
  if (!model) throw new PythonError("RuntimeError", `there is no model ${id}`);
  return model;
}

/**
 * Tells the page of a model that was built, changed or compiled.
 * @param {State} state @param {Model} model @param {number} [line]
 */
function announce({ tell }, model, line) {
  const { id, name, inputs } = model;
  const weights = model.engine.flatWeights();
  tell({
    kind: "model",
    model: id,
    name,
    layers: layersOf(model),
    inputs,
    parameters: weights.length,
    weights: weights.slice(),
    line,
  });
}

/** @param {any} layer What the engine takes of it. */
const withoutLine = ({ line: _, ...layer }) => layer;

/** Flat numbers cut into the arrays that a model or layer has. @param {Float64Array[]} arrays */
const given = (arrays) => arrays.map((array) => Float32Array.from(array));

/** @param {State} state */
export function modelCalls(state) {
  return {
    /** @param {{ model: number | null, name: string, inputs: number, layers: any[], line?: number }} request */
    "model.build": ({ model: before, name, inputs, layers, line }) => {
      const id = before ?? state.next++;
      const engine = new state.glassnet.Sequential({ inputs, layers: layers.map(withoutLine) });
      state.models.get(id)?.engine.free();
      /** @type {Model} */
      const model = { id, name, inputs, engine, layers, moments: new Map(), moment: 0, updates: 0 };
      state.models.set(id, model);
      announce(state, model, line);
      return { model: id, layers: layersOf(model) };
    },
    /** Whether the engine has a name. @param {{ what: string, name: string }} request */
    "layer.check": ({ what, name }) => {
      const layer = what === "activation" ? { units: 2, activation: name } : { units: 2, [FIELDS[what]]: name };
      asKeras(what, () => new state.glassnet.Sequential({ inputs: 1, layers: [/** @type {any} */ (layer)] }).free());
    },
    /** @param {{ model: number, loss: any, optimizer: any, metrics: any, line?: number }} request */
    "model.compile": ({ model: id, loss, optimizer, metrics, line }) => {
      const model = modelOf(state, id);
      asKeras("", () => model.engine.compile({ loss: loss ?? undefined, optimizer, metrics }));
      announce(state, model, line);
    },
    /** @param {{ model: number }} request */
    "model.summary": ({ model: id }) => {
      const { engine, name } = modelOf(state, id);
      state.output(`${engine.summary().trimEnd().replace('"sequential"', `"${name}"`)}\n`, { replaces: false });
    },
    /** @param {{ model: number }} request */
    "model.weights": ({ model: id }) => modelOf(state, id).engine.flatWeights(),
    /** @param {{ model: number, weights: Float64Array, line?: number }} request */
    "model.setWeights": ({ model: id, weights, line }) => {
      const model = modelOf(state, id);
      model.engine.setWeights(given([weights])[0]);
      announce(state, model, line);
    },
    /** @param {{ model: number, x: Float64Array }} request */
    "model.adapt": ({ model: id, x }) => modelOf(state, id).engine.adapt(x),
    /** @param {{ model: number }} request */
    "model.rate": ({ model: id }) => modelOf(state, id).engine.toJSON().optimizer?.learningRate,
    /** @param {{ model: number, x: Float64Array, y: Float64Array, weights: any }} request */
    "model.trainOnBatch": ({ model: id, x, y, weights }) => {
      const { engine } = modelOf(state, id);
      return engine.trainOnBatch(x, y, weights ?? {});
    },
  };
}
