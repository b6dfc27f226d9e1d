/**
 * The mini-batch that comes next: the gradient of each of its rows, and their mean that makes the update.
 *
 * @import { BatchTrace, ModelTrace } from "../../../../src/bindings/types.js"
 * @import { ActiveLayer } from "../../experiment/layers.js"
 * @import { Words } from "../../locales/playground.js"
 */
import { html } from "lit";
import { format, full } from "../../format.js";
import { nameText } from "../../names.js";
import { trainedParameters } from "../views/layer-names.js";

/** @typedef {Awaited<ReturnType<import("../../experiment/types.js").Experiment["batchGradients"]>>} BatchGradients */

/**
 * A batch as a trace that can be drawn: its units have no values, as each row has its own.
 * @param {BatchTrace} trace
 * @param {number} inputs How many.
 * @returns {ModelTrace}
 */
export const pictured = (trace, inputs) =>
  /** @type {any} */ ({ ...trace, inputs: new Array(inputs).fill(undefined), target: [], prediction: [] });

/** So many parameters are written out as numbers. */
const MOST_WRITTEN = 60;

/**
 * @param {Words} words @param {BatchGradients} batch @param {readonly ActiveLayer[]} layers
 * @param {(row: number) => void} follow
 */
export function batchView({ train, charts }, { rows, gradients, mean, loss, rowLosses }, layers, follow) {
  const parameters = trainedParameters(layers);
  const names = parameters.map(({ name }) => nameText(name));
  const count = names.length;
  const written = names.slice(0, MOST_WRITTEN);
  const all = new Float32Array((rows.length + 1) * count);
  for (let row = 0; row <= rows.length; row++) {
    const from = row < rows.length ? gradients.subarray(row * mean.length) : mean;
    parameters.forEach(({ at }, i) => (all[row * count + i] = from[at]));
  }
  const rowName = (/** @type {number} */ i) => (i < rows.length ? train.rowOf(rows[i]) : train.mean);
  const cell = (/** @type {number} */ row, /** @type {number} */ column) => `${rowName(row)} · ${names[column]}`;
  return html`<p class="note">${train.batchLead(rows.length)} ${train.meanLoss} <b translate="no">${full(loss)}</b></p>
    <gn-heat-map
      .values=${all}
      .rows=${rows.length + 1}
      .columns=${count}
      .words=${charts}
      .heading=${train.gradientsHeading}
      .height=${Math.min((rows.length + 1) * 16, 240)}
      .cell=${cell}
    ></gn-heat-map>
    <p class="note">${train.gradientsNote}</p>
    <div class="scroll gradients" tabindex="0" role="group" aria-label=${train.gradientsHeading}>
      <table>
        <thead>
          <tr>
            <th scope="col">${train.parameter}</th>
            ${Array.from(
              rows,
              (row) =>
                html`<th scope="col">
                  <button type="button" class="button plain" title=${train.openInspector} @click=${() => follow(row)}>
                    ${train.rowOf(row)}
                  </button>
                </th>`,
            )}
            <th scope="col">${train.mean}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">${train.loss}</th>
            ${Array.from(rowLosses, (value) => html`<td translate="no">${format(value)}</td>`)}
            <td><b translate="no">${format(loss)}</b></td>
          </tr>
          ${written.map(
            (name, i) =>
              html`<tr>
                <th scope="row">${name}</th>
                ${Array.from(rows, (_, row) => html`<td translate="no">${format(all[row * count + i])}</td>`)}
                <td><b translate="no">${format(all[rows.length * count + i])}</b></td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}
