/**
 * Several runs side by side, in the engine until they are freed.
 *
 * @import { Comparison, ExperimentConfig, RunConfig } from "./contract.js"
 * @import { FullEngine, Handle } from "../engine/full-client.js"
 */

export class ComparisonHandle {
  #handle;

  /** @param {Handle} handle */
  constructor(handle) {
    this.#handle = handle;
  }

  /** Trains all of them for a slice of time. @param {number} [milliseconds] @returns {Promise<ReturnType<Comparison["runFor"]>>} */
  runFor(milliseconds = this.#handle.engine.slice) {
    return this.#handle.call("runFor", milliseconds);
  }

  /** @returns {Promise<ReturnType<Comparison["curves"]>>} */
  curves() {
    return this.#handle.call("curves");
  }

  /** @param {Parameters<Comparison["contour"]>[0]} options @returns {Promise<ReturnType<Comparison["contour"]>>} */
  contour(options) {
    return this.#handle.call("contour", options);
  }

  free() {
    this.#handle.free();
  }
}

/** @param {FullEngine} engine @param {ExperimentConfig} config @param {RunConfig[]} runs @param {number} epochs */
export const compare = async (engine, config, runs, epochs) => new ComparisonHandle(await engine.make("Comparison", config, runs, epochs));
