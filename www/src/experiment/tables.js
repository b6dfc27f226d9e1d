/**
 * The data of an experiment as a table in the engine: a text is sent and read once, however often the rest of the
 * configuration changes.
 *
 * @import { DataConfig, ExperimentConfig } from "./types.js"
 * @import { FullEngine, Handle } from "../engine/full-client.js"
 */
import { isSameData } from "./config.js";

/** @typedef {{ data: DataConfig, table: Promise<Handle> }} Loaded */

/** @param {Loaded | undefined} loaded */
const free = (loaded) =>
  loaded?.table.then(
    (table) => table.free(),
    () => {},
  );

export class Tables {
  #engine;
  /** Of the experiment that is at work. @type {Loaded | undefined} */
  #current;
  /** Of one that is set up. @type {Loaded | undefined} */
  #next;

  /** @param {FullEngine} engine */
  constructor(engine) {
    this.#engine = engine;
  }

  /**
   * Sets something up on the table of its data.
   * @param {"Experiment" | "Comparison"} what
   * @param {ExperimentConfig} config
   * @param {unknown[]} args
   * @returns {Promise<Handle>}
   */
  async make(what, config, ...args) {
    const { data, ...settings } = config;
    const loaded = this.#find(data) ?? this.#load(data);
    try {
      const table = await loaded.table;
      return await this.#engine.make(what, table.handle, settings, ...args);
    } catch (failure) {
      // Another experiment on the page made the engine panic: it knows none of its tables any more.
      const isLost = /** @type {any} */ (failure)?.code === "engine_restarted";
      if (!isLost || this.#find(data) !== loaded) throw failure;
      this.free();
      return this.make(what, config, ...args);
    }
  }

  /** An experiment of the data is at work now. @param {DataConfig} data @param {DataConfig} accepted As it was read. */
  keep(data, accepted) {
    const loaded = this.#find(data);
    this.#settle(loaded && { data: accepted, table: loaded.table });
  }

  /** A saved experiment is at work now, which brought its own table. @param {Handle} made @param {DataConfig} data */
  adopt(made, data) {
    const table = this.#engine.make("tableOf", made.handle);
    // Who needs it is told.
    table.catch(() => {});
    this.#settle({ data, table });
  }

  /** The table of an experiment that was not taken. */
  discard() {
    free(this.#next);
    this.#next = undefined;
  }

  free() {
    this.#settle();
  }

  /** @param {DataConfig} data */
  #find(data) {
    return [this.#next, this.#current].find((loaded) => loaded && isSameData(loaded.data, data));
  }

  /** @param {DataConfig} data */
  #load(data) {
    this.discard();
    const loaded = { data, table: this.#engine.make("Table", data) };
    loaded.table.catch(() => this.#next === loaded && this.discard());
    return (this.#next = loaded);
  }

  /** One table is held, or none. @param {Loaded} [loaded] */
  #settle(loaded) {
    for (const other of [this.#current, this.#next]) if (other?.table !== loaded?.table) free(other);
    this.#current = loaded;
    this.#next = undefined;
  }
}
