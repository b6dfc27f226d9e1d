/**
 * The words of the demo page around its elements. They are apart from those of the element: who embeds it loads none of
 * them.
 *
 * @typedef {{
 * lang: string, title: string, lead: string, steps:
 * { phase: import("./index.js").Phase, heading: string, body: string }[],
 *   sourceNote: string, playgroundTitle: string, skip: string, author: string, api: string,
 *   codeTitle: string, codeLead: string,
 *   programs: Record<import("../../demo/programs.js").ProgramName, { heading: string, body: string }>,
 *   views: Record<import("../../demo/view.js").View, string>,
 * }} DemoWords
 */
import { languageOf } from "./languages.js";

/**
 * The words of a language, fetched when they are needed.
 * @param {string | null | undefined} tag
 * @returns {Promise<DemoWords>}
 */
export const loadDemoWords = async (tag) => (await import(`./${languageOf(tag)}/demo.js`)).words;
