/** How far numbers reach. Pure. */

/**
 * The least and the greatest of what is finite; undefined where nothing is.
 * @param {Iterable<number>} values
 * @returns {[number, number] | undefined}
 */
export function extentOf(values) {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return low > high ? undefined : [low, high];
}
