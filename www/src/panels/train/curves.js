/**
 * Loss and metrics as they went on, by epoch or by update.
 *
 * @import { Lab } from "../../experiment/lab.js"
 * @import { Series } from "../../charts/line-chart.js"
 * @import { Words } from "../../locales/playground.js"
 */
import { html, nothing } from "lit";
import { guard } from "lit/directives/guard.js";
import { format } from "../../format.js";
import { extentOf } from "../../charts/extent.js";

/**
 * What was seen of the run, and how it is drawn; the same object until it is drawn anew.
 * @typedef
 *   {{ time: number, by: "epoch" | "update", lang: string, history: Lab["history"],
 *     losses: import("../../experiment/polling.js").Frame["losses"], updates: number }}
 *   Sight
 */

/**
 * @param {Sight} sight
 * @param {string} name
 * @param {string} label
 * @param {{ color: string, dash?: number[] }} look
 * @returns {Series[]}
 */
const ofEpochs = ({ history }, name, label, look) => {
  const y = history.history[name];
  return y ? [{ label, x: history.epoch.map((epoch) => epoch + 1), y, ...look }] : [];
};

/** @param {Words} words @param {Sight} sight @returns {Series[]} */
export function lossSeries({ train }, sight) {
  const { losses, by } = sight;
  if (by === "update")
    return losses ? [{ label: train.loss, x: losses.update, y: losses.loss, color: "loss", width: 1.25 }] : [];
  return [
    ...ofEpochs(sight, "loss", train.loss, { color: "loss" }),
    ...ofEpochs(sight, "val_loss", train.validationLoss, { color: "accent", dash: [7, 4] }),
  ];
}

/** Everything but the loss, each with its validation beside it. @param {Words} words @param {Sight} sight */
const metricSeries = ({ train }, sight) =>
  Object.keys(sight.history.history)
    .filter((name) => !/loss$/.test(name) && !name.startsWith("val_"))
    .map((name) => ({
      name,
      series: [
        ...ofEpochs(sight, name, name, { color: "update" }),
        ...ofEpochs(sight, `val_${name}`, train.metric(`val_${name}`), { color: "accent", dash: [7, 4] }),
      ],
    }));

/** Whether more is better. @param {string} name */
const rises = (name) => /acc|r2/.test(name);

/**
 * The best of the values that are finite; undefined where none is.
 * @param {readonly number[]} values
 * @param {boolean} isRising
 */
export const bestOf = (values, isRising) => extentOf(values)?.[isRising ? 1 : 0];

/** @param {number | undefined} value */
const printed = (value) => (value === undefined ? "–" : format(value, 4));

/** @param {Words} words @param {Lab} lab */
function metricsTable({ train }, { history }) {
  const names = Object.keys(history.history);
  if (!names.length) return nothing;
  return html`<table class="metrics">
    <thead>
      <tr>
        <th scope="col">${train.metrics}</th>
        <th scope="col">${train.now}</th>
        <th scope="col">${train.best}</th>
      </tr>
    </thead>
    <tbody>
      ${names.map(
        (name) =>
          html`<tr>
            <th scope="row">${name}</th>
            <td translate="no">${printed(history.history[name].at(-1))}</td>
            <td translate="no">${printed(bestOf(history.history[name], rises(name)))}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** @param {Words} words @param {Sight} sight */
function charts(words, sight) {
  const { train } = words;
  const { by, updates } = sight;
  return html`<gn-line-chart
      .series=${lossSeries(words, sight)}
      .words=${words.charts}
      heading=${train.lossHeading}
      xLabel=${by === "epoch" ? train.byEpoch : train.byUpdate}
      yLabel=${train.loss}
      scales
      name="loss"
      nothing=${by === "epoch" && updates ? train.noEpoch : ""}
    ></gn-line-chart>
    ${metricSeries(words, sight).map(
      ({ name, series }) =>
        html`<gn-line-chart
          .series=${series}
          .words=${words.charts}
          heading=${name}
          xLabel=${train.byEpoch}
          yLabel=${name}
          .height=${150}
          name=${name}
        ></gn-line-chart>`,
    )}`;
}

/**
 * @param {Words} words
 * @param {Lab} lab
 * @param {Sight} sight
 * @param {"epoch" | "update"} by
 * @param {(by: "epoch" | "update") => void} choose
 */
export function curves(words, lab, sight, by, choose) {
  const { train } = words;
  return html`<div class="group curves">
    <div class="row between">
      <h3>${train.curves}</h3>
      <span class="row"
        ><span class="note">${train.by}</span
        ><span class="segments" role="group" aria-label=${train.by}>
          <button type="button" aria-pressed=${by === "epoch"} @click=${() => choose("epoch")}>${train.byEpoch}</button>
          <button type="button" aria-pressed=${by === "update"} @click=${() => choose("update")}>
            ${train.byUpdate}
          </button></span
        ></span
      >
    </div>
    ${guard([sight, words], () => charts(words, sight))} ${metricsTable(words, lab)}
  </div>`;
}
