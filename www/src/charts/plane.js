/**
 * What pictures over two axes share: a canvas as wide as the page lets it be, sharp on every screen, drawn anew when
 * its size or theme changes; axes with round numbers; the place under the pointer or moved by keys, which a click or
 * Enter chooses: the event "choose". A compact one fills the box that it is given and leaves out heading and tools.
 *
 * @import { Words } from "../locales/playground.js"
 */
import { html, nothing } from "lit";
import { GlassElement } from "../element/element.js";
import { format } from "../format.js";
import { Surroundings } from "../element/surroundings.js";
import { fieldStyle } from "../fields-style.js";
import { chartStyle } from "./chart-style.js";
import { Picture } from "../experiment/draw-scheduler.js";
import { areSame, Layer } from "./layer.js";
import { planeStyle } from "./plane-style.js";
import { ticks } from "./line-layout.js";
import { markPath } from "./marks.js";
import { canvasFile, download, sizeTo, tokensOf } from "./picture.js";

/**
 * Where things stand on the canvas, in CSS pixels.
 * @import { Shape } from "./marks.js"
 * @typedef {object} Frame
 * @property {CanvasRenderingContext2D} context
 * @property {Record<string, string>} tokens
 * @property {number} left
 * @property {number} top
 * @property {number} width
 * @property {number} height Of the plot in the axes.
 * @property {(value: number) => number} x @property {(value: number) => number} y
 */

/** @typedef {readonly [number, number]} Range */
/**
 * What a mark means; `isName` where the label is a name of the data, which no translator may change.
 * @typedef {{ label: string, shape: Shape, color: string, hollow?: boolean, isName?: boolean }} Key
 */

const EDGE = { left: 60, right: 12, top: 10, bottom: 42 };
const COMPACT_EDGE = { left: 34, right: 8, top: 6, bottom: 34 };

/**
 * The range of numbers with some room; of a single number one about it.
 * @param {readonly ArrayLike<number>[]} lists
 * @param {number} [room]
 * @returns {Range}
 */
export function rangeOf(lists, room = 0.05) {
  let [low, high] = [Infinity, -Infinity];
  for (const list of lists) {
    for (let i = 0; i < list.length; i++) {
      if (!Number.isFinite(list[i])) continue;
      low = Math.min(low, list[i]);
      high = Math.max(high, list[i]);
    }
  }
  if (low > high) return [0, 1];
  const wide = (high - low || Math.abs(high) || 1) * room;
  return [low - wide, high + wide];
}

/** A small mark beside its word. @param {Key} key */
const markKey = ({ label, shape, color, hollow = false, isName = false }) =>
  html`<span class="key" translate=${isName ? "no" : nothing}
    ><svg width="14" height="14" viewBox="-7 -7 14 14" aria-hidden="true">
      <path
        d=${markPath(shape, 4)}
        fill=${hollow ? "none" : `var(--gn-${color})`}
        stroke=${`var(--gn-${color})`}
        stroke-width="1.5"
      ></path></svg
    >${label}</span
  >`;

export class Plane extends GlassElement {
  static styles = [fieldStyle, chartStyle, planeStyle];

  /** @type {import("lit").PropertyDeclarations} */
  static properties = {
    words: { attribute: false },
    heading: { type: String },
    said: { type: String },
    xLabel: { type: String },
    yLabel: { type: String },
    xRange: { attribute: false },
    yRange: { attribute: false },
    tallest: { type: Number },
    name: { type: String },
    compact: { type: Boolean, reflect: true },
    square: { type: Boolean },
    mark: { attribute: false },
    keys: { attribute: false },
    at: { state: true },
  };

  constructor() {
    super();
    /** @type {Words["charts"]} */ this.words = /** @type {any} */ (undefined);
    this.heading = this.xLabel = this.yLabel = "";
    /** What it shows, in a sentence for those who do not see it. */ this.said = "";
    /** @type {Range} */ this.xRange = [0, 1];
    /** @type {Range} */ this.yRange = [0, 1];
    /** It is square until it would be taller than so many pixels. */ this.tallest = 420;
    this.name = "picture";
    this.compact = false;
    /** Whether the plot of a compact one is as wide as high. */ this.square = false;
    /** A place that is marked. @type {readonly [number, number] | undefined} */ this.mark = undefined;
    /** What a compact one has in its legend; left out, what is drawn. @type {readonly Key[] | undefined} */
    this.keys = undefined;
    /** The place that is read off: its meaning is the picture's own. @type {any} */ this.at = undefined;
  }

