/**
 * What is asked of the engine in a frame while training goes on, and how often: what costs more, for the engine or on
 * its way to the page, is asked for less often, so that both stay quick with the largest model.
 *
 * @import { Lab } from "./lab.js"
 * @import { LayerHealth, LayerHistograms, Setup } from "./types.js"
 * @import { Call } from "../engine/serve.js"
 */
import { surfaceRanges } from "./surface-ranges.js";

/**
 * What panels may ask for, and what is always asked for.
 * @typedef
 *   {"weights" | "history" | "hints" | "health" | "histograms" | "activations" | "losses" | "surfaces" | "gradients" |
 *     "outputs"} Query
 */

/**
 * What was seen last of the model; all but the weights only where a panel wants it.
 * @typedef {object} Frame
 * @property {Float32Array} weights
 * @property {LayerHealth[]} [health]
 * @property {LayerHistograms[]} [histograms]
 * @property {Float32Array[]} [activations] Of the selected row or values: the inputs, then each layer.
 * @property {{ update: Uint32Array, loss: Float32Array }} [losses]
 * @property {{ layers: Float32Array[], xRange: [number, number], yRange: [number, number] }} [surfaces] Every unit over
 *   two features, of each layer `[units, size, size]`.
 * @property {Float32Array} [gradients] Of the loss by each weight, over some training rows.
 * @property {{ rows: Uint32Array, layers: Float32Array[] }} [outputs] Every layer `[units, rows]` over some training
 *   rows in the order of their target.
 */

/** @type {readonly Query[]} */
const ALWAYS = ["weights", "history", "hints"];

/** How many points a curve of losses has at most. */
const LOSS_POINTS = 2000;

/**
 * How long to wait before the next look, in milliseconds, by the number of parameters and of epochs seen.
 * @type {Record<Query, (parameters: number, epochs: number) => number>}
 */
const PAUSES = {
  weights: (parameters) => parameters / 1000,
  history: (_, epochs) => epochs / 50,
  hints: (parameters) => 500 + parameters / 100,
  health: (parameters) => 150 + parameters / 100,
  histograms: (parameters) => 250 + parameters / 100,
  activations: (parameters) => parameters / 1000,
  losses: () => 50,
  surfaces: (parameters) => 30 + parameters / 5,
  gradients: (parameters) => 60 + parameters / 50,
  outputs: (parameters) => 80 + parameters / 100,
};

/** Surfaces are sampled this finely while it trains and at rest; those of a large model more coarsely. */
const SURFACE_SIZE = { running: 25, resting: 49, least: 9 };
/** So many values at the most cross to the page. */
const MOST_VALUES = 400_000;
/** So many products at the most in sampling, which take no longer than a batch. */
const MOST_WORK = 32_000_000;

/** How finely surfaces are sampled. @param {Setup} setup @param {boolean} running */
export function surfaceSize({ layers, parameters }, running) {
  const units = layers.reduce((sum, layer) => sum + layer.units, 0);
  const most = Math.floor(Math.sqrt(Math.min(MOST_VALUES / units, MOST_WORK / parameters)));
  return Math.max(Math.min(SURFACE_SIZE[running ? "running" : "resting"], most), SURFACE_SIZE.least);
}

export class Polling {
  /** How many panels want each. @type {Map<Query, number>} */
  #subscribers = new Map();
  /** When each was asked for last. @type {Map<Query, number>} */
  #when = new Map();

  /**
   * A panel subscribes to a result, or unsubscribes. Returns whether it is the first to subscribe.
   * @param {Query} what
   * @param {boolean} on
   */
  subscribe(what, on) {
    const before = this.#subscribers.get(what) ?? 0;
    this.#subscribers.set(what, Math.max(before + (on ? 1 : -1), 0));
    return on && before === 0;
  }

  /** What was seen is no longer so. @param {Query} [what] All of it where left out. */
  forget(what) {
    if (what) this.#when.delete(what);
    else this.#when.clear();
  }

  /** What is wanted and due now; surfaces lie over two features. @param {Lab} lab @returns {Query[]} */
  due({ setup, history }) {
    const [parameters, epochs] = [setup?.parameters ?? 0, history.epoch.length];
    const now = performance.now();
    const wanted = [...ALWAYS, ...Array.from(this.#subscribers).flatMap(([what, panels]) => (panels ? [what] : []))];
    const all = wanted.filter((what) => what !== "surfaces" || setup?.config.features.length === 2);
    const due = all.filter((what) => now - (this.#when.get(what) ?? -Infinity) >= PAUSES[what](parameters, epochs));
    for (const what of due) this.#when.set(what, now);
    return due;
  }
}

/** How the engine is asked. @param {Query} what @param {Lab} lab @returns {Call} */
export function callOf(what, { row, values, setup, running }) {
  if (what === "activations") return [what, values ?? row];
  if (what === "surfaces" && setup)
    return [what, { x: 0, y: 1, size: surfaceSize(setup, running), ...surfaceRanges(setup) }];
  return what === "losses" ? [what, LOSS_POINTS] : [what];
}
