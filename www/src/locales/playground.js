/**
 * The playground's words, each language a chunk of its own. Korean is written first: its shape is what English must
 * have.
 *
 * @typedef {Widened<typeof import("./ko/playground.js").words>} Words
 * @typedef {"data" | "model" | "train" | "results" | "compare" | "save"} PanelName
 */
import { languageOf } from "./languages.js";

/**
 * The same keys, any text.
 * @template T
 * @typedef
 *   {{ [K in keyof T]: T[K] extends string ? string : T[K] extends (...args: any[]) => any ? T[K] : Widened<T[K]> }}
 *   Widened
 */

/**
 * Named in full: a bundler does not look into an address that is put together in a package.
 * @type {Record<import("./languages.js").Language, () => Promise<{ words: Words }>>}
 */
const WORDS = { ko: () => import("./ko/playground.js"), en: () => import("./en/playground.js") };

/**
 * The words of a language, fetched when they are needed.
 * @param {string | null | undefined} tag
 * @returns {Promise<Words>}
 */
export const loadPlaygroundWords = async (tag) => (await WORDS[languageOf(tag)]()).words;
