/**
 * Several runs side by side, in the engine until they are freed.
 *
 * @import { Comparison, ExperimentConfig, RunConfig } from "./types.js"
 * @import { Handle } from "../engine/full-client.js"
 * @import { Tables } from "./tables.js"
 */

export class ComparisonHandle {
  #handle;
  /** The contour asked for last: only one at a time is computed. */
  #contour = Promise.resolve();

  /** @param {Handle} handle */
  constructor(handle) {
    this.#handle = handle;
  }

  /**
   * Trains all of them for a slice of time.
   * @param {number} [milliseconds]
   * @returns {Promise<ReturnType<Comparison["runFor"]>>}
   */
  runFor(milliseconds = this.#handle.engine.slice) {
    return this.#handle.call("runFor", milliseconds);
  }

  /** @returns {Promise<ReturnType<Comparison["curves"]>>} */
  curves() {
    return this.#handle.call("curves");
  }

  /**
   * In slices, so that the engine answers other requests meanwhile.
   * @param {Parameters<Comparison["contour"]>[0]} options @returns {Promise<ReturnType<Comparison["contour"]>>}
   */
  contour(options) {
    const before = this.#contour;
    const made = before.then(() => this.#compute(options));
    this.#contour = made.then(
      () => {},
      () => {},
    );
    return made;
  }

  /** @param {Parameters<Comparison["contour"]>[0]} options */
  async #compute(options) {
    await this.#handle.call("beginContour", options);
    for (;;) {
      const whole = await this.#handle.call("contourFor", this.#handle.engine.slice);
      if (whole) return whole;
    }
  }

  free() {
    this.#handle.free();
  }
}

/** @param {Tables} tables @param {ExperimentConfig} config @param {RunConfig[]} runs @param {number} epochs */
export const compare = async (tables, config, runs, epochs) =>
  new ComparisonHandle(await tables.make("Comparison", config, runs, epochs));
