/**
 * Layers that are not dense in the network on a canvas: a bar with units that stand for those before it, and the name
 * above it.
 *
 * @import { LiveView, placesOf } from "./network-canvas.js"
 */

/** @typedef {ReturnType<typeof placesOf>} Places */

/**
 * What is written above a column: the name of a layer that is not dense, and a Flatten before the column.
 * @typedef {{ name?: string, short?: string, flatten?: string }} Mark
 */

/** Room for a line of names above the columns, in pixels. */
const LINE = 15;

/**
 * Room for all that is written above the columns: names, and above them what changes nothing.
 * @param {LiveView["marks"]} marks
 */
export const markedHeight = (marks) =>
  marks.some(Boolean) ? LINE * (marks.some((mark) => mark?.flatten) ? 2 : 1) + 4 : 0;

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

/**
 * A text in the room that there is, else in short, else cut.
 * @param {CanvasRenderingContext2D} context @param {string} name @param {string} short @param {number} room
 */
export function fitted(context, name, short, room) {
  const fits = (/** @type {string} */ text) => context.measureText(text).width <= room;
  if (fits(name)) return name;
  let [cut, end] = [short, ""];
  while (cut.length > 1 && !fits(cut + end)) [cut, end] = [cut.slice(0, -1), "…"];
  return cut + end;
}

/**
 * The names of layers that are not dense, above them; on a line of its own what a row passes unchanged.
 * @param {CanvasRenderingContext2D} context @param {LiveView} view @param {Places} places
 */
export function drawMarks(context, { marks, width }, { x, top }) {
  const columns = marks.flatMap((mark, column) => (mark?.name ? column : []));
  context.textAlign = "center";
  columns.forEach((column, i) => {
    const { name = "", short = name } = marks[column] ?? {};
    const neighbours = [columns[i - 1] ?? -1, columns[i + 1] ?? -1].filter((other) => other >= 0);
    const apart = neighbours.map((other) => Math.abs(x(other) - x(column)));
    const room = Math.min(...apart, 2 * x(column), 2 * (width - x(column))) - 6;
    context.fillText(fitted(context, name, short, room), x(column), top - 7);
  });
  marks.forEach((mark, column) => {
    if (mark?.flatten) context.fillText(mark.flatten, (x(column - 1) + x(column)) / 2, top - 7 - LINE);
  });
}
