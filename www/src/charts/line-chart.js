/**
 * `<gn-line-chart>`: lines over numbers on a canvas, with exact values at the pointer or the arrow keys, a linear or a
 * logarithmic axis, and a picture of it to keep. It draws what it is given and knows no engine.
 *
 * @import { Words } from "../locales/playground.js"
 */
import { html, nothing, render, svg } from "lit";
import { GlassElement } from "../element/element.js";
import { fixed, full } from "../format.js";
import { Surroundings } from "../element/surroundings.js";
import { fieldStyle } from "../fields-style.js";
import { chartStyle } from "./chart-style.js";
import { Picture } from "../experiment/draw-scheduler.js";
import { drawLines } from "./line-canvas.js";
import { lastUpTo, lineChart, nearest, sharedX } from "./line-axes.js";
import { endOf, isDrawn } from "./line-layout.js";
import { plotStyle } from "./line-style.js";
import { lineChartSvg } from "./line-svg.js";
import { canvasFile, download, sizeTo, tokensOf } from "./picture.js";

/** @typedef {import("./line-layout.js").Series} Series */

/**
 * Where the pointer or the keyboard is: an index of the x that all series share; undefined for the end of each.
 * @typedef {number | undefined} Place
 */

/** Room for the numbers and names of the axes; a compact one has no names. */
const EDGES = { left: 62, right: 14, top: 12, bottom: 44 };
const COMPACT_EDGES = { left: 42, right: 8, top: 8, bottom: 22 };

/** What changes no line: the place that is read. */
const READING = new Set(["place"]);

/** From this width on a small chart has room to name its scale, in pixels. */
const ROOM_FOR_SCALE = 200;

