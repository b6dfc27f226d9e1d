/**
 * What to do instead of what Python programs cannot have here, each language a chunk of its own: fetched when a program
 * asked for such a thing.
 *
 * @import { PythonWords } from "./en/python.js"
 */
import { languageOf } from "./languages.js";

/**
 * Named in full: a bundler does not look into an address that is put together in a package.
 * @type {Record<import("./languages.js").Language, () => Promise<{ python: PythonWords }>>}
 */
const WORDS = { ko: () => import("./ko/python.js"), en: () => import("./en/python.js") };

/**
 * The words of a language, fetched when they are needed.
 * @param {string | null | undefined} tag
 * @returns {Promise<PythonWords>}
 */
export const loadPythonWords = async (tag) => (await WORDS[languageOf(tag)]()).python;
