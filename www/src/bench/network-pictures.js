/**
 * The surfaces of all units, painted onto one canvas out of sight, from which each unit gets its own.
 *
 * @import { Frame } from "../experiment/polling.js"
 * @import { ActiveLayer } from "../experiment/layers.js"
 * @import { Layout } from "./network-layout.js"
 */
import { signedCells } from "../charts/surface-colors.js";

/** @typedef {NonNullable<Frame["surfaces"]>} SurfaceFrame */

/** How finely a feature's own surface is painted, which is a straight slope. */
const INPUT_SIZE = 25;

/**
 * How values become colours: an output that is a probability stands on either side of one half.
 * @param {readonly ActiveLayer[]} layers @param {number} layer @param {boolean} hasClasses
 */
const scaleOf = (layers, layer, hasClasses) =>
  hasClasses && layer === layers.length - 1 && layers[layer].units === 1 ? { middle: 0.5, reach: 0.5 } : {};

/**
 * A feature over the plane of both: the first grows to the right, the second to the top, which is the first row.
 * @param {number} feature @param {readonly [number, number]} range
 */
export const featureValues = (feature, [low, high]) =>
  Float32Array.from({ length: INPUT_SIZE ** 2 }, (_, cell) => {
    const [row, column] = [Math.floor(cell / INPUT_SIZE), cell % INPUT_SIZE];
    return low + ((high - low) * (feature === 0 ? column : INPUT_SIZE - 1 - row)) / (INPUT_SIZE - 1);
  });

export class SurfacePictures {
  #canvas = document.createElement("canvas");
  /** @type {ImageData | undefined} */
  #image;
  #size = 0;
  /** Pictures beside each other. */
  #across = 1;
  /** By column and unit the place of its picture. @type {Map<string, number>} */
  #places = new Map();

  /**
   * Paints the units that are shown.
   * @param {SurfaceFrame} surfaces @param {Layout} layout @param {readonly ActiveLayer[]} layers
   * @param {boolean} hasClasses @param {Record<string, string>} tokens
   */
  paint({ layers: values, xRange, yRange }, layout, layers, hasClasses, tokens) {
    this.#size = Math.round(Math.sqrt(values[0].length / layers[0].units));
    const shown = layout.columns.flatMap(({ slots }, column) => slots.map(({ unit }) => ({ column, unit })));
    this.#places = new Map(shown.map(({ column, unit }, place) => [`${column} ${unit}`, place]));
    this.#across = Math.ceil(Math.sqrt(shown.length));
    const pixels = this.#pixels(Math.ceil(shown.length / this.#across));
    const inputs = [xRange, yRange].map((range, feature) => featureValues(feature, range));
    shown.forEach(({ column, unit }, place) => {
      const size = column ? this.#size : INPUT_SIZE;
      const own = column
        ? values[column - 1].subarray(unit * size * size, (unit + 1) * size * size)
        : (inputs[unit] ?? new Float32Array(size * size));
      const scale = column ? scaleOf(layers, column - 1, hasClasses) : {};
      this.#fill(pixels, place, size, signedCells(tokens, own, scale));
    });
    this.#canvas.getContext("2d")?.putImageData(/** @type {ImageData} */ (this.#image), 0, 0);
  }

  get #side() {
    return Math.max(this.#size, INPUT_SIZE);
  }

  /** Room for all pictures. @param {number} down */
  #pixels(down) {
    const [width, height] = [this.#across * this.#side, down * this.#side];
    if (this.#image?.width !== width || this.#image.height !== height) {
      this.#image = new ImageData(width, height);
      Object.assign(this.#canvas, { width, height });
    }
    return new Uint32Array(this.#image.data.buffer);
  }

  /** @param {Uint32Array} pixels @param {number} place @param {number} size @param {(cell: number) => number} color */
  #fill(pixels, place, size, color) {
    const { left, top } = this.#cornerOf(place);
    const width = /** @type {ImageData} */ (this.#image).width;
    for (let row = 0; row < size; row++) {
      const start = (top + row) * width + left;
      for (let column = 0; column < size; column++) pixels[start + column] = color(row * size + column);
    }
  }

  /** @param {number} place */
  #cornerOf(place) {
    return { left: (place % this.#across) * this.#side, top: Math.floor(place / this.#across) * this.#side };
  }

  /**
   * Draws the picture of a unit around its middle: the values are those at the corners of its cells.
   * @param {CanvasRenderingContext2D} context @param {number} column @param {number} unit
   * @param {number} x @param {number} y @param {number} width @param {number} height
   */
  draw(context, column, unit, x, y, width, height) {
    const place = this.#places.get(`${column} ${unit}`);
    if (place === undefined) return;
    const { left, top } = this.#cornerOf(place);
    const size = (column ? this.#size : INPUT_SIZE) - 1;
    context.drawImage(this.#canvas, left + 0.5, top + 0.5, size, size, x - width / 2, y - height / 2, width, height);
  }
}
