/** How fast a run goes at the reader's pace, and how often it is drawn. */

/** No slice is counted in batches where nothing holds it up: time ends it. */
export const MANY = 1_000_000;

/**
 * Batches a second of each speed.
 * @type {Record<"slow" | "epoch" | "fast" | "full", (iterationsPerEpoch: number) => number>}
 */
export const PACES = { slow: () => 2, epoch: (n) => n, fast: (n) => 10 * n, full: () => Infinity };

/** A longer pause is not made up for, in milliseconds: it was out of view. */
const LONGEST_PAUSE = 250;

/** How many batches a pace allows by now. */
export class Pace {
  #credit = 1;
  #time = performance.now();
  #done = 0;

  /** @param {number} pace Batches a second. @param {number} done Since the beginning. */
  allowed(pace, done) {
    const now = performance.now();
    const passed = Math.min(now - this.#time, LONGEST_PAUSE);
    if (pace !== Infinity) this.#credit += (passed * pace) / 1000 - (done - this.#done);
    this.#time = now;
    this.#done = done;
    return pace === Infinity ? MANY : Math.floor(this.#credit);
  }
}

/** @param {() => void} act */
export const onNextFrame = (act) =>
  typeof requestAnimationFrame === "function" ? requestAnimationFrame(act) : setTimeout(act);
