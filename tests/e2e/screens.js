/**
 * Screens: sizes, languages, what an embed shows. Every one in every other is looked at by
 * `cargo xtask test --with-all-screens`; else they take turns, so that each of them is looked at in one of the others.
 */
const ALL = Boolean(process.env.GLASSNET_ALL_SCREENS);

/**
 * The sizes in a language: the narrowest in English, whose words are longer.
 * @template T @param {string} lang @param {readonly T[]} sizes
 */
export const sizesIn = (lang, sizes) => sizes.filter((_, i) => ALL || (i % 2 === 0) === (lang === "en"));

/** The one whose turn it is with the i-th of others. @template T @param {number} i @param {readonly T[]} list */
export const inTurn = (i, list) => list.filter((_, j) => ALL || j === i % list.length);

/**
 * Those that stand for the rest.
 * @template T @param {readonly T[]} list @param {(one: T) => boolean} stand
 */
export const some = (list, stand) => list.filter((one) => ALL || stand(one));
