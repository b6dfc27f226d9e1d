/**
 * `<gn-line-chart>`: lines over numbers by uPlot, with exact values at the pointer or the arrow keys, a linear or a
 * logarithmic axis, and a picture of it to keep. It draws what it is given and knows no engine.
 *
 * @import { Words } from "../locales/playground.js"
 */
import { html, nothing, unsafeCSS } from "lit";
import uPlot from "uplot";
import uPlotCss from "uplot/dist/uPlot.min.css?inline";
import { GlassElement } from "../element/element.js";
import { full } from "../format.js";
import { Surroundings } from "../element/surroundings.js";
import { fieldStyle } from "../fields-style.js";
import { chartStyle } from "./chart-style.js";
import { Picture } from "../experiment/draw-scheduler.js";
import { lineChartSvg } from "./line-svg.js";
import { aligned, options } from "./line-options.js";
import { canvasFile, download, tokensOf } from "./picture.js";

/**
 * @typedef {object} Series
 * @property {string} label
 * @property {ArrayLike<number>} x Ascending.
 * @property {ArrayLike<number>} y What is not finite, or not positive on a logarithmic axis, is left out.
 * @property {string} color A token of the theme: "loss", "accent", …
 * @property {number[]} [dash] So that lines are told apart without colour.
 * @property {number} [width]
 */

/**
 * Where the pointer or the keyboard is: an index of the x that all series share; undefined for the end of each.
 * @typedef {number | undefined} Place
 */

export class LineChart extends GlassElement {
  static styles = [unsafeCSS(uPlotCss), fieldStyle, chartStyle];

  static properties = {
    series: { attribute: false },
    words: { attribute: false },
    heading: { type: String },
    xLabel: { type: String },
    yLabel: { type: String },
    /** Whether the reader may switch to a logarithmic axis. */
    scales: { type: Boolean },
    log: { type: Boolean },
    height: { type: Number },
    name: { type: String },
    nothing: { type: String },
    place: { state: true },
  };

  constructor() {
    super();
    /** @type {readonly Series[]} */ this.series = [];
    /** @type {Words["charts"]} */ this.words = /** @type {any} */ (undefined);
    this.heading = this.xLabel = this.yLabel = "";
    this.scales = this.log = false;
    this.height = 220;
    /** Of the downloaded file. */ this.name = "chart";
    /** What is said while there is nothing to draw. */ this.nothing = "";
    /** @type {Place} */ this.place = undefined;
  }