  #wide = 0;
  #tall = 0;
  /** @type {Frame | undefined} */
  frame = undefined;
  /** What the frame was laid out for. @type {readonly unknown[]} */
  #laidOut = [];
  #axesLayer = new Layer();
  /** @type {Record<string, string> | undefined} */
  #tokens;
  surroundings = new Surroundings(this, {
    box: (width, height) => {
      if (width === this.#wide && !this.compact) return;
      [this.#wide, this.#tall] = [width, height];
      this.#picture.ask();
    },
    of: ".stage",
    colors: () => {
      this.#tokens = undefined;
      this.#picture.ask();
    },
  });
  #picture = new Picture(this, () => this.#draw());

  updated() {
    this.#picture.ask();
  }

  #draw() {
    const canvas = this.renderRoot.querySelector("canvas");
    const context = canvas?.getContext("2d");
    if (!canvas || !context || this.#wide < 80) return;
    const { compact } = this;
    const edge = compact ? COMPACT_EDGE : EDGE;
    const [wide, tall] = [this.#wide, compact ? this.#tall : Math.min(this.#wide, this.tallest)];
    if (tall < edge.top + edge.bottom + 20) return;
    const sharp = sizeTo(canvas, wide, tall);
    canvas.style.height = `${tall}px`;
    context.setTransform(sharp, 0, 0, sharp, 0, 0);
    context.clearRect(0, 0, wide, tall);
    const tokens = (this.#tokens ??= tokensOf(this));
    context.font = `12px ${tokens.font}`;
    const about = [context, tokens, wide, tall, ...this.xRange, ...this.yRange, this.xLabel, this.yLabel];
    // A font that arrives has other widths.
    about.push(document.fonts?.status);
    if (!this.frame || !areSame(about, this.#laidOut)) this.frame = this.#layOut(context, tokens, wide, tall);
    this.#laidOut = about;
    const { frame } = this;
    const { left, top, width, height } = frame;
    this.#axesLayer.draw(context, about, (own) => this.#axes({ ...frame, context: own }));
    context.save();
    context.beginPath();
    context.rect(left, top, width, height);
    context.clip();
    this.paint(frame);
    if (this.mark) this.#ring(frame, this.mark);
    context.restore();
  }

  /**
   * @param {CanvasRenderingContext2D} context @param {Record<string, string>} tokens
   * @param {number} wide @param {number} tall
   * @returns {Frame}
   */
  #layOut(context, tokens, wide, tall) {
    const [[x0, x1], [y0, y1]] = [this.xRange, this.yRange];
    const { left, top, width, height } = this.#plot(context, wide, tall, this.compact ? COMPACT_EDGE : EDGE);
    return {
      context,
      tokens,
      left,
      top,
      width,
      height,
      x: (value) => left + ((value - x0) / (x1 - x0 || 1)) * width,
      y: (value) => top + height - ((value - y0) / (y1 - y0 || 1)) * height,
    };
  }

  /** @param {Frame} frame @param {readonly [number, number]} place */
  #ring({ context, tokens, x, y }, [column, row]) {
    for (const [color, width] of /** @type {const} */ ([
      [tokens.surface, 5],
      [tokens.text, 2],
    ])) {
      context.strokeStyle = color;
      context.lineWidth = width;
      context.beginPath();
      context.arc(x(column), y(row), 8, 0, 2 * Math.PI);
      context.stroke();
    }
  }

  /**
   * Where the plot stands between its axes; a square one in the middle.
   * @param {CanvasRenderingContext2D} context @param {number} wide @param {number} tall @param {typeof EDGE} edge
   */
  #plot(context, wide, tall, edge) {
    const high = tall - edge.top - edge.bottom;
    const before = this.#roomOf(context, high, edge.left);
    const broad = wide - before - this.#roomAfter(context, wide - before);
    if (!this.compact || !this.square) return { left: before, top: edge.top, width: broad, height: high };
    const side = Math.min(broad, high);
    return { left: before + (broad - side) / 2, top: edge.top + (high - side) / 2, width: side, height: side };
  }

  /** @param {number} height */
  #rows(height) {
    return ticks(this.yRange[0], this.yRange[1], Math.max(Math.floor(height / 56), 2));
  }

  /**
   * The room left of the plot: long numbers must not run into the label beside them.
   * @param {CanvasRenderingContext2D} context @param {number} height @param {number} least
   */
  #roomOf(context, height, least) {
    const widest = Math.max(0, ...this.#rows(height).map((value) => context.measureText(format(value, 4)).width));
    return Math.max(least, Math.ceil(widest) + (this.compact ? 24 : 28));
  }

  /** @param {number} width */
  #columns(width) {
    return ticks(this.xRange[0], this.xRange[1], Math.max(Math.floor(width / 80), 2));
  }

  /**
   * The room right of the plot: the last number below it stands around its place.
   * @param {CanvasRenderingContext2D} context
   * @param {number} width
   */
  #roomAfter(context, width) {
    const widest = Math.max(0, ...this.#columns(width).map((value) => context.measureText(format(value, 4)).width));
    return Math.max(EDGE.right, Math.ceil(widest / 2) + 2);
  }

  /** What stands between the axes. @param {Frame} _frame */
  paint(_frame) {}

  /** @param {Frame} frame */
  #axes({ context, tokens, left, top, width, height, x, y }) {
    context.strokeStyle = tokens.hairline;
    context.fillStyle = tokens.muted;
    const bottom = top + height;
    context.beginPath();
    context.textAlign = "center";
    for (const value of this.#columns(width)) {
      context.moveTo(x(value), top);
      context.lineTo(x(value), bottom);
      context.fillText(format(value, 4), x(value), bottom + 16);
    }
    context.textAlign = "right";
    for (const value of this.#rows(height)) {
      context.moveTo(left, y(value));
      context.lineTo(left + width, y(value));
      context.fillText(format(value, 4), left - 6, y(value) + 4, left - 22);
    }
    context.stroke();
    context.textAlign = "center";
    context.fillText(this.xLabel, left + width / 2, bottom + (this.compact ? 30 : 34), width);
    context.save();
    context.translate(this.compact ? left - this.#roomOf(context, height, 0) + 12 : 12, top + height / 2);
    context.rotate(-Math.PI / 2);
    context.fillText(this.yLabel, 0, 0, height);
    context.restore();
  }

  /**
   * Where the pointer is, in the values of the axes.
   * @param {PointerEvent} event
   * @returns {[number, number] | undefined}
   */
  valueAt(event) {
    const { frame } = this;
    if (!frame) return undefined;
    const { left, top } = /** @type {Element} */ (event.currentTarget).getBoundingClientRect();
    const part = [
      (event.clientX - left - frame.left) / frame.width,
      1 - (event.clientY - top - frame.top) / frame.height,
    ];
    if (part.some((share) => share < 0 || share > 1)) return undefined;
    const [[x0, x1], [y0, y1]] = [this.xRange, this.yRange];
    return [x0 + part[0] * (x1 - x0), y0 + part[1] * (y1 - y0)];
  }

  /** How many steps of the arrow keys lead across. */
  get steps() {
    return 40;
  }

  /** @param {PointerEvent} event */
  onPointer(event) {
    this.at = this.valueAt(event);
  }

  /** The arrow keys move the place that is read off, from the middle. @param {KeyboardEvent} event */
  onKey(event) {
    const step = /** @type {Record<string, [number, number]>} */ ({
      ArrowLeft: [-1, 0],
      ArrowRight: [1, 0],
      ArrowUp: [0, 1],
      ArrowDown: [0, -1],
    })[event.key];
    if (event.key === "Escape") this.at = undefined;
    if (event.key === "Enter") this.choose();
    if (!step) return;
    event.preventDefault();
    const ranges = [this.xRange, this.yRange];
    const now = this.at ?? ranges.map(([from, to]) => (from + to) / 2);
    this.at = ranges.map(([from, to], i) =>
      Math.min(Math.max(now[i] + (step[i] * (to - from)) / this.steps, from), to),
    );
  }

  /** What is read off is chosen. */
  choose() {
    if (this.at) this.dispatchEvent(new CustomEvent("choose", { detail: this.at }));
  }

  #save = async () => {
    this.#picture.now();
    const canvas = this.renderRoot.querySelector("canvas");
    if (canvas) download(await canvasFile(canvas, tokensOf(this).surface), `${this.name}.png`);
  };

