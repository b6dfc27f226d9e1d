/**
 * What came of a comparison: curves, paths, sentences and a table.
 *
 * @import { Setup } from "../../experiment/types.js"
 * @import { Words } from "../../locales/playground.js"
 * @import { Contour, Race } from "./race.js"
 * @import { Axis, Curve } from "./reading.js"
 */
import { html, nothing } from "lit";
import { format, full } from "../../format.js";
import { extentOf } from "../../charts/extent.js";
import { activeLayers } from "../../experiment/layers.js";
import { endOf, sideBySide, weightNames } from "./reading.js";

/** @typedef {{ color: string, dash?: number[], shape: import("../../charts/marks.js").Shape }} RunStyle */
/**
 * @typedef {object} OutcomeView
 * @property {Words} words
 * @property {Race} race
 * @property {Setup} setup
 * @property {readonly RunStyle[]} styles
 * @property {Axis} axis
 * @property {(axis: Axis) => void} turn @property {(weights: [number, number] | undefined) => void} plane
 */

/** Places of a tensor that can be chosen from a list. */
const MOST_PLACES = 60;

/** @param {OutcomeView} view */
export function sentences({ words: { compare: own }, race, axis }) {
  const found = sideBySide(race.curves, axis);
  const { curves } = race;
  const lost = curves.filter(({ diverged }) => diverged);
  return html`<div class="group" role="status">
    ${race.isStopped ? html`<p class="note">${own.stopped}</p>` : nothing}
    ${lost.map((curve) => html`<p class="diverged">${own.diverged(curve.label, format(endOf(curve).updates))}</p>`)}
    ${
      lost.length
        ? html`<p class="note">${lost.length < curves.length ? own.othersWentOn : ""} ${own.divergedAdvice}</p>`
        : nothing
    }
    ${
      found && !race.isRunning
        ? html`<p>
              ${own.lowest(
                own.best[axis](format(found.most, 2)),
                found.points[0].label,
                format(found.points[0].loss, 4),
              )}
            </p>
            <p class="note">${own.caution}</p>`
        : nothing
    }
  </div>`;
}

/**
 * A run that diverges leaves the picture at the top, or nothing were to be seen of the others: so many times the loss
 * of the start.
 */
const TALLEST = 100;

/** The losses that are drawn of a run. @param {Curve} curve */
const drawn = ({ loss }) => loss.map((value) => (value <= loss[0] * TALLEST ? value : NaN));

/** Whether no run left a line to draw; without runs nothing diverged. @param {readonly Curve[]} curves */
export const allDivergedAtOnce = (curves) =>
  curves.length > 0 && curves.every((curve) => curve.diverged && drawn(curve).filter(Number.isFinite).length < 2);

/** @param {OutcomeView} view */
export function curvesView({ words, race, styles, axis, turn }) {
  const own = words.compare;
  const all = race.curves.map((curve, i) => ({
    label: curve.label,
    x: curve[axis],
    y: drawn(curve),
    color: styles[i]?.color ?? "mark",
    dash: styles[i]?.dash,
  }));
  const isLost = allDivergedAtOnce(race.curves);
  return html`<div class="group">
    <div class="field">
      <span aria-hidden="true">${own.axis}</span
      ><span class="segments" role="group" aria-label=${own.axis}>
        ${
          /** @type {Axis[]} */ (["updates", "rowsSeen", "epochs"]).map(
            (each) =>
              html`<button type="button" aria-pressed=${each === axis} @click=${() => turn(each)}>
                ${own.axes[each]}
              </button>`,
          )
        }</span
      >
    </div>
    <gn-line-chart
      .series=${isLost ? [] : all}
      nothing=${isLost ? own.noCurve : ""}
      .words=${words.charts}
      heading=${own.curves}
      xLabel=${own.axes[axis]}
      yLabel=${own.loss}
      scales
      log
      name="descent"
      height="280"
    ></gn-line-chart>
  </div>`;
}

/** @param {OutcomeView} view @param {[number, number]} now */
function weightChoice({ words: { compare: own }, setup, plane }, now) {
  const tensors = weightNames(activeLayers(setup));
  return /** @type {const} */ ([own.xWeight, own.yWeight]).map(
    (label, side) =>
      html`<label class="field"
        ><span>${label}</span>
        <select
          @change=${(/** @type {any} */ event) =>
            plane(/** @type {[number, number]} */ (now.with(side, Number(event.target.value))))}
        >
          ${tensors.map(
            ({ tensor, places }) =>
              html`<optgroup label=${tensor}>
                ${places
                  .slice(0, MOST_PLACES)
                  .map(
                    ({ name, at }) =>
                      html`<option value=${at} ?selected=${at === now[side]} ?disabled=${at === now[1 - side]}>
                        ${name}
                      </option>`,
                  )}
              </optgroup>`,
          )}
        </select></label
      >`,
  );
}

