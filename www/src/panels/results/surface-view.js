/**
 * `<gn-surfaces>`: what the output makes of every place of a two-feature problem, with the rows on it.
 *
 * @import { Words } from "../../locales/playground.js"
 * @import { Setup } from "../../experiment/types.js"
 * @import { Seen } from "./surface-reading.js"
 */
import { html, nothing } from "lit";
import { GlassElement } from "../../element/element.js";
import { format } from "../../format.js";
import { extentOf } from "../../charts/extent.js";
import { activeLayers } from "../../experiment/layers.js";
import { panelStyle } from "../style/panel.js";
import { groupsOf, readingOf, thinNote } from "./surface-reading.js";

export class Surfaces extends GlassElement {
  static styles = panelStyle;

  static properties = { words: { attribute: false }, setup: { attribute: false }, seen: { attribute: false } };

  constructor() {
    super();
    /** @type {Words} */ this.words = /** @type {any} */ (undefined);
    /** @type {Setup} */ this.setup = /** @type {any} */ (undefined);
    /** @type {Seen | undefined} */ this.seen = undefined;
  }

  render() {
    const { words, setup, seen } = this;
    if (!words || !seen || seen.layers.length !== activeLayers(setup).length) return nothing;
    const { surface } = words.results;
    const { values, cells, heading, reading } = readingOf(words, setup, seen);
    const [x, y] = setup.config.features;
    const extent = extentOf(values);
    return html`<gn-surface
        .words=${words.charts}
        heading=${heading}
        said=${extent ? surface.said(x, y, format(extent[0]), format(extent[1])) : words.charts.noneFinite}
        .values=${values}
        .size=${seen.size}
        .cells=${cells}
        .groups=${groupsOf(words, setup, seen.points)}
        .xRange=${seen.xRange}
        .yRange=${seen.yRange}
        xLabel=${x}
        yLabel=${y}
        name="surface"
        .tallest=${360}
      ></gn-surface>
      <p class="note">${reading} ${thinNote(words, setup, seen.points)}</p>`;
  }
}
