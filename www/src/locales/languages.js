/**
 * The languages, each with a folder of words beside this file: to add one, write its folder and its entry here. The
 * loader reads this list, so it is short.
 */
export const LANGUAGES = {
  ko: { failed: "그림을 불러오지 못했어요.", words: () => import("./ko/worked.js") },
  en: { failed: "The picture could not be loaded.", words: () => import("./en/worked.js") },
};

/** @typedef {keyof typeof LANGUAGES} Language */

/**
 * The language of a tag: "ko-KR" is Korean; a language that is not there is English.
 * @param {string | null | undefined} tag
 * @returns {Language}
 */
export const languageOf = (tag) => {
  const [name] = `${tag}`.toLowerCase().split("-");
  return Object.hasOwn(LANGUAGES, name) ? /** @type {Language} */ (name) : "en";
};

/**
 * The language of an element's words: its own, that of the page around it, beyond its shadow too, or where neither is
 * set, the browser's.
 * @param {Element} element
 * @returns {Language}
 */
export function languageFor(element) {
  /** @type {Element | undefined} */
  let node = element;
  let near;
  while (node && !(near = node.closest("[lang]"))) node = /** @type {ShadowRoot} */ (node.getRootNode()).host;
  return languageOf(near?.getAttribute("lang") || navigator.language);
}
