/**
 * The links between two columns of the network of the bench: width is size, dash is sign; the colour of weights is
 * their sign too, that of gradients is the backward pass's.
 *
 * @import { NetworkView } from "./network-draw.js"
 */
import { linksOf } from "./network-layout.js";

/** Links of about one width are drawn in one stroke. */
const LEVELS = 9;

/** The largest size among finite numbers. @param {ArrayLike<number>} values */
function largest(values) {
  let most = 0;
  for (let i = 0; i < values.length; i++) if (Number.isFinite(values[i])) most = Math.max(most, Math.abs(values[i]));
  return most || 1;
}

/**
 * The numbers that the links into a column show, `[input * units + unit]`; none before they are known.
 * @param {NetworkView} view @param {number} gap
 */
function kernelOf({ layers, frame, overlay }, gap) {
  const [{ at, count }] = layers[gap].weights;
  return (overlay === "gradients" ? frame.gradients : frame.weights)?.subarray(at, at + count);
}

/** Whether the reader points at something else. @param {NetworkView["at"]} at @param {number} gap */
const isFaded = (at, gap) => (/** @type {number} */ input, /** @type {number} */ unit) => {
  if (!at) return false;
  if (at.weight !== undefined) return !(at.column === gap + 1 && at.unit === unit && at.weight === input);
  return !((at.column === gap + 1 && at.unit === unit) || (at.column === gap && at.unit === input));
};

/**
 * The links in the order in which they are drawn: by whether they are faded, sign and level.
 * @param {NetworkView} view @param {number} gap @param {Float32Array} kernel
 */
function strokesOf({ layout, at }, gap, kernel) {
  const [before, after] = [layout.columns[gap], layout.columns[gap + 1]];
  const most = largest(kernel);
  const faded = isFaded(at, gap);
  /** @type {Map<number, number[]>} From 1: level, sign by its own, faded by hundreds. */
  const strokes = new Map();
  for (const { unit, y: end } of after.slots) {
    for (const { unit: input, y: start } of before.slots) {
      const value = kernel[input * after.units + unit];
      if (!Number.isFinite(value)) continue;
      const level = 1 + Math.round((Math.abs(value) / most) * LEVELS);
      const key = (value < 0 ? -level : level) + (faded(input, unit) ? -100 : 0);
      const stroke = strokes.get(key);
      if (stroke) stroke.push(start, end);
      else strokes.set(key, [start, end]);
    }
  }
  return [...strokes].sort(([a], [b]) => a - b);
}

/** @param {NetworkView} view */
const colorsOf = ({ overlay, tokens }) =>
  overlay === "gradients" ? [tokens.backward, tokens.backward] : [tokens.positive, tokens.negative];

/**
 * Each unit of a bar comes from the one before it, alone or together with its neighbours: no weight has a line.
 * @param {CanvasRenderingContext2D} context @param {NetworkView} view @param {number} gap
 */
function drawThreads(context, { layout, tokens }, gap) {
  const { from, to } = linksOf(layout, gap);
  const ends = layout.columns[gap + 1].slots;
  context.strokeStyle = tokens.mark;
  context.lineWidth = 1;
  context.beginPath();
  layout.columns[gap].slots.forEach(({ y }, i) => {
    context.moveTo(from, y);
    context.lineTo(to, ends[i].y);
  });
  context.stroke();
}

/** @param {CanvasRenderingContext2D} context @param {NetworkView} view @param {number} gap */
export function drawLinks(context, view, gap) {
  if (view.layout.columns[gap + 1].kind === "bar") return drawThreads(context, view, gap);
  const kernel = kernelOf(view, gap);
  if (!kernel) return;
  const { from, to, isCurved } = linksOf(view.layout, gap);
  const middle = (from + to) / 2;
  const [positive, negative] = colorsOf(view);
  for (const [key, ends] of strokesOf(view, gap, kernel)) {
    const isFadedStroke = key < -50;
    const signed = isFadedStroke ? key + 100 : key;
    const part = (Math.abs(signed) - 1) / LEVELS;
    context.globalAlpha = (0.25 + 0.65 * part) * (isFadedStroke ? 0.3 : 1);
    context.strokeStyle = signed < 0 ? negative : positive;
    context.lineWidth = 0.75 + (isCurved ? 3.75 : 2.5) * part;
    context.setLineDash(signed < 0 ? [6, 4] : []);
    context.beginPath();
    for (let i = 0; i < ends.length; i += 2) {
      context.moveTo(from, ends[i]);
      if (isCurved) context.bezierCurveTo(middle, ends[i], middle, ends[i + 1], to, ends[i + 1]);
      else context.lineTo(to, ends[i + 1]);
    }
    context.stroke();
  }
  context.globalAlpha = 1;
  context.setLineDash([]);
}
