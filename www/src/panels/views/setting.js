/**
 * One setting of the experiment: its control, and below it the validation error that is about it. What was typed and
 * rejected stays in its field, so that it can be fixed; the experiment stays as it was.
 *
 * @import { Lab } from "../../experiment/lab.js"
 * @import { Words } from "../../locales/playground.js"
 */
import { html, noChange, nothing } from "lit";
import { Directive, directive } from "lit/directive.js";
import { live } from "lit/directives/live.js";
import { parse } from "../../format.js";
import { isRejected, validationErrorAt } from "./validation-error.js";

/**
 * @typedef {object} Setting
 * @property {string} path Of the setting in the configuration, such as "split.testSize".
 * @property {string} label
 * @property {string} [hint] Below the control.
 */

/** A value as text in a field, but never under the hands of the one who types: panels are drawn anew at any moment. */
const unhurried = directive(
  class extends Directive {
    /** @type {string | undefined} */
    #shown;
    /** What was typed to its end. @type {string | undefined} */
    #given;
    #heard = false;

    /** @param {string} _value @param {boolean} _stays What was typed is to stay. */
    render(_value, _stays) {
      return noChange;
    }

    /** @param {import("lit/directive.js").ElementPart} part @param {[string, boolean]} values */
    update({ element }, [value, stays]) {
      const field = /** @type {HTMLInputElement} */ (element);
      if (!this.#heard)
        field.addEventListener("change", () => {
          this.#given = field.value;
        });
      this.#heard = true;
      const typing = /** @type {ShadowRoot} */ (field.getRootNode()).activeElement === field;
      const news = value !== this.#shown;
      const halfway = typing && field.value !== this.#shown && field.value !== this.#given;
      if (stays || halfway || (typing && !news)) return noChange;
      this.#shown = value;
      if (field.value !== value) field.value = value;
      return noChange;
    }
  },
);

/** @param {string} path */
const idOf = (path) => path.replace(/[^\w]+/g, "-");

/**
 * @param {Words} words
 * @param {Lab} lab
 * @param {Setting} setting
 * @param {(id: string, rejected: boolean) => unknown} control
 */
function setting(words, lab, { path, label, hint }, control) {
  const [id, rejected] = [idOf(path), isRejected(lab, path)];
  return html`<div class=${rejected ? "field rejected" : "field"}>
    <label for=${id}>${label}</label>
    ${control(id, rejected)} ${hint ? html`<span class="note">${hint}</span>` : nothing}
    <div id=${`${id}-validation-error`}>${validationErrorAt(words, lab, path)}</div>
  </div>`;
}

/**
 * What was typed as a number; what is none goes to the engine as it is, which says what it expected; nothing is the
 * default where there is one.
 * @param {string} text
 * @param {boolean} optional
 */
const numberOf = (text, optional) => (optional && text.trim() === "" ? undefined : (parse(text) ?? text));

/**
 * @param {Words} words @param {Lab} lab
 * @param
 *   {Setting & { value: number | undefined, optional?: boolean, whole?: boolean, placeholder?: string,
 *     change: (value: any) => unknown }}
 *   options
 */
export const numberSetting = (
  words,
  lab,
  { value, optional = false, whole = false, placeholder = "", change, ...rest },
) =>
  setting(
    words,
    lab,
    rest,
    (id, rejected) =>
      html`<input
        id=${id}
        inputmode=${whole ? "numeric" : "decimal"}
        autocomplete="off"
        placeholder=${placeholder}
        ${unhurried(value === undefined ? "" : String(value), rejected || lab.busy)}
        aria-invalid=${rejected}
        aria-describedby=${`${id}-validation-error`}
        @change=${(/** @type {Event} */ event) =>
          change(numberOf(/** @type {HTMLInputElement} */ (event.target).value, optional))}
      />`,
  );

/**
 * A line of text, as it is.
 * @param {Words} words @param {Lab} lab
 * @param {Setting & { value: string, change: (text: string) => unknown }} options
 */
export const textSetting = (words, lab, { value, change, ...rest }) =>
  setting(
    words,
    lab,
    rest,
    (id, rejected) =>
      html`<input
        id=${id}
        autocomplete="off"
        spellcheck="false"
        ${unhurried(value, rejected || lab.busy)}
        aria-invalid=${rejected}
        aria-describedby=${`${id}-validation-error`}
        @change=${(/** @type {Event} */ event) => change(/** @type {HTMLInputElement} */ (event.target).value)}
      />`,
  );

/**
 * One of some names; `options` are value and text.
 * @param {Words} words @param {Lab} lab
 * @param
 *   {Setting & { value: string, options: readonly (readonly [value: string, text: string])[],
 *     change: (value: any) => unknown }}
 *   options
 */
export const choiceSetting = (words, lab, { value, options, change, ...rest }) =>
  setting(
    words,
    lab,
    rest,
    (id, rejected) =>
      html`<select
        id=${id}
        data-value=${value}
        aria-invalid=${rejected}
        aria-describedby=${`${id}-validation-error`}
        @change=${(/** @type {Event} */ event) => change(/** @type {HTMLSelectElement} */ (event.target).value)}
      >
        ${options.map(([name, text]) => html`<option value=${name} ?selected=${name === value}>${text}</option>`)}
      </select>`,
  );

/** @param {Lab} lab @param {string} label @param {boolean} checked @param {(checked: boolean) => unknown} change */
export const checkSetting = (lab, label, checked, change) =>
  html`<label class="check"
    ><input
      type="checkbox"
      .checked=${lab.busy ? noChange : live(checked)}
      @change=${(/** @type {Event} */ event) => change(/** @type {HTMLInputElement} */ (event.target).checked)}
    /><span>${label}</span></label
  >`;

/** A choice that was rejected shows again what is. @param {ParentNode} root */
export function showChoices(root) {
  for (const select of root.querySelectorAll("select")) {
    if (select.dataset.value !== undefined && select.value !== select.dataset.value)
      select.value = select.dataset.value;
  }
}
