/** Requests animation frames while they are needed, and passes on the time between two. */

/** A frame that comes later than this did not show motion: the tab was hidden. */
const LONGEST_FRAME = 100;

export class Clock {
  #frame = 0;
  #time = 0;
  #onFrame;

  /** @param {(milliseconds: number) => boolean} onFrame Returns whether it needs another. */
  constructor(onFrame) {
    this.#onFrame = onFrame;
  }

  /** Asks for a frame, if none is on its way. */
  wake() {
    if (this.#frame) return;
    this.#time = performance.now();
    this.#frame = requestAnimationFrame(this.#run);
  }

  /** Whether a frame is on its way. */
  get isAwake() {
    return this.#frame > 0;
  }

  stop() {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  #run = (/** @type {number} */ now) => {
    const passed = Math.min(Math.max(now - this.#time, 0), LONGEST_FRAME);
    this.#time = now;
    this.#frame = 0;
    if (this.#onFrame(passed)) this.#frame ||= requestAnimationFrame(this.#run);
  };
}
