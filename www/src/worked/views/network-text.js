/**
 * Formulas as short text for the picture, and how much room they take. The room is reckoned, not measured: a
 * measurement would make the browser lay the page out in every frame.
 *
 * @import { Formula } from "../picture.js"
 */

/** @typedef {(value: number) => string} Write */

const NARROW = new Map(
  /** @type {[string, number][]} */ ([
    [".", 0.3],
    [",", 0.3],
    [" ", 0.28],
    ["(", 0.36],
    [")", 0.36],
    ["/", 0.4],
  ]),
);

/** @param {string} char */
function emsOf(char) {
  if (/[\u2070-\u209f²³¹]/.test(char)) return 0.42;
  return char >= "\u1100" && !/[\u1e00-\u22ff]/.test(char) ? 1 : 0.61;
}

/**
 * @param {string} text
 * @param {number} size Of the type, in pixels.
 */
export function textWidth(text, size) {
  let ems = 0;
  for (const char of text) ems += NARROW.get(char) ?? emsOf(char);
  return ems * size;
}

/**
 * @param {Formula} formula
 * @param {Write} number
 * @returns {{ symbol: string, head: string, tail: string }} "z", "= 0.5 × (−2)" and "= −1"; any of them may be "".
 */
export function formulaText({ symbol, terms, result }, number) {
  const head = (terms ?? []).map((term, i) => {
    const text = typeof term === "number" ? number(term) : term;
    return i > 0 && typeof term === "number" && term < 0 ? `(${text})` : text;
  });
  if (symbol && head.length) head.unshift("=");
  const tail = result === undefined ? "" : number(result);
  return { symbol: symbol ?? "", head: head.join(" "), tail: (symbol || head.length) && tail ? `= ${tail}` : tail };
}
