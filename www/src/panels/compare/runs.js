/**
 * The runs that a reader compares: what stands in their fields, and what the engine is asked for. Pure.
 *
 * @import { RunConfig } from "../../experiment/types.js"
 */
import { parse } from "../../format.js";

export const MOST_RUNS = 6;

/** Learning rates with which all three ways come down, each in its own manner, on data on one scale. */
export const RATES = { regression: "0.003", classification: "0.03" };

/** Optimizers to choose from, as the engine takes them, with the learning rate that Keras gives each. */
const OPTIMIZERS = {
  sgd: { config: { name: "sgd" }, rate: 0.01 },
  momentum: { config: { name: "sgd", momentum: 0.9 }, rate: 0.01 },
  rmsprop: { config: { name: "rmsprop" }, rate: 0.001 },
  adam: { config: { name: "adam" }, rate: 0.001 },
};
/** @typedef {keyof typeof OPTIMIZERS} OptimizerChoice */

/** The batch of an update: all rows, one row, or some. @typedef {"batch" | "stochastic" | "mini"} Way */

/**
 * @typedef {object} Run
 * @property {number} key Keeps its field, its line and its mark while others come and go.
 * @property {string} name As the reader calls it; "" for what its settings say.
 * @property {Way} way
 * @property {string} size Of a mini-batch, as typed.
 * @property {OptimizerChoice} optimizer
 * @property {string} rate As typed.
 */

/** @param {number} key @param {Partial<Run>} settings @returns {Run} */
export const runOf = (key, settings) => ({
  key,
  name: "",
  way: "mini",
  size: "5",
  optimizer: "sgd",
  rate: "0.01",
  ...settings,
});

/** Batch, stochastic and mini-batch gradient descent. @param {number} batchSize @param {string} rate */
export const threeWays = (batchSize, rate) =>
  /** @type {const} */ (["batch", "stochastic", "mini"]).map((way, key) =>
    runOf(key, { way, size: String(batchSize), rate }),
  );

/** The same mini-batches by four rules. @param {number} batchSize @param {string} rate */
export const fourOptimizers = (batchSize, rate) =>
  /** @type {OptimizerChoice[]} */ (Object.keys(OPTIMIZERS)).map((optimizer, key) =>
    runOf(key, { optimizer, size: String(batchSize), rate }),
  );

/** The lowest place that is free: its line is not that of another run. @param {readonly Run[]} runs */
export const freeKey = (runs) =>
  Array.from({ length: MOST_RUNS }, (_, key) => key).find((key) => runs.every((run) => run.key !== key)) ?? 0;

/** Features that reach so far, or so many times as far as another, make a valley that is steep one way only. */
const UNEVEN = 10;

/**
 * Whether plain gradient descent would do better with features on one scale.
 * @param {readonly { min?: number, max?: number }[]} columns The features as they are.
 */
export function isUneven(columns) {
  const sizes = columns.map(({ min = 0, max = 0 }) => Math.max(Math.abs(min), Math.abs(max)));
  return Math.max(...sizes) > UNEVEN || Math.max(...sizes) > UNEVEN * Math.min(...sizes);
}

/**
 * What is wrong with the fields of a run; none of it crosses to the engine.
 * @param {Run} run
 * @returns {("size" | "rate")[]}
 */
export function faults({ way, size, rate }) {
  const [rows, step] = [parse(size), parse(rate)];
  /** @type {("size" | "rate")[]} */
  const found = [];
  if (way === "mini" && !(rows !== undefined && Number.isInteger(rows) && rows >= 1)) found.push("size");
  if (!(step !== undefined && step > 0)) found.push("rate");
  return found;
}

/** @param {Run} run @param {string} label @returns {RunConfig} */
export function runConfig({ way, size, optimizer, rate }, label) {
  const batchSize = way === "batch" ? "all" : way === "stochastic" ? 1 : /** @type {number} */ (parse(size));
  const config = /** @type {import("../../../../src/bindings/types.js").OptimizerConfig} */ (
    OPTIMIZERS[optimizer].config
  );
  return { label, batchSize, optimizer: { ...config, learningRate: parse(rate) } };
}
