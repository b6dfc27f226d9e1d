/**
 * The landscape of the loss with the paths of a comparison, as far as its replay is.
 *
 * @import { Setup } from "../../experiment/types.js"
 * @import { Words } from "../../locales/playground.js"
 * @import { OutcomeView } from "./outcome.js"
 * @import { Contour } from "./race.js"
 */
import { html, nothing } from "lit";
import { format } from "../../format.js";
import { extentOf } from "../../charts/extent.js";
import { activeLayers } from "../../experiment/layers.js";
import { weightNames } from "./reading.js";
import { mostRows, pathUpTo } from "./replay.js";
import { pendingText } from "./replay-view.js";

/** Places of a tensor that can be chosen from a list. */
const MOST_PLACES = 60;

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
function directionsView(view) {
  const { words, race, plane, setup } = view;
  const { compare: own } = words;
  const { weights } = race;
  const last = setup.parameters - 1;
  return html`<div class="fields">
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
  </div>`;
}

/** The paths as far as the replay is. @param {OutcomeView} view @param {Contour} contour */
function pathsOf({ race: { curves, replay }, styles }, contour) {
  const rows = replay.moment * mostRows(curves);
  return contour.paths.map((path, i) => ({ ...pathUpTo(path, curves[i].rowsSeen, rows), ...styles[i] }));
}

/** The loss over the plane, with the paths on it. @param {OutcomeView} view @param {Contour} contour */
function contourView(view, contour) {
  const { words } = view;
  const own = words.compare;
  const extent = extentOf(contour.values);
  if (!extent) return html`<p class="note">${own.noPlane}</p>`;
  const [x, y] = [axisName(words, contour.xLabel), axisName(words, contour.yLabel)];
  return html`<gn-contour
      .words=${words.charts}
      heading=${own.plane}
      said=${own.planeSaid(x, y, format(extent[0]), format(extent[1]))}
      xLabel=${x}
      yLabel=${y}
      .xRange=${contour.xRange}
      .yRange=${contour.yRange}
      .values=${contour.values}
      .size=${contour.size}
      .paths=${pathsOf(view, contour)}
      .labels=${{ start: own.startMark, loss: own.lossShort }}
      .tallest=${view.heights?.plane ?? 420}
      name="paths"
    ></gn-contour>
    <p class="note">${own.planeAbout}</p>
    <p class="note">${planeNote(words, contour, view.setup)}</p>`;
}

/** Where the plane will be, as high as it will be. @param {OutcomeView} view */
function pendingPlane(view) {
  const { words, labels, styles, race } = view;
  const own = words.compare;
  const paths = labels.map((label, i) => ({ label, x: [], y: [], ...styles[i] }));
  return html`<div class="pending">
      <gn-contour
        class="unseen"
        .words=${words.charts}
        heading=${own.plane}
        .paths=${paths}
        .labels=${{ start: "", loss: own.lossShort }}
        .tallest=${view.heights?.plane ?? 420}
      ></gn-contour>
      <p class="blank"><b>${own.plane}</b> <span>${pendingText(view)}</span></p>
    </div>
    <p class="note unseen" aria-hidden="true">${own.planeAbout}</p>
    <p class="note unseen" aria-hidden="true">${race.weights ? own.sliced : own.explained("00.0")}</p>`;
}

/** @param {OutcomeView} view */
export function planeView(view) {
  const { contour, curves } = view.race;
  if (curves.length && !contour) return nothing;
  return html`<div class="group picture">
    ${directionsView(view)} ${curves.length && contour ? contourView(view, contour) : pendingPlane(view)}
  </div>`;
}
