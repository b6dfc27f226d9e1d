/**
 * Looks at the engine again and again while it trains, but never more often than it can afford: after a look that took
 * long, training goes on for several times as long. Only one look is under way at a time. Pure apart from the clock.
 */

/** How many times as long as a look took it lets training go on. */
const REST = 4;

/** And at least so long, in milliseconds. */
const LEAST = 80;

export class Watch {
  #isLooking = false;
  #isDue = false;
  #next = 0;
  #look;
  #now;

  /** @param {() => Promise<void>} look @param {() => number} [now] In milliseconds. */
  constructor(look, now = () => performance.now()) {
    this.#look = look;
    this.#now = now;
  }

  /** Training went on: a look where there is time for one. */
  passing() {
    if (!this.#isLooking && this.#now() >= this.#next) return this.#go();
    return undefined;
  }

  /** Something else is to be seen now: a look in any case, after the one under way. */
  must() {
    if (!this.#isLooking) return this.#go();
    this.#isDue = true;
    return undefined;
  }

  async #go() {
    this.#isLooking = true;
    try {
      do {
        this.#isDue = false;
        const start = this.#now();
        await this.#look();
        this.#next = this.#now() + Math.max((this.#now() - start) * REST, LEAST);
      } while (this.#isDue);
    } finally {
      this.#isLooking = false;
    }
  }
}
