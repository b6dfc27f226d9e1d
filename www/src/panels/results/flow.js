/**
 * The outputs of every layer for one row, layer after layer: a unit is a cell whose colour and number are its output.
 * Large layers show colours alone; the table has all numbers.
 *
 * @import { Words } from "../../locales/playground.js"
 * @import { Setup } from "../../experiment/types.js"
 */
import { html, nothing } from "lit";
import { format, full } from "../../format.js";
import { activeLayers } from "../../experiment/layers.js";
import { nameOfLayer } from "../views/layer-names.js";

/** A layer with more units shows no numbers, and one with more yet not all of its units. */
const NUMBERS = 16;
const MOST = 512;
const ROWS = 1000;

/** @param {Words} words @param {Setup} setup @returns {string[]} The names of all layers, the input first. */
const names = (words, setup) => [
  words.results.flow.input,
  ...activeLayers(setup).map((layer) => nameOfLayer(words, layer)),
];

/** @param {number} value @param {number} most @param {string} name @param {boolean} hasNumber */
function unit(value, most, name, hasNumber) {
  const share = Math.round(Math.min(Math.abs(value) / (most || 1), 1) * 55);
  return html`<li
    class=${`unit ${value < 0 ? "negative" : "positive"} ${hasNumber ? "" : "small"}`}
    .style=${`--share:${share}%`}
    title=${`${name} ${full(value)}`}
  >
    ${
      hasNumber
        ? html`<span class="unit-name">${name}</span><span translate="no" class="unit-value">${format(value)}</span>`
        : nothing
    }
  </li>`;
}

/**
 * @param {Words} words @param {Setup} setup @param {readonly Float32Array[]} activations The inputs, then each layer.
 * @param {number} reached How many of them are lit: a row is on its way.
 */
export function flowStrip(words, setup, activations, reached) {
  const { flow } = words.results;
  const layers = activeLayers(setup);
  return html`<ol class="flow">
    ${activations.map((values, layer) => {
      const most = values.reduce((size, value) => Math.max(size, Math.abs(value)), 0);
      const own = (/** @type {number} */ i) => (layer === 0 ? setup.config.features[i] : `${i + 1}`);
      const note =
        layer === 0
          ? setup.config.scaling === "none"
            ? ""
            : flow.scaled
          : layers[layer - 1].isDense
            ? (layers[layer - 1].activation ?? "")
            : "";
      return html`<li class=${`layer ${layer < reached ? "" : "ahead"}`}>
        <p class="layer-name">${names(words, setup)[layer]}${note ? html` <span>${note}</span>` : nothing}</p>
        <ol class="units" aria-label=${names(words, setup)[layer]}>
          ${Array.from(values.subarray(0, MOST), (value, i) => unit(value, most, own(i), values.length <= NUMBERS))}
        </ol>
        ${values.length > MOST ? html`<p class="note">${flow.beyond(format(values.length - MOST))}</p>` : nothing}
      </li>`;
    })}
  </ol>`;
}

/** @param {Words} words @param {Setup} setup @param {readonly Float32Array[]} activations */
export function flowTable(words, setup, activations) {
  const { flow } = words.results;
  const rows = activations
    .flatMap((values, layer) => Array.from(values, (value, i) => ({ layer, i, value })))
    .slice(0, ROWS);
  return html`<details>
    <summary>${flow.table}</summary>
    <div class="scroll list" tabindex="0" role="region" aria-label=${flow.title}>
      <table>
        <thead>
          <tr>
            <th scope="col">${flow.layer}</th>
            <th scope="col">${flow.unit}</th>
            <th scope="col">${flow.value}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ({ layer, i, value }) =>
              html`<tr>
                <th scope="row">${names(words, setup)[layer]}</th>
                <td translate="no">${layer === 0 ? setup.config.features[i] : i + 1}</td>
                <td translate="no">${full(value)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
}