  /** @type {uPlot | undefined} */
  #plot;
  #key = "";
  #width = 0;
  surroundings = new Surroundings(this, {
    width: (width) => {
      this.#width = width;
      this.#picture.ask();
    },
    of: ".plot",
    colors: () => {
      this.#key = "";
      this.#picture.ask();
    },
  });
  #picture = new Picture(this, () => this.#draw());

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#plot?.destroy();
    this.#plot = undefined;
    this.#key = "";
  }

  /** What the lines share: x, and each y at it. */
  get #data() {
    return aligned(this.series, this.log);
  }

  /** Draws anew what changed: the lines alone where their number and look are the same. */
  #draw() {
    const host = this.renderRoot.querySelector(".plot");
    if (!(host instanceof HTMLElement) || this.#width < 80) return;
    const { series, log, xLabel, yLabel, height } = this;
    const key = JSON.stringify([
      series.map(({ label, color, dash, width }) => [label, color, dash, width]),
      log,
      xLabel,
      yLabel,
      height,
      getComputedStyle(this).colorScheme,
    ]);
    const data = /** @type {uPlot.AlignedData} */ (this.#data);
    if (this.#plot && key === this.#key) {
      if (this.#plot.width !== this.#width) this.#plot.setSize({ width: this.#width, height });
      this.#plot.setData(data);
      return;
    }
    this.#plot?.destroy();
    this.#key = key;
    this.#plot = new uPlot(
      options({
        series,
        log,
        xLabel,
        yLabel,
        width: this.#width,
        height,
        tokens: tokensOf(this),
        onPlace: (place) => {
          this.place = place;
        },
      }),
      data,
      host,
    );
  }

  updated() {
    this.#picture.ask();
  }

  /** @param {KeyboardEvent} event */
  #onKey = (event) => {
    const last = this.#data[0].length - 1;
    const from = this.place ?? last;
    const page = Math.max(Math.round(last / 10), 1);
    /** @type {Record<string, number | undefined>} */
    const goals = {
      ArrowLeft: from - 1,
      ArrowRight: from + 1,
      PageDown: from + page,
      PageUp: from - page,
      Home: 0,
      End: last,
      Escape: undefined,
    };
    if (!(event.key in goals) || last < 0) return;
    event.preventDefault();
    const goal = goals[event.key];
    this.place = goal === undefined ? undefined : Math.min(Math.max(goal, 0), last);
    const [xs] = this.#data;
    if (this.#plot && this.place !== undefined)
      this.#plot.setCursor({ left: this.#plot.valToPos(xs[this.place] ?? 0, "x"), top: 10 }, false);
  };

  #saveSvg = () => {
    const { series, log, xLabel, yLabel, heading, height } = this;
    const text = lineChartSvg({
      series,
      log,
      xLabel,
      yLabel,
      heading,
      width: Math.max(this.#width, 360),
      height: Math.max(height, 240),
      tokens: tokensOf(this),
    });
    download(new Blob([text], { type: "image/svg+xml" }), `${this.name}.svg`);
  };

  #savePng = async () => {
    this.#picture.now();
    // uPlot draws as soon as the caller is done.
    await undefined;
    const canvas = this.#plot?.ctx.canvas;
    if (canvas) download(await canvasFile(canvas, tokensOf(this).surface), `${this.name}.png`);
  };

  /** The exact values where the pointer is, or the last ones. */
  #legend() {
    const [xs, ...ys] = this.#data;
    const at = this.place ?? xs.length - 1;
    return html`<div class="legend">
      ${
        xs.length
          ? html`<span class="at">${this.xLabel} <span translate="no">${full(xs[at] ?? NaN)}</span></span>`
          : nothing
      }
      ${this.series.map(
        ({ label, color, dash }, i) =>
          html`<span class="key"
            ><svg width="18" height="8" aria-hidden="true">
              <line
                x1="0"
                x2="18"
                y1="4"
                y2="4"
                stroke=${`var(--gn-${color})`}
                stroke-width="2"
                stroke-dasharray=${dash?.join(" ") ?? nothing}
              ></line></svg
            >${label} <b translate="no">${xs.length ? valueText(ys[i], at) : "–"}</b></span
          >`,
      )}
    </div>`;
  }

  render() {
    const { words, heading, scales, log } = this;
    if (!words) return nothing;
    const empty = this.series.every(({ y }) => y.length === 0);
    return html`<figure>
      <figcaption>
        <span class="heading">${heading}</span>
        <span class="tools">
          ${
            scales
              ? html`<span class="segments" role="group" aria-label=${words.axis}>
                  <button
                    type="button"
                    aria-pressed=${!log}
                    @click=${() => {
                      this.log = false;
                    }}
                  >
                    ${words.linear}
                  </button>
                  <button
                    type="button"
                    aria-pressed=${log}
                    @click=${() => {
                      this.log = true;
                    }}
                  >
                    ${words.log}
                  </button></span
                >`
              : nothing
          }
          <button
            type="button"
            class="button plain"
            ?disabled=${empty}
            title=${words.saveSvg}
            aria-label=${`${heading}: ${words.saveSvg}`}
            @click=${this.#saveSvg}
          >
            SVG
          </button>
          <button
            type="button"
            class="button plain"
            ?disabled=${empty}
            title=${words.savePng}
            aria-label=${`${heading}: ${words.savePng}`}
            @click=${this.#savePng}
          >
            PNG
          </button>
        </span>
      </figcaption>
      <div class="stage">
        <div
          class="plot"
          role="application"
          tabindex="0"
          aria-label=${`${heading}. ${words.keys}`}
          .style=${`height:${this.height}px`}
          @keydown=${this.#onKey}
        ></div>
        ${empty ? html`<p class="empty">${this.nothing || words.empty}</p>` : nothing}
      </div>
      ${this.#legend()}
    </figure>`;
  }
}

/**
 * The value of a line, or the last one before where it has none there.
 * @param {ArrayLike<number | null | undefined>} ys
 * @param {number} at
 */
function valueText(ys, at) {
  for (let i = at; i >= 0; i--) if (typeof ys[i] === "number") return full(/** @type {number} */ (ys[i]));
  return "–";
}
