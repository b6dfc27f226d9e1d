/**
 * What goes on in each layer: how large its gradient is, which units are dead or saturated, how its weights and outputs
 * are spread.
 *
 * @import { Lab } from "../../experiment/lab.js"
 * @import { Histogram } from "../../experiment/types.js"
 * @import { Words } from "../../locales/playground.js"
 */
import { html, nothing } from "lit";
import { format } from "../../format.js";
import { ridges } from "../../charts/ridges.js";

/** So many distributions are kept of a layer: when there are more, every second one goes. */
const MOST_RIDGES = 16;

/** @typedef {{ epoch: number, histograms: { weights: Histogram, activations: Histogram }[] }} Record */

/** Distributions as they were seen, epoch by epoch. */
export class Records {
  /** @type {Record[]} */
  all = [];
  #every = 1;

  clear() {
    this.all = [];
    this.#every = 1;
  }

  /** The present one. */
  get latest() {
    return this.all.at(-1);
  }

  /** @param {Lab} lab */
  take({ frame, state }) {
    const histograms = frame?.histograms;
    if (!histograms || !state || histograms === this.latest?.histograms) return;
    const last = this.all.at(-1);
    // The latest is always the present one; those before it stand an equal number of epochs apart.
    const before = this.all.at(-2);
    if (last && (last.epoch === state.epoch || (before && last.epoch - before.epoch < this.#every))) this.all.pop();
    this.all.push({ epoch: state.epoch, histograms });
    if (this.all.length <= MOST_RIDGES) return;
    this.#every *= 2;
    this.all = this.all.filter((_, i, { length }) => i % 2 === 0 || i === length - 1);
  }
}

/** @param {number} share */
const percent = (share) => `${format(100 * share, 1)} %`;

/** @param {number} part */
const bar = (part) =>
  html`<span class="bar" aria-hidden="true"
    ><span .style=${`width:${(100 * Math.min(Math.max(part, 0), 1)).toFixed(1)}%`}></span
  ></span>`;

/** Health of each dense layer. @param {Words} words @param {Lab} lab @param {readonly { name: string }[]} layers */
export function healthTable({ train }, { frame }, layers) {
  const health = frame?.health;
  if (!health) return nothing;
  const most = Math.max(...health.map(({ gradient }) => gradient).filter(Number.isFinite), 0) || 1;
  return html`<div class="scroll" tabindex="0" role="group" aria-label=${train.layers}>
      <table class="health">
        <thead>
          <tr>
            <th scope="col">${train.layer}</th>
            <th scope="col">${train.gradient}</th>
            <th scope="col">${train.dead}</th>
            <th scope="col">${train.saturated}</th>
          </tr>
        </thead>
        <tbody>
          ${health.map(
            ({ gradient, dead, saturated }, i) =>
              html`<tr>
                <th scope="row">${layers[i]?.name ?? i + 1}</th>
                <td>${bar(gradient / most)}<span translate="no" class="number">${format(gradient)}</span></td>
                <td translate="no">${percent(dead)}</td>
                <td translate="no">${percent(saturated)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    <p class="note">${train.gradientNote} ${train.healthNote}</p>`;
}

/** @param {Words} words @param {Records} records @param {readonly { name: string }[]} layers */
export function histograms({ train }, { all }, layers) {
  if (!all.length) return html`<p class="note">${train.histogramEmpty}</p>`;
  const of = (/** @type {number} */ layer, /** @type {"weights" | "activations"} */ which) =>
    all.flatMap(({ epoch, histograms: each }) =>
      each[layer] ? [{ label: train.epochAt(epoch), histogram: each[layer][which] }] : [],
    );
  return html`<div class="distributions">
      ${layers.map(
        ({ name }, i) =>
          html`${ridges(of(i, "weights"), train.weightsOf(name))}${ridges(
            of(i, "activations"),
            train.activationsOf(name),
          )}`,
      )}
    </div>
    <p class="note">${train.histogramNote}</p>`;
}
