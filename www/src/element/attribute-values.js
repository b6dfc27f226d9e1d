/**
 * What an author wrote, read: numbers are taken into their range, and what cannot be read counts as not written.
 *
 * @typedef {Readonly<Record<string, string>>} AttributeValues Texts by the name of their attribute.
 */

/** @param {string | undefined} text @param {number} [least] @param {number} [most] */
export function numberOf(text, least = -Infinity, most = Infinity) {
  const value = text?.trim() ? Number(text) : NaN;
  return Number.isNaN(value) ? undefined : Math.min(Math.max(value, least), most);
}

/** One of several words. @template {string} T @param {string | undefined} text @param {readonly T[]} values */
export const choiceOf = (text, values) => values.find((value) => value === text?.trim());

/**
 * Some of several words; `none` is none of them.
 * @template {string} T
 * @param {string | undefined} text
 * @param {readonly T[]} values
 */
export const wordsOf = (text, values) => text?.split(/\s+/).flatMap((word) => choiceOf(word, values) ?? []);
