/** What the axes of a line chart show: from where to where, at which ticks, and which place is read. Pure. */
import { format } from "../format.js";
import { extentOf } from "./extent.js";
import { endOf, isDrawn, layOut, ticks } from "./line-layout.js";

/** @import { Edges, Layout, Points } from "./line-layout.js" */

/** Labels on a logarithmic axis, at most. */
const MOST_POWERS = 8;

/**
 * Ticks of a logarithmic axis: 1 to 9 times each power of ten where there are few powers, and a label at each power;
 * powers alone, thinned, where there are many; all with a label where there is at most one power.
 * @param {number} low @param {number} high
 * @returns {{ value: number, isNamed: boolean }[]}
 */
export function logTicks(low, high) {
  const [first, last] = [Math.floor(Math.log10(low)), Math.ceil(Math.log10(high))];
  const digits = last - first > MOST_POWERS ? [1] : [1, 2, 3, 4, 5, 6, 7, 8, 9];
  const all = Array.from({ length: last - first + 1 }, (_, i) => first + i).flatMap((power) =>
    digits.map((digit) => ({ power, digit, value: Number(`${digit}e${power}`) })),
  );
  const inside = all.filter(({ value }) => value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9));
  const powers = inside.filter(({ digit }) => digit === 1).length;
  const every = Math.max(Math.ceil(powers / MOST_POWERS), 1);
  return inside.map(({ value, power, digit }) => ({
    value,
    isNamed: powers < 2 || (digit === 1 && power % every === 0),
  }));
}

/** A plot that is lower has powers of ten alone; each label has room; in pixels. */
const [LOW, ROOM] = [104, 18];

/**
 * What of ascending ticks has room for its label.
 * @template {{ value: number }} T @param {T[]} all @param {[number, number]} reach @param {number} tall
 * @param {(value: number) => number} [scale]
 */
function withRoom(all, [low, high], tall, scale = Number) {
  const room = Math.min(ROOM, tall / 2) / tall;
  let last = -Infinity;
  return all.filter(({ value }) => {
    const at = (scale(value) - scale(low)) / (scale(high) - scale(low));
    if (at - last < room) return false;
    last = at;
    return true;
  });
}

/** @param {[number, number]} reach @param {number} tall @returns {ReturnType<typeof logTicks>} */
function logTicksIn(reach, tall) {
  const all = logTicks(...reach);
  if (tall >= LOW) return all;
  return withRoom(
    all.filter(({ isNamed }) => isNamed),
    reach,
    tall,
    Math.log10,
  );
}

/**
 * Whether what is along the horizontal axis is counted, as epochs are, not measured.
 * @param {readonly Points[]} series
 */
export const isCounted = (series) => series.every(({ x }) => Array.prototype.every.call(x, Number.isInteger));

/** @param {readonly Points[]} series @returns {[number, number]} */
function xReach(series) {
  const [low, high] = extentOf(series.flatMap(({ x }) => (x.length ? [x[0], x[x.length - 1]] : []))) ?? [0, 1];
  return low === high ? [low, low + 1] : [low, high];
}

/**
 * From 0, with some room beyond the values; on a logarithmic axis from round numbers to round numbers.
 * @param {readonly Points[]} series @param {boolean} log @returns {[number, number]}
 */
function yReach(series, log) {
  let [low, high] = [Infinity, -Infinity];
  for (const { y } of series)
    for (let i = 0; i < y.length; i++) {
      if (!isDrawn(y[i], log)) continue;
      low = Math.min(low, y[i]);
      high = Math.max(high, y[i]);
    }
  if (low > high) return log ? [1, 10] : [0, 1];
  if (log) {
    const round = (/** @type {number} */ value, /** @type {(value: number) => number} */ way) => {
      const power = Math.floor(Math.log10(value));
      return Number(`${way(Number((value / 10 ** power).toPrecision(12)))}e${power}`);
    };
    const [from, to] = [round(low, Math.floor), round(high, Math.ceil)];
    return to > from ? [from, to] : [from, from * 10];
  }
  [low, high] = [Math.min(low, 0), Math.max(high, 0)];
  const room = (high - low) * 0.05 || 1;
  return [low && low - room, high || low === high ? high + room : high];
}

/**
 * @typedef {object} Chart
 * @property {readonly Points[]} series
 * @property {number} width
 * @property {number} height
 * @property {boolean} [log]
 * @property {Edges} edges Room around the plot.
 * @property {(text: string) => number} [measure] How wide a text is, where the room grows with the labels.
 */

/** @param {Chart} chart @param {{ text: string }[]} xs @param {{ text: string }[]} ys @returns {Edges} */
function boxOf({ width, height, edges, measure = () => 0 }, xs, ys) {
  const widest = Math.ceil(Math.max(0, ...ys.map(({ text }) => measure(text))));
  const last = xs.length ? measure(xs[xs.length - 1].text) / 2 : 0;
  return {
    left: edges.left + Math.max(widest - 36, 0),
    right: width - Math.max(edges.right, Math.ceil(last) + 4),
    top: edges.top,
    bottom: height - edges.bottom,
  };
}

/** Finds what the axes must show, their ticks and the room for the labels. @param {Chart} chart @returns {Layout} */
export function lineChart(chart) {
  const { series, width, height, log = false, edges } = chart;
  const reach = { x: xReach(series), y: yReach(series, log) };
  const label = (/** @type {number} */ value) => ({ value, text: format(value, 4).replace(/^1 × /, "") });
  const tall = height - edges.top - edges.bottom;
  const xs = ticks(...reach.x, width / 80, isCounted(series) ? 1 : 0).map(label);
  const ys = log
    ? logTicksIn(reach.y, tall).map(({ value, isNamed }) => (isNamed ? label(value) : { value, text: "" }))
    : withRoom(ticks(...reach.y, Math.max(tall / 34, 1)).map(label), reach.y, tall);
  return layOut({ box: boxOf(chart, xs, ys), reach, log, xs, ys });
}

/**
 * What the lines share: each x that one of them has, as far as they are drawn, ascending.
 * @param {readonly (Points & { end?: number })[]} lines
 * @returns {ArrayLike<number>}
 */
export function sharedX(lines) {
  if (!lines.length) return [];
  const series = lines.map((line) => ({
    x: endOf(line) < line.x.length ? Array.prototype.slice.call(line.x, 0, endOf(line)) : line.x,
  }));
  const [{ x }] = series;
  const isSame = (/** @type {ArrayLike<number>} */ other) =>
    other === x || (other.length === x.length && Array.prototype.every.call(x, (value, i) => value === other[i]));
  if (series.every((line) => isSame(line.x))) return x;
  return Float64Array.from(new Set(series.flatMap((line) => Array.from(line.x)))).sort();
}

/**
 * The place of the last of ascending numbers that is at most `value`; -1 where none is.
 * @param {ArrayLike<number>} xs @param {number} value
 */
export function lastUpTo(xs, value) {
  let [low, high] = [0, xs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (xs[middle] <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The place of the nearest of ascending numbers. @param {ArrayLike<number>} xs @param {number} value */
export function nearest(xs, value) {
  const before = lastUpTo(xs, value);
  if (before < 0 || before === xs.length - 1) return Math.max(before, 0);
  return value - xs[before] <= xs[before + 1] - value ? before : before + 1;
}
