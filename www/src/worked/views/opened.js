/**
 * What a reader opens: the fields and what a change in them does, the table, the card of a unit or link, the keys, what
 * follows a value that is dragged; what numbers in the text read; the words of failures; formulas of other activations;
 * and the curve of the loss, which is there after an iteration. It is fetched when the first of them is asked for.
 */
import { openedStyle } from "../style/opened.js";

export { authorsFailureText } from "../../locales/failure.js";
export { Changes } from "../changes.js";
export { hold, holdField } from "../drag.js";
export { read } from "../read.js";
export { claimList } from "./claims.js";
export { activationFormulas as formulas } from "./formulas-activation.js";
export { help } from "./help.js";
export { inspector } from "./inspector.js";
export { lossCurve } from "./loss-curve.js";
export { settings } from "./settings.js";
export { table } from "./table.js";

/** Has a scene look as they do. @param {ShadowRoot} root */
export function adopt({ adoptedStyleSheets: sheets }) {
  const sheet = /** @type {CSSStyleSheet} */ (openedStyle.styleSheet);
  if (!sheets.includes(sheet)) sheets.push(sheet);
}
