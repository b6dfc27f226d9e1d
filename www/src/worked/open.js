/**
 * Fetches what a worked example has no use for until its first picture is there: what steps need, and what a reader
 * opens, with its words. Both are handed to the element.
 *
 * @import { ExampleLoader } from "./example-loader.js"
 * @import { WorkedExample } from "./worked-example.js"
 */
import { loadFirstWords, loadWords } from "../locales/index.js";

export class Later {
  /** @type {Promise<void> | undefined} */
  #coming;
  /** @type {unknown} */
  #failure;
  #isPictured = false;
  #element;
  #loader;

  /** @param {WorkedExample} element @param {ExampleLoader} loader */
  constructor(element, loader) {
    this.#element = element;
    this.#loader = loader;
  }

  /**
   * Once the first picture is there. Where it fails the first step asks again, and tells of the failure; a browser that
   * remembers that the file of steps did not come has to load the page anew.
   */
  pictured() {
    if (!this.#isPictured) requestAnimationFrame(() => this.#fetchSteps().catch(() => {}));
    this.#isPictured = true;
  }

  /** What steps need, and the rest of the engine; a failure is shown until it is there. */
  async steps() {
    const element = this.#element;
    if (element.steps) return;
    this.#coming ??= this.#fetchSteps().catch((failure) => element.reject((this.#failure = failure)));
    await this.#coming;
    this.#coming = undefined;
  }

  async #fetchSteps() {
    const element = this.#element;
    const [steps] = await Promise.all([import("./steps.js"), this.#loader.rest()]);
    element.steps = steps;
    if (element.failure === this.#failure) element.failure = undefined;
  }

  /** What a reader opens. */
  async opened() {
    const element = this.#element;
    if (!element.opened) await this.#fetchOpened().catch((failure) => element.reject(failure));
  }

  async #fetchOpened() {
    const element = this.#element;
    const fetching = import("./views/opened.js");
    // Whoever waits for both is told of a failure.
    fetching.catch(() => {});
    let words = await loadWords(element.words?.lang);
    const opened = await fetching;
    // The page's language may be another by now.
    while (element.words && element.words.lang !== words.lang) words = await loadWords(element.words.lang);
    element.words &&= words;
    element.opened = opened;
    element.changes = new opened.Changes(element, this.#loader);
    opened.adopt(/** @type {ShadowRoot} */ (element.renderRoot));
    element.requestUpdate();
  }
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
