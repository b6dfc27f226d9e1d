/**
 * `<gn-batch-grid>`: an epoch as a grid of cells, batch after batch, with the batch that comes next lit. It draws where
 * the run is; which row of the table stands in a cell it asks of the engine, when a reader looks.
 *
 * @import { Lab } from "../../experiment/lab.js"
 * @import { Words } from "../../locales/playground.js"
 * @import { Layout } from "./batch-layout.js"
 */
import { css, html, nothing } from "lit";
import { GlassElement } from "../../element/element.js";
import { Surroundings } from "../../element/surroundings.js";
import { Picture } from "../../experiment/draw-scheduler.js";
import { sizeTo, tokensOf } from "../../charts/picture.js";
import { batchLayout, cellAt, cellsOf } from "./batch-layout.js";

const MOST_HEIGHT = 260;
/** Room for rings around cells. */
const MARGIN = 3;

export class BatchGrid extends GlassElement {
  static styles = css`
    :host {
      display: block;
    }
    p {
      min-height: 1.6em;
      margin: 0;
      color: var(--gn-muted);
      font-size: var(--gn-text-14);
    }
    .place {
      margin-bottom: var(--gn-space-2);
      color: var(--gn-text);
      font-weight: 600;
    }
    #about {
      margin-top: var(--gn-space-1);
    }
    canvas {
      display: block;
      margin-inline: -${MARGIN}px;
    }
    canvas:focus-visible {
      outline: 2px solid var(--gn-focus);
      outline-offset: 2px;
    }
  `;

  static properties = {
    lab: { attribute: false },
    words: { attribute: false },
    rows: { type: Number },
    batchSize: { type: Number },
    at: { state: true },
    row: { state: true },
    width: { state: true },
  };

  constructor() {
    super();
    /** @type {Lab} */ this.lab = /** @type {any} */ (undefined);
    /** @type {Words} */ this.words = /** @type {any} */ (undefined);
    this.rows = this.batchSize = 0;
    /** The focused cell. @type {number | undefined} */ this.at = undefined;
    /** The row of the table in it. @type {number | undefined} */ this.row = undefined;
    this.width = 0;
  }

  surroundings = new Surroundings(this, {
    width: (width) => {
      this.width = width;
    },
    colors: () => this.#picture.ask(),
  });
  #picture = new Picture(this, () => this.#draw());
  /** @type {Layout | undefined} */
  #layout;
  #laidOut = "";
  #epoch = 0;

  get epoch() {
    return this.lab.state?.epoch ?? 0;
  }

  get batch() {
    return this.lab.state?.batch ?? 0;
  }

  /** Out of sight nothing moves while it trains: batches come often. @param {import("lit").PropertyValues} changed */
  shouldUpdate(changed) {
    return changed.size > 0 || this.#picture.isSeen || !this.lab?.running;
  }

  /** @param {import("lit").PropertyValues<this>} changed */
  willUpdate(changed) {
    if (changed.has("rows") || changed.has("batchSize")) this.at = this.row = undefined;
    if (this.#epoch !== this.epoch) this.row = undefined;
    this.#epoch = this.epoch;
    const key = [this.rows, this.batchSize, this.width].join();
    if (key === this.#laidOut || !this.rows || !this.width) return;
    this.#laidOut = key;
    this.#layout = batchLayout(this.rows, this.batchSize, this.width, MOST_HEIGHT);
  }

  updated() {
    this.#picture.ask();
    if (this.at !== undefined && this.row === undefined && !this.lab.running) this.#findRow(this.at);
  }

  /** Which row of the table stands in a cell: the epoch's order is the engine's. @param {number} cell */
  async #findRow(cell) {
    if (this.#layout?.cell !== "row") return;
    const { epoch } = this;
    const order = await this.lab.ask("epochOrder", epoch).catch(() => undefined);
    if (order && this.epoch === epoch && this.at === cell) this.row = order[cell];
  }

  /** @param {number} cell */
  #look(cell) {
    if (cell === this.at) return;
    this.at = cell;
    this.row = undefined;
  }

  /** @param {PointerEvent} event */
  #onPointer = (event) => {
    const { left, top } = /** @type {Element} */ (event.currentTarget).getBoundingClientRect();
    const cell = this.#layout && cellAt(this.#layout, event.clientX - left - MARGIN, event.clientY - top - MARGIN);
    if (cell !== undefined) this.#look(cell);
  };

