/**
 * The languages where somebody chooses one.
 *
 * @import { Language } from "./languages.js"
 */
import { LANGUAGES } from "./languages.js";

export const languages = /** @type {Language[]} */ (Object.keys(LANGUAGES));

/** What a language calls itself: 한국어, English. @param {Language} language */
export const nameOfLanguage = (language) =>
  new Intl.DisplayNames(language, { type: "language" }).of(language) ?? language;

/** The language after one, the first after the last: what a toggle leads to. @param {Language} language */
export const languageAfter = (language) => languages[(languages.indexOf(language) + 1) % languages.length];
