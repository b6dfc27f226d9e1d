/**
 * Places as a post, or another window, names them. What is no place is left out, what is too far is taken as the
 * furthest.
 *
 * @typedef
 *   {{ at?: number, iteration?: number, epoch?: number, row?: number, phase?: string, unit?: string, weight?: string,
 *     bias?: string, play?: boolean }}
 *   Place
 */

/** The numbers of a place, with the least of each. */
const LEAST = { at: 0, iteration: 1, epoch: 0, row: 0 };
const MOST = 1e9;

/** Its words. A unit is "layer.unit", and so is a bias; a weight is "layer.input.unit". */
const PATTERNS = {
  phase: /^(forward|loss|backward|update)$/,
  unit: /^\d{1,4}\.\d{1,4}$/,
  weight: /^\d{1,4}\.\d{1,4}\.\d{1,4}$/,
  bias: /^\d{1,4}\.\d{1,4}$/,
};

/**
 * An integer within limits; undefined where it is none.
 * @param {unknown} value
 * @param {number} least
 * @param {number} most
 */
function wholeIn(value, least, most) {
  const number = typeof value === "number" ? value : typeof value === "string" && value.trim() ? Number(value) : NaN;
  return Number.isNaN(number) ? undefined : Math.min(Math.max(Math.round(number), least), most);
}

/** @param {Record<string, unknown>} record @returns {Place} */
export function placeFromRecord(record) {
  /** @type {Record<string, unknown>} */
  const place = {};
  for (const [name, least] of Object.entries(LEAST)) {
    const number = wholeIn(record[name], least, MOST);
    if (number !== undefined) place[name] = number;
  }
  for (const [name, pattern] of Object.entries(PATTERNS)) {
    const text = record[name];
    if (typeof text === "string" && pattern.test(text)) place[name] = text;
  }
  if (record.play === true) place.play = true;
  return place;
}

/**
 * Pairs of a text such as "phase:backward, iteration:3, play".
 * @param {string} text
 * @returns {[string, string | true][]}
 */
const pairs = (text) =>
  text.split(",").map((part) => {
    const [name, value] = part.trim().split(":");
    return [name, value ?? true];
  });

/** @param {string} text */
export const placeFromText = (text) => placeFromRecord(Object.fromEntries(pairs(text)));

/**
 * Whether a scene is where a text says, by its last step event.
 * @param {string} text
 * @param {Record<string, unknown>} step
 */
export const isAt = (text, step) => pairs(text).every(([name, value]) => String(step[name]) === value);
