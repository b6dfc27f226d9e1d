/**
 * The words of the page where an author builds an embed. Names of attributes and of their values stay as they are
 * written.
 *
 * @typedef {import("../scenes/index.js").SceneName} SceneName
 * @typedef {keyof typeof import("./en/author.js").words.attributes} AttributeName
 * @typedef {keyof typeof import("./en/author.js").words.snippets} SnippetName
 * @typedef {typeof import("./en/author.js").words} AuthorWords
 */
import { languageOf } from "./languages.js";

/**
 * The words of a language, fetched when they are needed.
 * @param {string | null | undefined} tag
 * @returns {Promise<AuthorWords>}
 */
export const loadAuthorWords = async (tag) => (await import(`./${languageOf(tag)}/author.js`)).words;
