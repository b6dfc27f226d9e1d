/**
 * How good the model is at this moment, as a line of words: how many rows are right, or how far predictions are off.
 *
 * @import { Lab } from "../experiment/lab.js"
 * @import { Setup } from "../experiment/types.js"
 * @import { Words } from "../locales/playground.js"
 * @import { Predictions } from "../panels/results/pairs.js"
 */
import { MOST_POINTS } from "../charts/thin.js";
import { format } from "../format.js";
import { diagonal } from "../panels/results/classes.js";

/**
 * What the engine answers about the rows that it did not train on, or about all where there are no others.
 * @typedef {object} Judged
 * @property {Setup} setup
 * @property {number} updates After so many it was asked.
 * @property {number | undefined} loss Of the test rows.
 * @property {Uint32Array} [confusion]
 * @property {Predictions} [test]
 * @property {Predictions} [train] Where predictions are drawn over targets, of as many rows as are drawn.
 */

/**
 * Asks one thing after the other: a reader who pauses waits for one answer at the most.
 * @param {Lab} lab @param {Setup} setup @param {boolean} isDrawn Whether predictions are drawn.
 * @returns {Promise<Judged>}
 */
export async function judge(lab, setup, isDrawn) {
  const updates = lab.state?.updates ?? 0;
  const { scores } = await lab.ask("evaluate");
  const known = { setup, updates, loss: scores.loss };
  if (setup.task === "classification") return { ...known, confusion: await lab.ask("confusion", "test") };
  const test = await lab.ask("predictions", "test");
  const isSplit = setup.config.split !== null;
  return { ...known, test, train: isDrawn && isSplit ? await lab.ask("predictions", "train", MOST_POINTS) : undefined };
}

/** The true class of each row of the split. @param {Lab} lab @returns {Promise<Map<number, number>>} */
export async function classesOf(lab) {
  const sides = [await lab.ask("predictions", "train"), await lab.ask("predictions", "test")];
  return new Map(sides.flatMap(({ rows, targets }) => Array.from(rows, (row, i) => [row, targets[i]])));
}

/** The mean of the sizes of some numbers. @param {ArrayLike<number>} values */
export function meanSize(values) {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += Math.abs(values[i]);
  return sum / values.length;
}

/** An error as it is said: three digits that count. @param {number} value */
const written = (value) =>
  value >= 1000 && value < 1e6 ? format(Math.round(value)) : format(Number(value.toPrecision(3)));

/** @param {Words} words @param {Pick<Judged, "setup" | "confusion" | "test">} judged */
export function scoreText({ bench: { output } }, { setup, confusion, test }) {
  const side = setup.config.split === null ? "train" : "test";
  if (confusion) {
    const { right, all } = diagonal(confusion, setup.classes?.length ?? 1);
    return output.right(side, format(all), format(right), right === 0);
  }
  if (!test?.residuals) return "";
  const error = meanSize(test.residuals);
  if (!Number.isFinite(error)) return output.infinite;
  const { target } = setup.config;
  const unit = setup.data.columns.find(({ name }) => name === target)?.unit ?? "";
  return output.off(side, format(test.rows.length), target, `${written(error)}${unit}`);
}
