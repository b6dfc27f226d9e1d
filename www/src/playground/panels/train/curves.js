/**
 * Loss and metrics as they went on, by epoch or by update.
 *
 * @import { Lab } from "../../lab.js"
 * @import { Series } from "../../charts/line-chart.js"
 * @import { Words } from "../../locales/index.js"
 */
import { html, nothing } from "lit";
import { format } from "../../../format.js";

/** @param {Lab} lab @param {string} name @param {string} label @param {{ color: string, dash?: number[] }} look @returns {Series[]} */
const ofEpochs = ({ history }, name, label, look) => {
  const y = history.history[name];
  return y ? [{ label, x: history.epoch.map((epoch) => epoch + 1), y, ...look }] : [];
};

/** @param {Words} words @param {Lab} lab @param {"epoch" | "update"} by @returns {Series[]} */
function lossSeries({ train }, lab, by) {
  const losses = lab.frame?.losses;
  if (by === "update") return losses ? [{ label: train.loss, x: losses.update, y: losses.loss, color: "loss", width: 1.25 }] : [];
  return [...ofEpochs(lab, "loss", train.loss, { color: "loss" }), ...ofEpochs(lab, "val_loss", train.validationLoss, { color: "accent", dash: [7, 4] })];
}

/** Everything but the loss, each with its validation beside it. @param {Lab} lab */
const metricsOf = ({ history }) => Object.keys(history.history).filter((name) => !/loss$/.test(name) && !name.startsWith("val_"));

/** Whether more is better. @param {string} name */
const rises = (name) => /acc|r2/.test(name);

/** @param {Words} words @param {Lab} lab */
export function metricsTable({ train }, { history }) {
  const names = Object.keys(history.history);
  if (!names.length) return nothing;
  const best = (/** @type {string} */ name) => {
    const values = history.history[name].filter(Number.isFinite);
    return rises(name) ? Math.max(...values) : Math.min(...values);
  };
  return html`<table class="metrics"><thead><tr><th scope="col">${train.metrics}</th><th scope="col">${train.now}</th><th scope="col">${train.best}</th></tr></thead>
    <tbody>${names.map((name) => html`<tr><th scope="row">${name}</th><td>${format(history.history[name].at(-1) ?? NaN, 4)}</td><td>${format(best(name), 4)}</td></tr>`)}</tbody></table>`;
}

/** @param {Words} words @param {Lab} lab @param {"epoch" | "update"} by @param {(by: "epoch" | "update") => void} choose */
export function curves(words, lab, by, choose) {
  const { train, charts } = words;
  const axis = by === "epoch" ? train.byEpoch : train.byUpdate;
  return html`<div class="group curves">
    <gn-line-chart .series=${lossSeries(words, lab, by)} .words=${charts} heading=${train.lossHeading} xLabel=${axis} yLabel=${train.loss} scales name="loss"></gn-line-chart>
    <div class="row"><span class="note">${train.by}</span><span class="segments" role="group" aria-label=${train.by}>
      <button type="button" aria-pressed=${by === "epoch"} @click=${() => choose("epoch")}>${train.byEpoch}</button>
      <button type="button" aria-pressed=${by === "update"} @click=${() => choose("update")}>${train.byUpdate}</button></span></div>
    ${metricsOf(lab).map((name) => html`<gn-line-chart .series=${[
      ...ofEpochs(lab, name, name, { color: "update" }), ...ofEpochs(lab, `val_${name}`, train.metric(`val_${name}`), { color: "accent", dash: [7, 4] }),
    ]} .words=${charts} heading=${name} xLabel=${train.byEpoch} yLabel=${name} .height=${150} name=${name}></gn-line-chart>`)}
  </div>`;
}
