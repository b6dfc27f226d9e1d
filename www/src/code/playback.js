/**
 * Through the moments that a fit recorded, at a pace that can be followed. The engine has long been done: what is shown
 * is always one of them. Pure but for the clock.
 */

/** A whole fit takes about so long, in milliseconds, and a moment no less and no more than these. */
const WHOLE = 6000;
const [LEAST, MOST] = [40, 600];

export class Playback {
  /** The moment that is shown, from 0. */
  at = 0;
  isPlaying = false;
  /** Readers who want less motion are at the end at once. */
  isReduced = false;
  /** How many there are. */
  #count = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @param {() => void} changed */
  constructor(changed) {
    this.changed = changed;
  }

  get last() {
    return Math.max(this.#count - 1, 0);
  }

  /**
   * So many were recorded; those of another fit begin anew.
   * @param {number} count @param {boolean} isAnother @param {boolean} [isOver] Whether they are of an earlier program.
   */
  have(count, isAnother, isOver = false) {
    this.#count = count;
    if (isAnother) this.at = 0;
    if (this.isReduced || (isAnother && isOver)) this.at = this.last;
    else if (isAnother || this.isPlaying) this.play();
    this.at = Math.min(this.at, this.last);
  }

  /** Goes on, from the beginning where it is at the end. */
  play() {
    if (this.isReduced) return this.seek(this.last);
    if (!this.isPlaying && this.at >= this.last) this.at = 0;
    this.isPlaying = true;
    this.#timer ??= setTimeout(() => this.#next(), Math.min(Math.max(WHOLE / this.#count, LEAST), MOST));
    this.changed();
  }

  #next() {
    this.#timer = undefined;
    if (!this.isPlaying) return;
    if (this.at < this.last) this.at++;
    if (this.at < this.last) this.play();
    else this.isPlaying = false;
    this.changed();
  }

  pause() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.isPlaying = false;
    this.changed();
  }

  /** @param {number} at */
  seek(at) {
    this.at = Math.min(Math.max(at, 0), this.last);
    this.pause();
  }
}
