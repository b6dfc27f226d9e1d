/**
 * The words for what a Python program asks for and this page has not, fetched when it happens.
 *
 * @import { Language } from "./languages.js"
 * @import { PythonWords } from "./en/python.js"
 */
import { languageOf } from "./languages.js";

/** @type {Record<Language, () => Promise<{ python: PythonWords }>>} */
const WORDS = { ko: () => import("./ko/python.js"), en: () => import("./en/python.js") };

/**
 * What to do instead; "" of a code without words.
 * @param {string | null | undefined} tag
 * @param {readonly [code: string, what: string]} notThere
 */
export async function insteadOf(tag, [code, what]) {
  const { python } = await WORDS[languageOf(tag)]();
  return python.notThere[code]?.(what) ?? "";
}
