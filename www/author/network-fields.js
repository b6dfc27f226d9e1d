/**
 * The worked example's numbers as small tables, and what the author's text claims of them, with what the engine says.
 *
 * @import { ClaimCheck } from "../../src/bindings/types.js"
 * @import { AuthorWords } from "../src/locales/author.js"
 * @import { Cells, ClaimCells } from "./network.js"
 */
import { html, nothing } from "lit";
import { claimFields } from "./claim-fields.js";
import { cell, faultLine, textOf } from "./fields.js";
import { unitsOf, withLayer, withoutLayer, withUnits } from "./network.js";

/** More could not be read in a post. */
const MOST_UNITS = 8;

/**
 * @typedef {object} NetworkView
 * @property {AuthorWords} words
 * @property {Cells} cells
 * @property {readonly string[]} activations That the engine knows.
 * @property {readonly ClaimCells[]} claims
 * @property {readonly ClaimCheck[]} checks
 * @property {Readonly<Record<string, string>>} validationErrors By attribute.
 * @property {boolean} isOwn Whether anything of it was changed.
 * @property {(cells: Cells) => void} setCells
 * @property {(claims: readonly ClaimCells[]) => void} setClaims
 * @property {() => void} restore
 */

/** @param {string} label @param {number} value @param {(units: number) => void} take */
const count = (label, value, take) =>
  html`<input
    class="count"
    type="number"
    min="1"
    max=${MOST_UNITS}
    aria-label=${label}
    .value=${String(value)}
    @change=${(/** @type {Event} */ event) =>
      take(Math.min(Math.max(Math.round(Number(textOf(event))) || 1, 1), MOST_UNITS))}
  />`;

/** A row of numbers such as the inputs. @param {NetworkView} view @param {"inputs" | "target"} name */
function numbers({ words, cells, validationErrors, setCells }, name) {
  const { label, about } = words.attributes[name];
  const take = (/** @type {number} */ i, /** @type {string} */ text) =>
    setCells({ ...cells, [name]: cells[name].with(i, text) });
  return html`<fieldset class="field">
    <legend>${label} <code translate="no">${name}</code></legend>
    <div class="cells">
      ${cells[name].map((value, i) =>
        cell(words.network.number(label, i + 1), value, (text) => take(i, text), `fault-${name}`),
      )}
      ${
        name === "inputs"
          ? html`<label class="units"
              >${words.network.inputCount}
              ${count(words.network.inputCount, cells.inputs.length, (units) =>
                setCells(withUnits(cells, -1, units)),
              )}</label
            >`
          : nothing
      }
    </div>
    <p class="about">${about}</p>
    ${faultLine(name, validationErrors[name])}
  </fieldset>`;
}

/** @param {NetworkView} view @param {number} layer */
function kernel({ words: { network: own }, cells, setCells }, layer) {
  const rows = cells.kernels[layer];
  const take = (/** @type {number} */ i, /** @type {number} */ u, /** @type {string} */ text) =>
    setCells({ ...cells, kernels: cells.kernels.with(layer, rows.with(i, rows[i].with(u, text))) });
  const bias = cells.biases[layer];
  return html`<div class="wide">
    <table>
      <thead>
        <tr>
          <td></td>
          ${rows[0].map((_, u) => html`<th scope="col">${own.unit(u + 1)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row, i) =>
            html`<tr>
              <th scope="row">${own.input(i + 1)}</th>
              ${row.map(
                (value, u) =>
                  html`<td>
                    ${cell(own.weight(layer + 1, i + 1, u + 1), value, (text) => take(i, u, text), "fault-kernels")}
                  </td>`,
              )}
            </tr>`,
        )}
        ${
          bias.length
            ? html`<tr>
                <th scope="row">${own.bias}</th>
                ${bias.map(
                  (value, u) =>
                    html`<td>
                      ${cell(
                        own.biasOf(layer + 1, u + 1),
                        value,
                        (text) => setCells({ ...cells, biases: cells.biases.with(layer, bias.with(u, text)) }),
                        "fault-biases",
                      )}
                    </td>`,
                )}
              </tr>`
            : nothing
        }
      </tbody>
    </table>
  </div>`;
}

/** @param {NetworkView} view @param {number} layer */
function layerFields(view, layer) {
  const {
    words: { network: own },
    cells,
    activations,
    setCells,
  } = view;
  const last = cells.kernels.length - 1;
  const name = own.layer(layer + 1, layer === last);
  const units = unitsOf(cells, layer);
  const setBias = (/** @type {boolean} */ on) =>
    setCells({ ...cells, biases: cells.biases.with(layer, on ? cells.kernels[layer][0].map(() => "0") : []) });
  return html`<fieldset class="layer">
    <legend>${name}</legend>
    <div class="cells">
      <label class="units"
        >${own.unitCount} ${count(own.units(name), units, (n) => setCells(withUnits(cells, layer, n)))}</label
      >
      <label class="units"
        >${own.activation}
        <select
          aria-label=${`${name}: ${own.activation}`}
          @change=${(/** @type {Event} */ event) =>
            setCells({ ...cells, activations: cells.activations.with(layer, textOf(event)) })}
        >
          ${[...new Set([...activations, cells.activations[layer]])].map(
            (other) => html`<option ?selected=${other === cells.activations[layer]}>${other}</option>`,
          )}
        </select></label
      >
      <label class="units"
        ><input
          type="checkbox"
          .checked=${cells.biases[layer].length > 0}
          @change=${(/** @type {Event} */ event) => setBias(/** @type {HTMLInputElement} */ (event.target).checked)}
        />${own.hasBias}</label
      >
    </div>
    ${kernel(view, layer)}
    ${
      layer < last
        ? html`<button type="button" class="plain" @click=${() => setCells(withoutLayer(cells, layer))}>
            ${own.removeLayer(name)}
          </button>`
        : nothing
    }
  </fieldset>`;
}

/** @param {NetworkView} view */
export function networkFields(view) {
  const {
    words: { attributes, network: own },
    cells,
    validationErrors,
    isOwn,
    setCells,
    restore,
  } = view;
  return html`${numbers(view, "inputs")}
    <div class="field">
      <p class="label">${attributes.kernels.label} <code translate="no">kernels</code></p>
      <p class="about">${attributes.kernels.about}</p>
      ${cells.kernels.map((_, layer) => layerFields(view, layer))}
      <button type="button" class="button" @click=${() => setCells(withLayer(cells))}>${own.addLayer}</button>
      ${["kernels", "biases", "activations"].map((name) => faultLine(name, validationErrors[name]))}
    </div>
    ${numbers(view, "target")} ${claimFields(view)}
    ${isOwn ? html`<button type="button" class="plain" @click=${restore}>${own.reset}</button>` : nothing}`;
}
