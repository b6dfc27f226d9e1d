/**
 * What Keras prints of the model, and the same experiment as Python.
 *
 * @import { ModelPanel } from "../model-panel.js"
 */
import { html } from "lit";

const STYLES = /** @type {const} */ (["keras3", "keras2"]);

/** @param {ModelPanel} panel */
export const summaryView = (panel) => {
  const { own, summary, printed } = panel;
  return html`<section class="group" aria-labelledby="summary">
    <div class="row between">
      <h3 id="summary">${own.summary} <span class="term">${own.summaryTerm}</span></h3>
      <div class="segments" role="group" aria-label=${own.styleOf}>
        ${STYLES.map(
          (name) =>
            html`<button type="button" aria-pressed=${name === printed} @click=${() => panel.show(name)}>
              ${own.styles[name]}
            </button>`,
        )}
      </div>
    </div>
    <pre translate="no" tabindex="0" aria-labelledby="summary">${summary}</pre>
  </section>`;
};

/** @param {ModelPanel} panel */
export const codeView = (panel) =>
  html`<section class="group" aria-labelledby="code">
    <div class="row between">
      <h3 id="code">${panel.own.code} <span class="term">${panel.own.codeTerm}</span></h3>
      <button type="button" class="button" data-act="copy" @click=${() => panel.copy()}>${panel.own.copy}</button>
    </div>
    <p class="note">${panel.own.codeHint}</p>
    <pre translate="no" tabindex="0" class="code" aria-labelledby="code">${panel.code}</pre>
    <p class="note" role="status">${panel.copied}</p>
  </section>`;
