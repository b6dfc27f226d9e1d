/**
 * What each row of the table is for. Pure.
 *
 * @import { Setup } from "../../experiment/types.js"
 */

/** @typedef {"none" | "train" | "validation" | "test" | "both"} Part */

/** By the number that stands for it. @type {readonly Part[]} */
export const PARTS = ["none", "train", "validation", "test", "both"];

/** @typedef {Pick<Setup, "data" | "trainRows" | "testRows" | "validationRows" | "config">} Rows */

/** Rows may be many, and several views show them. @type {WeakMap<Rows, Uint8Array<ArrayBuffer>>} */
const known = new WeakMap();

/** The part of every row, by its number in `PARTS`. @param {Rows} setup */
export function partsOf(setup) {
  const parts = known.get(setup) ?? foundIn(setup);
  known.set(setup, parts);
  return parts;
}

/** @param {Rows} setup */
function foundIn({ data, trainRows, testRows, validationRows, config }) {
  const parts = new Uint8Array(data.rows);
  const learned = trainRows.length - validationRows;
  /** @param {Uint32Array} rows @param {Part} part */
  const mark = (rows, part) => {
    const number = PARTS.indexOf(part);
    for (let i = 0; i < rows.length; i++) parts[rows[i]] = number;
  };
  mark(trainRows.subarray(0, learned), "train");
  mark(trainRows.subarray(learned), "validation");
  mark(testRows, config.split ? "test" : "both");
  return parts;
}

/** How many rows each part has. @param {Uint8Array} parts @returns {Record<Part, number>} */
export function countParts(parts) {
  const counts = new Uint32Array(PARTS.length);
  for (let row = 0; row < parts.length; row++) counts[parts[row]]++;
  return /** @type {any} */ (Object.fromEntries(PARTS.map((part, i) => [part, counts[i]])));
}
