/** Colours of what lies over a plane: a value by its sign, classes by which is likely. */
import { diverging, rgb } from "./colors.js";

/** @import { Shape } from "./marks.js" */
/** @typedef {(cell: number) => number} CellColor The colour of a cell as a canvas keeps it: alpha, blue, green, red. */

/** Marks of classes. @type {readonly { color: string, shape: Shape }[]} */
const CLASSES = [
  { color: "accent", shape: "circle" },
  { color: "warning", shape: "square" },
  { color: "update", shape: "triangle" },
  { color: "backward", shape: "diamond" },
  { color: "loss", shape: "cross" },
  { color: "forward", shape: "star" },
];

/**
 * Of two classes: the output speaks for the second, and half of it is 0.
 * @type {readonly { color: string, shape: Shape }[]}
 */
const TWO = [
  { color: "negative", shape: "square" },
  { color: "positive", shape: "circle" },
];

/** @param {number} count @param {number} which */
export const classStyle = (count, which) => (count === 2 ? TWO : CLASSES)[which % CLASSES.length];

/** The size of the largest of some numbers. @param {ArrayLike<number>} values @param {number} [middle] */
export function reachOf(values, middle = 0) {
  let most = 0;
  for (let i = 0; i < values.length; i++)
    if (Number.isFinite(values[i])) most = Math.max(most, Math.abs(values[i] - middle));
  return most || 1;
}

/** @param {readonly number[]} color Red, green, blue and opacity. */
const packed = ([r, g, b, a = 255]) => ((a << 24) | (Math.round(b) << 16) | (Math.round(g) << 8) | Math.round(r)) >>> 0;

/** Steps between the middle and the full colour. */
const STEPS = 128;

/** The palette of signs in use: many small pictures are drawn after each other. */
let signed = { key: "", palette: new Uint32Array() };

/** Colours from the full one of negative values to that of positive ones. @param {Record<string, string>} tokens */
function signedPalette(tokens) {
  const key = `${tokens.surface} ${tokens.positive} ${tokens.negative}`;
  if (signed.key === key) return signed.palette;
  const color = diverging(tokens, STEPS / 0.62);
  signed = { key, palette: Uint32Array.from({ length: 2 * STEPS + 1 }, (_, i) => packed(color(i - STEPS))) };
  return signed.palette;
}

/**
 * Values by their sign, apart from a middle; never at full strength, so that points stand out.
 * @param {Record<string, string>} tokens
 * @param {ArrayLike<number>} values
 * @param {{ middle?: number, reach?: number }} [scale]
 * @returns {CellColor}
 */
export function signedCells(tokens, values, { middle = 0, reach = reachOf(values, middle) } = {}) {
  const palette = signedPalette(tokens);
  return (cell) => {
    const value = values[cell] - middle;
    return Number.isFinite(value) ? palette[Math.round(Math.min(Math.max(value / reach, -1), 1) * STEPS) + STEPS] : 0;
  };
}

/**
 * Classes by the most likely one, paler the less sure.
 * @param {Record<string, string>} tokens
 * @param {readonly ArrayLike<number>[]} layers The probability of each class.
 * @returns {CellColor}
 */
export function classCells(tokens, layers) {
  const ground = rgb(tokens.surface);
  const colors = layers.map((_, which) => rgb(tokens[classStyle(layers.length, which).color]));
  return (cell) => {
    let most = 0;
    for (let i = 1; i < layers.length; i++) if (layers[i][cell] > layers[most][cell]) most = i;
    const least = 1 / layers.length;
    const sure = Math.min(Math.max((layers[most][cell] - least) / (1 - least), 0), 1) * 0.5 + 0.06;
    return Number.isFinite(sure) ? packed(ground.map((value, c) => value + (colors[most][c] - value) * sure)) : 0;
  };
}

/**
 * The pixels of the grid that was drawn last: many small ones of one size are drawn after each other.
 * @type {ImageData | undefined}
 */
let image;

/**
 * Draws a grid onto a canvas, one pixel a cell.
 * @param {HTMLCanvasElement} canvas
 * @param {number} size
 * @param {CellColor} color
 */
export function drawCells(canvas, size, color) {
  const context = canvas.getContext("2d");
  if (!context) return;
  if (canvas.width !== size || canvas.height !== size) Object.assign(canvas, { width: size, height: size });
  if (image?.width !== size) image = new ImageData(size, size);
  const pixels = new Uint32Array(image.data.buffer);
  for (let cell = 0; cell < size * size; cell++) pixels[cell] = color(cell);
  context.putImageData(image, 0, 0);
}
