/**
 * Several runs driven side by side in slices to their end, and then replayed. It can be stopped at any slice, and rests
 * while it is out of view.
 *
 * @import { ComparisonHandle } from "../../experiment/comparison.js"
 * @import { Comparison, ExperimentConfig, RunConfig } from "../../experiment/types.js"
 * @import { Lab } from "../../experiment/lab.js"
 * @import { Curve } from "./reading.js"
 */
import { allDivergedAtOnce } from "./reading.js";
import { Replay } from "./replay.js";

/** @typedef {ReturnType<Comparison["contour"]>} Contour */

/** Milliseconds between two reports of the progress. */
const OFTEN = 120;

/** Values along a side of the contour. */
const SIZE = 48;

export class Race {
  /** What it was set up for. @type {{ config: ExperimentConfig, runs: RunConfig[] } | undefined} */
  current = undefined;
  /** Whether it is being computed. */
  isRunning = false;
  /** Whether the reader stopped it before its end. */
  isStopped = false;
  progress = 0;
  /** Of all runs, once they are computed. @type {Curve[]} */
  curves = [];
  /** @type {Contour | undefined} */
  contour = undefined;
  /** @type {unknown} */
  failure = undefined;
  /** The two weights of the plane; undefined for the main directions. @type {[number, number] | undefined} */
  weights = undefined;

  /** @type {ComparisonHandle | undefined} */
  #handle;
  #turn = 0;
  /** @type {() => void} */
  #wake = () => {};
  #changed;

  /** @param {() => void} changed */
  constructor(changed) {
    this.#changed = changed;
    this.replay = new Replay(changed);
  }

  /** Whether all runs are shown to their end. */
  get isOver() {
    return !this.isRunning && this.curves.length > 0 && this.replay.moment === 1;
  }

  /**
   * Settles when all is computed and the replay begins.
   * @param {Lab} lab
   * @param {ExperimentConfig} config
   * @param {RunConfig[]} runs
   * @param {number} epochs
   * @param {boolean} [inBackground] Whether also while it is out of view; its end is shown at once.
   */
  async start(lab, config, runs, epochs, inBackground = false) {
    const turn = this.#next();
    try {
      const handle = await lab.compare(runs, epochs, config);
      if (turn !== this.#turn) return handle.free();
      this.#forget();
      this.#handle = handle;
      Object.assign(this, {
        current: { config, runs },
        isRunning: true,
        isStopped: false,
        progress: 0,
        failure: undefined,
      });
      this.#changed();
      await this.#drive(turn, lab, handle, inBackground);
    } catch (failure) {
      if (turn === this.#turn) this.failure = failure;
    }
    if (turn === this.#turn) this.isRunning = false;
    this.#changed();
  }

  /** Who waits for the former turn waits no longer. */
  #next() {
    this.#wake();
    return ++this.#turn;
  }

  /**
   * At once while it is in view; else when it is in view again, or over.
   * @param {Lab} lab
   * @param {number} turn
   */
  async #awake(lab, turn) {
    while (lab.isResting && turn === this.#turn) {
      await new Promise((resolve) => {
        this.#wake = () => resolve(undefined);
        lab.addEventListener("rest", resolve, { once: true });
      });
    }
  }

  /** @param {number} turn @param {Lab} lab @param {ComparisonHandle} handle @param {boolean} inBackground */
  async #drive(turn, lab, handle, inBackground) {
    let told = -Infinity;
    for (let done = false; !done;) {
      if (!inBackground) await this.#awake(lab, turn);
      if (turn !== this.#turn) return;
      const state = await handle.runFor();
      if (turn !== this.#turn) return;
      done = state.done;
      this.progress = state.progress;
      const now = performance.now();
      if (!done && now - told < OFTEN) continue;
      told = now;
      this.#changed();
    }
    await this.#read(turn, handle);
    if (turn !== this.#turn) return;
    this.isRunning = false;
    // Where no run moved there is nothing to see on the way.
    if (inBackground || allDivergedAtOnce(this.curves)) this.replay.seek(1);
    else this.replay.begin();
  }

  /**
   * Curves and plane come together: the replay has one picture from its start to its end.
   * @param {number} turn
   * @param {ComparisonHandle} handle
   */
  async #read(turn, handle) {
    const curves = await handle.curves();
    await this.#tryPlane(turn, handle);
    if (turn === this.#turn) this.curves = curves;
  }

  /**
   * A model may have no plane, such as one of a single weight: its runs are shown all the same.
   * @param {number} turn
   * @param {ComparisonHandle} handle
   */
  async #tryPlane(turn, handle) {
    try {
      await this.#plane(handle);
    } catch (failure) {
      if (turn === this.#turn) this.failure = failure;
    }
  }

  /** @param {ComparisonHandle} handle */
  async #plane(handle) {
    const contour = await handle.contour({ size: SIZE, ...(this.weights ? { weights: this.weights } : {}) });
    if (handle === this.#handle) this.contour = contour;
  }

  /** Ends it where it is, and shows what came of it so far. */
  async stop() {
    if (!this.isRunning) return;
    const turn = this.#next();
    const handle = this.#handle;
    Object.assign(this, { isRunning: false, isStopped: true });
    this.#changed();
    if (!handle) return;
    try {
      await this.#read(turn, handle);
    } catch (failure) {
      if (turn === this.#turn) this.failure = failure;
    }
    if (turn === this.#turn) this.replay.seek(1);
  }

  /** The same paths over another plane. @param {[number, number] | undefined} weights */
  async setWeights(weights) {
    const before = this.weights;
    this.weights = weights;
    this.#changed();
    const handle = this.#handle;
    if (!handle) return;
    try {
      await this.#plane(handle);
      this.failure = undefined;
    } catch (failure) {
      if (handle !== this.#handle) return;
      this.weights = before;
      this.failure = failure;
    }
    this.#changed();
  }

  /** Discards the comparison: it was about another experiment, or its panel is closed. */
  clear() {
    this.#next();
    this.#forget();
    Object.assign(this, {
      current: undefined,
      isRunning: false,
      isStopped: false,
      progress: 0,
      failure: undefined,
      weights: undefined,
    });
    this.#changed();
  }

  #forget() {
    this.#handle?.free();
    this.#handle = undefined;
    this.replay.clear();
    Object.assign(this, { curves: [], contour: undefined });
  }
}
