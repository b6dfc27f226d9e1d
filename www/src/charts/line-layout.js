/**
 * Where the parts of a line chart lie: scales, ticks and the points of its lines, in pixels. Pure: a canvas, a file and
 * the worked example draw from the same layout.
 */

/**
 * @typedef {object} Series
 * @property {string} label
 * @property {ArrayLike<number>} x Ascending.
 * @property {ArrayLike<number>} y What is not finite, or not positive on a logarithmic axis, is left out.
 * @property {string} color A token of the theme: "loss", "accent", …
 * @property {number[]} [dash] So that lines are told apart without colour.
 * @property {number} [width]
 * @property {number} [end] So many of its points are drawn and read, where it grows; the axes hold all of them.
 * @property {boolean} [dots] Whether its points are drawn alone: what lies between them is not known.
 */

/** @typedef {{ left: number, right: number, top: number, bottom: number }} Edges */
/** @typedef {{ value: number, text: string }} Label A tick without a text is a line alone. */
/** @typedef {Label & { at: number }} Tick `at` is in pixels. */
/** @typedef {Pick<Series, "x" | "y">} Points */

/**
 * @typedef {object} Layout
 * @property {Edges} box The edges of the plot.
 * @property {boolean} log
 * @property {(value: number) => number} x
 * @property {(value: number) => number} y
 * @property {Tick[]} xTicks
 * @property {Tick[]} yTicks
 */

/**
 * Round numbers from low to high: multiples of one, two or five times a power of ten.
 * @param {number} low @param {number} high
 * @param {number} count About so many, and at least two: one alone tells no distance.
 * @param {number} [least] The least step: 1 for what is counted.
 */
export function ticks(low, high, count, least = 0) {
  if (!(high > low)) return [low];
  const rough = (high - low) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const part = rough / power;
  const near = part < 1.5 ? 1 : part < 3.5 ? 2 : part < 7.5 ? 5 : 10;
  const multiples = (/** @type {number} */ step) => {
    const first = Math.ceil(low / step - 1e-9);
    const length = Math.max(Math.floor(high / step + 1e-9) - first + 1, 0);
    return Array.from({ length }, (_, i) => (first + i) * step);
  };
  const all = [10, 5, 2, 1, 0.5, 0.2]
    .filter((times) => times <= near)
    .map((times) => multiples(Math.max(times * power, least)));
  return all.find(({ length }) => length > 1) ?? all[0];
}

/** How many points of a line are drawn. @param {Points & { end?: number }} line */
export const endOf = ({ x, end = x.length }) => Math.min(end, x.length);

/** @param {number} value @param {boolean} log */
export const isDrawn = (value, log) => Number.isFinite(value) && (!log || value > 0);

/**
 * Lays out lines within a box.
 * @param {object} chart
 * @param {Edges} chart.box
 * @param {{ x: [number, number], y: [number, number] }} chart.reach What the axes show.
 * @param {boolean} [chart.log]
 * @param {readonly Label[]} chart.xs
 * @param {readonly Label[]} chart.ys
 * @returns {Layout}
 */
export function layOut({ box, reach, log = false, xs, ys }) {
  const scale = log ? Math.log10 : Number;
  const [[first, last], [low, high]] = [reach.x, reach.y.map(scale)];
  const x = (/** @type {number} */ value) => box.left + ((value - first) / (last - first)) * (box.right - box.left);
  const y = (/** @type {number} */ value) =>
    box.bottom - ((scale(value) - low) / (high - low)) * (box.bottom - box.top);
  return {
    box,
    log,
    x,
    y,
    xTicks: xs.map((tick) => ({ ...tick, at: x(tick.value) })),
    yTicks: ys.map((tick) => ({ ...tick, at: y(tick.value) })),
  };
}

/**
 * The points of a line in pixels: of very many, the first, the least, the greatest and the last in each column, which
 * look the same.
 * @param {Points} line @param {Layout} layout
 * @param {number} [end] So many of its points.
 * @returns {[number, number][]}
 */
export function pointsOf({ x: xs, y: ys }, { x, y, log, box }, end = xs.length) {
  const isThinned = end > 4 * (box.right - box.left);
  /** @type {[number, number][]} */ const points = [];
  const add = (/** @type {number} */ i) => points.push([x(xs[i]), y(ys[i])]);
  let [column, first, least, greatest, last] = [NaN, 0, 0, 0, 0];
  const addColumn = () => new Set([first, Math.min(least, greatest), Math.max(least, greatest), last]).forEach(add);
  for (let i = 0; i < end; i++) {
    if (!isDrawn(ys[i], log)) continue;
    if (!isThinned) {
      add(i);
      continue;
    }
    const at = Math.floor(x(xs[i]));
    if (at !== column) {
      if (!Number.isNaN(column)) addColumn();
      [column, first, least, greatest] = [at, i, i, i];
    }
    if (ys[i] < ys[least]) least = i;
    if (ys[i] > ys[greatest]) greatest = i;
    last = i;
  }
  if (!Number.isNaN(column)) addColumn();
  return points;
}

/** A line through points, as an SVG path. @param {[number, number][]} points */
export const pathOf = (points) => points.map(([x, y], i) => `${i ? "L" : "M"}${x.toFixed(1)} ${y.toFixed(1)}`).join("");
