/**
 * What came of a comparison: curves, sentences and a table. The sentences and the table come when the replay is over;
 * what is still to come has its height already.
 *
 * @import { Setup } from "../../experiment/types.js"
 * @import { Words } from "../../locales/playground.js"
 * @import { Race } from "./race.js"
 * @import { Axis, Curve } from "./reading.js"
 */
import { html, nothing } from "lit";
import { format, full } from "../../format.js";
import { allDivergedAtOnce, drawn, endOf, sideBySide } from "./reading.js";
import { reachedAt } from "./replay.js";
import { pendingText, reserved } from "./replay-view.js";

/** @typedef {{ color: string, dash?: number[], shape: import("../../charts/marks.js").Shape }} RunStyle */
/**
 * @typedef {object} OutcomeView
 * @property {Words} words
 * @property {Race} race
 * @property {Setup} setup
 * @property {readonly string[]} labels Of the runs, also before they are computed.
 * @property {readonly RunStyle[]} styles
 * @property {Axis} axis
 * @property {{ plane: number, curves: number }} [heights] Of both pictures at most, in pixels, where a place has less
 *   room.
 * @property {(axis: Axis) => void} turn @property {(weights: [number, number] | undefined) => void} plane
 */

/** @param {OutcomeView} view @param {string} label @param {string} most @param {string} loss */
const lowestView = ({ words: { compare: own }, axis }, label, most, loss) =>
  html`<p>${own.lowest(own.best[axis](most), label, loss)}</p>
    <p class="note">${own.caution}</p>`;

/** The longest sentences that a comparison in which none diverges ends with. @param {OutcomeView} view */
function longestSentences(view) {
  const { labels } = view;
  const label = labels.reduce((longest, each) => (each.length > longest.length ? each : longest), "");
  return labels.length > 1 ? lowestView(view, label, "000000", "0.0000") : nothing;
}

/** @param {OutcomeView} view */
export function sentences(view) {
  const { race, axis } = view;
  const own = view.words.compare;
  const { curves } = race;
  const found = sideBySide(curves, axis);
  const lost = curves.filter(({ diverged }) => diverged);
  return html`<div class="closing">
    <div class="group unseen" aria-hidden="true">${longestSentences(view)}</div>
    <div class=${`group ${reserved(race.isOver)}`} role="status">
      ${race.isStopped ? html`<p class="note">${own.stopped}</p>` : nothing}
      ${lost.map((curve) => html`<p class="diverged">${own.diverged(curve.label, format(endOf(curve).updates))}</p>`)}
      ${
        lost.length
          ? html`<p class="note">${lost.length < curves.length ? own.othersWentOn : ""} ${own.divergedAdvice}</p>`
          : nothing
      }
      ${
        found
          ? lowestView(view, found.points[0].label, format(found.most, 2), format(found.points[0].loss, 4))
          : nothing
      }
    </div>
  </div>`;
}

/** The loss curves as far as the replay is. @param {OutcomeView} view */
function seriesOf({ race, styles, axis, labels }) {
  const { curves } = race;
  const look = (/** @type {number} */ i) => ({ color: styles[i]?.color ?? "mark", dash: styles[i]?.dash });
  if (!curves.length || allDivergedAtOnce(curves))
    return labels.map((label, i) => ({ label, x: [], y: [], ...look(i) }));
  const ends = reachedAt(curves, race.replay.moment);
  return curves.map((curve, i) => ({
    label: curve.label,
    x: curve[axis],
    y: drawn(curve),
    end: ends[i],
    ...look(i),
  }));
}

/** @param {OutcomeView} view */
export function curvesView(view) {
  const { words, race, axis, turn } = view;
  const own = words.compare;
  const pending = race.current ? pendingText(view) : "";
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
      .series=${seriesOf(view)}
      nothing=${allDivergedAtOnce(race.curves) ? own.noCurve : pending}
      .words=${words.charts}
      heading=${own.curves}
      xLabel=${own.axes[axis]}
      yLabel=${own.loss}
      scales
      log
      steady
      name="descent"
      height=${view.heights?.curves ?? 280}
    ></gn-line-chart>
  </div>`;
}

/** A run that is still to be computed. @param {string} label */
const emptyRow = (label) =>
  html`<tr>
    <th scope="row">${label}</th>
    ${Array.from({ length: 7 }, () => html`<td>–</td>`)}
  </tr>`;

/** @param {OutcomeView} view @param {Curve} curve @param {number} i */
function tableRow({ words: { compare: own }, race }, curve, i) {
  const { updates, rowsSeen, epochs, loss } = endOf(curve);
  const path = race.contour?.paths[i];
  const place = (/** @type {number | undefined} */ at) =>
    path && at !== undefined && at >= 0 && path.x.length ? `${format(path.x[at])}, ${format(path.y[at])}` : "–";
  const state = curve.diverged ? "diverged" : race.isStopped ? "stopped" : "done";
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
  const { curves, isOver } = view.race;
  return html`<details class=${`table ${reserved(isOver)}`} ?open=${isOpen}>
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
          ${curves.length ? curves.map((curve, i) => tableRow(view, curve, i)) : view.labels.map(emptyRow)}
        </tbody>
      </table>
    </div>
  </details>`;
}
