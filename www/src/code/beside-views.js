/**
 * What was recorded of a fit beside its network: losses, batches, predictions.
 *
 * @import { CodeWords } from "../locales/code.js"
 * @import { Words } from "../locales/playground.js"
 * @import { Moment, WatchedModel } from "./recording.js"
 */
import { html, nothing } from "lit";
import { format, full } from "../format.js";
import { seriesOf } from "./recording.js";

/**
 * @typedef {{ words: CodeWords, playground: Words, model: WatchedModel, moment: Moment | undefined, digits: number }}
 * View
 */

/** So many rows of predictions are shown. */
const FIRST = 5;
/** Of so many rows the labels are known. */
const MOST_LABELS = 2000;

/** Up to the epoch that is shown. @param {{ x: number[], y: number[] }} series @param {number} epoch */
const endOf = ({ x }, epoch) => x.filter((value) => value <= epoch).length;

/** @param {View} view */
function lossesView({ words, playground, model, moment }) {
  const own = words.beside;
  const epoch = moment?.epoch ?? Infinity;
  const lines = [
    { name: "loss", label: own.loss, color: "loss" },
    { name: "val_loss", label: own.validation, color: "accent", dash: [7, 4] },
  ].flatMap(({ name, ...look }) => {
    const series = seriesOf(model, name);
    return series ? [{ ...look, ...series, end: endOf(series, epoch) }] : [];
  });
  if (!lines.length) return nothing;
  return html`<div class="losses">
    <gn-line-chart
      compact
      .series=${lines}
      .words=${playground.charts}
      heading=${own.lossByEpoch}
      xLabel=${own.epochs}
      yLabel=${own.loss}
    ></gn-line-chart>
  </div>`;
}

/**
 * A run as the grid of batches asks for it: where it is, and which row of the table stands in a cell of the first
 * epoch.
 * @param {View} view @returns {any}
 */
function labOf({ model: { data, epochs, moments }, moment }) {
  const batches = data?.batches ?? [];
  const epoch = moment?.epoch ?? 0;
  const isOver = epoch > 0 && epoch >= (moments.at(-1)?.epoch ?? 0);
  const order = batches.flatMap((batch) => Array.from(batch));
  return {
    running: false,
    state: {
      epoch,
      epochs: Math.max(epochs, 1),
      batch: 0,
      batches: batches.length,
      ...(isOver ? { end: { why: "finished" } } : {}),
    },
    ask: async (/** @type {string} */ _what, /** @type {number} */ of) => (of === 0 ? order : undefined),
  };
}

/** @param {View} view */
function batchesView(view) {
  const { data } = view.model;
  const own = view.words.beside;
  if (!data?.batches.length) return nothing;
  const rows = data.batches.reduce((sum, { length }) => sum + length, 0);
  return html`<p class="note">${own.batchNote(rows, data.batchSize, data.batches.length)}</p>
    <gn-batch-grid
      .lab=${labOf(view)}
      .words=${view.playground}
      .rows=${rows}
      .batchSize=${data.batchSize}
    ></gn-batch-grid>`;
}

/** @param {ArrayLike<number>} values @param {number} row @param {number} width @param {number} digits */
const cells = (values, row, width, digits) =>
  Array.from({ length: width }, (_, i) => values[row * width + i]).map(
    (value) => html`<td translate="no" title=${full(value)}>${format(value, digits)}</td>`,
  );

/** @param {View} view */
function predictionsView({ words, model, digits }) {
  const own = words.beside;
  const { predicted, scores } = model;
  if (!predicted && !scores) return nothing;
  return html`${
    scores
      ? html`<dl class="scores">
          ${Object.entries(scores).map(
            ([name, value]) =>
              html`<div>
                <dt translate="no">${name}</dt>
                <dd translate="no" title=${full(value)}>${format(value, digits)}</dd>
              </div>`,
          )}
        </dl>`
      : nothing
  }
  ${predicted ? table(own, predicted, digits) : nothing}`;
}

/**
 * @param {CodeWords["beside"]} own @param {NonNullable<WatchedModel["predicted"]>} predicted @param {number} digits
 */
function table(own, { rows, width, outputs, targets }, digits) {
  const labels = targets && { values: targets, width: targets.length / Math.min(rows, MOST_LABELS) };
  const shown = Math.min(rows, FIRST);
  return html`<p class="note">${own.firstRows(shown, rows)}</p>
    <table>
      <thead>
        <tr>
          <th scope="col">${own.row}</th>
          ${labels ? html`<th scope="col" colspan=${labels.width}>${own.target}</th>` : nothing}
          <th scope="col" colspan=${width}>${own.prediction}</th>
        </tr>
      </thead>
      <tbody>
        ${Array.from(
          { length: shown },
          (_, row) =>
            html`<tr>
              <th scope="row">${row}</th>
              ${labels ? cells(labels.values, row, labels.width, digits) : nothing}
              ${cells(outputs, row, width, digits)}
            </tr>`,
        )}
      </tbody>
    </table>`;
}

/**
 * What stands below the network, one at a time; what there is nothing of is not offered.
 * @type
 *   {readonly { name: "losses" | "batches" | "predictions", has: (model: WatchedModel) => boolean,
 *     draw: (view: View) => unknown }[]}
 */
export const TABS = [
  { name: "losses", has: (model) => Boolean(seriesOf(model, "loss")), draw: lossesView },
  { name: "batches", has: ({ data }) => Boolean(data?.batches.length), draw: batchesView },
  { name: "predictions", has: ({ predicted, scores }) => Boolean(predicted ?? scores), draw: predictionsView },
];
