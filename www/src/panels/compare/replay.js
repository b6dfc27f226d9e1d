/**
 * The replay of a comparison: runs that are computed already set off together and are shown over six seconds, on a
 * common clock of rows seen. A moment is a number from 0, the start, to 1, the end of the run that saw the most rows.
 *
 * @import { Curve } from "./reading.js"
 */
import { lastUpTo } from "../../charts/line-axes.js";
import { Clock } from "../../worked/clock.js";

/** How long a whole replay takes, in milliseconds. */
export const DURATION = 6000;

/** The rows of the run that saw the most. @param {readonly Curve[]} curves */
export const mostRows = (curves) => Math.max(0, ...curves.map(({ rowsSeen }) => rowsSeen[rowsSeen.length - 1] ?? 0));

/**
 * How many of its recorded points each run has reached.
 * @param {readonly Curve[]} curves @param {number} moment
 */
export function reachedAt(curves, moment) {
  const rows = moment * mostRows(curves);
  return curves.map(({ rowsSeen }) => lastUpTo(rowsSeen, rows) + 1);
}

/**
 * The rows that the run ahead had seen at its last recorded point.
 * @param {readonly Curve[]} curves @param {number} moment
 */
export const rowsAt = (curves, moment) =>
  Math.max(0, ...reachedAt(curves, moment).map((count, i) => curves[i].rowsSeen[count - 1] ?? 0));

/**
 * The part of a path that lies behind a run: its recorded points, and the place between two of them where it is now.
 * @template {{ x: ArrayLike<number>, y: ArrayLike<number> }} T
 * @param {T} path
 * @param {ArrayLike<number>} rowsSeen At each of its points.
 * @param {number} rows
 * @returns {T}
 */
export function pathUpTo(path, rowsSeen, rows) {
  const last = lastUpTo(rowsSeen, rows);
  if (last + 1 >= rowsSeen.length) return path;
  const part = last < 0 ? 0 : (rows - rowsSeen[last]) / (rowsSeen[last + 1] - rowsSeen[last]);
  const along = (/** @type {ArrayLike<number>} */ values) => {
    const behind = Array.prototype.slice.call(values, 0, last + 1);
    const now = values[last] + (values[last + 1] - values[last]) * part;
    return part > 0 && Number.isFinite(now) ? [...behind, now] : behind;
  };
  return { ...path, x: along(path.x), y: along(path.y) };
}

/** The clock of a replay, which goes on only while it is seen. */
export class Replay {
  moment = 0;
  isPlaying = false;
  /** Whether the reader prefers less motion: the end is shown at once. */
  isReduced = false;
  #isSeen = false;
  #changed;
  #clock = new Clock((milliseconds) => this.#advance(milliseconds));

  /** @param {() => void} changed */
  constructor(changed) {
    this.#changed = changed;
  }

  /** From the start. */
  begin() {
    this.moment = 0;
    this.play();
  }

  /** On from where it is; after the end, from the start. */
  play() {
    if (this.isReduced) return this.seek(1);
    if (this.moment === 1) this.moment = 0;
    this.isPlaying = true;
    if (this.#isSeen) this.#clock.wake();
    this.#changed();
  }

  pause() {
    this.seek(this.moment);
  }

  /** Stands still at a moment. @param {number} moment */
  seek(moment) {
    this.clear();
    this.moment = Math.min(Math.max(moment, 0), 1);
    this.#changed();
  }

  /** There is nothing to replay. */
  clear() {
    this.#clock.stop();
    this.isPlaying = false;
    this.moment = 0;
  }

  /** @param {boolean} isSeen */
  see(isSeen) {
    this.#isSeen = isSeen;
    if (!isSeen) this.#clock.stop();
    else if (this.isPlaying) this.#clock.wake();
  }

  /** @param {boolean} isReduced */
  reduce(isReduced) {
    this.isReduced = isReduced;
    if (isReduced && this.isPlaying) this.seek(1);
  }

  /** @param {number} milliseconds */
  #advance(milliseconds) {
    this.moment = Math.min(this.moment + milliseconds / DURATION, 1);
    if (this.moment === 1) this.isPlaying = false;
    this.#changed();
    return this.isPlaying && this.#isSeen;
  }
}
