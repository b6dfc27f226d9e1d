/**
 * A number or a choice that the reader can change where it stands. A bad value is rejected beside it and not taken.
 */
import { html, nothing } from "lit";
import { full } from "../../format.js";

/**
 * @typedef {object} FieldView
 * @property {string} id
 * @property {unknown} label
 * @property {string} name For a screen reader.
 * @property {number} value
 * @property {string} [draft] What stands in the field while it is rejected.
 * @property {string} [validationError]
 * @property {(text: string) => void} commit
 * @property {(event: KeyboardEvent | PointerEvent) => void} hold
 */

/** @param {FieldView} view */
export function numberField({ id, label, name, value, draft, validationError, commit, hold }) {
  return html`<div class=${validationError ? "field rejected" : "field"}>
    <label for=${id} class="held" @pointerdown=${hold}>${label}</label>
    <input
      id=${id}
      type="text"
      inputmode="text"
      autocomplete="off"
      autocapitalize="off"
      spellcheck="false"
      aria-label=${name}
      aria-invalid=${validationError ? "true" : nothing}
      aria-describedby=${validationError ? `${id}-validation-error` : nothing}
      .value=${draft ?? full(value)}
      @keydown=${hold}
      @change=${(/** @type {Event} */ event) => commit(/** @type {HTMLInputElement} */ (event.target).value)}
    />
    ${validationError ? html`<p class="validation-error" id=${`${id}-validation-error`} role="alert">${validationError}</p>` : nothing}
  </div>`;
}

/**
 * @param
 *   {{ id: string, label: unknown, name: string, value: string, options: [string, string][],
 *     commit: (value: string) => void }}
 *   view
 */
export function choiceField({ id, label, name, value, options, commit }) {
  return html`<div class="field">
    <label for=${id}>${label}</label>
    <select
      id=${id}
      aria-label=${name}
      .value=${value}
      @change=${(/** @type {Event} */ event) => commit(/** @type {HTMLSelectElement} */ (event.target).value)}
    >
      ${options.map(([option, text]) => html`<option value=${option} ?selected=${option === value}>${text}</option>`)}
    </select>
  </div>`;
}
