/**
 * From where to where a surface over two features reaches: the table's own range with some room. Pure.
 *
 * @import { Setup } from "./types.js"
 */

/** @typedef {[number, number]} Range */

/** Room on either side, as a share of the range. */
const ROOM = 0.05;

/** One scale for both axes would squeeze features whose ranges differ by more than this to a line. */
const MOST_UNLIKE = 3;

/** @param {Range} range @param {number} length @returns {Range} */
const widened = ([from, to], length) => {
  const middle = (from + to) / 2;
  return [middle - length / 2, middle + length / 2];
};

/**
 * The ranges of both features, as long as each other where that leaves each of them room: a circle is a circle then.
 * Undefined where the table does not tell how far a feature reaches.
 * @param {Pick<Setup, "config" | "data">} setup Of two features.
 * @returns {{ xRange: Range, yRange: Range } | undefined}
 */
export function surfaceRanges({ config: { features }, data: { columns } }) {
  const ranges = features.map((feature) => {
    const { min, max } = columns.find(({ name }) => name === feature) ?? {};
    if (min === undefined || max === undefined) return undefined;
    const room = max > min ? (max - min) * ROOM : 1;
    return /** @type {Range} */ ([min - room, max + room]);
  });
  const [x, y] = ranges;
  if (!x || !y) return undefined;
  const [wide, high] = [x, y].map(([from, to]) => to - from);
  const length = Math.max(wide, high);
  if (length > Math.min(wide, high) * MOST_UNLIKE) return { xRange: x, yRange: y };
  return { xRange: widened(x, length), yRange: widened(y, length) };
}
