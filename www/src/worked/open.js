/**
 * Fetches what a reader opens, with its words, and hands it to the element.
 *
 * @import { ExampleLoader } from "./example-loader.js"
 * @import { WorkedExample } from "./worked-example.js"
 */
import { loadFirstWords, loadWords } from "../locales/index.js";

/** @param {WorkedExample} element @param {ExampleLoader} loader */
export async function fetchOpened(element, loader) {
  const fetching = import("./views/opened.js");
  // Whoever waits for both is told of a failure.
  fetching.catch(() => {});
  let words = await loadWords(element.words?.lang);
  const opened = await fetching;
  // The page's language may be another by now.
  while (element.words && element.words.lang !== words.lang) words = await loadWords(element.words.lang);
  element.words &&= words;
  element.opened = opened;
  element.changes = new opened.Changes(element, loader);
  opened.adopt(/** @type {ShadowRoot} */ (element.renderRoot));
  element.requestUpdate();
}

/** Those that it needs: of what was opened, too. @param {WorkedExample} element @param {string} lang */
export async function wordsOf(element, lang) {
  const first = await loadFirstWords(lang);
  return element.opened ? loadWords(lang) : first;
}

/**
 * A value by its name, of this moment; once what reads it is there.
 * @param {WorkedExample} element @param {string} name
 */
export function readOf(element, name) {
  if (!element.opened) element.open();
  return element.opened?.read(element, name);
}
