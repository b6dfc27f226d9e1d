/**
 * A grid of values as levels: values near the lowest are told apart finely, high ones coarsely, as on a logarithmic
 * scale that begins at the lowest. Pure.
 */

/** How many times the range of the lowest level goes into the whole. */
const REACH = 200;

/**
 * @param {ArrayLike<number>} values What is not finite does not count.
 * @param {number} count How many levels.
 * @returns {{ low: number, high: number, levels: number[] }} The ends, and the values between two levels.
 */
export function levelsOf(values, count) {
  let [low, high] = [Infinity, -Infinity];
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i])) continue;
    low = Math.min(low, values[i]);
    high = Math.max(high, values[i]);
  }
  if (!(high > low)) return { low: Math.min(low, high), high: low, levels: [] };
  const at = (/** @type {number} */ part) => low + ((high - low) * (REACH ** part - 1)) / (REACH - 1);
  return { low, high, levels: Array.from({ length: count - 1 }, (_, i) => at((i + 1) / count)) };
}

/** Which level a value is in, from 0. @param {readonly number[]} levels @param {number} value */
export function bandOf(levels, value) {
  let band = 0;
  while (band < levels.length && value >= levels[band]) band++;
  return band;
}

/**
 * The value at a place between the corners of a grid.
 * @param {ArrayLike<number>} values
 * @param {number} size
 * @param {number} column
 * @param {number} row
 */
export function between(values, size, column, row) {
  const [c, r] = [Math.min(Math.floor(column), size - 2), Math.min(Math.floor(row), size - 2)];
  const [x, y, at] = [column - c, row - r, r * size + c];
  return (
    (values[at] * (1 - x) + values[at + 1] * x) * (1 - y) +
    (values[at + size] * (1 - x) + values[at + size + 1] * x) * y
  );
}

/**
 * Where a line of a level crosses the edge from a to b, as a part of it; undefined where it does not.
 * @param {number} a
 * @param {number} b
 * @param {number} level
 */
const crossing = (a, b, level) =>
  a < level === b < level || !Number.isFinite(a + b) ? undefined : (level - a) / (b - a);

/**
 * The line of a level as pieces, each in one cell of the grid: column and row of both its ends.
 * @param {ArrayLike<number>} values @param {number} size @param {number} level
 * @returns {[number, number, number, number][]}
 */
export function isoline(values, size, level) {
  /** @type {[number, number, number, number][]} */
  const pieces = [];
  for (let row = 0; row < size - 1; row++) {
    for (let column = 0; column < size - 1; column++) {
      const at = row * size + column;
      const [a, b, c, d] = [values[at], values[at + 1], values[at + size + 1], values[at + size]];
      const [top, right, bottom, left] = [
        crossing(a, b, level),
        crossing(b, c, level),
        crossing(d, c, level),
        crossing(a, d, level),
      ];
      /** @type {[number, number][]} */
      const ends = [];
      if (top !== undefined) ends.push([column + top, row]);
      if (right !== undefined) ends.push([column + 1, row + right]);
      if (bottom !== undefined) ends.push([column + bottom, row + 1]);
      if (left !== undefined) ends.push([column, row + left]);
      for (let i = 0; i + 1 < ends.length; i += 2) pieces.push([...ends[i], ...ends[i + 1]]);
    }
  }
  return pieces;
}
