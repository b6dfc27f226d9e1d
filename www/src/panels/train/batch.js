/**
 * The mini-batch that comes next: the gradient of each of its rows, and their mean that makes the update.
 *
 * @import { BatchTrace, ModelTrace } from "../../../../src/bindings/types.js"
 * @import { Words } from "../../locales/playground.js"
 * @import { LiveLayer } from "./network-canvas.js"
 */
import { html } from "lit";
import { format, full } from "../../format.js";
import { biasName, nameText, weightName } from "../../names.js";

/** @typedef {Awaited<ReturnType<import("../../experiment/types.js").Experiment["batchGradients"]>>} BatchGradients */

/**
 * A batch as a trace that can be drawn: its units have no values, as each row has its own.
 * @param {BatchTrace} trace
 * @returns {ModelTrace}
 */
export const pictured = (trace) =>
  /** @type {any} */ ({ ...trace, inputs: trace.layers[0].kernel.map(() => undefined), target: [], prediction: [] });

/** So many parameters are written out as numbers. */
const MOST_WRITTEN = 60;

/**
 * What each parameter is called, in the order of the weights.
 * @param {readonly LiveLayer[]} layers
 * @returns {string[]}
 */
function namesOf(layers) {
  const shape = { inputs: { length: layers[0].inputs }, layers };
  return layers.flatMap(({ inputs, units, useBias }, layer) => {
    const weights = Array.from({ length: inputs * units }, (_, i) =>
      nameText(weightName(shape, layer, i % units, Math.floor(i / units))),
    );
    const biases = Array.from({ length: useBias ? units : 0 }, (_, unit) => nameText(biasName(shape, layer, unit)));
    return [...weights, ...biases];
  });
}

/**
 * @param {Words} words @param {BatchGradients} batch @param {readonly LiveLayer[]} layers
 * @param {(row: number) => void} follow
 */
export function batchView({ train, charts }, { rows, gradients, mean, loss, rowLosses }, layers, follow) {
  const names = namesOf(layers);
  const count = mean.length;
  const written = names.slice(0, MOST_WRITTEN);
  const all = new Float32Array(gradients.length + count);
  all.set(gradients);
  all.set(mean, gradients.length);
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
                ${Array.from(rows, (_, row) => html`<td translate="no">${format(gradients[row * count + i])}</td>`)}
                <td><b translate="no">${format(mean[i])}</b></td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}
