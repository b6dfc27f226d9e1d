/**
 * `<gn-live-network>`: weights and activations while the model trains. Networks that are too large to draw unit by unit
 * are drawn as heat maps of their kernels.
 *
 * @import { ActiveLayer } from "../../experiment/layers.js"
 * @import { Setup } from "../../experiment/types.js"
 * @import { Frame } from "../../experiment/polling.js"
 * @import { Words } from "../../locales/playground.js"
 * @import { LiveView, Place } from "./network-canvas.js"
 */
import { css, html, nothing } from "lit";
import { GlassElement } from "../../element/element.js";
import { full } from "../../format.js";
import { nameText, unitName, weightName } from "../../names.js";
import { Surroundings } from "../../element/surroundings.js";
import { chartStyle } from "../../charts/chart-style.js";
import { Picture } from "../../experiment/draw-scheduler.js";
import { sizeTo, tokensOf } from "../../charts/picture.js";
import { activeLayers, sizesOf } from "../../experiment/layers.js";
import { markOf, parameterName } from "../views/layer-names.js";
import { drawable, drawLayer, drawNetwork, kernelsOf, placeAt } from "./network-canvas.js";

/** With more weights a layer is drawn at a time, so that no frame of the training is long. */
const MANY = 128;

/** @typedef {{ inputs: ArrayLike<number>, layers: { units: number }[] }} Shape */

/**
 * The weights of a layer that is not dense as a heat map, a row each; none of a layer without weights.
 * @param {Words} words @param {Float32Array} weights @param {ActiveLayer} layer @param {Shape} shape @param {number} at
 */
function vectorsMap({ train, charts }, weights, { name, units, weights: own }, shape, at) {
  if (!own.length) return nothing;
  return html`<gn-heat-map
    .values=${weights.subarray(own[0].at, own[0].at + own.length * units)}
    .rows=${own.length}
    .columns=${units}
    .words=${charts}
    .heading=${`${train.weightsOf(name)}: ${own.map((each) => each.name).join(", ")}`}
    .height=${40}
    .cell=${(/** @type {number} */ row, /** @type {number} */ unit) =>
      nameText(parameterName(shape, at, unit, own[row].name))}
  ></gn-heat-map>`;
}

export class LiveNetwork extends GlassElement {
  static styles = [
    chartStyle,
    css`
      canvas {
        display: block;
        width: 100%;
        touch-action: pan-y;
      }
      .maps {
        display: grid;
        gap: var(--gn-space-4);
      }
    `,
  ];

  static properties = {
    setup: { attribute: false },
    frame: { attribute: false },
    words: { attribute: false },
    inputName: { attribute: false },
    running: { type: Boolean },
    tallest: { type: Number },
    lit: { attribute: false },
    at: { state: true },
  };

  constructor() {
    super();
    /** @type {Setup} */ this.setup = /** @type {any} */ (undefined);
    /** @type {Frame | undefined} */ this.frame = undefined;
    /** @type {Words} */ this.words = /** @type {any} */ (undefined);
    this.inputName = "";
    /** Whether more frames will come. */ this.running = false;
    this.tallest = 480;
    /** The column that something else on the page points at. @type {number | undefined} */ this.lit = undefined;
    /** @type {Place | undefined} */ this.at = undefined;
  }

  #width = 0;
  #drawn = 0;
  /**
   * The layer to draw in the next frame, where they are drawn one after the other; undefined for all at once.
   * @type {number | undefined}
   */
  #next;
  /** @type {{ time: number, tokens: Record<string, string> } | undefined} */
  #colors;
  surroundings = new Surroundings(this, {
    width: (width) => {
      this.#width = width;
      this.#picture.ask();
    },
    colors: () => {
      this.#colors = undefined;
      this.#picture.ask();
    },
  });
  #picture = new Picture(this, () => this.#draw());

