/**
 * Prediction and target on one scale, the gap between them, and the gap's square as an area.
 *
 * @import { Picture } from "../picture.js"
 */
import { html, nothing, svg } from "lit";
import { textWidth } from "./network-text.js";

/**
 * @typedef {object} LossText
 * @property {(value: number) => string} number
 * @property {string} prediction
 * @property {(layer: number, unit: number) => string} unitName Says which of several outputs it is.
 * @property {string} target
 * @property {string} loss
 * @property {(output: number) => string} lossLabel For a screen reader: prediction, target and error of one output.
 */

/**
 * @typedef {object} LossView
 * @property {Picture} picture
 * @property {number} width
 * @property {number} min Of the scale.
 * @property {number} max
 * @property {number} reference The error that fills the square's frame: the largest of the first iteration.
 * @property {LossText} text
 */

/**
 * @typedef
 *   {{ output: number, prediction?: number, target: number, error?: number, square?: number, shown: number,
 *     current: boolean }}
 *   Row
 */

const ROW = 68;
const MOST_ROWS = 3;
const SQUARE = 44;
const STEPS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100];

/**
 * A scale that holds predictions and targets with room around them. Ask once, for the first iteration, and keep it:
 * a scale that moved would hide that the prediction comes nearer.
 *
 * @param {readonly number[]} predictions
 * @param {readonly number[]} targets
 */
export function lossDomain(predictions, targets) {
  const all = [...predictions, ...targets].filter(Number.isFinite);
  if (!all.length) return { min: 0, max: 1 };
  const low = Math.min(...all);
  const high = Math.max(...all);
  const reach = Math.max(high - low, 0.01);
  const step = STEPS.find((size) => size * 4 >= reach) ?? reach;
  return { min: Math.floor((low - reach / 3) / step) * step, max: Math.ceil((high + reach / 3) / step) * step };
}

/** @param {number} outputs How high the picture is. */
export const lossHeight = (outputs) => Math.min(outputs, MOST_ROWS) * ROW;

/** @param {number | undefined} value Undefined too where a run has diverged. */
const finite = (value) => (Number.isFinite(value) ? value : undefined);

/**
 * What is known of each output at this moment.
 *
 * @param {Picture} picture
 * @returns {Row[]}
 */
function rowsOf({ trace, k, event, progress, units }) {
  const outputs = units[units.length - 1];
  return trace.target.map((target, output) => {
    const index = trace.events.findIndex((e) => e.kind === "loss_term" && e.unit === output);
    const term = trace.events[index];
    const known = index >= 0 && index < k && term.kind === "loss_term" ? term : undefined;
    const current = event === term && known !== undefined;
    return {
      output,
      target,
      prediction: finite(outputs[output].value),
      error: known?.error,
      square: known?.term,
      shown: current ? progress : 1,
      current: current || event?.kind === "loss",
    };
  });
}

/** @param {LossView} view @param {number} right */
function scaleOf({ min, max }, right) {
  const left = 8;
  /** @param {number} value */
  return (value) => left + Math.min(Math.max((value - min) / (max - min), 0), 1) * (right - left);
}

/**
 * @param {LossView} view
 * @param {(value: number) => number} px
 * @param {number} y
 * @param {{ left: number, right: number }} taken By the target's label, which goes before the ends' own.
 */
function axis({ min, max, text }, px, y, taken) {
  const reach = max - min;
  const step = STEPS.find((size) => size * 6 >= reach) ?? reach;
  const count = Math.round(reach / step);
  const ticks = Array.from({ length: count + 1 }, (_, i) => min + i * step);
  const [first, last] = [text.number(min), text.number(max)];
  const free = [taken.left > px(min) + textWidth(first, 12) + 8, taken.right < px(max) - textWidth(last, 12) - 8];
  return svg`<path class="gn-ruler" d="M${px(min)} ${y}H${px(max)}${ticks
    .map((tick) => `M${px(tick)} ${y - 3}v6`)
    .join("")}"></path>
    ${free[0] ? svg`<text class="gn-word" x=${px(min)} y=${y + 23} text-anchor="start">${first}</text>` : nothing}
    ${free[1] ? svg`<text class="gn-word" x=${px(max)} y=${y + 23} text-anchor="end">${last}</text>` : nothing}`;
}

