/** How fast a run goes at the reader's pace, and how often it is drawn. */
import { breath } from "../engine/breath.js";

/** No slice is counted in batches where nothing holds it up: time ends it. */
export const MANY = 1_000_000;

/** Batches a second of each speed. @type {Record<"slow" | "epoch" | "fast" | "full", (iterationsPerEpoch: number) => number>} */
export const PACES = { slow: () => 2, epoch: (n) => n, fast: (n) => 10 * n, full: () => Infinity };

/** No pause is made up for that is longer, in milliseconds: nobody looked. */
const LONGEST_BEAT = 250;

/** How many batches a pace allows by now. */
export class Beat {
  #credit = 1;
  #time = performance.now();
  #done = 0;

  /** @param {number} pace Batches a second. @param {number} done Since the beginning. */
  allowed(pace, done) {
    const now = performance.now();
    const passed = Math.min(now - this.#time, LONGEST_BEAT);
    if (pace !== Infinity) this.#credit += (passed * pace) / 1000 - (done - this.#done);
    this.#time = now;
    this.#done = done;
    return pace === Infinity ? MANY : Math.floor(this.#credit);
  }
}

/** @param {() => void} act */
export const onNextFrame = (act) => (typeof requestAnimationFrame === "function" ? requestAnimationFrame(act) : setTimeout(act));

/** How long a frame takes anyway, in milliseconds. */
const FRAME = 17;

/** After a frame that took longer the page is left alone for so many times what it took: scrolling and buttons come first. */
const REST = 3;

/** How often the page can afford to be drawn anew. */
export class Drawing {
  /** How long the next frame has to wait, in milliseconds. */
  rest = 0;

  /** Draws, and measures what that takes the page's own thread: charts are drawn in the frame after, and both are painted. @param {() => void} draw */
  measure(draw) {
    const start = performance.now();
    draw();
    onNextFrame(async () => {
      await breath();
      this.rest = Math.max(performance.now() - start - FRAME, 0) * REST;
    });
  }
}
