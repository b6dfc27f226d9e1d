/**
 * What a program prints, on its way to the page: a few lines at once, a flood in batches, and no more of it than a page
 * can show.
 */

/**
 * @typedef {{ text: string, isError: boolean, replaces: boolean }} Printed `replaces`: in the place of the line before.
 */

/** How much a run may print: lines of the engine that take each other's place count as one. */
const MOST = { characters: 1_000_000, lines: 10_000 };

/** In milliseconds: no message follows the last sooner once there were many. */
const BATCH = 50;

/** How many messages may follow one another. */
const BURST = 20;

/** A flood: the run has to end. */
export class Flood extends Error {}

export class Printing {
  /** @type {Printed[]} */
  #waiting = [];
  #sent = 0;
  #since = 0;
  #characters = 0;
  #lines = 0;

  /** @param {(printed: Printed[]) => void} send @param {() => number} [now] */
  constructor(send, now = () => performance.now()) {
    this.send = send;
    this.now = now;
  }

  begin() {
    [this.#characters, this.#lines] = [0, 0];
  }

  /** @param {string} text @param {boolean} isError @param {boolean} [replaces] */
  write(text, isError, replaces = false) {
    const last = this.#waiting.at(-1);
    if (replaces && last?.replaces) last.text = text;
    else if (!replaces && last && last.isError === isError && !last.replaces) last.text += text;
    else this.#waiting.push({ text, isError, replaces });
    if (!replaces) this.#count(text);
    if (/[\n\r]$/.test(text) && this.#mayFollow()) this.flush();
  }

  /** @param {string} text */
  #count(text) {
    this.#characters += text.length;
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) this.#lines++;
    if (this.#characters <= MOST.characters && this.#lines <= MOST.lines) return;
    this.flush();
    throw new Flood();
  }

  #mayFollow() {
    const now = this.now();
    if (now - this.#since >= BATCH) [this.#since, this.#sent] = [now, 0];
    return ++this.#sent <= BURST;
  }

  /** Sends what waits, where nothing was sent for a while. */
  flushDue() {
    if (this.now() - this.#since >= BATCH) this.flush();
  }

  flush() {
    if (!this.#waiting.length) return;
    this.send(this.#waiting);
    this.#waiting = [];
  }
}
