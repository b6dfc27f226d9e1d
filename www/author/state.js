/**
 * Where the author is: what the embed holds, how the preview shows it, and what came of it. Kept in the page's
 * address, so that it can be shared. Pure.
 *
 * @import { Language } from "../src/locales/languages.js"
 * @import { Values } from "./embed.js"
 */
import { queryOf, pairsOf, valuesFrom } from "./embed.js";
import { SCENES } from "../src/scenes/index.js";

/** Widths of posts: two phones, Tistory's narrow and wide skins, and a wide one. */
export const WIDTHS = [320, 360, 550, 700, 760];

/** Around the scene in the page of an iframe, and what heights are rounded up to. */
const [PADDING, STEP] = [16, 10];

/**
 * @typedef {object} Look
 * @property {number} width
 * @property {"element" | "iframe"} form
 * @property {"light" | "dark"} theme
 * @property {Language} post
 */

/**
 * @param {URLSearchParams} query
 * @param {Language} lang
 * @param {boolean} dark
 * @returns {{ values: Values, look: Look }}
 */
export function fromAddress(query, lang, dark) {
  const width = Number(query.get("width"));
  return {
    values: valuesFrom(query),
    look: {
      width: WIDTHS.includes(width) ? width : 700,
      form: query.get("form") === "iframe" ? "iframe" : "element",
      theme: dark ? "dark" : "light",
      post: lang,
    },
  };
}

/** @param {Values} values @param {Look} look @param {string} page The language of this page. */
export const toAddress = (values, { width, form }, page) =>
  `?${queryOf([
    ...pairsOf(values),
    ["page", page],
    ["width", String(width)],
    ...(form === "iframe" ? /** @type {[string, string][]} */ ([["form", form]]) : []),
  ])}`;

/**
 * How tall an iframe has to be: as tall as the scene was at most, or where that is not known yet as what is reserved
 * for it.
 * @param {keyof typeof SCENES} scene
 * @param {number} width
 * @param {number} tallest
 */
export function frameHeight(scene, width, tallest) {
  const [[narrow, middle]] = SCENES[scene].heights;
  return Math.ceil(((tallest || (width < 600 ? narrow : middle)) + PADDING) / STEP) * STEP;
}

/** Which attribute a validation error of the engine is about. @param {string} what @returns {string | undefined} */
export function attributeOf(what) {
  if (/^(data\b|file$)/.test(what)) return "data";
  const found = /kernel|bias|activation|learning.?rate|inputs|target|claim/i.exec(what)?.[0].toLowerCase();
  const names = /** @type {Record<string, string>} */ ({
    kernel: "kernels",
    bias: "biases",
    activation: "activations",
    claim: "claims",
  });
  return found?.startsWith("learning") ? "learning-rate" : found && (names[found] ?? found);
}
