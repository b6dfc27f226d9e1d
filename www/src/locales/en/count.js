/** Nouns and verbs that agree with how many there are. */

/** Whether a count, or a count as it is printed, is one. @param {number | string} n */
export const isOne = (n) => String(n) === "1";

/**
 * A count with its noun: "1 row", "2,000 rows".
 * @param {number | string} n
 * @param {string} noun
 * @param {string} [nouns]
 */
export const many = (n, noun, nouns = `${noun}s`) =>
  `${typeof n === "number" ? n.toLocaleString("en") : n} ${isOne(n) ? noun : nouns}`;

/** The verb of so many. @param {number | string} n */
export const are = (n) => (isOne(n) ? "is" : "are");
