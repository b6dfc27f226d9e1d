/**
 * The feature values that a reader types: what they mean, and what the data knows of them. Pure.
 *
 * @import { ColumnInfo, Setup } from "../../experiment/types.js"
 */
import { parse } from "../../format.js";
import { numberText } from "../data/columns.js";

/** So many features have a field of their own. */
export const MOST_FIELDS = 24;

/** The column of each feature. @param {Setup} setup @returns {ColumnInfo[]} */
export const featureColumns = ({ config, data }) =>
  config.features.map(
    (name) =>
      /** @type {ColumnInfo} */ (
        data.columns.find((column) => column.name === name) ?? { name, kind: "number", missing: 0, isIndex: false }
      ),
  );

/**
 * The values as numbers; undefined where one is none.
 * @param {readonly string[]} texts
 * @returns {number[] | undefined}
 */
export function numbersOf(texts) {
  const numbers = texts.map((text) => parse(text));
  return numbers.every((number) => number !== undefined) ? /** @type {number[]} */ (numbers) : undefined;
}

/** Whether a value lies outside of what the data has. @param {ColumnInfo} column @param {number | undefined} value */
export const isOutside = ({ min, max }, value) =>
  value !== undefined && min !== undefined && max !== undefined && (value < min || value > max);

/**
 * The cells of a row as feature values; undefined where one is missing.
 * @param {Setup} setup
 * @param {readonly (string | null)[]} cells In the order of the table's columns.
 * @returns {string[] | undefined}
 */
export function textsOfRow(setup, cells) {
  const { config, data } = setup;
  const texts = config.features.map((name) => {
    const at = data.columns.findIndex((column) => column.name === name);
    const cell = cells[at];
    return typeof cell === "string" ? numberText(setup, data.columns[at], cell) : cell;
  });
  return texts.every((text) => text !== null && text !== undefined) ? /** @type {string[]} */ (texts) : undefined;
}

/**
 * The step of a slider: 1 for integers, else a thousandth of the range as a power of ten.
 * @param {ColumnInfo} column
 */
export function sliderStep({ kind, min = 0, max = 1 }) {
  return kind === "integer" || kind === "truth" ? 1 : 10 ** Math.floor(Math.log10((max - min || 1) / 100));
}