export class LineChart extends GlassElement {
  static styles = [fieldStyle, chartStyle, plotStyle];

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
    compact: { type: Boolean, reflect: true },
    steady: { type: Boolean, reflect: true },
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
    /** Whether it fills the box that it is given, without heading, names of axes and tools. */ this.compact = false;
    /** Whether its legend keeps its height while lines grow. */ this.steady = false;
    /** @type {Place} */ this.place = undefined;
  }

  /** @type {import("./line-layout.js").Layout | undefined} */
  #layout;
  /** @type {{ of: readonly Series[], x: ArrayLike<number> }} */
  #shared = { of: [], x: [] };
  #width = 0;
  #tall = 0;
  /** @type {Record<string, string> | undefined} */
  #tokens;
  surroundings = new Surroundings(this, {
    box: (width, height) => {
      if (width === this.#width && !this.compact) return;
      [this.#width, this.#tall] = [width, height];
      this.#picture.ask();
    },
    of: ".plot",
    colors: () => {
      this.#tokens = undefined;
      this.#picture.ask();
    },
  });
  #picture = new Picture(this, () => this.#draw());

  /** Each x that one of the lines has, as far as they are drawn. */
  get #x() {
    const { series } = this;
    if (this.#shared.of !== series) this.#shared = { of: series, x: sharedX(series) };
    return this.#shared.x;
  }

  #draw() {
    const canvas = this.renderRoot.querySelector("canvas");
    const context = canvas?.getContext("2d");
    const { series, log, compact } = this;
    const [xLabel, yLabel, height] = compact ? ["", "", this.#tall] : [this.xLabel, this.yLabel, this.height];
    if (!canvas || !context) return;
    const sharp = sizeTo(canvas, this.#width, height);
    if (this.#width < 80 || height < 44) return;
    const tokens = (this.#tokens ??= tokensOf(this));
    context.setTransform(sharp, 0, 0, sharp, 0, 0);
    context.clearRect(0, 0, this.#width, height);
    context.font = `12px ${tokens.font}`;
    const measure = (/** @type {string} */ text) => context.measureText(text).width;
    this.#layout = lineChart({
      series,
      log,
      width: this.#width,
      height,
      edges: compact ? COMPACT_EDGES : EDGES,
      measure,
    });
    drawLines(context, this.#layout, { series, xLabel, yLabel, tokens });
    this.#drawCursor();
  }

  /** The line and the dots at the place that is read. */
  #drawCursor() {
    const host = this.renderRoot.querySelector(".cursor");
    if (!(host instanceof SVGElement)) return;
    const layout = this.#layout;
    const value = this.place === undefined ? undefined : this.#x[this.place];
    if (!layout || value === undefined) {
      render(nothing, host);
      return;
    }
    const dots = this.series.flatMap((line) => {
      const { x, y, color } = line;
      const i = lastUpTo(x, value);
      return i < endOf(line) && x[i] === value && isDrawn(y[i], layout.log)
        ? [svg`<circle cx=${layout.x(value)} cy=${layout.y(y[i])} r="3.5" fill=${`var(--gn-${color})`}></circle>`]
        : [];
    });
    render(svg`<path d="M${layout.x(value)} ${layout.box.top}V${layout.box.bottom}"></path>${dots}`, host);
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (Array.from(changed.keys()).some((name) => !READING.has(name))) this.#picture.ask();
    else this.#drawCursor();
  }

  /** @param {PointerEvent} event */
  #onPointer = (event) => {
    const layout = this.#layout;
    const x = this.#x;
    if (!layout || !x.length) return;
    const at = event.clientX - /** @type {Element} */ (event.currentTarget).getBoundingClientRect().left;
    const [first, last] = [layout.x(x[0]), layout.x(x[x.length - 1])];
    const part = last > first ? (at - first) / (last - first) : 0;
    this.place = nearest(x, x[0] + part * (x[x.length - 1] - x[0]));
  };

  /** @param {KeyboardEvent} event */
  #onKey = (event) => {
    const last = this.#x.length - 1;
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
    const canvas = this.renderRoot.querySelector("canvas");
    if (canvas) download(await canvasFile(canvas, tokensOf(this).surface), `${this.name}.png`);
  };

  /** The exact values where the pointer is, or the last ones. */
  #legend() {
    const xs = this.#x;
    const at = this.place ?? xs.length - 1;
    return html`<div class="legend">
      ${
        xs.length || this.steady
          ? html`<span class="at"
              >${this.xLabel}
              <span translate="no">${xs.length ? placeText(xs[at] ?? NaN, this.compact) : "–"}</span></span
            >`
          : nothing
      }
      ${this.series.map(
        (line) =>
          html`<span class="key"
            ><svg width="18" height="8" aria-hidden="true">
              <line
                x1="0"
                x2="18"
                y1="4"
                y2="4"
                stroke=${`var(--gn-${line.color})`}
                stroke-width=${line.dots ? 4 : 2}
                stroke-linecap=${line.dots ? "round" : nothing}
                stroke-dasharray=${line.dots ? "0 7" : (line.dash?.join(" ") ?? nothing)}
              ></line></svg
            >${line.label}
            <b translate="no">${xs.length ? valueText(line, xs[at] ?? Infinity, this.log, this.compact) : "–"}</b></span
          >`,
      )}
    </div>`;
  }

  /** @param {boolean} empty */
  #caption(empty) {
    const { words, heading, scales, log } = this;
    return html`<figcaption>
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
    </figcaption>`;
  }

  render() {
    const { words, heading, log } = this;
    if (!words) return nothing;
    const empty = this.series.every(({ y }) => y.length === 0);
    return html`<figure>
      ${this.compact ? nothing : this.#caption(empty)}
      <div class="stage">
        <div
          class="plot"
          role="application"
          tabindex="0"
          aria-label=${`${heading}. ${words.keys}`}
          .style=${this.compact ? "" : `height:${this.height}px`}
          @keydown=${this.#onKey}
          @pointermove=${this.#onPointer}
          @pointerleave=${() => {
            this.place = undefined;
          }}
        >
          <canvas></canvas><svg class="cursor" aria-hidden="true"></svg>
        </div>
        ${
          this.compact && log && this.#width >= ROOM_FOR_SCALE
            ? html`<span class="scale ${rises(this.series) ? "left" : ""}">${words.axis}: ${words.log}</span>`
            : nothing
        }
        ${empty ? html`<p class="empty">${this.nothing || words.empty}</p>` : nothing}
      </div>
      ${this.#legend()}
    </figure>`;
  }
}

/** Whether the first line ends above its begin: then the top left is empty. @param {readonly Series[]} series */
const rises = ([line]) => Array.prototype.findLast.call(line?.y ?? [], Number.isFinite) > line?.y[0];

/** Where the pointer is; a small chart has no room for parts of an epoch. @param {number} x @param {boolean} compact */
const placeText = (x, compact) => full(compact ? Math.round(x * 10) / 10 : x);

/**
 * The value of a line, or the last one before where it has none there.
 * @param {Series} line
 * @param {number} x
 * @param {boolean} log
 * @param {boolean} isShort
 */
function valueText(line, x, log, isShort) {
  const { x: xs, y } = line;
  const written = isShort ? fixed : full;
  for (let i = Math.min(lastUpTo(xs, x), endOf(line) - 1); i >= 0; i--) if (isDrawn(y[i], log)) return written(y[i]);
  return "–";
}
