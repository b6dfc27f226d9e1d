/**
 * The large picture of the output: the surface over two features, predictions over targets, the probabilities of the
 * classes, or the outputs of one unit over rows.
 *
 * @import { Lab } from "../experiment/lab.js"
 * @import { Setup } from "../experiment/types.js"
 * @import { Unit } from "../experiment/selection.js"
 * @import { Words } from "../locales/playground.js"
 * @import { Group, Reading, Sampled } from "../panels/results/surface-reading.js"
 * @import { Judged } from "./output-score.js"
 */
import { html, nothing } from "lit";
import { extentOf } from "../charts/extent.js";
import { rangeOf } from "../charts/plane.js";
import { classStyle } from "../charts/surface-colors.js";
import { activeLayers } from "../experiment/layers.js";
import { surfaceRanges } from "../experiment/surface-ranges.js";
import { fixed, format, full } from "../format.js";
import { classOf } from "../panels/results/classes.js";
import { fitGroups } from "../panels/results/regression.js";
import { nameOfUnit, sideOf } from "../panels/results/surface-reading.js";

/** @typedef {"plane" | "fit" | "classes"} Kind */
/** @typedef {(event: CustomEvent) => void} Choose */

/** What is drawn. @param {Setup} setup @returns {Kind} */
export const kindOf = ({ config: { features }, task }) =>
  features.length === 2 ? "plane" : task === "regression" ? "fit" : "classes";

/** The surfaces of a frame, once there are some. @param {Setup} setup @param {Lab["frame"]} frame */
export function sampledOf(setup, frame) {
  const layers = activeLayers(setup);
  const surfaces = frame?.surfaces;
  if (surfaces?.layers.length !== layers.length) return undefined;
  const size = sideOf(surfaces.layers[0], layers[0].units);
  return /** @type {Sampled} */ ({ size, ...surfaces });
}

/** What marks mean, in one line. @param {Words} words @param {Setup} setup */
function keysOf({ bench: { output } }, { classes, config }) {
  const hollow = /** @type {const} */ ({ label: output.test, shape: "circle", color: "mark", hollow: true });
  const keys = (classes ?? []).map((label, which) => ({
    label,
    isName: true,
    ...classStyle(classes?.length ?? 0, which),
  }));
  return config.split === null ? keys : [...keys, hollow];
}

/**
 * @param {Words} words @param {Setup} setup
 * @param {{ sampled?: Sampled, reading?: Reading, groups: Group[], mark?: readonly [number, number], choose: Choose }}
 *   view
 */
export function planeView(words, setup, { sampled, reading, groups, mark, choose }) {
  const { surface } = words.results;
  const [x, y] = setup.config.features;
  const ranges = sampled ?? surfaceRanges(setup);
  const extent = reading && extentOf(reading.values);
  const said = extent ? surface.said(x, y, format(extent[0]), format(extent[1])) : words.charts.noneFinite;
  return html`<gn-surface
    compact
    square
    .words=${words.charts}
    heading=${reading?.heading ?? surface.output}
    said=${`${said} ${reading?.reading ?? ""} ${words.bench.output.send}`}
    .values=${reading?.values ?? []}
    .size=${sampled?.size ?? 0}
    .cells=${reading?.cells}
    .groups=${groups}
    .keys=${keysOf(words, setup)}
    .mark=${mark}
    .xRange=${ranges?.xRange ?? rangeOf(groups.map((group) => group.x))}
    .yRange=${ranges?.yRange ?? rangeOf(groups.map((group) => group.y))}
    xLabel=${x}
    yLabel=${y}
    name="surface"
    @choose=${choose}
  ></gn-surface>`;
}

/** @param {Words} words @param {Judged} judged @param {number} row @param {Choose} choose */
export function fitView(words, { setup, test, train }, row, choose) {
  if (!test) return nothing;
  const { fit, pairs } = words.results;
  const isSplit = setup.config.split !== null;
  const groups = fitGroups({ words, side: "both", test, train, isSplit, choose: () => {} });
  const range = rangeOf(groups.flatMap(({ x, y }) => [x, y]));
  const count = groups.reduce((sum, { x }) => sum + x.length, 0);
  const marks = groups.flatMap(({ x, y, rows = [] }) => {
    const i = Array.prototype.indexOf.call(rows, row);
    return i < 0 ? [] : [/** @type {const} */ ([x[i], y[i]])];
  });
  return html`<gn-scatter
    compact
    square
    .words=${words.charts}
    .groups=${groups}
    guide="diagonal"
    .xRange=${range}
    .yRange=${range}
    .mark=${marks[0]}
    heading=${fit.title}
    said=${`${fit.said(format(count))} ${words.bench.output.pick}`}
    xLabel=${pairs.target}
    yLabel=${pairs.prediction}
    name="predictions"
    @choose=${(/** @type {CustomEvent} */ event) => {
      const { group, i } = event.detail;
      choose(new CustomEvent("choose", { detail: groups[group].rows?.[i] }));
    }}
  ></gn-scatter>`;
}

/**
 * Of a table: what a unit makes of some rows, in the order of their target.
 * @param {Words} words @param {Setup} setup @param {NonNullable<NonNullable<Lab["frame"]>["outputs"]>} outputs
 * @param {Unit} unit @param {number} row @param {Choose} choose
 */
export function rowsView(words, setup, { rows, layers }, unit, row, choose) {
  const own = words.bench.output;
  const name = nameOfUnit(words, setup, unit);
  const y = layers[unit.layer].subarray(unit.unit * rows.length, (unit.unit + 1) * rows.length);
  const x = Float32Array.from(rows, (_, i) => i + 1);
  const at = rows.indexOf(row);
  const point = (/** @type {number} */ i) => `${own.row(rows[i])}.`;
  return html`<gn-scatter
    compact
    .words=${words.charts}
    .groups=${[{ label: own.ordered, shape: "circle", color: "accent", x, y, point }]}
    .xRange=${rangeOf([x])}
    .yRange=${rangeOf([y])}
    .keys=${[]}
    .mark=${at < 0 ? undefined : [x[at], y[at]]}
    heading=${own.outputs(name)}
    said=${`${own.ordered}. ${own.pick}`}
    xLabel=${own.ordered}
    yLabel=${name}
    name="outputs"
    @choose=${(/** @type {CustomEvent} */ event) => choose(new CustomEvent("choose", { detail: rows[event.detail.i] }))}
  ></gn-scatter>`;
}

/**
 * The probabilities of the classes for the row, or the values, that go through the network.
 * @param {Words} words @param {Setup} setup @param {Float32Array} outputs @param {number | undefined} actual
 */
export function classesView(words, { classes = [] }, outputs, actual) {
  const own = words.bench.output;
  const shares = outputs.length === 1 ? [1 - outputs[0], outputs[0]] : Array.from(outputs);
  const answer = classOf(outputs);
  return html`<div class="classes">
    <ul>
      ${classes.map(
        (name, i) =>
          html`<li class=${i === answer ? "answer" : ""}>
            <span class="name">${name}</span>
            <span class="bar" .style=${`--share:${Math.min(Math.max(shares[i] || 0, 0), 1)}`}></span>
            <span class="share" translate="no" title=${full(shares[i])}>${fixed(shares[i])}</span>
          </li>`,
      )}
    </ul>
    ${actual === undefined ? nothing : html`<p>${own.trueClass(classes[actual])}</p>`}
  </div>`;
}