/**
 * Where a mark's label stands, kept inside the scale.
 *
 * @param {string} word
 * @param {string} value
 * @param {number} x
 * @param {number} right
 */
function span(word, value, x, right) {
  const half = (textWidth(word, 12) + textWidth(value, 14) + 5) / 2;
  const middle = Math.max(half, Math.min(x, right - half));
  return { middle, left: middle - half, right: middle + half };
}

/**
 * @param {string} word
 * @param {string} value
 * @param {{ middle: number }} span
 * @param {number} y
 */
function markLabel(word, value, { middle }, y) {
  return svg`<text text-anchor="middle" x=${middle} y=${y}><tspan class="gn-word">${word}</tspan><tspan dx="5">${value}</tspan></text>`;
}

/** @param {LossView} view @param {Row} row @param {number} right */
function numberLine(view, row, right) {
  const { text } = view;
  const px = scaleOf(view, right);
  const y = 34;
  const [at, goal] = [row.prediction === undefined ? undefined : px(row.prediction), px(row.target)];
  const end = at === undefined || row.error === undefined ? goal : goal + (at - goal) * Math.min(row.shown * 2, 1);
  const goalText = text.number(row.target);
  const under = span(text.target, goalText, goal, right);
  const guessText = text.number(row.prediction ?? 0);
  const { layers, target } = view.picture.trace;
  const guessWord = target.length > 1 ? text.unitName(layers.length - 1, row.output) : text.prediction;
  return svg`${axis(view, px, y, under)}
    ${row.error === undefined ? nothing : svg`<path class="gn-gap" d="M${goal} ${y}H${end}"></path>`}
    <rect class="gn-goal" x=${goal - 5} y=${y - 5} width="10" height="10" rx="2"></rect>
    ${markLabel(text.target, goalText, under, y + 24)}
    ${
      at === undefined
        ? nothing
        : svg`<circle class="gn-guess" cx=${at} cy=${y} r="6"></circle>
      ${markLabel(guessWord, guessText, span(guessWord, guessText, at, right), y - 14)}`
    }`;
}

/** @param {LossView} view @param {Row} row @param {number} left */
function area({ reference, text }, row, left) {
  const { error, square } = row;
  const top = 12;
  const frame = svg`<rect class="gn-frame" x=${left} y=${top} width=${SQUARE} height=${SQUARE}></rect>`;
  if (error === undefined || square === undefined) return frame;
  const side = Math.min(Math.abs(error) / (reference || 1), 1.2) * SQUARE;
  const grown = Math.min(Math.max(row.shown * 2 - 1, 0), 1);
  const x = left + SQUARE + 12;
  return svg`${frame}
    <rect class="gn-square" x=${left} y=${top + SQUARE - side * grown} width=${side} height=${side * grown}></rect>
    <path class="gn-gap" d="M${left} ${top + SQUARE}h${side}"></path>
    <text x=${x} y=${top + 18}>${error < 0 ? `(${text.number(error)})²` : `${text.number(error)}²`}</text>
    <text class="gn-outcome" x=${x} y=${top + 38}>= ${text.number(square)}</text>`;
}

/**
 * Full width, as high as `lossHeight` says.
 *
 * @param {LossView} view
 */
export function lossScale(view) {
  const { picture, width, text } = view;
  const rows = rowsOf(picture);
  const first = Math.max(
    0,
    Math.min(
      rows.findIndex((row) => row.current),
      rows.length - MOST_ROWS,
    ),
  );
  const shown = rows.slice(first, first + MOST_ROWS);
  const height = lossHeight(rows.length);
  const [gap, result] = width < 300 ? [12, 68] : width < 520 ? [16, 76] : [24, 108];
  const right = width - SQUARE - 12 - result - gap;
  const active = picture.event?.phase === "loss" ? "gn-active" : "";
  return html`<svg
    translate="no"
    class="gn-scale gn-loss ${active}"
    role="group"
    aria-label=${text.loss}
    width=${width}
    height=${height}
    viewBox="0 0 ${width} ${height}"
  >
    ${shown.map(
      (
        row,
        i,
      ) => svg`<g role="img" aria-label=${text.lossLabel(row.output)} class=${row.current ? "gn-now" : ""} transform="translate(0 ${i * ROW})">
      ${numberLine(view, row, right)}${area(view, row, right + gap)}
    </g>`,
    )}
  </svg>`;
}