/**
 * A direction of the paths in the reader's language; a weight is called as in Keras.
 * @param {Words} words
 * @param {string} label
 */
const axisName = ({ compare: own }, label) => (/^PC \d$/.test(label) ? own.pc(label.slice(3)) : label);

/** How much of the truth the plane holds. @param {Words} words @param {Contour} contour @param {Setup} setup */
export function planeNote({ compare: own }, { explained, rows }, { trainRows, validationRows }) {
  const text = explained === undefined ? own.sliced : own.explained((explained * 100).toFixed(1));
  return rows < trainRows.length - validationRows ? `${text} ${own.someRows(format(rows))}` : text;
}

/** @param {OutcomeView} view */
export function planeView(view) {
  const { words, race, styles, plane, setup } = view;
  const own = words.compare;
  const { contour, weights } = race;
  if (!contour) return nothing;
  const [x, y] = [axisName(words, contour.xLabel), axisName(words, contour.yLabel)];
  const extent = extentOf(contour.values);
  const paths = contour.paths.map((path, i) => ({ ...path, ...styles[i] }));
  const last = setup.parameters - 1;
  return html`<div class="group picture">
    <div class="fields">
      <label class="field"
        ><span>${own.directions}</span>
        <select
          class="directions"
          @change=${(/** @type {any} */ event) =>
            plane(event.target.value === "main" ? undefined : [Math.max(last - 1, 0), last])}
        >
          <option value="main" ?selected=${!weights}>${own.main}</option>
          <option value="chosen" ?selected=${Boolean(weights)}>${own.chosen}</option>
        </select></label
      >
      ${weights ? weightChoice(view, weights) : nothing}
    </div>
    ${
      extent
        ? html`<gn-contour
              .words=${words.charts}
              heading=${own.plane}
              said=${own.planeSaid(x, y, format(extent[0]), format(extent[1]))}
              xLabel=${x}
              yLabel=${y}
              .xRange=${contour.xRange}
              .yRange=${contour.yRange}
              .values=${contour.values}
              .size=${contour.size}
              .paths=${paths}
              .labels=${{ start: own.startMark, loss: own.lossShort }}
              name="paths"
            ></gn-contour>
            <p class="note">${own.planeAbout}</p>
            <p class="note">${planeNote(words, contour, setup)}</p>`
        : html`<p class="note">${own.noPlane}</p>`
    }
  </div>`;
}

/** @param {OutcomeView} view @param {Curve} curve @param {number} i */
function tableRow({ words: { compare: own }, race }, curve, i) {
  const { updates, rowsSeen, epochs, loss } = endOf(curve);
  const path = race.contour?.paths[i];
  const place = (/** @type {number | undefined} */ at) =>
    path && at !== undefined && at >= 0 && path.x.length ? `${format(path.x[at])}, ${format(path.y[at])}` : "–";
  const state = curve.diverged ? "diverged" : race.isRunning ? "running" : race.isStopped ? "stopped" : "done";
  return html`<tr>
    <th scope="row">${curve.label}</th>
    <td translate="no">${format(updates)}</td>
    <td translate="no">${format(rowsSeen)}</td>
    <td translate="no">${format(epochs, 2)}</td>
    <td translate="no" title=${full(loss)}>${format(loss, 4)}</td>
    <td>${place(0)}</td>
    <td>${place(path && path.x.length - 1)}</td>
    <td>${own.states[state]}</td>
  </tr>`;
}

/** @param {OutcomeView} view @param {boolean} [isOpen] */
export function tableView(view, isOpen = true) {
  const { compare: own } = view.words;
  const { columns } = own;
  return html`<details ?open=${isOpen}>
    <summary>${own.table}</summary>
    <div class="scroll" tabindex="0" role="region" aria-label=${own.table}>
      <table>
        <thead>
          <tr>
            ${
              /** @type {(keyof typeof columns)[]} */ ([
                "name",
                "updates",
                "rowsSeen",
                "epochs",
                "loss",
                "start",
                "end",
                "state",
              ]).map((name) => html`<th scope="col">${columns[name]}</th>`)
            }
          </tr>
        </thead>
        <tbody>
          ${view.race.curves.map((curve, i) => tableRow(view, curve, i))}
        </tbody>
      </table>
    </div>
  </details>`;
}
