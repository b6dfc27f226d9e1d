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
 * @typedef {object} PairsView
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

/** @param {PairsView} view @param {number} i */
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

/** @param {PairsView} view @param {number} i */
const line = (view, i) =>
  html`<tr aria-rowindex=${i + 2}>
    <th scope="row">
      <button
        type="button"
        translate="no"
        class="row-number"
        @click=${() => view.pick(view.test.rows[i])}
        aria-label=${`${view.words.results.pairs.row} ${view.test.rows[i]}`}
      >
        ${view.test.rows[i]}
      </button>
    </th>
    ${cells(view, i)}
  </tr>`;

/** @param {PairsView} view */
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

/** @param {PairsView} view */
function list(view) {
  const count = view.test.rows.length;
  const { first, last } = windowOf({ top: view.top, height: HEIGHT, line: LINE, count });
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
    aria-label=${view.words.results.pairs.caption}
    .style=${`max-height:${HEIGHT}px`}
    @scroll=${view.onScroll}
  >
    <table aria-rowcount=${count + 1}>
      ${head(view)}
      <tbody>
        ${gap(first)}${Array.from({ length: last - first }, (_, i) => line(view, first + i))}${gap(count - last)}
      </tbody>
    </table>
  </div>`;
}

/** @param {PairsView} view */
export function pairsView(view) {
  const {
    words: {
      results: { pairs },
    },
    setup,
    test,
  } = view;
  const count = test.rows.length;
  const shown = Math.min(count, FIRST);
  return html`<section class="group pairs" aria-labelledby="pairs-title">
    <h3 id="pairs-title">${pairs.title}</h3>
    <p class="note">${(setup.config.split === null ? pairs.unsplit : pairs.about)(shown, shown === count)}</p>
    <div class="scroll">
      <table class="first">
        ${head(view)}
        <tbody>
          ${Array.from({ length: shown }, (_, i) => line(view, i))}
        </tbody>
      </table>
    </div>
    ${setup.data.synthetic && setup.data.advertisingHeader ? html`<p class="note">${pairs.synthetic}</p>` : nothing}
    ${
      count > FIRST
        ? html`<details>
            <summary>${pairs.all(format(count))}</summary>
            ${list(view)}
          </details>`
        : nothing
    }
  </section>`;
}
