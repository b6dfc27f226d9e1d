/**
 * Polls the engine again and again while it trains, but never more often than it can afford: after a poll that took
 * long, training goes on for several times as long. Only one poll is under way at a time. Pure apart from the clock.
 */

/** How many times as long as a poll took it lets training go on. */
const REST = 4;

/** And at least so long, in milliseconds. */
const LEAST = 80;

export class Poller {
  #isPolling = false;
  #isDue = false;
  #next = 0;
  #poll;
  #now;

  /** @param {() => Promise<void>} poll @param {() => number} [now] In milliseconds. */
  constructor(poll, now = () => performance.now()) {
    this.#poll = poll;
    this.#now = now;
  }

  /** Training went on: a poll where there is time for one. */
  whenDue() {
    if (!this.#isPolling && this.#now() >= this.#next) return this.#go();
    return undefined;
  }

  /** Something else is to be seen now: a poll in any case, after the one under way. */
  atOnce() {
    if (!this.#isPolling) return this.#go();
    this.#isDue = true;
    return undefined;
  }

  async #go() {
    this.#isPolling = true;
    try {
      do {
        this.#isDue = false;
        const start = this.#now();
        await this.#poll();
        this.#next = this.#now() + Math.max((this.#now() - start) * REST, LEAST);
      } while (this.#isDue);
    } finally {
      this.#isPolling = false;
    }
  }
}