  #leave = () => {
    this.at = undefined;
  };

  /** @param {KeyboardEvent} event */
  #onKey = (event) => {
    if (!this.#layout) return;
    const { count, group } = this.#layout;
    /** @type {Record<string, number>} */
    const steps = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -group, ArrowDown: group };
    if (event.key === "Escape") return this.#leave();
    if (!(event.key in steps)) return;
    event.preventDefault();
    this.#look(
      this.at === undefined
        ? cellsOf(this.#layout, this.batch)[0]
        : Math.min(Math.max(this.at + steps[event.key], 0), count - 1),
    );
  };

  #draw() {
    const canvas = this.renderRoot.querySelector("canvas");
    const context = canvas?.getContext("2d");
    const layout = this.#layout;
    if (!canvas || !context || !layout) return;
    const [width, height] = [this.width + 2 * MARGIN, layout.height + 2 * MARGIN];
    const sharp = sizeTo(canvas, width, height);
    Object.assign(canvas.style, { width: `${width}px`, height: `${height}px` });
    context.setTransform(sharp, 0, 0, sharp, MARGIN * sharp, MARGIN * sharp);
    context.clearRect(-MARGIN, -MARGIN, width, height);
    this.#cells(context, layout, tokensOf(this));
  }

  /**
   * What was trained is full, what is to come hollow, the batch that comes next dark.
   * @param {CanvasRenderingContext2D} context
   * @param {Layout} layout
   * @param {Record<string, string>} tokens
   */
  #cells(context, layout, tokens) {
    const { cell: kind, count, size, place } = layout;
    const [from, to] = this.lab.state?.end ? [count, count] : cellsOf(layout, this.batch);
    const side = size - (size > 6 ? 2 : 1);
    /** @param {number} first @param {number} end @param {string} color @param {(x: number, y: number) => void} draw */
    const each = (first, end, color, draw) => {
      context.fillStyle = context.strokeStyle = color;
      for (let cell = first; cell < end; cell++) {
        const { x, y } = place(cell);
        draw(x, y);
      }
    };
    context.lineWidth = 1;
    each(0, from, tokens.mark, (x, y) => context.fillRect(x, y, side, side));
    each(from, to, tokens.text, (x, y) => {
      context.fillRect(x, y, side, side);
      if (kind !== "row") context.strokeRect(x - 1.5, y - 1.5, side + 3, side + 3);
    });
    each(to, count, tokens.mark, (x, y) => context.strokeRect(x + 0.5, y + 0.5, side - 1, side - 1));
    if (this.at === undefined) return;
    context.lineWidth = 2;
    each(this.at, this.at + 1, tokens.focus, (x, y) => context.strokeRect(x - 1, y - 1, side + 2, side + 2));
  }

  /** The focused cell, in words. */
  get #about() {
    const { data } = this.words;
    const layout = this.#layout;
    if (!layout) return "";
    if (this.at === undefined)
      return data.cellIs[layout.cell](layout.per)
        .slice(0, this.lab.state?.end ? 1 : 2)
        .join(" ");
    if (layout.cell === "row")
      return data.cellRow(Math.floor(this.at / this.batchSize) + 1, (this.at % this.batchSize) + 1, this.row);
    const first = this.at * layout.per;
    const last = Math.min(first + layout.per, Math.ceil(this.rows / this.batchSize));
    return data.cellBatches(first + 1, last, Math.min(last * this.batchSize, this.rows) - first * this.batchSize);
  }

  /** Where the run is, in words. */
  get #place() {
    const {
      words: { data },
      lab: { state },
    } = this;
    if (!state) return "";
    if (state.end) return state.end.why === "finished" ? data.ended(state.epochs) : data.stopped;
    return data.place(state.epoch + 1, state.epochs, state.batch + 1, state.batches);
  }

  render() {
    if (!this.words || !this.lab || !this.rows) return nothing;
    const batches = Math.ceil(this.rows / this.batchSize);
    return html`<p class="place" data-part="place">${this.#place}</p>
      <canvas
        role="img"
        tabindex="0"
        aria-label=${this.words.data.gridLabel(this.rows, batches)}
        aria-describedby="about"
        @pointermove=${this.#onPointer}
        @pointerdown=${this.#onPointer}
        @pointerleave=${this.#leave}
        @keydown=${this.#onKey}
        @blur=${this.#leave}
      ></canvas>
      <p id="about" aria-live=${this.at === undefined ? "off" : "polite"}>${this.#about}</p>`;
  }
}
