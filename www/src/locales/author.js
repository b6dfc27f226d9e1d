/**
 * The words of the page where an author builds an embed. Names of attributes and of their values stay as they are
 * written.
 *
 * @typedef {import("../element/loader.js").SceneName} SceneName
 * @typedef {keyof typeof import("./en/author.js").en.attributes} AttributeName
 * @typedef {keyof typeof import("./en/author.js").en.snippets} SnippetName
 * @typedef {typeof import("./en/author.js").en} AuthorWords
 */
import { languageOf } from "./index.js";

/**
 * The words of a language, fetched when they are needed.
 * @param {string | null | undefined} tag
 * @returns {Promise<AuthorWords>}
 */
export const loadAuthorWords = async (tag) =>
  languageOf(tag) === "ko" ? (await import("./ko/author.js")).ko : (await import("./en/author.js")).en;
