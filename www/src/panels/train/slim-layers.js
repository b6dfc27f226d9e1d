/**
 * Layers that are not dense in the network on a canvas: a bar with units that stand for those before it, and the name
 * above it.
 *
 * @import { LiveView, placesOf } from "./network-canvas.js"
 */

/** @typedef {ReturnType<typeof placesOf>} Places */

/**
 * What is written above a column: the name of a slim layer, and whether a Flatten stands before the column.
 * @typedef {{ isSlim: boolean, name: string, short: string, flatten?: string }} Mark
 */

/** Room for a name above the columns, in pixels. */
export const MARKED = 18;

/**
 * Each unit comes from the one before it alone, or together with its neighbours: no weight has a line of its own.
 * @param {CanvasRenderingContext2D} context @param {LiveView} view @param {Places} places @param {number} layer
 */
export function drawThreads(context, { sizes, tokens }, { x, y, radius }, layer) {
  context.strokeStyle = tokens.mark;
  context.lineWidth = 1;
  context.beginPath();
  for (let unit = 0; unit < sizes[layer]; unit++) {
    context.moveTo(x(layer) + radius, y(layer, unit));
    context.lineTo(x(layer + 1) - radius, y(layer + 1, unit));
  }
  context.stroke();
}

/** @param {CanvasRenderingContext2D} context @param {LiveView} view @param {Places} places @param {number} column */
export function drawBar(context, { sizes, tokens }, { x, y, radius }, column) {
  const [wide, first, last] = [radius + 2, y(column, 0), y(column, sizes[column] - 1)];
  context.beginPath();
  context.roundRect(x(column) - wide, first - wide, 2 * wide, last - first + 2 * wide, wide);
  context.globalAlpha = 0.25;
  context.fillStyle = tokens.mark;
  context.fill();
  context.globalAlpha = 1;
}

/** Every name that stands above, and the middle of where it does. @param {LiveView} view @param {Places} places */
function labelsOf({ marks }, { x }) {
  return marks.flatMap((mark, column) => [
    ...(mark?.flatten ? [{ at: (x(column - 1) + x(column)) / 2, name: mark.flatten, short: mark.flatten }] : []),
    ...(mark?.isSlim ? [{ at: x(column), name: mark.name, short: mark.short }] : []),
  ]);
}

/**
 * The names above, in short where the neighbours leave no room.
 * @param {CanvasRenderingContext2D} context @param {LiveView} view @param {Places} places
 */
export function drawMarks(context, view, places) {
  const labels = labelsOf(view, places);
  context.textAlign = "center";
  labels.forEach(({ at, name, short }, i) => {
    const neighbours = [labels[i - 1], labels[i + 1]].flatMap((label) => (label ? Math.abs(label.at - at) : []));
    const room = Math.min(...neighbours, 2 * at, 2 * (view.width - at)) - 6;
    context.fillText(context.measureText(name).width <= room ? name : short, at, MARKED - 6);
  });
}
