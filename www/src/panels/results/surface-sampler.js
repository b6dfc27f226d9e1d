/**
 * Samples what the units make of every place over two features, with the rows on it: coarser while it trains.
 *
 * @import { Setup } from "../../experiment/types.js"
 * @import { Lab } from "../../experiment/lab.js"
 * @import { Points, Seen } from "./surface-reading.js"
 */
import { surfaceSize } from "../../experiment/polling.js";
import { surfaceRanges } from "../../experiment/surface-ranges.js";
import { MOST_POINTS } from "../../charts/thin.js";

/**
 * Where the rows of a side of the split stand in a problem of two features.
 * @param {Lab} lab @param {Setup} setup @param {"train" | "test"} side @returns {Promise<Points>}
 */
export async function pointsOf(lab, { scale: { center, spread }, trainRows, testRows }, side) {
  const { rows, targets } = await lab.ask("predictions", side, MOST_POINTS);
  const features = await lab.ask("features", rows);
  // Where they are drawn is in the table's units, as the axes are.
  const [x, y] = [0, 1].map((f) => Float32Array.from(rows, (_, i) => features[2 * i + f] * spread[f] + center[f]));
  return { rows, x, y, targets, of: (side === "train" ? trainRows : testRows).length };
}

export class SurfaceSampler {
  /**
   * Where the rows stand does not change while it trains.
   * @type {{ setup: Setup, train: Points, test: Points } | undefined}
   */
  #points;

  /** @param {Lab} lab @param {Setup} setup Of a problem of two features. @returns {Promise<Seen>} */
  async sample(lab, setup) {
    const size = surfaceSize(setup, lab.running);
    if (this.#points?.setup !== setup)
      this.#points = { setup, train: await pointsOf(lab, setup, "train"), test: await pointsOf(lab, setup, "test") };
    const { layers, xRange, yRange } = await lab.ask("surfaces", { x: 0, y: 1, size, ...surfaceRanges(setup) });
    return { size, layers, xRange, yRange, points: this.#points };
  }
}
