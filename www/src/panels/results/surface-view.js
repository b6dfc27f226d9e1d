/**
 * `<gn-surfaces>`: what the output, or one unit, makes of every place of a two-feature problem, with the rows on it;
 * and all units small beside it.
 *
 * @import { Words } from "../../locales/playground.js"
 * @import { Setup } from "../../experiment/types.js"
 * @import { Surface } from "../../charts/surface.js"
 */
import { css, html, nothing } from "lit";
import { GlassElement } from "../../element/element.js";
import { format } from "../../format.js";
import { Surroundings } from "../../element/surroundings.js";
import { Picture } from "../../experiment/draw-scheduler.js";
import { tokensOf } from "../../charts/picture.js";
import { extentOf } from "../../charts/extent.js";
import { classCells, classStyle, drawCells, reachOf, signedCells } from "../../charts/surface-colors.js";
import { diverging } from "../../charts/colors.js";
import { panelStyle } from "../style/panel.js";
import { activeLayers } from "../../experiment/layers.js";
import { nameOfLayer } from "../views/layer-names.js";

/** @typedef {{ layer: number, unit: number }} Unit */
/**
 * @typedef {{ x: Float32Array, y: Float32Array, targets: Float32Array, of: number }} Points Those that are drawn, of
 *   how many.
 */
/**
 * @typedef {object} Seen
 * @property {number} size
 * @property {Float32Array[]} layers Of each dense layer `[units, size, size]`.
 * @property {readonly [number, number]} xRange @property {readonly [number, number]} yRange
 * @property {{ train: Points, test: Points }} points
 */

/** Units of a layer that are drawn at first, and of how many the reader gets more at once. */
const FEW = 16;

export class Surfaces extends GlassElement {
  static styles = [
    panelStyle,
    css`
      .tiles {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(64px, 1fr));
        gap: var(--gn-space-2);
        max-width: 640px;
      }
      .tile {
        display: grid;
        gap: 2px;
        width: 100%;
        padding: 3px;
        border: 2px solid transparent;
        border-radius: var(--gn-radius);
        background: none;
        color: var(--gn-muted);
        font-size: var(--gn-text-12);
        cursor: pointer;
      }
      .tile[aria-pressed="true"] {
        border-color: var(--gn-text);
        color: var(--gn-text);
        font-weight: 600;
      }
      .tile canvas {
        display: block;
        width: 100%;
        aspect-ratio: 1;
        border: 1px solid var(--gn-hairline);
        border-radius: 4px;
      }
      h4 {
        font-size: var(--gn-text-12);
        font-weight: 600;
        color: var(--gn-muted);
      }
      @container (min-width: 720px) {
        .columns.two {
          grid-template-columns: minmax(0, 5fr) minmax(0, 6fr);
        }
      }
    `,
  ];

  static properties = {
    words: { attribute: false },
    setup: { attribute: false },
    seen: { attribute: false },
    single: { type: Boolean },
    chosen: { state: true },
    more: { state: true },
  };

  constructor() {
    super();
    /** @type {Words} */ this.words = /** @type {any} */ (undefined);
    /** @type {Setup} */ this.setup = /** @type {any} */ (undefined);
    /** @type {Seen | undefined} */ this.seen = undefined;
    /** Whether the output is all that is shown. */ this.single = false;
    /** The unit that is large; undefined for the output. @type {Unit | undefined} */ this.chosen = undefined;
    /** How many units of each layer are shown. */ this.more = FEW;
  }

  /** @param {import("lit").PropertyValues<this>} changed */
  willUpdate(changed) {
    if (!changed.has("setup") || !this.chosen) return;
    if (this.chosen.unit >= (activeLayers(this.setup)[this.chosen.layer]?.units ?? 0)) this.chosen = undefined;
  }

