/**
 * How much room text takes in the picture, and what covers it. The room is reckoned, not measured: a measurement would
 * make the browser lay the page out in every frame.
 */

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

/** @param {number} low @param {number} value @param {number} high */
export const between = (low, value, high) => Math.max(low, Math.min(value, high));

/** @typedef {{ left: number, top: number, right: number, bottom: number }} Box */

/**
 * Whether a text in the middle of this place would lie under something else.
 * @param {readonly Box[]} boxes @param {{ x: number, y: number }} middle @param {number} wide @param {number} [high]
 */
export const isCovered = (boxes, { x, y }, wide, high = 18) =>
  boxes.some(
    ({ left, top, right, bottom }) =>
      left < x + wide / 2 && right > x - wide / 2 && top < y + high / 2 && bottom > y - high / 2,
  );
