/**
 * Cells of the table as they come into view, asked of the engine in pieces and kept.
 *
 * @import { Lab } from "../../experiment/lab.js"
 */

/** Cells and rows of a piece at most; the engine gives 500 rows at a time. */
const PIECE = { cells: 20_000, rows: 200 };
/** Pieces that are kept; more are forgotten, the oldest first. */
const KEPT = 200;

export class Cells {
  /** @type {Map<number, (string | null)[][]>} */
  #pieces = new Map();
  /** Rows in view. */
  #view = [0, 0];
  #busy = false;

  /** @param {Pick<Lab, "ask" | "config">} lab @param {number} columns @param {() => void} arrived */
  constructor(lab, columns, arrived) {
    this.lab = lab;
    this.arrived = arrived;
    this.data = lab.config.data;
    this.size = Math.min(Math.max(Math.floor(PIECE.cells / Math.max(columns, 1)), 10), PIECE.rows);
  }

  /** The cells of a row, once they came. @param {number} row */
  row(row) {
    return this.#pieces.get(Math.floor(row / this.size))?.[row % this.size];
  }

  /** Says which rows are in view, `last` not included. @param {number} first @param {number} last */
  want(first, last) {
    this.#view = [first, last];
    this.#fetch();
  }

  /** One piece at a time, always one that is in view now: what was scrolled past is not asked for. */
  async #fetch() {
    if (this.#busy) return;
    const [first, last] = this.#view;
    let piece = Math.floor(first / this.size);
    while (piece * this.size < last && this.#pieces.has(piece)) piece++;
    if (piece * this.size >= last) return;
    this.#busy = true;
    const cells = await this.lab.ask("cells", piece * this.size, this.size).catch(() => undefined);
    this.#busy = false;
    // Other data by now: these cells are outdated, and others follow.
    if (!cells || this.lab.config.data !== this.data) return;
    this.#pieces.set(piece, cells);
    if (this.#pieces.size > KEPT) this.#pieces.delete(/** @type {number} */ (this.#pieces.keys().next().value));
    this.arrived();
    this.#fetch();
  }
}
