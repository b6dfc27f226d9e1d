/**
 * The network unit by unit on a canvas: where everything stands, how it is drawn, and what lies under a point. A layer
 * that is not dense is a bar with its name above it, whose units stand beside those that they are made of.
 *
 * @import { ActiveLayer } from "../../experiment/layers.js"
 */
import { format } from "../../format.js";
import { diverging, inkOn, rgb } from "../../charts/colors.js";
import { sizesOf } from "../../experiment/layers.js";
import { drawBar, drawMarks, drawThreads, markedHeight } from "./layer-bars.js";

/**
 * @typedef {{ column: number, unit: number, input?: number }} Place A unit, or with an input the weight of a link, of a
 *   layer that is not dense one of its weights; column 0 is the inputs.
 */

/** Larger than this, units are not drawn one by one. */
const MOST = { units: 20, links: 600 };

/** @param {readonly ActiveLayer[]} layers */
export const drawable = (layers) =>
  Math.max(...sizesOf(layers)) <= MOST.units &&
  layers.reduce((sum, { inputs, units, isDense }) => sum + (isDense ? inputs * units : 0), 0) <= MOST.links;

/**
 * The kernel of each layer, a view of all weights, `kernel[input * units + unit]`; empty of a layer without one.
 * @param {Float32Array} weights
 * @param {readonly ActiveLayer[]} layers
 */
export const kernelsOf = (weights, layers) =>
  layers.map(({ weights: own, isDense }) =>
    isDense ? weights.subarray(own[0].at, own[0].at + own[0].count) : weights.subarray(0, 0),
  );

/**
 * More links between two columns are straight: curves take the browser twice as long, and so many do not look calmer.
 */
const MOST_CURVED = 64;

/** @param {readonly number[]} sizes @param {number} layer */
const isCurved = (sizes, layer) => sizes[layer] * sizes[layer + 1] <= MOST_CURVED;

/** How far a bar stands from the column before it, where a dense layer stands 1 from it. */
const NEAR = 0.6;

/** @param {Pick<LiveView, "sizes" | "marks" | "width" | "height">} view */
export function placesOf({ sizes, marks, width, height }) {
  const most = Math.max(...sizes);
  const top = markedHeight(marks);
  const margin = { x: 34, top: top + 14, bottom: 26 };
  const tall = height - margin.top - margin.bottom;
  const gap = Math.min(tall / most, 56);
  const steps = sizes.map((_, column) => (column === 0 ? 0 : marks[column]?.name ? NEAR : 1));
  const across = sizes.map((_, column) => sum(steps.slice(0, column + 1)));
  const step = (width - 2 * margin.x) / Math.max(across[sizes.length - 1], 1);
  const radius = Math.max(Math.min(gap * 0.42, 19, top ? step * NEAR * 0.42 : 19), 3);
  return {
    radius,
    /** Above it stand the names of bars. */
    top,
    /** Below it stand the names. */
    bottom: height - margin.bottom + 6,
    x: (/** @type {number} */ column) => (sizes.length === 1 ? width / 2 : margin.x + across[column] * step),
    y: (/** @type {number} */ column, /** @type {number} */ unit) =>
      margin.top + tall / 2 + (unit - (sizes[column] - 1) / 2) * gap,
  };
}

/**
 * @typedef {object} LiveView
 * @property {readonly number[]} sizes
 * @property {readonly string[]} names Of the columns.
 * @property {readonly (Mark | undefined)[]} marks What is written above the columns.
 * @property {readonly Float32Array[]} kernels
 * @property {readonly Float32Array[] | undefined} activations By column.
 * @property {Record<string, string>} tokens
 * @property {number} width
 * @property {number} height
 * @property {Place | undefined} at
 * @property {number} [lit] A column that is lit as a whole.
 */

/** @typedef {import("./layer-bars.js").Mark} Mark */

/** @param {readonly number[]} numbers */
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

/** The largest size among numbers. @param {ArrayLike<number>} values */
function largest(values) {
  let most = 0;
  for (let i = 0; i < values.length; i++) if (Number.isFinite(values[i])) most = Math.max(most, Math.abs(values[i]));
  return most || 1;
}

/** @param {CanvasRenderingContext2D} context @param {LiveView} view @param {number} layer */
function drawLinks(context, view, layer) {
  const { sizes, kernels, marks, tokens, at } = view;
  const places = placesOf(view);
  if (marks[layer + 1]?.name) return drawThreads(context, view, places, layer);
  const { x, y, radius } = places;
  const [from, to] = [x(layer) + radius, x(layer + 1) - radius];
  const middle = (from + to) / 2;
  const most = largest(kernels[layer]);
  const units = sizes[layer + 1];
  const curved = isCurved(sizes, layer);
  const dash = curved ? [5, 3] : [8, 5];
  for (let i = 0; i < kernels[layer].length; i++) {
    const weight = kernels[layer][i];
    const [input, unit] = [Math.floor(i / units), i % units];
    const chosen = at?.column === layer + 1 && at.unit === unit && at.input === input;
    const part = Math.abs(weight) / most;
    context.globalAlpha = chosen ? 1 : 0.25 + 0.6 * part;
    context.strokeStyle = chosen ? tokens.text : weight < 0 ? tokens.negative : tokens.positive;
    context.lineWidth = 0.75 + (curved ? 4 : 2.5) * part;
    context.setLineDash(weight < 0 ? dash : []);
    context.beginPath();
    context.moveTo(from, y(layer, input));
    if (curved) context.bezierCurveTo(middle, y(layer, input), middle, y(layer + 1, unit), to, y(layer + 1, unit));
    else context.lineTo(to, y(layer + 1, unit));
    context.stroke();
  }
  context.globalAlpha = 1;
  context.setLineDash([]);
}

