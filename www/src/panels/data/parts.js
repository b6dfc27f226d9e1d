/**
 * What each row of the table is for. Pure.
 *
 * @import { Setup } from "../../experiment/types.js"
 */

/** @typedef {"none" | "train" | "validation" | "test" | "both"} Part */

/** By the number that stands for it. @type {readonly Part[]} */
export const PARTS = ["none", "train", "validation", "test", "both"];

/**
 * The part of every row, by its number in `PARTS`.
 * @param {Pick<Setup, "data" | "trainRows" | "testRows" | "validationRows" | "config">} setup
 */
export function partsOf({ data, trainRows, testRows, validationRows, config }) {
  const parts = new Uint8Array(data.rows);
  const learned = trainRows.length - validationRows;
  trainRows.forEach((row, i) => {
    parts[row] = PARTS.indexOf(i < learned ? "train" : "validation");
  });
  for (const row of testRows) parts[row] = PARTS.indexOf(config.split ? "test" : "both");
  return parts;
}

/** How many rows each part has. @param {Uint8Array} parts @returns {Record<Part, number>} */
export function countParts(parts) {
  const counts = new Array(PARTS.length).fill(0);
  for (const part of parts) counts[part]++;
  return /** @type {any} */ (Object.fromEntries(PARTS.map((part, i) => [part, counts[i]])));
}
