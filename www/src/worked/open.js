/**
 * Fetches what a reader opens, with its words, and hands it to the element.
 *
 * @import { ExampleLoader } from "./example-loader.js"
 * @import { WorkedExample } from "./worked-example.js"
 */
import { loadWords } from "../locales/index.js";

/** @param {WorkedExample} element @param {ExampleLoader} loader */
export async function fetchOpened(element, loader) {
  const loading = loadWords(element.words?.lang);
  const fetching = import("./views/opened.js");
  // Whoever waits for both is told of a failure.
  fetching.catch(() => {});
  const words = await loading;
  element.opened = await fetching;
  if (element.words?.lang === words.lang) element.words = words;
  element.changes = new element.opened.Changes(element, loader);
  element.opened.adopt(/** @type {ShadowRoot} */ (element.renderRoot));
  element.requestUpdate();
}
