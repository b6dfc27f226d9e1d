/**
 * `<gn-heat-map>`: a grid of values as colours on a canvas, blue for positive and orange for negative, with the exact
 * value at the pointer or the arrow keys. It draws what it is given and knows no engine.
 *
 * @import { Words } from "../locales/playground.js"
 */
import { html, nothing } from "lit";
import { GlassElement } from "../element/element.js";
import { format, full } from "../format.js";
import { Surroundings } from "../element/surroundings.js";
import { fieldStyle } from "../fields-style.js";
import { chartStyle } from "./chart-style.js";
import { diverging } from "./colors.js";
import { Picture } from "../experiment/draw-scheduler.js";
import { canvasFile, download, tokensOf } from "./picture.js";

/** Drawn along each side; more could not be told apart. */
const MOST_CELLS = 160;

export class HeatMap extends GlassElement {
  static styles = [fieldStyle, chartStyle];

  static properties = {
    values: { attribute: false },
    rows: { type: Number },
    columns: { type: Number },
    reach: { type: Number },
    words: { attribute: false },
    heading: { type: String },
    cell: { attribute: false },
    height: { type: Number },
    smooth: { type: Boolean },
    tools: { type: Boolean },
    name: { type: String },
    at: { state: true },
  };

  constructor() {
    super();
    /** Row by row, the first row on top. @type {ArrayLike<number>} */ this.values = [];
    this.rows = this.columns = 0;
    /** The size that has the full colour; undefined for the largest. @type {number | undefined} */ this.reach =
      undefined;
    /** @type {Words["charts"]} */ this.words = /** @type {any} */ (undefined);
    this.heading = "";
    /** What a cell is called. @type {(row: number, column: number) => string} */ this.cell = (row, column) =>
      `${row + 1}, ${column + 1}`;
    this.height = 160;
    /** Whether colours flow into each other between cells. */ this.smooth = false;
    this.tools = false;
    this.name = "heat-map";
    /** @type {{ row: number, column: number } | undefined} */ this.at = undefined;
  }

  #picture = new Picture(this, () => this.#draw());
  surroundings = new Surroundings(this, { colors: () => this.#picture.ask() });

  get #largest() {
    let most = 0;
    for (let i = 0; i < this.values.length; i++)
      if (Number.isFinite(this.values[i])) most = Math.max(most, Math.abs(this.values[i]));
    return most;
  }

  /** One pixel a cell, of very many an even choice; the browser makes it as large as it is shown. */
  #draw() {
    const canvas = this.renderRoot.querySelector("canvas");
    const context = canvas?.getContext("2d");
    const { rows, columns, values } = this;
    if (!canvas || !context || !rows || !columns) return;
    const [wide, tall] = [Math.min(columns, MOST_CELLS), Math.min(rows, MOST_CELLS)];
    if (canvas.width !== wide || canvas.height !== tall) Object.assign(canvas, { width: wide, height: tall });
    const image = context.createImageData(wide, tall);
    const color = diverging(tokensOf(this), this.reach ?? (this.#largest || 1));
    for (let y = 0; y < tall; y++) {
      const row = Math.floor((y * rows) / tall) * columns;
      for (let x = 0; x < wide; x++)
        image.data.set(color(values[row + Math.floor((x * columns) / wide)]), 4 * (y * wide + x));
    }
    context.putImageData(image, 0, 0);
  }

  updated() {
    this.#picture.ask();
  }

  /** @param {PointerEvent} event */
  #onPointer = (event) => {
    const { left, top, width, height } = /** @type {Element} */ (event.currentTarget).getBoundingClientRect();
    const column = Math.min(Math.max(Math.floor(((event.clientX - left) / width) * this.columns), 0), this.columns - 1);
    const row = Math.min(Math.max(Math.floor(((event.clientY - top) / height) * this.rows), 0), this.rows - 1);
    this.at = { row, column };
  };

  /** @param {KeyboardEvent} event */
  #onKey = (event) => {
    const { row, column } = this.at ?? { row: 0, column: 0 };
    /** @type {Record<string, [number, number] | undefined>} */
    const goals = {
      ArrowLeft: [row, column - 1],
      ArrowRight: [row, column + 1],
      ArrowUp: [row - 1, column],
      ArrowDown: [row + 1, column],
      Escape: undefined,
    };
    if (!(event.key in goals)) return;
    event.preventDefault();
    const goal = goals[event.key];
    this.at = goal && {
      row: Math.min(Math.max(goal[0], 0), this.rows - 1),
      column: Math.min(Math.max(goal[1], 0), this.columns - 1),
    };
  };

  #save = async () => {
    this.#picture.now();
    const canvas = this.renderRoot.querySelector("canvas");
    if (!canvas) return;
    const large = document.createElement("canvas");
    const factor = Math.max(Math.ceil(480 / Math.max(canvas.width, 1)), 1);
    Object.assign(large, { width: canvas.width * factor, height: canvas.height * factor });
    const context = large.getContext("2d");
    if (context) {
      context.imageSmoothingEnabled = this.smooth;
      context.drawImage(canvas, 0, 0, large.width, large.height);
    }
    download(await canvasFile(large, tokensOf(this).surface), `${this.name}.png`);
  };

  render() {
    const { words, heading, rows, columns, values, at, height, smooth } = this;
    if (!words || !rows || !columns) return nothing;
    const reach = this.reach ?? this.#largest;
    return html`<figure>
      ${
        heading || this.tools
          ? html`<figcaption>
              <span class="heading">${heading}</span>
              ${
                this.tools
                  ? html`<span class="tools"
                      ><button
                        type="button"
                        class="button plain"
                        aria-label=${`${heading}: ${words.savePng}`}
                        @click=${this.#save}
                      >
                        PNG
                      </button></span
                    >`
                  : nothing
              }
            </figcaption>`
          : nothing
      }
      <canvas
        role="img"
        tabindex="0"
        aria-label=${`${heading}. ${words.grid(rows, columns)}`}
        .style=${`width:100%;height:${height}px;image-rendering:${smooth ? "auto" : "pixelated"}`}
        @pointermove=${this.#onPointer}
        @pointerleave=${() => {
          this.at = undefined;
        }}
        @keydown=${this.#onKey}
      ></canvas>
      <div class="legend" aria-live="polite">
        ${
          at
            ? html`<span
                >${this.cell(at.row, at.column)}
                <b translate="no">${full(values[at.row * columns + at.column])}</b></span
              >`
            : html`<span>−${format(reach)} … ${format(reach)}</span>`
        }
      </div>
    </figure>`;
  }
}
