/**
 * Where the author is: what the embed holds, where it goes, what the post says of it, and how the preview shows it.
 * Kept in the page's address, so that it can be shared. Pure.
 *
 * @import { Language } from "../src/locales/languages.js"
 * @import { Values } from "./embed.js"
 * @import { PlaceName } from "./places.js"
 * @import { PostTexts } from "./snippets.js"
 */
import { LANGUAGES } from "../src/locales/languages.js";
import { SCENES } from "../src/scenes/index.js";
import { queryOf, pairsOf, valuesFrom } from "./embed.js";
import { PLACES } from "./places.js";

/** What readers hold, by the width of its window. */
export const DEVICES = { phone: 360, tablet: 768, desktop: 1280 };

/** Widths of a post's column, where the window is wider. */
export const COLUMNS = [550, 640, 700, 760, 960];

/** @typedef {keyof typeof DEVICES} Device */

/** The post's texts, in the order of their fields. @type {readonly (keyof PostTexts)[]} */
export const TEXTS = ["id", "title", "sentence", "caption", "poster"];

/** Around the scene in the page of an iframe, and what heights are rounded up to. */
const [PADDING, STEP] = [16, 10];

/**
 * @typedef {object} Look
 * @property {PlaceName} place
 * @property {Device} device
 * @property {number} column
 * @property {"element" | "iframe"} form
 * @property {"light" | "dark"} theme
 * @property {Language} post
 * @typedef {{ values: Values, look: Look, texts: Partial<PostTexts> }} Work
 */

/** @template {string} T @param {Record<T, unknown>} all @param {string | null} name @param {T} usual @returns {T} */
const oneOf = (all, name, usual) => (name !== null && Object.hasOwn(all, name) ? /** @type {T} */ (name) : usual);

/** @param {Partial<Record<string, string>>} all @returns {Partial<PostTexts>} Those that are written. */
export const textsFrom = (all) =>
  Object.fromEntries(TEXTS.map((name) => [name, all[name]?.trim()]).filter(([, text]) => text));

/**
 * @param {URLSearchParams} query
 * @param {Language} lang
 * @param {boolean} dark
 * @returns {Work}
 */
export function fromAddress(query, lang, dark) {
  const column = Number(query.get("column"));
  return {
    values: valuesFrom(query),
    texts: textsFrom(Object.fromEntries(query)),
    look: {
      place: oneOf(PLACES, query.get("place"), "tistory"),
      device: oneOf(DEVICES, query.get("device"), "desktop"),
      column: COLUMNS.includes(column) ? column : 700,
      form: query.get("form") === "iframe" ? "iframe" : "element",
      theme: dark ? "dark" : "light",
      post: oneOf(LANGUAGES, query.get("post"), lang),
    },
  };
}

/** @param {Work} work @param {string} page The language of this page. */
export function toAddress({ values, look, texts }, page) {
  const { place, device, column, form, post } = look;
  return `?${queryOf([
    ...pairsOf(values),
    .../** @type {[string, string][]} */ (Object.entries(textsFrom(texts))),
    ["page", page],
    ["place", place],
    ["device", device],
    ["column", String(column)],
    ...(form === "iframe" ? /** @type {[string, string][]} */ ([["form", form]]) : []),
    ...(post === page ? [] : /** @type {[string, string][]} */ ([["post", post]])),
  ])}`;
}

/** How wide the post's column is on the device. @param {Pick<Look, "device" | "column">} look */
export const widthOf = ({ device, column }) => Math.min(DEVICES[device], column);

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
