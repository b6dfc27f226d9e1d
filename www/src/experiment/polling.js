/**
 * What is asked of the engine in a frame while training goes on, and how often: what costs more, for the engine or on
 * its way to the page, is asked for less often, so that both stay quick with the largest model.
 *
 * @import { LayerHealth, LayerHistograms } from "./types.js"
 * @import { Call } from "../engine/serve.js"
 */

/**
 * What panels may ask for, and what is always asked for.
 * @typedef {"weights" | "history" | "hints" | "health" | "histograms" | "activations" | "losses"} Query
 */

/**
 * What was seen last of the model; all but the weights only where a panel wants it.
 * @typedef {object} Frame
 * @property {Float32Array} weights
 * @property {LayerHealth[]} [health]
 * @property {LayerHistograms[]} [histograms]
 * @property {Float32Array[]} [activations] Of the selected row.
 * @property {{ update: Uint32Array, loss: Float32Array }} [losses]
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
};

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

  /** What is wanted and due now. @param {{ parameters: number, epochs: number }} size @returns {Query[]} */
  due({ parameters, epochs }) {
    const now = performance.now();
    const all = [...ALWAYS, ...Array.from(this.#subscribers).flatMap(([what, panels]) => (panels ? [what] : []))];
    const due = all.filter((what) => now - (this.#when.get(what) ?? -Infinity) >= PAUSES[what](parameters, epochs));
    for (const what of due) this.#when.set(what, now);
    return due;
  }
}

/** How the engine is asked. @param {Query} what @param {number} row The selected one. @returns {Call} */
export function callOf(what, row) {
  if (what === "activations") return [what, row];
  return what === "losses" ? [what, LOSS_POINTS] : [what];
}
