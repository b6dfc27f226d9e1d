/**
 * The words of a code scene, each language a chunk of its own. Korean is written first: its shape is what English must
 * have.
 *
 * @typedef {import("./playground.js").Widened<typeof import("./ko/code.js").words>} CodeWords
 */
import { languageOf } from "./languages.js";

/**
 * Named in full: a bundler does not look into an address that is put together in a package.
 * @type {Record<import("./languages.js").Language, () => Promise<{ words: CodeWords }>>}
 */
const WORDS = { ko: () => import("./ko/code.js"), en: () => import("./en/code.js") };

/**
 * The words of a language, fetched when they are needed.
 * @param {string | null | undefined} tag
 * @returns {Promise<CodeWords>}
 */
export const loadCodeWords = async (tag) => (await WORDS[languageOf(tag)]()).words;