/** Smaller circles hold no number. */
const READABLE = 15;

/**
 * A value inside its circle.
 * @param {CanvasRenderingContext2D} context
 * @param {Record<string, string>} tokens
 * @param {number} value
 * @param {readonly number[]} color Of the circle.
 * @param {number} x
 * @param {number} y
 */
function write(context, tokens, value, color, x, y) {
  context.font = `10px ${tokens.font}`;
  context.textAlign = "center";
  context.fillStyle = inkOn(color);
  const text = format(Math.round(value * 100) / 100, Math.abs(value) >= 10 ? 0 : 2);
  // What does not fit is read by pointing at it.
  if (context.measureText(text).width <= 2 * READABLE) context.fillText(text, x, y + 3.5);
}

/** @param {CanvasRenderingContext2D} context @param {LiveView} view @param {number} column */
function drawUnits(context, view, column) {
  const { sizes, activations, marks, tokens, at } = view;
  const places = placesOf(view);
  const { x, y, radius } = places;
  const isBar = Boolean(marks[column]?.name);
  if (isBar) drawBar(context, view, places, column);
  const values = activations?.[column];
  const most = values ? Math.max(largest(values), 1) : 1;
  const color = diverging(tokens, most);
  for (let unit = 0; unit < sizes[column]; unit++) {
    const chosen = at?.column === column && at.unit === unit && (at.input === undefined || isBar);
    context.beginPath();
    context.arc(x(column), y(column, unit), radius, 0, 2 * Math.PI);
    // What is not finite has no colour.
    const own = values && Number.isFinite(values[unit]) ? color(values[unit]) : rgb(tokens.surface);
    context.fillStyle = `rgb(${own.slice(0, 3).join(" ")})`;
    context.fill();
    context.strokeStyle = chosen ? tokens.text : tokens.mark;
    context.lineWidth = chosen ? 3 : 1;
    context.stroke();
    if (values && radius >= READABLE) write(context, tokens, values[unit], own, x(column), y(column, unit));
  }
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {LiveView} view
 * @param {number} layer What leads into it, and its units.
 */
export function drawLayer(context, view, layer) {
  const { x, radius, top, bottom } = placesOf(view);
  const from = layer === 0 ? 0 : x(layer) + radius + 2;
  context.clearRect(from, top, x(layer + 1) + radius + 2 - from, bottom - top);
  drawLinks(context, view, layer);
  if (layer === 0) drawUnits(context, view, 0);
  drawUnits(context, view, layer + 1);
}

/** A ground behind a column. @param {CanvasRenderingContext2D} context @param {LiveView} view @param {number} column */
function drawLit(context, view, column) {
  const { x, radius, top, bottom } = placesOf(view);
  context.globalAlpha = 0.2;
  context.fillStyle = view.tokens.focus;
  context.beginPath();
  context.roundRect(x(column) - radius - 8, top, 2 * radius + 16, bottom - top, 8);
  context.fill();
  context.globalAlpha = 1;
}

/** @param {CanvasRenderingContext2D} context @param {LiveView} view */
export function drawNetwork(context, view) {
  const { sizes, names, marks, tokens, width, height } = view;
  const places = placesOf(view);
  const { x } = places;
  context.clearRect(0, 0, width, height);
  if (view.lit !== undefined) drawLit(context, view, view.lit);
  for (let layer = 0; layer + 1 < sizes.length; layer++) drawLinks(context, view, layer);
  for (let column = 0; column < sizes.length; column++) drawUnits(context, view, column);
  context.font = `12px ${tokens.font}`;
  context.fillStyle = tokens.muted;
  drawMarks(context, view, places);
  for (let column = 0; column < sizes.length; column++) {
    if (marks[column]?.name) continue;
    context.textAlign = column === 0 ? "left" : column === sizes.length - 1 ? "right" : "center";
    const edge = column === 0 ? 0 : column === sizes.length - 1 ? width : x(column);
    context.fillText(names[column], edge, height - 6);
  }
}

/**
 * What lies under a point: a unit, else the nearest link at half way.
 * @param {LiveView} view
 * @param {number} px
 * @param {number} py
 * @returns {Place | undefined}
 */
export function placeAt(view, px, py) {
  const { sizes, marks } = view;
  const { x, y, radius } = placesOf(view);
  for (let column = 0; column < sizes.length; column++) {
    for (let unit = 0; unit < sizes[column]; unit++) {
      if (Math.hypot(px - x(column), py - y(column, unit)) <= radius + 4) return { column, unit };
    }
  }
  const layer = sizes.findIndex((_, i) => i + 1 < sizes.length && px > x(i) && px < x(i + 1));
  if (layer < 0 || marks[layer + 1]?.name) return undefined;
  const t = (px - x(layer)) / (x(layer + 1) - x(layer));
  const share = isCurved(sizes, layer) ? t * t * (3 - 2 * t) : t;
  let best = { away: 8, input: -1, unit: -1 };
  for (let unit = 0; unit < sizes[layer + 1]; unit++) {
    for (let input = 0; input < sizes[layer]; input++) {
      const away = Math.abs(py - (y(layer, input) + (y(layer + 1, unit) - y(layer, input)) * share));
      if (away < best.away) best = { away, input, unit };
    }
  }
  return best.input < 0 ? undefined : { column: layer + 1, unit: best.unit, input: best.input };
}
