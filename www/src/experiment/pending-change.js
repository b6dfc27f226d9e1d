/**
 * What was asked for last of an experiment, before the engine took it: the next change adds to it.
 *
 * @import { ExperimentConfig, SavedExperiment, Setup } from "./types.js"
 * @import { FullEngine, Handle } from "../engine/full-client.js"
 */
import { withOwnOptimizer, withoutWeights, withReading } from "./config.js";
import { Tables } from "./tables.js";

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
  #config;
  /** @type {Complete | undefined} */
  #complete;
  /** What was saved, if that is to be opened. @type {SavedExperiment | undefined} */
  #saved;
  #engine;

  /** @param {FullEngine} engine */
  constructor(engine) {
    this.#engine = engine;
    this.tables = new Tables(engine);
  }

  /**
   * Takes a change up. A change of anything but the model keeps how the former one is completed.
   * @param {ExperimentConfig} current
   * @param {Change} change
   * @param {Complete} [complete]
   */
  add(current, change, complete) {
    const base = this.#config ?? current;
    const changed = typeof change === "function" ? change(base) : { ...base, ...change };
    const config = withOwnOptimizer(changed, base);
    const completed = complete ?? (config.model ? undefined : this.#complete);
    this.#set(config, completed);
  }

  /** Takes a saved experiment in its place. @param {SavedExperiment} saved @param {ExperimentConfig} config */
  open(saved, config) {
    this.#set(config, undefined, saved);
  }

  /** What was asked for was rejected. */
  reject() {
    this.#set();
    this.tables.discard();
  }

  /**
   * What was asked for is at work. Returns its configuration, with how the engine read its text.
   * @param {Handle} experiment
   * @param {ExperimentConfig} accepted
   */
  take(experiment, accepted) {
    const asked = this.#config ?? accepted;
    const config = withReading(asked, accepted.data);
    if (this.#saved) this.tables.adopt(experiment, config.data);
    else this.tables.keep(asked.data, config.data);
    this.#set();
    return config;
  }

  /** @param {ExperimentConfig} [config] @param {Complete} [complete] @param {SavedExperiment} [saved] */
  #set(config, complete, saved) {
    this.#config = config;
    this.#complete = complete;
    this.#saved = saved;
  }

  /** The experiment that is asked for. Where the completed one is rejected, it is what the engine proposed. */
  async make() {
    const [config, complete, saved] = [this.#config, this.#complete, this.#saved];
    if (saved || !config) return this.#engine.make("openExperiment", saved);
    const proposed = await this.#proposed(config);
    return complete ? this.#completed(proposed, this.#config ?? config, complete) : proposed;
  }

  /**
   * Weights of a model that came from elsewhere are kept as long as they fit; then they are drawn.
   * @param {ExperimentConfig} config
   */
  async #proposed(config) {
    try {
      return await this.tables.make("Experiment", config);
    } catch (failure) {
      if (!config.weights || /** @type {any} */ (failure).what !== "weights") throw failure;
      const drawn = withoutWeights(config);
      const made = await this.tables.make("Experiment", drawn);
      if (this.#config === config) this.#config = drawn;
      return made;
    }
  }

  /**
   * The proposed experiment makes room for the completed one: its rows may be many.
   * @param {Handle} proposed @param {ExperimentConfig} config @param {Complete} complete
   */
  async #completed(proposed, config, complete) {
    const setup = /** @type {Setup} */ (await proposed.call("setup"));
    proposed.free();
    try {
      const next = { ...config, ...complete(setup) };
      const made = await this.tables.make("Experiment", next);
      if (this.#config === config) this.#config = next;
      return made;
    } catch {
      return this.#proposed(config);
    }
  }
}
