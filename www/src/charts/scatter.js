/**
 * `<gn-scatter>`: points of some groups over two axes, told apart by colour and shape, with the exact values at the
 * pointer or the arrow keys. It draws what it is given and knows no engine.
 */
import { html, nothing } from "lit";
import { full } from "../format.js";
import { markPath } from "./marks.js";
import { Plane } from "./plane.js";

/** @import { Shape } from "./marks.js" */
/** @import { Frame } from "./plane.js" */

/**
 * @typedef {object} Group
 * @property {string} label
 * @property {ArrayLike<number>} x @property {ArrayLike<number>} y
 * @property {Shape} shape
 * @property {string} color A token of the theme.
 * @property {boolean} [hollow]
 * @property {(i: number) => string} [point] What a point is called.
 * @property {ArrayLike<number>} [rows] Which row of the table each is.
 */

/** How near the pointer must come to a point, in pixels. */
const NEAR = 24;

/** A line with its mark in the middle. @param {Shape} shape @param {string} color @param {readonly number[]} [dash] */
export const lineKey = (shape, color, dash) =>
  html`<svg width="34" height="14" viewBox="-17 -7 34 14" aria-hidden="true">
    <path
      d="M-17 0H17"
      stroke=${`var(--gn-${color})`}
      stroke-width="2"
      stroke-dasharray=${dash?.join(" ") ?? nothing}
    ></path>
    <path d=${markPath(shape, 4)} fill=${`var(--gn-${color})`} stroke="var(--gn-surface)" stroke-width="1.5"></path>
  </svg>`;

export class Scatter extends Plane {
  /** @type {import("lit").PropertyDeclarations} */
  static properties = { groups: { attribute: false }, guide: { type: String } };

  constructor() {
    super();
    /** @type {readonly Group[]} */ this.groups = [];
    /**
     * A line to measure points by: where both are equal, or where y is 0.
     * @type {"" | "diagonal" | "zero"}
     */
    this.guide = "";
    /** @type {{ group: number, i: number } | undefined} */ this.at = undefined;
  }

  /** What stands in place of points. @param {string} text */
  #say(text) {
    const { context, tokens, left, top, width, height } = /** @type {Frame} */ (this.frame);
    const wide = Math.min(context.measureText(text).width + 16, width);
    context.fillStyle = tokens.surface;
    context.fillRect(left + (width - wide) / 2, top + height / 2 - 14, wide, 24);
    context.fillStyle = tokens.muted;
    context.textAlign = "center";
    context.fillText(text, left + width / 2, top + height / 2, wide);
  }

  /** @param {Frame} frame */
  paint({ context, tokens, x, y }) {
    const [x0, x1] = this.xRange;
    if (this.guide) {
      context.strokeStyle = tokens.mark;
      context.setLineDash([6, 4]);
      context.beginPath();
      context.moveTo(x(x0), y(this.guide === "diagonal" ? x0 : 0));
      context.lineTo(x(x1), y(this.guide === "diagonal" ? x1 : 0));
      context.stroke();
      context.setLineDash([]);
    }
    if (!this.groups.some(({ y: ys }) => Array.prototype.some.call(ys, Number.isFinite))) {
      this.#say(this.words.noneFinite);
      return;
    }
    for (const { x: xs, y: ys, shape, color, hollow } of this.groups) {
      const mark = new Path2D(markPath(shape, 3.5));
      context.fillStyle = context.strokeStyle = tokens[color] ?? color;
      context.lineWidth = 1.5;
      for (let i = 0; i < xs.length; i++) {
        context.save();
        context.translate(x(xs[i]), y(ys[i]));
        if (hollow) context.stroke(mark);
        else context.fill(mark);
        context.restore();
      }
    }
    const { at } = this;
    const group = at && this.groups[at.group];
    if (!group) return;
    context.strokeStyle = tokens.focus;
    context.lineWidth = 2;
    context.beginPath();
    context.arc(x(group.x[at.i]), y(group.y[at.i]), 9, 0, 2 * Math.PI);
    context.stroke();
  }

  /** @param {PointerEvent} event */
  onPointer(event) {
    const { frame } = this;
    if (!frame) return;
    const { left, top } = /** @type {Element} */ (event.currentTarget).getBoundingClientRect();
    let nearest = NEAR;
    this.at = undefined;
    this.groups.forEach(({ x, y }, group) => {
      for (let i = 0; i < x.length; i++) {
        const far = Math.hypot(frame.x(x[i]) - event.clientX + left, frame.y(y[i]) - event.clientY + top);
        if (far < nearest) [nearest, this.at] = [far, { group, i }];
      }
    });
  }

  /** All points in the order of x. */
  get #order() {
    const all = this.groups.flatMap(({ x }, group) => Array.from(x, (value, i) => ({ group, i, value })));
    return all.sort((a, b) => a.value - b.value);
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    const step = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
    if (event.key === "Escape") this.at = undefined;
    if (event.key === "Enter") this.choose();
    if (!step) return;
    event.preventDefault();
    const order = this.#order;
    const now = order.findIndex(({ group, i }) => group === this.at?.group && i === this.at?.i);
    this.at = order[Math.min(Math.max(now < 0 ? (step > 0 ? 0 : order.length - 1) : now + step, 0), order.length - 1)];
  }

  legend() {
    const { at } = this;
    const group = at && this.groups[at.group];
    return html`${this.compact && group ? nothing : this.legendKeys(this.groups)}
      <span aria-live="polite"
        >${
          group
            ? html`${group.point?.(at.i)} ${this.xLabel} <b translate="no">${full(group.x[at.i])}</b>, ${this.yLabel}
                <b translate="no">${full(group.y[at.i])}</b>`
            : nothing
        }</span
      >`;
  }
}
