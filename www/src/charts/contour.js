/**
 * `<gn-contour>`: the loss over a plane as levels, and paths that go down it, each with its own dash and mark. It draws
 * what it is given and knows no engine.
 */
import { css, html, nothing } from "lit";
import { format } from "../format.js";
import { rgb } from "./colors.js";
import { bandOf, between, isoline, levelsOf } from "./contour-levels.js";
import { markPath } from "./marks.js";
import { Plane } from "./plane.js";
import { lineKey } from "./scatter.js";

/** @import { Shape } from "./marks.js" */
/** @import { Frame } from "./plane.js" */

/**
 * @typedef
 *   {{ label: string, x: ArrayLike<number>, y: ArrayLike<number>, color: string, dash?: number[], shape: Shape }}
 *   PathStyle
 */

const LEVELS = 10;

/** How much of the strongest fill the highest level has: paths must stand out from all of them. */
const STRONGEST = 0.62;

/** The colours of all levels, the page's ground for the lowest. @param {Record<string, string>} tokens */
const shades = (tokens) => {
  const [ground, strong] = [rgb(tokens.surface), rgb(tokens["fill-strong"])];
  return Array.from({ length: LEVELS }, (_, i) =>
    ground.map((value, c) => value + (strong[c] - value) * STRONGEST * (i / (LEVELS - 1))),
  );
};

export class Contour extends Plane {
  static styles = [
    ...Plane.styles,
    css`
      .scale {
        display: grid;
        flex: 1 0 100%;
        grid-template-columns: auto minmax(60px, 240px) auto 1fr;
        align-items: center;
        gap: var(--gn-space-2);
      }
      .bands {
        display: flex;
        height: 10px;
        border: 1px solid var(--gn-hairline);
      }
      .bands i {
        flex: 1;
      }
    `,
  ];

  /** @type {import("lit").PropertyDeclarations} */
  static properties = {
    values: { attribute: false },
    size: { type: Number },
    paths: { attribute: false },
    labels: { attribute: false },
  };

  constructor() {
    super();
    /** The loss at the corners of a grid; the first row is the top one. @type {ArrayLike<number>} */ this.values = [];
    this.size = 0;
    /** @type {readonly PathStyle[]} */ this.paths = [];
    /** @type {{ start: string, loss: string }} */ this.labels = { start: "", loss: "" };
    /** @type {[number, number] | undefined} */ this.at = undefined;
  }

  /** The levels as a picture, and what it was drawn for: paths on it move more often. */
  #ground = { for: "", values: this.values, layer: document.createElement("canvas") };

  /** @param {Frame} frame */
  paint(frame) {
    if (this.size < 2) return;
    const { levels } = levelsOf(this.values, LEVELS);
    this.#fill(frame, levels);
    this.#lines(frame, levels);
    for (const path of this.paths) this.#path(frame, path);
    for (const path of this.paths) this.#end(frame, path);
    this.#start(frame);
  }

