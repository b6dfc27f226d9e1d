/**
 * How far predictions of a number lie from their targets.
 *
 * @import { Group } from "../../charts/scatter.js"
 * @import { Words } from "../../locales/playground.js"
 * @import { Predictions } from "./pairs.js"
 */
import { html, nothing } from "lit";
import { extentOf } from "../../charts/extent.js";
import { histogram } from "../../charts/histogram.js";
import { rangeOf } from "../../charts/plane.js";
import { at, MOST_POINTS, thinned } from "../../charts/thin.js";
import { format } from "../../format.js";

/** @typedef {"test" | "train" | "both"} Side */

/**
 * @typedef {object} RegressionView
 * @property {Words} words @property {Side} side @property {Predictions} test @property {Predictions} [train]
 * @property {boolean} isSplit Without a split all rows are those of training.
 * @property {(side: Side) => void} choose
 */

/**
 * @param {RegressionView} view
 * @returns {{ name: string, style: Partial<Group>, side: Predictions }[]} The hollow ones first: they lie behind.
 */
function shown({
  words: {
    results: { side: words },
  },
  side,
  test,
  train,
  isSplit,
}) {
  if (!isSplit) return [{ name: words.train, style: { shape: "circle", color: "accent" }, side: test }];
  /** @type {ReturnType<typeof shown>} */
  const all = [];
  if (side !== "test" && train)
    all.push({ name: words.train, style: { shape: "square", color: "mark", hollow: true }, side: train });
  if (side !== "train") all.push({ name: words.test, style: { shape: "circle", color: "accent" }, side: test });
  return all;
}

/** @param {RegressionView} view */
function sideChoice({
  words: {
    results: { side: words },
  },
  side,
  choose,
}) {
  return html`<div class="row">
    <span class="segments" role="group" aria-label=${words.label}>
      ${
        /** @type {const} */ (["test", "train", "both"]).map(
          (each) =>
            html`<button type="button" aria-pressed=${side === each} @click=${() => choose(each)}>
              ${words[each]}
            </button>`,
        )
      }
    </span>
  </div>`;
}

/**
 * @param {RegressionView} view
 * @param {(side: Predictions) => ArrayLike<number>} x
 * @param {(side: Predictions) => ArrayLike<number>} y
 * @returns {Group[]}
 */
const groups = (view, x, y) =>
  shown(view).map(({ name, style: mark, side }) => {
    const places = thinned(side.rows.length);
    return {
      label: name,
      shape: "circle",
      color: "accent",
      ...mark,
      x: at(x(side), places),
      y: at(y(side), places),
      rows: at(side.rows, places),
      point: (i) => `${view.words.results.pairs.row} ${side.rows[places[i]]}.`,
    };
  });

/** What is said where not all rows are drawn. @param {RegressionView} view */
function thinNote(view) {
  const [all, drawn] = [Math.max, Math.min].map((pick) =>
    shown(view).reduce((sum, { side: { rows } }) => sum + pick(rows.length, Math.min(rows.length, MOST_POINTS)), 0),
  );
  return drawn < all ? html`<p class="note">${view.words.results.thinned(format(drawn), format(all))}</p>` : nothing;
}

/** Predictions over targets. @param {RegressionView} view */
export const fitGroups = (view) =>
  groups(
    view,
    ({ targets }) => targets,
    ({ outputs }) => outputs,
  );

/** @param {RegressionView} view */
function fitChart(view) {
  const { words } = view;
  const { fit, pairs } = words.results;
  const points = fitGroups(view);
  const range = rangeOf(points.flatMap(({ x, y }) => [x, y]));
  const count = points.reduce((sum, { x }) => sum + x.length, 0);
  return html`<div class="group">
    <gn-scatter
      class="fit"
      .words=${words.charts}
      .groups=${points}
      guide="diagonal"
      .xRange=${range}
      .yRange=${range}
      heading=${fit.title}
      said=${fit.said(format(count))}
      xLabel=${pairs.target}
      yLabel=${pairs.prediction}
      name="predictions"
      .tallest=${380}
    ></gn-scatter>
    <p class="note">${fit.note}</p>
  </div>`;
}

/** @param {RegressionView} view */
function residualChart(view) {
  const { words } = view;
  const { residuals, pairs } = words.results;
  const points = groups(
    view,
    ({ outputs }) => outputs,
    ({ residuals: values = new Float32Array() }) => values,
  );
  const ends = shown(view).flatMap(({ side }) => (side.histogram ? [side.histogram.from, side.histogram.to] : []));
  const extent = extentOf(ends);
  const count = points.reduce((sum, { x }) => sum + x.length, 0);
  return html`<div class="group">
    <gn-scatter
      class="residuals"
      .words=${words.charts}
      .groups=${points}
      guide="zero"
      .xRange=${rangeOf(points.map(({ x }) => x))}
      .yRange=${rangeOf([...points.map(({ y }) => y), [0]])}
      heading=${residuals.title}
      said=${extent ? residuals.said(format(count), format(extent[0]), format(extent[1])) : words.charts.noneFinite}
      xLabel=${pairs.prediction}
      yLabel=${residuals.y}
      name="residuals"
      .tallest=${380}
    ></gn-scatter>
    <p class="note">${residuals.note}</p>
    ${histograms(view)}
  </div>`;
}

/** @param {RegressionView} view */
function histograms(view) {
  const { residuals } = view.words.results;
  return shown(view).map(({ name, style: mark, side }) =>
    side.histogram
      ? html`<div class="group residual-histogram">
          <p class="heading">${residuals.histogram(name)}</p>
          ${histogram(side.histogram, residuals.histogram(name), { height: 72, color: mark.color })}
          <details>
            <summary>${residuals.counts}</summary>
            <div class="scroll">
              <table>
                <thead>
                  <tr>
                    <th scope="col">${residuals.interval}</th>
                    <th scope="col">${residuals.count}</th>
                  </tr>
                </thead>
                <tbody>
                  ${side.histogram.counts.map((count, i) =>
                    count
                      ? html`<tr>
                          <th translate="no" scope="row">
                            ${edge(side.histogram, i)} … ${edge(side.histogram, i + 1)}
                          </th>
                          <td translate="no">${count}</td>
                        </tr>`
                      : nothing,
                  )}
                </tbody>
              </table>
            </div>
          </details>
        </div>`
      : nothing,
  );
}

/** Where a bin begins. @param {Predictions["histogram"]} histogram @param {number} i */
const edge = ({ from, to, counts } = { from: 0, to: 0, counts: [] }, i) =>
  format(from + ((to - from) * i) / counts.length, 2);

/** @param {RegressionView} view */
export const regressionView = (view) =>
  html`<section class="group regression">
    ${view.isSplit ? sideChoice(view) : nothing} ${thinNote(view)}
    <div class="columns two">${fitChart(view)}${view.test.residuals ? residualChart(view) : nothing}</div>
  </section>`;
