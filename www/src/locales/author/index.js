/**
 * The words of the page where an author builds an embed. Names of attributes and of their values stay as they are
 * written.
 *
 * @typedef {import("../../guest/guest.js").SceneName} SceneName
 * @typedef {keyof typeof import("./en.js").en.attributes} AttributeName
 * @typedef {keyof typeof import("./en.js").en.snippets} SnippetName
 * @typedef {typeof import("./en.js").en} AuthorWords
 */
import { languageOf } from "../index.js";

/**
 * The words of a language, fetched when they are needed.
 * @param {string | null | undefined} tag
 * @returns {Promise<AuthorWords>}
 */
export const loadAuthorWords = async (tag) =>
  languageOf(tag) === "ko" ? (await import("./ko.js")).ko : (await import("./en.js")).en;
