/**
 * What goes on in each layer: how large its gradient is, which units are dead or saturated, how its weights and outputs
 * are spread.
 *
 * @import { Lab } from "../../experiment/lab.js"
 * @import { ActiveLayer } from "../../experiment/layers.js"
 * @import { LayerHistograms } from "../../experiment/types.js"
 * @import { Words } from "../../locales/playground.js"
 */
import { html, nothing } from "lit";
import { format } from "../../format.js";
import { ridges } from "../../charts/ridges.js";

/** So many distributions are kept of a layer: when there are more, every second one goes. */
const MOST_RIDGES = 16;

/** @typedef {{ epoch: number, histograms: LayerHistograms[] }} Record */

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

/**
 * Health of each layer; one without weights has no gradient of them.
 * @param {Words} words @param {Lab} lab @param {readonly ActiveLayer[]} layers
 */
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
                <td>
                  ${
                    layers[i]?.weights.length
                      ? html`${bar(gradient / most)}<span translate="no" class="number">${format(gradient)}</span>`
                      : "–"
                  }
                </td>
                <td translate="no">${percent(dead)}</td>
                <td translate="no">${percent(saturated)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    <p class="note">
      ${train.gradientNote} ${layers.every(({ isDense }) => isDense) ? nothing : train.gammaNote} ${train.healthNote}
    </p>`;
}

/** So many units of a layer have their weights written out. */
const MOST_UNITS = 64;

/**
 * The weights of each layer that normalizes, by Keras's names, moving mean and variance among them.
 * @param {Words} words @param {Lab} lab @param {readonly ActiveLayer[]} layers
 */
export function weightsTables({ train }, { frame }, layers) {
  const all = frame?.weights;
  if (!all) return nothing;
  return layers
    .filter(({ isDense, weights }) => !isDense && weights.length)
    .map(
      ({ name, units, weights }) =>
        html`<h4>${train.weightsOf(name)}</h4>
          <div class="scroll" tabindex="0" role="group" aria-label=${train.weightsOf(name)}>
            <table class="health weights">
              <thead>
                <tr>
                  <th scope="col">${train.unit}</th>
                  ${weights.map((each) => html`<th scope="col" translate="no">${each.name}</th>`)}
                </tr>
              </thead>
              <tbody>
                ${Array.from(
                  { length: Math.min(units, MOST_UNITS) },
                  (_, unit) =>
                    html`<tr>
                      <th scope="row">${unit + 1}</th>
                      ${weights.map(({ at }) => html`<td translate="no">${format(all[at + unit])}</td>`)}
                    </tr>`,
                )}
              </tbody>
            </table>
          </div>`,
    );
}

/** Of the weights of a dense layer the kernel, of others each by its name. @param {ActiveLayer} layer */
const shownWeights = ({ isDense, weights }) => (isDense ? weights.slice(0, 1) : weights);

/** @param {Words} words @param {Records} records @param {readonly ActiveLayer[]} layers */
export function histograms({ train }, { all }, layers) {
  if (!all.length) return html`<p class="note">${train.histogramEmpty}</p>`;
  const of = (
    /** @type {number} */ layer,
    /** @type {(each: LayerHistograms) => LayerHistograms["activations"] | undefined} */ read,
  ) =>
    all.flatMap(({ epoch, histograms: each }) => {
      const histogram = each[layer] && read(each[layer]);
      return histogram ? [{ label: train.epochAt(epoch), histogram }] : [];
    });
  const heading = (/** @type {ActiveLayer} */ { name, isDense }, /** @type {string} */ weight) =>
    isDense ? train.weightsOf(name) : `${train.weightsOf(name)}: ${weight}`;
  return html`<div class="distributions">
      ${layers.map(
        (layer, i) =>
          html`${shownWeights(layer).map(({ name }) =>
            ridges(
              of(i, ({ weights }) => weights[name]),
              heading(layer, name),
            ),
          )}${ridges(
            of(i, ({ activations }) => activations),
            train.activationsOf(layer.name),
          )}`,
      )}
    </div>
    <p class="note">${train.histogramNote}</p>`;
}
