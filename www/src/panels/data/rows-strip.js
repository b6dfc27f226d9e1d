/**
 * `<gn-rows-strip>`: every row of the table in its order as a thin bar, as tall as its part says: short where it
 * trains, full where it tests. Rows that are more than the pixels are drawn as the share of each part.
 *
 * @import { Part } from "./parts.js"
 */
import { css, html } from "lit";
import { GlassElement } from "../../element/element.js";
import { Surroundings } from "../../element/surroundings.js";
import { tokensOf } from "../../charts/picture.js";
import { Picture } from "../../experiment/draw-scheduler.js";
import { PARTS } from "./parts.js";

const HEIGHT = 32;
/** How tall a row's bar is, and in which colour. @type {Record<Part, [number, string]>} */
const BARS = {
  none: [0, "mark"],
  train: [0.4, "mark"],
  validation: [0.7, "mark"],
  test: [1, "text"],
  both: [1, "text"],
};

export class RowsStrip extends GlassElement {
  static styles = css`
    :host {
      display: block;
    }
    canvas {
      display: block;
      width: 100%;
      height: ${HEIGHT}px;
    }
  `;

  static properties = { parts: { attribute: false }, label: { type: String } };

  constructor() {
    super();
    /** What each row is for, by its number. @type {Uint8Array} */ this.parts = new Uint8Array();
    this.label = "";
  }

  #width = 0;
  surroundings = new Surroundings(this, {
    width: (width) => {
      this.#width = width;
      this.#picture.ask();
    },
    colors: () => this.#picture.ask(),
  });
  /** Rows may be many. */
  #picture = new Picture(this, () => this.#draw());

  updated() {
    this.#picture.ask();
  }

  #draw() {
    const canvas = this.renderRoot.querySelector("canvas");
    const context = canvas?.getContext("2d");
    const width = this.#width;
    if (!canvas || !context || !width) return;
    const ratio = devicePixelRatio || 1;
    Object.assign(canvas, { width: width * ratio, height: HEIGHT * ratio });
    context.scale(ratio, ratio);
    const tokens = tokensOf(this);
    const { parts } = this;
    if (parts.length <= width) this.#rows(context, width, tokens);
    else this.#shares(context, width, tokens);
    context.fillStyle = tokens.mark;
    context.fillRect(0, HEIGHT - 1, width, 1);
  }

  /** @param {CanvasRenderingContext2D} context @param {number} width @param {Record<string, string>} tokens */
  #rows(context, width, tokens) {
    const wide = width / this.parts.length;
    const gap = wide >= 3 ? 1 : 0;
    this.parts.forEach((part, row) => {
      const [tall, color] = BARS[PARTS[part]];
      context.fillStyle = tokens[color];
      context.fillRect(row * wide, HEIGHT * (1 - tall), wide - gap, HEIGHT * tall);
    });
  }

  /**
   * Each pixel stands for several rows: the dark part is the share of them that tests.
   * @param {CanvasRenderingContext2D} context
   * @param {number} width
   * @param {Record<string, string>} tokens
   */
  #shares(context, width, tokens) {
    const { parts } = this;
    for (let x = 0; x < width; x++) {
      const [from, to] = [x, x + 1].map((at) => Math.floor((at * parts.length) / width));
      const counts = [0, 0, 0, 0, 0];
      for (let row = from; row < to; row++) counts[parts[row]]++;
      const test = ((counts[3] + counts[4]) / (to - from)) * HEIGHT;
      context.fillStyle = tokens.mark;
      context.fillRect(x, 0, 1, HEIGHT);
      context.fillStyle = tokens.text;
      context.fillRect(x, HEIGHT - test, 1, test);
    }
  }

  render() {
    return html`<canvas role="img" aria-label=${this.label}></canvas>`;
  }
}
