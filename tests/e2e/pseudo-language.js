/**
 * A language that nobody speaks, made of the English words: every string is marked and its words are a third longer, as
 * those of many languages are. What is cut off or overflows with it would do so in a new language.
 *
 * @import { Page } from "@playwright/test"
 */

/** What no reader reads: the tag of a language, and names of terms and phases in a list. */
const KEPT = { lang: false, term: true, phase: true };

/**
 * Words in the pseudo-language, with the same keys. It runs in the page, too, so it uses nothing around it.
 * @param {any} words
 * @param {Record<string, boolean>} kept Keys whose values stay as they are, and whether in lists alone.
 * @returns {any}
 */
function pseudo(words, kept) {
  const longer = (/** @type {string} */ text) =>
    `⟦${text.replace(/[A-Za-z]{3,}/g, (word) => word + word.slice(-Math.ceil(word.length / 3)))}⟧`;
  /** @param {any} value @param {string} [key] @param {boolean} [inList] @returns {any} */
  const translate = (value, key = "", inList = false) => {
    if (Object.hasOwn(kept, key) && (inList || !kept[key])) return value;
    if (typeof value === "string") return value && longer(value);
    if (typeof value === "function") return (/** @type {any[]} */ ...args) => translate(value(...args));
    if (Array.isArray(value)) return value.map((item) => translate(item, "", true));
    if (!value || typeof value !== "object" || Object.getPrototypeOf(value) !== Object.prototype) return value;
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, translate(item, name, inList)]));
  };
  return translate(words);
}

/** @param {any} words */
export const pseudoWords = (words) => pseudo(words, KEPT);

/** The page's English is the pseudo-language from now on. @param {Page} page */
export async function speakPseudo(page) {
  await page.route(/\/en-[^/]+\.js$/, (route) => {
    const original = `${route.request().url()}?original`;
    return route.fulfill({
      contentType: "text/javascript",
      headers: { "Access-Control-Allow-Origin": "*" },
      body: `import * as original from ${JSON.stringify(original)};
        export const words = (${pseudo})(original.words, ${JSON.stringify(KEPT)});`,
    });
  });
}
