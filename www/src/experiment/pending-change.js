/**
 * What was asked for last of an experiment, before the engine took it: the next change adds to it.
 *
 * @import { ExperimentConfig, Setup } from "./types.js"
 * @import { FullEngine, Handle } from "../engine/full-client.js"
 */

/**
 * A part of a configuration, or what becomes of it.
 * @typedef {Partial<ExperimentConfig> | ((config: ExperimentConfig) => ExperimentConfig)} Change
 */

/**
 * The rest of a configuration, by the data that it has.
 * @typedef {(setup: Setup) => Partial<ExperimentConfig>} Complete
 */

export class PendingChange {
  /** @type {ExperimentConfig | undefined} */
  config = undefined;
  /** @type {Complete | undefined} */
  #complete;

  /**
   * Takes a change up. A change of anything but the model keeps how the former one is completed.
   * @param {ExperimentConfig} current
   * @param {Change} change
   * @param {Complete} [complete]
   */
  add(current, change, complete) {
    const base = this.config ?? current;
    const config = typeof change === "function" ? change(base) : { ...base, ...change };
    this.#complete = complete ?? (config.model ? undefined : this.#complete);
    this.config = config;
  }

  /** Takes another configuration in its place, complete as it is. @param {ExperimentConfig} [config] */
  set(config) {
    this.config = config;
    this.#complete = undefined;
  }

  /**
   * The experiment that is asked for. Where the completed one is rejected, it is what the engine proposed.
   * @param {FullEngine} engine
   */
  async make(engine) {
    const [config, complete] = [this.config, this.#complete];
    const proposed = await engine.make("Experiment", config);
    return config && complete ? this.#completed(engine, proposed, config, complete) : proposed;
  }

  /**
   * @param {FullEngine} engine
   * @param {Handle} proposed
   * @param {ExperimentConfig} config
   * @param {Complete} complete
   */
  async #completed(engine, proposed, config, complete) {
    try {
      const next = { ...config, ...complete(/** @type {Setup} */ (await proposed.call("setup"))) };
      const made = await engine.make("Experiment", next);
      if (this.config === config) this.config = next;
      proposed.free();
      return made;
    } catch {
      return proposed;
    }
  }
}
