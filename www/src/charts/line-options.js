/** What uPlot is told: scales, axes, lines, and how numbers are written on it. */
import uPlot from "uplot";
import { format } from "../format.js";

/** @import { Series } from "./line-chart.js" */

/** @param {ArrayLike<number>} y @param {boolean} log @returns {(number | null)[]} */
const shown = (y, log) => Array.from(y, (value) => (Number.isFinite(value) && (!log || value > 0) ? value : null));

/**
 * Lines over their own x as lines over one that all share.
 * @param {readonly Series[]} series
 * @param {boolean} log
 * @returns {[ArrayLike<number>, ...ArrayLike<number | null | undefined>[]]}
 */
export function aligned(series, log) {
  if (!series.length) return [[]];
  const [{ x }] = series;
  const ys = series.map(({ y }) => shown(y, log));
  if (series.every((line) => line.x === x)) return [x, ...ys];
  return /** @type {any} */ (uPlot.join(series.map((line, i) => /** @type {any} */ ([Array.from(line.x), ys[i]]))));
}

/**
 * @typedef {object} ChartOptions
 * @property {readonly Series[]} series
 * @property {boolean} log
 * @property {string} xLabel
 * @property {string} yLabel
 * @property {number} width
 * @property {number} height
 * @property {Record<string, string>} tokens
 * @property {(place: number | undefined) => void} onPlace
 */

/** Powers of ten that have words on a logarithmic axis, at most. */
const POWERS = 8;

/**
 * A few ticks of a logarithmic axis have words: powers of ten, thinned where there are many, and more where there are
 * few.
 * @param {(number | null)[]} splits
 */
function fewer(splits) {
  const isPower = (/** @type {number | null} */ value) =>
    value !== null && Math.abs(Math.log10(value) - Math.round(Math.log10(value))) < 1e-9;
  const powers = splits.filter(isPower).length;
  const every = Math.ceil(powers / POWERS);
  const isKept = (/** @type {number | null} */ value) =>
    isPower(value) && Math.round(Math.log10(Number(value))) % every === 0;
  return splits.map((value) => (powers < 2 || isKept(value) ? value : null));
}

/** Epochs, updates and rows come one by one. */
const WHOLE = [1, 2, 5, 10, 20, 50]
  .flatMap((step) => [0, 2, 4, 6].map((power) => step * 10 ** power))
  .sort((a, b) => a - b);

/** Whether what is along the horizontal axis is counted, not measured. @param {readonly Series[]} series */
export const isCounted = (series) => series.every(({ x }) => Array.prototype.every.call(x, Number.isInteger));

/** @param {(number | null)[]} splits */
const numbers = (splits) => splits.map((value) => (value === null ? "" : format(value, 4)));

/**
 * The room that the words of the vertical axis take: long ones must not run into its label.
 * @param {uPlot} plot
 * @param {string[] | null} words
 * @param {string} font
 */
function roomOf(plot, words, font) {
  plot.ctx.save();
  plot.ctx.font = font;
  const widest = Math.max(0, ...(words ?? []).map((text) => plot.ctx.measureText(text).width));
  plot.ctx.restore();
  return Math.max(58, Math.ceil(widest) + 16);
}

/** @param {ChartOptions} options @returns {uPlot.Options} */
export function options({ series, log, xLabel, yLabel, width, height, tokens, onPlace }) {
  const font = `12px ${tokens.font}`;
  const axis = {
    stroke: tokens.muted,
    font,
    labelFont: font,
    labelSize: 18,
    ticks: { show: false },
    grid: { stroke: tokens.hairline, width: 1 },
  };
  return {
    width,
    height,
    pxAlign: 1,
    legend: { show: false },
    cursor: { drag: { x: false, y: false, setScale: false }, y: false, points: { size: 7 } },
    scales: {
      x: { time: false },
      y: log
        ? { distr: 3, log: 10 }
        : { range: { min: { pad: 0.05, soft: 0, mode: 1 }, max: { pad: 0.05, soft: 0, mode: 2 } } },
    },
    series: [
      {},
      ...series.map(({ label, color, dash, width: thick = 2 }) => ({
        label,
        stroke: tokens[color] ?? color,
        width: thick,
        dash,
        spanGaps: true,
        // A line that is kept to whole pixels is a staircase where it is flat; dots between pixels are pale.
        pxAlign: dash ? 1 : 0,
        points: { show: (/** @type {uPlot} */ plot) => plot.data[0].length < 3 },
      })),
    ],
    axes: [
      {
        ...axis,
        label: xLabel,
        size: 30,
        grid: { show: false },
        ...(isCounted(series) && { incrs: WHOLE }),
        values: (_, splits) => numbers(splits),
      },
      {
        ...axis,
        label: yLabel,
        size: (plot, words) => roomOf(plot, words, font),
        values: (_, splits) => numbers(log ? fewer(splits) : splits),
      },
    ],
    hooks: { setCursor: [(plot) => onPlace(typeof plot.cursor.idx === "number" ? plot.cursor.idx : undefined)] },
  };
}
