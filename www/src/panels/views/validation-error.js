/**
 * A validation error in the reader's words, beside the control that it is about.
 *
 * @import { Lab } from "../../experiment/lab.js"
 * @import { Words } from "../../locales/playground.js"
 */
import { html, nothing } from "lit";
import { isLimit, knownValidationError } from "./validation-error-kinds.js";

/**
 * Where a path of a configuration leads, in words: "model.layers[1].units" is "layer 2: units".
 * @param {Words} words
 * @param {string} path
 */
function placeText({ errors }, path) {
  const [place, ...rest] = path.split(": ");
  const places = /** @type {Record<string, string>} */ (errors.places);
  const layer = /layers\[(\d+)\]/.exec(place);
  const last = place
    .replace(/\[\d+\]/g, "")
    .split(".")
    .findLast((part) => part in places);
  const name = [
    layer ? errors.layer(Number(layer[1]) + 1) : "",
    last && !(layer && last === "layers") ? places[last] : "",
  ]
    .filter(Boolean)
    .join(" · ");
  return [name || place, ...rest].filter(Boolean).join(": ");
}

/** A failure in the reader's words. @param {Words} words @param {unknown} failure @returns {string} */
export const failureText = (words, failure) =>
  `${sentenceOf(words, failure)}${isLimit(/** @type {any} */ (failure ?? {})) ? ` ${words.errors.larger}` : ""}`;

/** @param {Words} words @param {unknown} failure @returns {string} */
function sentenceOf(words, failure) {
  if (typeof WebAssembly === "undefined") return words.errors.noWasm;
  const { code, what = "", expected = "", received = "" } = /** @type {any} */ (failure ?? {});
  const place = placeText(words, what);
  const known = knownValidationError(words, place, { what, expected, received });
  if (known) return known;
  const write = /** @type {any} */ (words.errors)[code];
  return typeof write === "function" ? write({ what: place, expected, received }) : words.errors.unknown;
}

/**
 * In the playground: the way to the tab that saves for other tools, beside what is too large for the page.
 * @param {Words} words @param {unknown} failure
 */
export const wayOn = (words, failure) =>
  isLimit(/** @type {any} */ (failure ?? {}))
    ? html`<button
        type="button"
        class="plain"
        @click=${(/** @type {Event} */ { currentTarget }) =>
          currentTarget?.dispatchEvent(new CustomEvent("show-tab", { bubbles: true, composed: true, detail: "save" }))}
      >
        ${words.errors.toTools}
      </button>`
    : nothing;

/** @param {Words} words @param {unknown} failure */
export const validationErrorNote = (words, failure) =>
  html`<p class="validation-error" role="alert">${failureText(words, failure)} ${wayOn(words, failure)}</p>`;

/** Whether the last validation error is about a path or what stands below it. @param {Lab} lab @param {string} path */
export const isRejected = (lab, path) => {
  const at = lab.validationError?.path.split(": ")[0] ?? "";
  return Boolean(lab.validationError) && (at === path || at.startsWith(`${path}.`) || at.startsWith(`${path}[`));
};

/**
 * The validation error of a control, under it.
 * @param {Words} words
 * @param {Lab} lab
 * @param {string} path Of the setting, such as "split.testSize".
 */
export const validationErrorAt = (words, lab, path) =>
  lab.validationError && isRejected(lab, path) ? validationErrorNote(words, lab.validationError.failure) : nothing;
