/**
 * Labels beside predictions: the first five as the tutorial prints them, and all in a list that scrolls.
 *
 * @import { Words } from "../../locales/playground.js"
 * @import { Experiment, Setup } from "../../experiment/types.js"
 */
import { html, nothing } from "lit";
import { format, full } from "../../format.js";
import { classOf, outputNames, windowOf } from "./classes.js";

/** @typedef {ReturnType<Experiment["predictions"]>} Predictions */

/**
 * @typedef {object} PairsLook
 * @property {Words} words @property {Setup} setup @property {Predictions} test @property {number} digits
 * @property {(row: number) => void} pick
 * @property {number} top How far the list is scrolled.
 * @property {(event: Event) => void} onScroll
 */

const FIRST = 5;

/** The height of a row of the list, and of the list. */
const LINE = 45;
const HEIGHT = 360;

/** @param {number} value @param {number} digits */
const number = (value, digits) => html`<td translate="no" title=${full(value)}>${format(value, digits)}</td>`;

/** @param {PairsLook} look @param {number} i */
function cells(
  {
    words: {
      results: { pairs },
    },
    setup,
    test,
    digits,
  },
  i,
) {
  const outputs = test.outputs.subarray(i * test.width, (i + 1) * test.width);
  if (!setup.classes) {
    return html`${number(test.targets[i], digits)}${number(outputs[0], digits)}${
      test.residuals ? number(test.residuals[i], digits) : nothing
    }`;
  }
  const [actual, predicted] = [test.targets[i], classOf(outputs)];
  return html`<td translate="no">${setup.classes[actual]}</td>
    <td>
      <span translate="no">${setup.classes[predicted]}</span
      >${actual === predicted ? nothing : html` <strong class="wrong">${pairs.wrong}</strong>`}
    </td>
    ${Array.from(outputs, (output) => number(output, digits))}`;
}

/** @param {PairsLook} look @param {number} i */
const line = (look, i) =>
  html`<tr aria-rowindex=${i + 2}>
    <th scope="row">
      <button
        type="button"
        translate="no"
        class="row-number"
        @click=${() => look.pick(look.test.rows[i])}
        aria-label=${`${look.words.results.pairs.row} ${look.test.rows[i]}`}
      >
        ${look.test.rows[i]}
      </button>
    </th>
    ${cells(look, i)}
  </tr>`;

/** @param {PairsLook} look */
function head({
  words: {
    results: { pairs },
  },
  setup,
  test,
}) {
  const columns = setup.classes
    ? [
        pairs.actualClass,
        pairs.predictedClass,
        ...outputNames(setup, test.width).map((name) => pairs.probability(name)),
      ]
    : [pairs.target, pairs.prediction, ...(test.residuals ? [pairs.residual] : [])];
  return html`<thead>
    <tr aria-rowindex="1">
      <th scope="col">${pairs.row}</th>
      ${columns.map((name) => html`<th scope="col">${name}</th>`)}
    </tr>
  </thead>`;
}

/** @param {PairsLook} look */
function list(look) {
  const count = look.test.rows.length;
  const { first, last } = windowOf({ top: look.top, height: HEIGHT, line: LINE, count });
  const gap = (/** @type {number} */ lines) =>
    lines
      ? html`<tr aria-hidden="true" class="gap">
          <td .style=${`height:${lines * LINE}px`}></td>
        </tr>`
      : nothing;
  return html`<div
    class="scroll list"
    tabindex="0"
    role="region"
    aria-label=${look.words.results.pairs.caption}
    .style=${`max-height:${HEIGHT}px`}
    @scroll=${look.onScroll}
  >
    <table aria-rowcount=${count + 1}>
      ${head(look)}
      <tbody>
        ${gap(first)}${Array.from({ length: last - first }, (_, i) => line(look, first + i))}${gap(count - last)}
      </tbody>
    </table>
  </div>`;
}

/** @param {PairsLook} look */
export function pairsView(look) {
  const {
    words: {
      results: { pairs },
    },
    setup,
    test,
  } = look;
  const count = test.rows.length;
  const shown = Math.min(count, FIRST);
  return html`<section class="group pairs" aria-labelledby="pairs-title">
    <h3 id="pairs-title">${pairs.title}</h3>
    <p class="note">${(setup.config.split === null ? pairs.unsplit : pairs.about)(shown, shown === count)}</p>
    <div class="scroll">
      <table class="first">
        ${head(look)}
        <tbody>
          ${Array.from({ length: shown }, (_, i) => line(look, i))}
        </tbody>
      </table>
    </div>
    ${setup.data.synthetic && setup.data.advertisingHeader ? html`<p class="note">${pairs.synthetic}</p>` : nothing}
    ${
      count > FIRST
        ? html`<details>
            <summary>${pairs.all(format(count))}</summary>
            ${list(look)}
          </details>`
        : nothing
    }
  </section>`;
}
