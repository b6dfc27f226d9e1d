/**
 * `evaluate` on the test rows, with the words and numbers of Keras.
 *
 * @import { Lab } from "../../experiment/lab.js"
 * @import { Words } from "../../locales/playground.js"
 * @import { Experiment } from "../../experiment/types.js"
 */
import { html, nothing } from "lit";
import { format, full } from "../../format.js";

const STYLES = /** @type {const} */ ({ keras3: "Keras 3", keras2: "Keras 2" });
/** @typedef {keyof typeof STYLES} Style */

/**
 * @param {Words} words
 * @param {Lab} lab
 * @param {ReturnType<Experiment["evaluate"]>} score
 * @param {{ digits: number, style: Style, choose: (style: Style) => void }} look
 */
export function scoreView({ results: { evaluate: own } }, lab, { scores, text }, { digits, style, choose }) {
  const { setup, state } = lab;
  const rows = format(setup?.testRows.length ?? 0);
  return html`<section class="group score" aria-labelledby="score-title">
    <h3 id="score-title">${own.title}</h3>
    <p class="note">${setup?.config.split === null ? own.unsplit(rows) : own.about(rows)}</p>
    <dl class="facts">
      ${Object.entries(scores).map(
        ([name, value]) =>
          html`<dt>${name}</dt>
            <dd title=${full(value)}><b translate="no">${format(value, Math.max(digits, 4))}</b></dd>`,
      )}
    </dl>
    ${state?.updates === 0 ? html`<p class="note">${own.fresh}</p>` : nothing}
    ${state?.end?.why === "diverged" ? html`<p class="diverged">${own.diverged}</p>` : nothing}
    <div class="row">
      <code>model.evaluate(x_test, y_test)</code>
      <span class="segments" role="group" aria-label=${own.style}
        >${
          /** @type {Style[]} */ (Object.keys(STYLES)).map(
            (each) =>
              html`<button type="button" aria-pressed=${style === each} @click=${() => choose(each)}>
                ${STYLES[each]}
              </button>`,
          )
        }</span
      >
    </div>
    <pre translate="no" tabindex="0" class="printed">${text}</pre>
  </section>`;
}
