/**
 * Several runs driven side by side in slices, with what was seen of them last. It can be stopped at any slice, and
 * rests while it is out of view.
 *
 * @import { ComparisonHandle } from "../../experiment/comparison.js"
 * @import { Comparison, ExperimentConfig, RunConfig } from "../../experiment/types.js"
 * @import { Lab } from "../../experiment/lab.js"
 * @import { Curve } from "./reading.js"
 */

/** @typedef {ReturnType<Comparison["contour"]>} Contour */

/** Milliseconds between two readings of the curves, and the share of the time that contours may take while it runs. */
const OFTEN = 120;
const CONTOUR_SHARE = 0.2;

/** Values along a side of the contour, at the end and while the engine has something else to do. */
const SIZE = { end: 48, busy: 24 };

export class Race {
  /** What it was set up for. @type {{ config: ExperimentConfig, runs: RunConfig[] } | undefined} */
  current = undefined;
  isRunning = false;
  /** Whether the reader stopped it before its end. */
  isStopped = false;
  progress = 0;
  /** @type {Curve[]} */
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
  }

  /**
   * Settles at its end.
   * @param {Lab} lab
   * @param {ExperimentConfig} config
   * @param {RunConfig[]} runs
   * @param {number} epochs
   * @param {boolean} [inBackground] Whether also while it is out of view.
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
    let [seen, contourAt] = [-Infinity, -Infinity];
    for (let done = false; !done && turn === this.#turn;) {
      if (!inBackground) await this.#awake(lab, turn);
      if (turn !== this.#turn) return;
      const now = performance.now();
      const state = await handle.runFor();
      done = state.done;
      this.progress = state.progress;
      if (turn !== this.#turn || (!done && now - seen < OFTEN)) continue;
      seen = now;
      this.curves = await handle.curves();
      if ((done && contourAt < Infinity) || now >= contourAt) {
        const isThere = await this.#tryPlane(turn, handle);
        contourAt = isThere ? performance.now() + (performance.now() - now) / CONTOUR_SHARE : Infinity;
      }
      if (turn === this.#turn) this.#changed();
    }
  }

  /**
   * A model may have no plane, such as one of a single weight: its runs go on.
   * @param {number} turn
   * @param {ComparisonHandle} handle
   */
  async #tryPlane(turn, handle) {
    try {
      await this.#plane(handle);
      return true;
    } catch (failure) {
      if (turn === this.#turn) this.failure = failure;
      return false;
    }
  }

  /** @param {ComparisonHandle} handle */
  async #plane(handle) {
    const size = this.isRunning && this.progress < 1 ? SIZE.busy : SIZE.end;
    this.contour = await handle.contour({ size, ...(this.weights ? { weights: this.weights } : {}) });
  }

  /** Ends it where it is; what was seen stays. */
  async stop() {
    if (!this.isRunning) return;
    const turn = this.#next();
    const handle = this.#handle;
    Object.assign(this, { isRunning: false, isStopped: true });
    this.#changed();
    if (!handle) return;
    try {
      this.curves = await handle.curves();
      await this.#plane(handle);
    } catch (failure) {
      if (turn === this.#turn) this.failure = failure;
    }
    this.#changed();
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
    Object.assign(this, { curves: [], contour: undefined });
  }
}
