/**
 * What a reader opens: the fields, the table, the card of a unit or link, the keys. It is fetched when the first of
 * them is asked for.
 */
import { openedStyle } from "../style/opened.js";

export { help } from "./help.js";
export { inspector } from "./inspector.js";
export { settings } from "./settings.js";
export { table } from "./table.js";

/** Has a scene look as they do. @param {ShadowRoot} root */
export function adopt({ adoptedStyleSheets: sheets }) {
  const sheet = /** @type {CSSStyleSheet} */ (openedStyle.styleSheet);
  if (!sheets.includes(sheet)) sheets.push(sheet);
}