  get #layers() {
    return activeLayers(this.setup);
  }

  get #sizes() {
    return sizesOf(this.#layers);
  }

  /** @returns {Shape} */
  get #shape() {
    return { inputs: { length: this.#sizes[0] }, layers: this.#layers };
  }

  /** Colours are read twice a second at most: asking for them takes longer than drawing with them. */
  get #tokens() {
    const now = performance.now();
    if (!this.#colors || now - this.#colors.time > 500) this.#colors = { time: now, tokens: tokensOf(this) };
    return this.#colors.tokens;
  }

  get #height() {
    return Math.min(Math.max(Math.max(...this.#sizes) * 44 + 40, 240), this.tallest);
  }

  /** @returns {LiveView} */
  get #view() {
    const layers = this.#layers;
    return {
      sizes: this.#sizes,
      names: [this.inputName, ...layers.map(({ name }) => name)],
      marks: [undefined, ...layers.map((layer) => markOf(this.words, layer))],
      kernels: kernelsOf(/** @type {Frame} */ (this.frame).weights, layers),
      activations: this.frame?.activations,
      tokens: this.#tokens,
      width: this.#width,
      height: this.#height,
      at: this.at,
      lit: this.lit,
    };
  }

  #draw() {
    const canvas = this.renderRoot.querySelector("canvas");
    const context = canvas?.getContext("2d");
    if (!canvas || !context || !this.frame || this.#width < 60) return;
    const before = canvas.width;
    const sharp = sizeTo(canvas, this.#width, this.#height);
    context.setTransform(sharp, 0, 0, sharp, 0, 0);
    const layer = before === canvas.width ? this.#next : undefined;
    this.#next = undefined;
    if (layer === undefined) return drawNetwork(context, this.#view);
    drawLayer(context, this.#view, layer);
    if (layer + 2 >= this.#sizes.length) return;
    this.#next = layer + 1;
    this.#picture.ask();
  }

  /** Many links take their time: they are drawn less often. @param {import("lit").PropertyValues<this>} changed */
  shouldUpdate(changed) {
    if (changed.size > 1 || !changed.has("frame") || !this.running) return true;
    const links = this.frame?.weights.length ?? 0;
    const now = performance.now();
    if (now - this.#drawn < links / 4) return false;
    this.#drawn = now;
    return true;
  }

  /** @param {import("lit").PropertyValues<this>} changed */
  updated(changed) {
    const passing = this.running && changed.size === 1 && changed.has("frame");
    this.#next = passing && (this.frame?.weights.length ?? 0) > MANY ? (this.#next ?? 0) : undefined;
    this.#picture.ask();
    // Who put it here hears which column the reader points at: "point".
    if (changed.has("at")) this.dispatchEvent(new CustomEvent("point", { detail: this.at?.column }));
  }

  /** @param {PointerEvent} event */
  #onPointer = (event) => {
    const { left, top } = /** @type {Element} */ (event.currentTarget).getBoundingClientRect();
    this.at = placeAt(this.#view, event.clientX - left, event.clientY - top);
  };

  /**
   * Up and down through a column, left and right through columns, Enter through the weights of a unit.
   * @param {KeyboardEvent} event
   */
  #onKey = (event) => {
    const sizes = this.#sizes;
    const { column, unit, input } = this.at ?? { column: 0, unit: 0 };
    const layer = column ? this.#layers[column - 1] : undefined;
    const weights = layer && (layer.isDense ? layer.inputs : layer.weights.length);
    const within = (/** @type {number} */ value, /** @type {number} */ most) => Math.min(Math.max(value, 0), most - 1);
    const move = (/** @type {number} */ by) => ({
      column: within(column + by, sizes.length),
      unit: within(unit, sizes[within(column + by, sizes.length)]),
    });
    /** @type {Record<string, Place | undefined>} */
    const goals = {
      ArrowUp: { column, unit: within(unit - 1, sizes[column]) },
      ArrowDown: { column, unit: within(unit + 1, sizes[column]) },
      ArrowLeft: move(-1),
      ArrowRight: move(1),
      Escape: undefined,
      Enter: weights ? { column, unit, input: ((input ?? -1) + 1) % weights } : { column, unit },
    };
    if (!(event.key in goals)) return;
    event.preventDefault();
    this.at = goals[event.key];
  };

  /** The exact value of what is pointed at. */
  #reading() {
    const { at } = this;
    if (!at) return html`&nbsp;`;
    const layer = at.column - 1;
    if (at.input === undefined) {
      const value = this.frame?.activations?.[at.column]?.[at.unit];
      const mark = layer < 0 ? undefined : markOf(this.words, this.#layers[layer]);
      return html`${mark?.name ? `${mark.name} ` : ""}${nameText(unitName(this.#shape, layer, at.unit))}
        <b translate="no">${value === undefined ? "–" : full(value)}</b>`;
    }
    const { isDense, weights } = this.#layers[layer];
    if (!isDense) {
      const { name, at: first } = weights[at.input];
      return html`${nameText(parameterName(this.#shape, layer, at.unit, name))}
        <b translate="no">${full(/** @type {Frame} */ (this.frame).weights[first + at.unit])}</b>`;
    }
    const weight = this.#view.kernels[layer][at.input * this.#sizes[at.column] + at.unit];
    return html`${nameText(weightName(this.#shape, layer, at.unit, at.input))} <b translate="no">${full(weight)}</b>`;
  }

  #maps() {
    const { train, charts } = this.words;
    const layers = this.#layers;
    const { weights } = /** @type {Frame} */ (this.frame);
    const kernels = kernelsOf(weights, layers);
    return html`<div class="maps">
      ${layers.map((layer, i) => {
        const { name, inputs, units, isDense } = layer;
        if (!isDense) return vectorsMap(this.words, weights, layer, this.#shape, i);
        return html`<gn-heat-map
          .values=${kernels[i]}
          .rows=${inputs}
          .columns=${units}
          .words=${charts}
          .heading=${train.kernel(name)}
          .height=${Math.min(Math.max(inputs * 6, 40), 200)}
          .cell=${(/** @type {number} */ row, /** @type {number} */ column) => train.cell(row + 1, column + 1)}
        ></gn-heat-map>`;
      })}
    </div>`;
  }

  render() {
    if (!this.setup || !this.frame || !this.words) return nothing;
    if (!drawable(this.#layers)) return this.#maps();
    return html`<canvas
        role="application"
        tabindex="0"
        .style=${`height:${this.#height}px`}
        aria-label=${this.words.train.liveLabel(this.#sizes)}
        @pointermove=${this.#onPointer}
        @pointerleave=${() => {
          this.at = undefined;
        }}
        @keydown=${this.#onKey}
      ></canvas>
      <div class="legend" aria-live="polite"><span>${this.#reading()}</span></div>`;
  }
}
