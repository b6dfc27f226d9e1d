/**
 * What a validation error of the engine is about, by the three things that it says: what | expected | received. Each
 * kind has a sentence in `words.validationErrors`, with the place in words and what the pattern found.
 *
 * @import { Words } from "../../locales/playground.js"
 */

/** The first that fits is taken. @type {Record<keyof Words["validationErrors"], RegExp>} */
export const VALIDATION_ERROR_KINDS = {
  emptyFile: /\| an empty text$/,
  onlyHeader: /\| only a header$/,
  raggedLine: /line (\d+) of the CSV \| (\d+) cells? \| (\d+) cells?$/,
  openQuote: /\| an open quote at the end of the text$/,
  tooManyColumns: /data\.text: columns \| at most (\d+) \| (\d+)$/,
  tooManyRows: /data\.text: rows \| at most (\d+) \| (\d+)$/,
  tooManyCells: /data\.text: cells \| at most (\d+) \| (\d+)$/,
  textInColumn: /row (\d+) of column (.+) \| a number \| the text "([^]*)"$/,
  tooLargeInColumn: /row (\d+) of column (.+) \| a number of at most 3\.4e38[^|]* \| (\S+), which is too large$/,
  missingInColumn: /row (\d+) of column (.+) \| a (?:number|class|label|value) \| a missing value$/,
  noFeatures: /^features \| (?:a column of numbers other than the target|at least 1 column)/,
  noTarget: /^target \| a column of numbers, or of/,
  allMissing: /^rows \| at least 1 row without a missing value/,
  noMean: /^features: column (.+) \| a training row that has it/,
  noText: /^bytes \| text in/,
  wrongEncoding: /^data\.reading\.encoding \| the label of an encoding[^|]* \| "(.*)"$/,
  sameSign: /^data\.reading\.(?:comment|thousands) \| another (?:character|sign) than/,
  classCount: /^target \| (\d+) to (\d+) classes \| (\d+) in (.+)$/,
  testSize: /^split\.testSize \| a part between/,
  emptySide: /^split\.testSize \| at least 1 of the (\d+) rows on either side \| (\d+) to test with and (\d+)/,
  noLayer: /\| at least 1 layer \|/,
  lastDropout: /\| a dense layer after Dropout \|/,
  oneOutput: /\| 1 unit, as there is one target \|/,
  twoClasses: /\| 1 unit for the two classes, or 2 \|/,
  unitsPerClass: /\| (\d+) units, one a class \|/,
  softmaxOfOne: /\| (?:2 or more for softmax|(?:log_)?softmax of 2 or more numbers a row) \|/,
  lossForNumbers: /^model\.loss \| a loss for numbers/,
  notTyped: /\| (?:a number|an object|an integer[^|]*) \| the text "([^]*)"$/,
  integer: /\| an integer[^|]* \| (.*)$/,
  tooManyParameters: /\| at most (\d+) weights and biases \| (\d+)/,
  tooManyForRows: /\| at most (\d+) weights and biases for (\d+) rows \| (\d+)/,
  batchTooHeavy: /\| at most (\d+) rows a batch for (\d+) parameters \| (\d+)/,
  nearestName: /\| (\S+) or one of (.+) \| (.*)$/,
  unknownName: /\| one of (.+) \| (.*)$/,
  between: /\| (-?[\d.]+) to ([\d.]+) \| (.*)$/,
  atMost: /\| at most (\d+)[^|]* \| (\d+)/,
  belowOne: /\| 0 or more and below 1 \| (.*)$/,
  aboveZero: /\| a number above 0 \| (.*)$/,
  orMore: /\| (\d+) or more \| (.*)$/,
};

/** Those of what is larger than the page takes. @type {readonly string[]} */
const LIMITS = [
  "tooManyColumns",
  "tooManyRows",
  "tooManyCells",
  "tooManyParameters",
  "tooManyForRows",
  "batchTooHeavy",
];

/**
 * Of which kind a validation error is, and what its pattern found.
 * @param {{ what?: string, expected?: string, received?: string }} failure
 */
function kindOf({ what = "", expected = "", received = "" }) {
  const text = `${what} | ${expected} | ${received}`;
  for (const [kind, pattern] of Object.entries(VALIDATION_ERROR_KINDS)) {
    const found = pattern.exec(text);
    if (found) return { kind, found: found.slice(1) };
  }
  return undefined;
}

/**
 * Whether something is larger than the page takes, a layer's units among it: Keras goes on with it.
 * @param {{ code?: string, what?: string, expected?: string, received?: string }} failure
 */
export function isLimit(failure) {
  const { kind = "", found = [] } = kindOf(failure) ?? {};
  const [, most, received] = found.map(Number);
  const isTooWide = kind === "between" && /\.units$/.test(failure.what ?? "") && received > most;
  return failure.code === "too_large" || LIMITS.includes(kind) || isTooWide;
}

/**
 * The sentence of a validation error, where it is of a known kind.
 * @param {Words} words
 * @param {string} place
 * @param {{ what?: string, expected?: string, received?: string }} failure
 */
export function knownValidationError({ validationErrors }, place, failure) {
  const known = kindOf(failure);
  return known && /** @type {any} */ (validationErrors)[known.kind](place, ...known.found);
}
