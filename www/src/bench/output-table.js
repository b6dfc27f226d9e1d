/**
 * Some of the very values that a surface is drawn from, as a table.
 *
 * @import { Words } from "../locales/playground.js"
 * @import { Setup } from "../experiment/types.js"
 * @import { Sampled } from "../panels/results/surface-reading.js"
 */
import { html } from "lit";
import { format } from "../format.js";

/** The places that are written, as shares of an axis. */
const SHARES = [0, 0.25, 0.5, 0.75, 1];

/** @param {Words} words @param {Setup} setup @param {Sampled} sampled @param {ArrayLike<number>} values */
export function surfaceTable({ results: { surface } }, setup, { size, xRange, yRange }, values) {
  const places = SHARES.map((part) => Math.round(part * (size - 1)));
  const at = (/** @type {readonly [number, number]} */ [from, to], /** @type {number} */ place) =>
    format(from + ((to - from) * place) / (size - 1), 2);
  const [x, y] = setup.config.features;
  return html`<table>
    <thead>
      <tr>
        <th scope="col">${surface.corner(y, x)}</th>
        ${places.map((place) => html`<th translate="no" scope="col">${at(xRange, place)}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${places.toReversed().map(
        (up) =>
          html`<tr>
            <th translate="no" scope="row">${at(yRange, up)}</th>
            ${places.map((place) => html`<td translate="no">${format(values[(size - 1 - up) * size + place])}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}
