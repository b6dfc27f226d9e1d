/**
 * How a text was read, in the order in which it is shown, and what a reader may choose instead. Pure.
 *
 * @import { CsvOptions, CsvReading } from "../../experiment/types.js"
 * @import { Words } from "../../locales/playground.js"
 */

/** @typedef {keyof Words["reading"]["labels"] & keyof CsvOptions} Option */

const SIGNS = { decimal: [".", ","], thousands: ["", ",", ".", "'", " "], comment: ["", "#", "%", ";"] };

/** The options that are words, as typed: commas stand between them. @type {readonly Option[]} */
export const WORDS = ["naValues", "trueValues", "falseValues"];

/** @param {readonly string[] | undefined} words */
export const wordsText = (words) => (words ?? []).join(", ");

/** @param {string} text */
export const wordsIn = (text) =>
  text
    .split(",")
    .map((word) => word.trim())
    .filter(Boolean);

/**
 * What the choices of an option are called; undefined for one that is typed.
 * @param {Words["reading"]} own
 * @param {Option} option
 * @returns {Record<string, string> | undefined}
 */
export function choicesOf(own, option) {
  const named = (/** @type {readonly string[]} */ signs) =>
    Object.fromEntries(signs.map((sign) => [sign, sign === "" ? own.none : (own.signs[sign] ?? sign)]));
  switch (option) {
    case "encoding":
      return own.encodings;
    case "separator":
      return own.separators;
    case "header":
      return own.headers;
    case "decimal":
      return named(SIGNS.decimal);
    case "thousands":
      return named(SIGNS.thousands);
    case "comment":
      return Object.fromEntries(SIGNS.comment.map((sign) => [sign, sign || own.none]));
    default:
      return undefined;
  }
}

/** A value of an option in words. @param {Words["reading"]} own @param {Option} option @param {unknown} value */
export const valueText = (own, option, value) =>
  (option === "decimal" ? own.decimals[String(value)] : choicesOf(own, option)?.[String(value)]) ?? String(value);

/**
 * What a text was taken for, in one line.
 * @param {Words["reading"]} own
 * @param {CsvReading} reading
 * @param {{ rows: number, columns: readonly unknown[] }} data
 */
export function readingLine(own, reading, { rows, columns }) {
  const {
    encoding,
    separator,
    decimal,
    thousands,
    header,
    comment,
    skippedRows,
    blankRows,
    naValues,
    trueValues,
    falseValues,
  } = reading;
  return [
    encoding && valueText(own, "encoding", encoding),
    columns.length > 1 && own.separated(valueText(own, "separator", separator)),
    own.decimals[decimal],
    thousands && own.grouped(own.signs[thousands] ?? thousands),
    own.rows(rows, columns.length),
    own.headers[header ? "true" : "false"],
    comment && own.commented(comment),
    skippedRows > 0 && own.skipped(skippedRows),
    blankRows > 0 && own.blank(blankRows),
    naValues.length > 0 && own.missing(naValues),
    trueValues.length > 0 && falseValues.length > 0 && own.truths(trueValues[0], falseValues[0]),
  ]
    .filter(Boolean)
    .join(" · ");
}

/** As many bytes show the letters of a text. */
const SAMPLE = 20_000;
const LINE_END = 10;

/**
 * Options that say which cells there are: what was found of columns by their names is found anew.
 * @type {readonly string[]}
 */
const CUTTING = ["encoding", "separator", "header", "comment", "skipRows"];

/** Whether columns keep their names under another value of an option. @param {string} option */
export const leavesNames = (option) => !CUTTING.includes(option);

/**
 * The options to read a text with once the reader changed one: those that the reader chose stay, the others are found
 * anew. Where it is not known what was chosen, all stay that do not depend on the one.
 * @param {Partial<CsvOptions>} accepted
 * @param {Partial<CsvOptions> | undefined} chosen
 * @param {Partial<CsvOptions>} change
 * @returns {Partial<CsvOptions>}
 */
export function withChange(accepted, chosen, change) {
  const { units, textColumns, ...rest } = accepted;
  const known = chosen ?? (Object.keys(change).every(leavesNames) ? accepted : rest);
  const next = { ...known, ...change };
  // One sign cannot mean two things: what it was is found anew.
  if (next.thousands !== undefined && next.thousands === next.decimal)
    delete next[change.decimal === undefined ? "decimal" : "thousands"];
  return next;
}

/**
 * Alternatives of one option together.
 * @param {CsvReading["alternatives"]} alternatives
 * @returns {CsvReading["alternatives"][]}
 */
export const byOption = (alternatives) =>
  [...new Set(alternatives.map(({ option }) => option))].map((option) =>
    alternatives.filter((way) => way.option === option),
  );

/** Bytes that are enough to see letters, up to the end of a line. @param {Blob} file */
export async function sampleOf(file) {
  const some = new Uint8Array(await file.slice(0, SAMPLE).arrayBuffer());
  return some.length < file.size ? some.subarray(0, some.lastIndexOf(LINE_END) + 1) : some;
}

/** The first word with a letter beyond ASCII. @param {string} text */
export const wordOf = (text) => text.split(/[\s,;|"]+/).find((word) => /[^\0-\x7f]/.test(word)) ?? "";
