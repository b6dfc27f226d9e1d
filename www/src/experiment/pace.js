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

/** A slice is at least so much of the pace, in milliseconds: a frame has one message there and one back at most. */
const LEAST = 25;

/** How many batches a pace allows by now. */
export class Pace {
  #credit = 1;
  #time;
  #done = 0;
  #now;

  /** @param {() => number} [now] In milliseconds. */
  constructor(now = () => performance.now()) {
    this.#now = now;
    this.#time = now();
  }

  /** @param {number} pace Batches a second. @param {number} done Since the beginning. */
  allowed(pace, done) {
    const now = this.#now();
    const passed = Math.min(now - this.#time, LONGEST_PAUSE);
    if (pace !== Infinity) this.#credit += (passed * pace) / 1000 - (done - this.#done);
    this.#time = now;
    this.#done = done;
    if (pace === Infinity) return MANY;
    const whole = Math.floor(this.#credit);
    return whole < (pace * LEAST) / 1000 ? 0 : whole;
  }
}

/** @param {() => void} act */
export const onNextFrame = (act) =>
  typeof requestAnimationFrame === "function" ? requestAnimationFrame(act) : setTimeout(act);
