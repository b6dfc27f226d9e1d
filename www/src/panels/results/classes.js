/**
 * What outputs say about classes. Pure.
 *
 * @import { Setup } from "../../experiment/types.js"
 */

/**
 * The class that outputs speak for: the first of the largest; of a single output the second class above one half.
 * @param {ArrayLike<number>} outputs
 */
export function classOf(outputs) {
  if (outputs.length === 1) return outputs[0] > 0.5 ? 1 : 0;
  let most = 0;
  for (let i = 1; i < outputs.length; i++) if (outputs[i] > outputs[most]) most = i;
  return most;
}

/**
 * The names of what comes out: of a single output the second class, of several each class.
 * @param {Setup} setup
 * @param {number} width
 */
export const outputNames = ({ classes }, width) =>
  classes ? (width === 1 ? classes.slice(1, 2) : classes.slice(0, width)) : [];

/**
 * How many of the counts of a confusion matrix lie on its diagonal, and how many there are.
 * @param {ArrayLike<number>} counts
 * @param {number} classes
 */
export function diagonal(counts, classes) {
  let [right, all] = [0, 0];
  for (let i = 0; i < counts.length; i++) {
    all += counts[i];
    if (i % (classes + 1) === 0) right += counts[i];
  }
  return { right, all };
}

/**
 * Which lines of a long list are in view, with some to spare.
 * @param {{ top: number, height: number, line: number, count: number }} view
 */
export function windowOf({ top, height, line, count }) {
  const spare = 8;
  const first = Math.min(Math.max(Math.floor(top / line) - spare, 0), Math.max(count - 1, 0));
  return { first, last: Math.min(Math.ceil((top + height) / line) + spare, count) };
}