  #picture = new Picture(this, () => this.#draw());
  surroundings = new Surroundings(this, { colors: () => this.#picture.ask() });

  /** @param {Unit} unit */
  #values({ layer, unit }) {
    const { size, layers } = /** @type {Seen} */ (this.seen);
    return layers[layer].subarray(unit * size * size, (unit + 1) * size * size);
  }

  /** @param {number} layer */
  #layerName(layer) {
    return nameOfLayer(this.words, activeLayers(this.setup)[layer]);
  }

  /**
   * How the values of a unit become colours: an output that is a probability stands on either side of one half.
   * @param {Unit} unit
   */
  #scale({ layer }) {
    const layers = activeLayers(this.setup);
    const isProbability = this.setup.classes && layer === layers.length - 1;
    return isProbability && layers[layer].units === 1 ? { middle: 0.5, reach: 0.5 } : {};
  }

  /** What is large: its values, its colours and how to read them. */
  #large() {
    const {
      words: {
        results: { surface },
      },
      setup: { classes },
      setup,
      chosen,
    } = this;
    const last = activeLayers(setup).length - 1;
    const unit = chosen ?? { layer: last, unit: 0 };
    const values = this.#values(unit);
    const heading = chosen ? surface.unit(this.#layerName(chosen.layer), chosen.unit + 1) : surface.output;
    const width = activeLayers(setup)[last].units;
    if (!chosen && classes && width > 1) {
      const all = Array.from({ length: width }, (_, i) => this.#values({ layer: last, unit: i }));
      return {
        heading,
        values,
        reading: surface.many,
        cells: (/** @type {Record<string, string>} */ tokens) => classCells(tokens, all),
      };
    }
    const scale = this.#scale(unit);
    const reading = classes && scale.middle ? surface.classes(classes[1], classes[0]) : surface.signed;
    return {
      heading,
      values,
      reading,
      cells: (/** @type {Record<string, string>} */ tokens) => signedCells(tokens, values, scale),
    };
  }

  /**
   * The rows of a side of the split as groups of points.
   * @param {"train" | "test"} side
   * @returns {Surface["groups"]}
   */
  #groups(side) {
    const {
      words: {
        results: { surface },
      },
      setup: { classes },
      seen,
    } = this;
    const { points } = /** @type {Seen} */ (seen);
    const { x, y, targets } = points[side];
    const hollow = side === "test";
    if (!classes) {
      const reach = Math.max(reachOf(points.train.targets), reachOf(points.test.targets));
      const colors = (/** @type {Record<string, string>} */ tokens) => {
        const color = diverging(tokens, reach);
        return (/** @type {number} */ i) => `rgb(${color(targets[i]).slice(0, 3).map(Math.round).join(" ")})`;
      };
      return [
        {
          hollow,
          label: surface[side](surface.points),
          x,
          y,
          shape: hollow ? "square" : "circle",
          color: "mark",
          colors,
        },
      ];
    }
    return classes.map((label, which) => {
      const rows = Array.from(targets.keys()).filter((i) => targets[i] === which);
      return {
        hollow,
        ...classStyle(classes.length, which),
        label: surface[side](label),
        x: rows.map((i) => x[i]),
        y: rows.map((i) => y[i]),
      };
    });
  }

  updated() {
    this.#picture.ask();
  }

  /** The small ones. */
  #draw() {
    const { seen } = this;
    if (!seen) return;
    const tokens = tokensOf(this);
    for (const canvas of this.renderRoot.querySelectorAll("canvas")) {
      const { layer, unit } = canvas.dataset;
      const place = { layer: Number(layer), unit: Number(unit) };
      drawCells(canvas, seen.size, signedCells(tokens, this.#values(place), this.#scale(place)));
    }
  }

  /** @param {Unit} unit */
  #choose = (unit) => {
    const { chosen } = this;
    this.chosen = chosen?.layer === unit.layer && chosen.unit === unit.unit ? undefined : unit;
  };

  /** @param {number} layer @param {number} units */
  #tiles(layer, units) {
    const { surface } = this.words.results;
    return html`<div class="group">
      <h4>${this.#layerName(layer)}</h4>
      <div class="tiles">
        ${Array.from(
          { length: Math.min(units, this.more) },
          (_, unit) =>
            html`<button
              type="button"
              class="tile"
              aria-label=${surface.unit(this.#layerName(layer), unit + 1)}
              aria-pressed=${this.chosen?.layer === layer && this.chosen.unit === unit}
              @click=${() => this.#choose({ layer, unit })}
            >
              <canvas data-layer=${layer} data-unit=${unit} aria-hidden="true"></canvas
              ><span translate="no">${unit + 1}</span>
            </button>`,
        )}
      </div>
      ${
        units > this.more
          ? html`<p>
              <button
                type="button"
                class="button plain"
                @click=${() => {
                  this.more += 4 * FEW;
                }}
              >
                ${surface.more(format(units - this.more))}
              </button>
            </p>`
          : nothing
      }
    </div>`;
  }

  /** What is said where not all rows are drawn. */
  #thinNote() {
    const { train, test } = /** @type {Seen} */ (this.seen).points;
    const sides = this.setup.config.split === null ? [train] : [train, test];
    const [drawn, all] = [sides.reduce((sum, { x }) => sum + x.length, 0), sides.reduce((sum, { of }) => sum + of, 0)];
    return drawn < all ? this.words.results.thinned(format(drawn), format(all)) : "";
  }

  /** Some of the very values that are drawn. @param {ArrayLike<number>} values */
  #table(values) {
    const {
      words: {
        results: { surface },
      },
      setup,
      seen,
    } = this;
    const { size, xRange, yRange } = /** @type {Seen} */ (seen);
    const places = [0, 0.25, 0.5, 0.75, 1].map((part) => Math.round(part * (size - 1)));
    const at = (/** @type {readonly [number, number]} */ [from, to], /** @type {number} */ place) =>
      format(from + ((to - from) * place) / (size - 1), 2);
    const [x, y] = setup.config.features;
    return html`<details>
      <summary>${surface.table}</summary>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">${surface.corner(y, x)}</th>
              ${places.map((place) => html`<th translate="no" scope="col">${at(xRange, place)}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${places.toReversed().map(
              (up) =>
                html`<tr>
                  <th translate="no" scope="row">${at(yRange, up)}</th>
                  ${places.map(
                    (place) => html`<td translate="no">${format(values[(size - 1 - up) * size + place])}</td>`,
                  )}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </details>`;
  }

  render() {
    const { words, setup, seen } = this;
    const layers = setup ? activeLayers(setup) : [];
    if (!words || !seen || seen.layers.length !== layers.length) return nothing;
    const { surface } = words.results;
    const { values, cells, heading, reading } = this.#large();
    const [x, y] = setup.config.features;
    const extent = extentOf(values);
    const large = html`<gn-surface
        .words=${words.charts}
        heading=${heading}
        said=${extent ? surface.said(x, y, format(extent[0]), format(extent[1])) : words.charts.noneFinite}
        .values=${values}
        .size=${seen.size}
        .cells=${cells}
        .groups=${[...this.#groups("train"), ...(setup.config.split === null ? [] : this.#groups("test"))]}
        .xRange=${seen.xRange}
        .yRange=${seen.yRange}
        xLabel=${x}
        yLabel=${y}
        name="surface"
        .tallest=${this.single ? 360 : 480}
      ></gn-surface>
      <p class="note">${reading} ${this.#thinNote()}</p>`;
    if (this.single) return large;
    return html`<div class="columns two">
      <div class="group">${large}${this.#table(values)}</div>
      <div class="group">
        <h3>${surface.units}</h3>
        <p class="note">${surface.unitsAbout}</p>
        ${layers.map(({ units }, layer) => this.#tiles(layer, units))}
      </div>
    </div>`;
  }
}
