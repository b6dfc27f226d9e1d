/**
 * `<gn-surface>`: values over two features as colours, with points on it: those trained with full, the others hollow.
 * It draws what it is given and knows no engine.
 */
import { html, nothing } from "lit";
import { format, full } from "../format.js";
import { Layer } from "./layer.js";
import { markPath } from "./marks.js";
import { Plane } from "./plane.js";
import { drawCells } from "./surface-colors.js";

/** @import { Group } from "./scatter.js" */
/** @import { Frame } from "./plane.js" */
/** @import { CellColor } from "./surface-colors.js" */

export class Surface extends Plane {
  /** @type {import("lit").PropertyDeclarations} */
  static properties = {
    values: { attribute: false },
    size: { type: Number },
    cells: { attribute: false },
    groups: { attribute: false },
  };

  constructor() {
    super();
    /** What is read at a place; the first row is the top one. @type {ArrayLike<number>} */ this.values = [];
    this.size = 0;
    /** @type {(tokens: Record<string, string>) => CellColor} */ this.cells = () => () => 0;
    /** @type {readonly (Group & { colors?: (tokens: Record<string, string>) => (i: number) => string })[]} */
    this.groups = [];
    /** @type {[number, number] | undefined} */ this.at = undefined;
  }

  #grid = document.createElement("canvas");
  #pointsLayer = new Layer();

  /** @param {Frame} frame */
  paint(frame) {
    if (this.size < 2) return;
    const { context, tokens, left, top, width, height } = frame;
    drawCells(this.#grid, this.size, this.cells(tokens));
    context.imageSmoothingEnabled = true;
    // The values are those at the corners: half a cell of the picture lies outside.
    const [w, h] = [width / (this.size - 1), height / (this.size - 1)];
    context.drawImage(this.#grid, left - w / 2, top - h / 2, width + w, height + h);
    this.#pointsLayer.draw(context, [frame, this.groups], (own) => {
      for (const group of this.groups) this.#points({ ...frame, context: own }, group);
    });
    if (this.at) this.#cross(frame, this.at);
  }

  /** The place that is read off. @param {Frame} frame @param {[number, number]} at */
  #cross({ context, tokens, left, top, width, height, x, y }, [column, row]) {
    context.strokeStyle = tokens.mark;
    context.lineWidth = 1;
    context.beginPath();
    context.moveTo(left, y(row));
    context.lineTo(left + width, y(row));
    context.moveTo(x(column), top);
    context.lineTo(x(column), top + height);
    context.stroke();
  }

  /** @param {Frame} frame @param {typeof this.groups[number]} group */
  #points({ context, tokens, x, y }, { x: xs, y: ys, shape, color, hollow, colors }) {
    const mark = new Path2D(markPath(shape, 3.5));
    const own = colors?.(tokens) ?? (() => tokens[color] ?? color);
    // What is told by its own colour may be as pale as the ground: its rim is not.
    const rim = colors ? () => (hollow ? tokens.text : tokens.mark) : hollow ? own : () => tokens.surface;
    context.lineWidth = 1.5;
    for (let i = 0; i < xs.length; i++) {
      context.save();
      context.translate(x(xs[i]), y(ys[i]));
      context.strokeStyle = rim(i);
      context.fillStyle = hollow && !colors ? tokens.surface : own(i);
      // The rim of a full mark lies around it.
      if (!hollow) context.stroke(mark);
      context.fill(mark);
      if (hollow) context.stroke(mark);
      context.restore();
    }
  }

  get steps() {
    return this.size > 1 ? this.size - 1 : super.steps;
  }

  /** The corner of the grid that is nearest to the place that is read off. */
  get #looked() {
    const { at, size } = this;
    if (!at || size < 2) return undefined;
    const [column, up] = [this.xRange, this.yRange].map(([from, to], i) =>
      Math.round(((at[i] - from) / (to - from)) * (size - 1)),
    );
    const place = [this.xRange, this.yRange].map(
      ([from, to], i) => from + ((to - from) * [column, up][i]) / (size - 1),
    );
    return { place, value: this.values[(size - 1 - up) * size + column] };
  }

  legend() {
    const looked = this.#looked;
    return html`${this.compact && looked ? nothing : this.legendKeys(this.groups)}
      <span aria-live="polite"
        >${
          looked
            ? html`${this.xLabel} ${format(looked.place[0], 2)}, ${this.yLabel} ${format(looked.place[1], 2)}:
                <b translate="no">${full(looked.value)}</b>`
            : nothing
        }</span
      >`;
  }
}
