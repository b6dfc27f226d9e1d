/**
 * The links between two columns of the network of the bench: width is size, dash is sign; the colour of weights is
 * their sign too, that of gradients is the backward pass's.
 *
 * @import { NetworkView } from "./network-draw.js"
 */
import { linksOf } from "./network-layout.js";

/** The width of a link is in proportion to its number, but for the smallest. */
const THINNEST = 0.75;

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

/**
 * A link: each is a stroke of its own, as the browser draws many crossing lines of one path more slowly.
 * @param {CanvasRenderingContext2D} context @param {ReturnType<typeof linksOf>} links
 * @param {number} start @param {number} end The heights of its two ends.
 */
function stroke(context, { from, to, isCurved }, start, end) {
  const middle = (from + to) / 2;
  context.beginPath();
  context.moveTo(from, start);
  if (isCurved) context.bezierCurveTo(middle, start, middle, end, to, end);
  else context.lineTo(to, end);
  context.stroke();
}

/**
 * All links into the column after, or those into some of its units.
 * @param {CanvasRenderingContext2D} context @param {NetworkView} view @param {number} gap
 * @param {{ from: number, to: number }} [units] By their place among those that are shown.
 */
export function drawLinks(context, view, gap, units) {
  const { layout, at } = view;
  const [before, after] = [layout.columns[gap], layout.columns[gap + 1]];
  if (after.kind === "bar") return drawThreads(context, view, gap);
  const kernel = kernelOf(view, gap);
  if (!kernel) return;
  const links = linksOf(layout, gap);
  const most = largest(kernel);
  const [positive, negative] = colorsOf(view);
  const dash = links.isCurved ? [6, 4] : [8, 5];
  const isFadedHere = isFaded(at, gap);
  const ends = units ? after.slots.slice(units.from, units.to) : after.slots;
  // What is pointed at lies above the others.
  for (const isUnder of at ? [true, false] : [false]) {
    for (const { unit, y: end } of ends) {
      for (const { unit: input, y: start } of before.slots) {
        const value = kernel[input * after.units + unit];
        if (!Number.isFinite(value) || isFadedHere(input, unit) !== isUnder) continue;
        const part = Math.abs(value) / most;
        const isChosen = !isUnder && at?.weight !== undefined;
        context.globalAlpha = isChosen ? 1 : (0.25 + 0.65 * part) * (isUnder ? 0.3 : 1);
        context.strokeStyle = value < 0 ? negative : positive;
        context.lineWidth = Math.max((links.isCurved ? 4.5 : 3) * part, isChosen ? 2 : THINNEST);
        context.setLineDash(value < 0 ? dash : []);
        stroke(context, links, start, end);
      }
    }
  }
  context.globalAlpha = 1;
  context.setLineDash([]);
}