  /** @param {Frame} frame @param {readonly number[]} levels */
  #fill({ context, tokens, left, top, width, height }, levels) {
    const [columns, rows] = [Math.max(Math.round(width), 1), Math.max(Math.round(height), 1)];
    const colors = shades(tokens);
    const { values } = this;
    const about = `${columns} ${rows} ${colors}`;
    if (this.#ground.for !== about || this.#ground.values !== values)
      this.#ground = { for: about, values, layer: this.#levels(columns, rows, colors, levels) };
    context.drawImage(this.#ground.layer, left, top, width, height);
  }

  /** @param {number} columns @param {number} rows @param {number[][]} colors @param {readonly number[]} levels */
  #levels(columns, rows, colors, levels) {
    const image = new ImageData(columns, rows);
    const last = this.size - 1;
    for (let row = 0, at = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++, at += 4) {
        const value = between(
          this.values,
          this.size,
          (column / Math.max(columns - 1, 1)) * last,
          (row / Math.max(rows - 1, 1)) * last,
        );
        if (Number.isFinite(value)) image.data.set([...colors[bandOf(levels, value)], 255], at);
      }
    }
    const layer = document.createElement("canvas");
    Object.assign(layer, { width: columns, height: rows });
    layer.getContext("2d")?.putImageData(image, 0, 0);
    return layer;
  }

  /** @param {Frame} frame @param {readonly number[]} levels */
  #lines({ context, tokens, left, top, width, height }, levels) {
    context.strokeStyle = tokens.mark;
    context.globalAlpha = 0.55;
    context.lineWidth = 1;
    context.beginPath();
    const last = this.size - 1;
    for (const level of levels) {
      for (const [x0, y0, x1, y1] of isoline(this.values, this.size, level)) {
        context.moveTo(left + (x0 / last) * width, top + (y0 / last) * height);
        context.lineTo(left + (x1 / last) * width, top + (y1 / last) * height);
      }
    }
    context.stroke();
    context.globalAlpha = 1;
  }

  /** A path on a light rim, so that it is seen on every level. @param {Frame} frame @param {PathStyle} path */
  #path({ context, tokens, x, y }, { x: xs, y: ys, color, dash }) {
    context.lineJoin = "round";
    for (const [stroke, wide, dashes] of /** @type {[string, number, number[]][]} */ ([
      [tokens.surface, 5, []],
      [tokens[color] ?? color, 2.25, dash ?? []],
    ])) {
      context.strokeStyle = stroke;
      context.lineWidth = wide;
      context.setLineDash(dashes);
      context.beginPath();
      for (let i = 0; i < xs.length; i++) if (Number.isFinite(xs[i] + ys[i])) context.lineTo(x(xs[i]), y(ys[i]));
      context.stroke();
    }
    context.setLineDash([]);
  }

  /** @param {Frame} frame @param {PathStyle} path */
  #end({ context, tokens, x, y }, { x: xs, y: ys, color, shape }) {
    const last = xs.length - 1;
    if (last < 0 || !Number.isFinite(xs[last] + ys[last])) return;
    const mark = new Path2D(markPath(shape, 6));
    context.save();
    context.translate(x(xs[last]), y(ys[last]));
    context.strokeStyle = tokens.surface;
    context.lineWidth = 4;
    context.stroke(mark);
    context.fillStyle = tokens[color] ?? color;
    context.fill(mark);
    context.restore();
  }

  /** All begin at one place. @param {Frame} frame */
  #start({ context, tokens, left, top, width, x, y }) {
    const [path] = this.paths;
    if (!path?.x.length) return;
    const [cx, cy] = [x(path.x[0]), y(path.y[0])];
    context.beginPath();
    context.arc(cx, cy, 6, 0, 2 * Math.PI);
    context.fillStyle = tokens.surface;
    context.fill();
    context.lineWidth = 2.5;
    context.strokeStyle = tokens.text;
    context.stroke();
    context.textAlign = cx > left + width - 40 ? "right" : cx < left + 40 ? "left" : "center";
    context.lineWidth = 4;
    context.strokeStyle = tokens.surface;
    const at = /** @type {const} */ ([this.labels.start, cx, cy < top + 36 ? cy + 22 : cy - 12]);
    context.strokeText(...at);
    context.fillStyle = tokens.text;
    context.fillText(...at);
  }

  /** The loss of the corner of the grid that is nearest: no number of ours. */
  get #looked() {
    const { at, size, xRange, yRange } = this;
    if (!at || size < 2) return undefined;
    const cell = (/** @type {readonly [number, number]} */ [from, to], /** @type {number} */ value) =>
      Math.round(((value - from) / (to - from)) * (size - 1));
    return this.values[(size - 1 - cell(yRange, at[1])) * size + cell(xRange, at[0])];
  }

  legend() {
    const { low, high } = levelsOf(this.values, LEVELS);
    const looked = this.#looked;
    return html`${this.paths.map(
        ({ label, color, dash, shape }) => html`<span class="key">${lineKey(shape, color, dash)}${label}</span>`,
      )}
      <span class="scale"
        ><span>${this.labels.loss} <span translate="no">${format(low)}</span></span>
        <span class="bands" aria-hidden="true"
          >${Array.from(
            { length: LEVELS },
            (_, i) =>
              html`<i
                .style=${`background:color-mix(in srgb, var(--gn-fill-strong) ${Math.round((100 * STRONGEST * i) / (LEVELS - 1))}%, var(--gn-surface))`}
              ></i>`,
          )}</span
        >
        <span translate="no">${format(high)}</span
        ><span aria-live="polite"
          >${
            looked === undefined ? nothing : html`${this.labels.loss} <b translate="no">${format(looked, 4)}</b>`
          }</span
        ></span
      >`;
  }
}