  /** What marks stand for. @param {readonly Key[]} groups Those that are drawn. */
  legendKeys(groups) {
    return (this.keys ?? groups).map(markKey);
  }

  /** The keys of what is drawn, and the exact values at the place that is read off. @returns {unknown} */
  legend() {
    return nothing;
  }

  render() {
    const { words, heading, said, compact } = this;
    if (!words) return nothing;
    return html`<figure>
      ${
        compact
          ? nothing
          : html`<figcaption>
              <span class="heading">${heading}</span>
              <span class="tools"
                ><button
                  type="button"
                  class="button plain"
                  title=${words.savePng}
                  aria-label=${`${heading}: ${words.savePng}`}
                  @click=${this.#save}
                >
                  PNG
                </button></span
              >
            </figcaption>`
      }
      <div class="stage" .style=${compact ? "" : `--tallest:${this.tallest}px`}>
        <canvas
          role=${compact ? "application" : "img"}
          tabindex="0"
          aria-label=${[heading, said].filter(Boolean).join(". ")}
          @pointermove=${(/** @type {PointerEvent} */ event) => this.onPointer(event)}
          @pointerdown=${(/** @type {PointerEvent} */ event) => this.onPointer(event)}
          @click=${(/** @type {PointerEvent} */ event) => {
            // A finger has left by now.
            this.onPointer(event);
            this.choose();
          }}
          @pointerleave=${() => {
            this.at = undefined;
          }}
          @keydown=${(/** @type {KeyboardEvent} */ event) => this.onKey(event)}
        ></canvas>
      </div>
      <div class="legend">${this.legend()}</div>
    </figure>`;
  }
}
