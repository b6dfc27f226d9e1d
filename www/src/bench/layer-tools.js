/**
 * The controls of a layer over and under its units: more and fewer units, the activation, and a menu. Where there is
 * little room, all of them are in the menu.
 *
 * @import { ActiveLayer } from "../experiment/layers.js"
 * @import { AnyLayer } from "../experiment/config.js"
 * @import { BenchNetwork } from "./network.js"
 * @import { Layout } from "./network-layout.js"
 */
import { html, nothing } from "lit";
import { withLayer } from "../experiment/config.js";
import { ACTIVATIONS, nameOf, offered } from "../panels/model/names.js";
import { addAfter, addUnits, dropLayer, dropoutAfter } from "./network-changes.js";
import { rejection } from "./network-views.js";
import { onToolbarFocus, onToolbarKey } from "./toolbar.js";

/** How wide a menu is, in pixels. */
const MENU = 248;

/**
 * A layer of the picture with what its controls need.
 * @typedef {{ layer: ActiveLayer, column: number, name: string, short: string, isOutput: boolean }} Tooled
 */

/** @param {BenchNetwork} part @param {Tooled} tooled @param {number} by @param {number} tab */
function unitsButton(part, { layer, column, name }, by, tab) {
  const { own } = part;
  const label = by < 0 ? own.fewerUnits(name) : own.moreUnits(name);
  return html`<button
    type="button"
    class="small"
    tabindex=${tab}
    aria-label=${label}
    title=${label}
    aria-disabled=${by < 0 && layer.units <= 1}
    @click=${() => (by > 0 || layer.units > 1) && part.change(column, (config) => addUnits(config, layer.place, by))}
  >
    <span aria-hidden="true">${by < 0 ? "−" : "+"}</span>
  </button>`;
}

/** @param {BenchNetwork} part @param {Tooled} tooled @param {number} tab */
const unitsControl = (part, tooled, tab) =>
  html`<span class="units"
    >${unitsButton(part, tooled, -1, tab)}<span class="count" translate="no" title=${part.words.model.units}
      >${tooled.layer.units}</span
    >${unitsButton(part, tooled, 1, -1)}</span
  >`;

/** @param {BenchNetwork} part @param {Tooled} tooled @param {number} tab */
function activationControl(part, { layer, column, name }, tab) {
  const activation = nameOf(layer.activation, "linear");
  return html`<select
    class="activation"
    tabindex=${tab}
    translate="no"
    data-value=${activation}
    aria-label=${`${name}: ${part.words.model.activation}`}
    @change=${(/** @type {Event} */ event) => {
      const { value } = /** @type {HTMLSelectElement} */ (event.target);
      part.change(column, (config) => withLayer(config, layer.place, { activation: value }));
    }}
  >
    ${offered(ACTIVATIONS, activation).map(
      (each) => html`<option value=${each} ?selected=${each === activation}>${each}</option>`,
    )}
  </select>`;
}

/** @param {BenchNetwork} part @param {Tooled} tooled @param {number} tab @param {unknown} content */
const menuButton = (part, { column, name }, tab, content) =>
  html`<button
    type="button"
    class=${content === nothing ? "small menu-button" : "small menu-button wide"}
    tabindex=${tab}
    data-menu=${column}
    aria-label=${part.own.menuOf(name)}
    title=${part.own.menuOf(name)}
    aria-expanded=${part.menu === column}
    @click=${() => part.openMenu(column)}
  >
    ${
      content === nothing
        ? html`<svg class="dots" viewBox="0 0 16 16" aria-hidden="true">
            <circle cx="3" cy="8" r="1.4"></circle>
            <circle cx="8" cy="8" r="1.4"></circle>
            <circle cx="13" cy="8" r="1.4"></circle>
          </svg>`
        : content
    }
  </button>`;

/** Two short lines in the button that stands for all controls. @param {Tooled} tooled @param {number} width */
function shortLines({ layer, short }, width) {
  const activation = layer.activation ?? "";
  const [first, second] = width < 68 ? [layer.units, activation] : [short, `${layer.units} ${activation}`];
  return html`<span class="lines" aria-hidden="true"><span>${first}</span><span translate="no">${second}</span></span>`;
}

/** The controls of a layer, one tab stop. @param {BenchNetwork} part @param {Tooled} tooled @param {Layout} layout */
export function layerTools(part, tooled, layout) {
  const { layer, column, name } = tooled;
  const { left, width } = layout.columns[column].tools;
  const style = `left:${left}px;width:${width}px`;
  const isButton = layout.isCompact || !layer.isDense;
  const content = layout.isCompact && layer.isDense ? shortLines(tooled, width) : nothing;
  return html`<div
    class="tools"
    role="toolbar"
    aria-label=${name}
    data-column=${column}
    .style=${style}
    @focusin=${onToolbarFocus}
    @keydown=${onToolbarKey}
  >
    ${isButton ? nothing : html`<div class="above">${unitsControl(part, tooled, 0)}</div>`}
    <div class="below">
      ${isButton ? nothing : activationControl(part, tooled, -1)}
      ${menuButton(part, tooled, isButton ? 0 : -1, content)}
    </div>
  </div>`;
}

/** @param {BenchNetwork} part @param {Tooled} tooled @param {readonly AnyLayer[]} layers */
function menuItems(part, { layer, column, isOutput }, layers) {
  const { own } = part;
  const dropout = dropoutAfter(layers, layer.place);
  const item = (/** @type {string} */ act, /** @type {string} */ text, /** @type {() => unknown} */ run) =>
    html`<button type="button" class="item" data-act=${act} @click=${run}>${text}</button>`;
  const change = (/** @type {Parameters<BenchNetwork["change"]>[1]} */ act) => () => part.change(column, act, true);
  const { place, isDense } = layer;
  return html`${
    isDense && !isOutput && !dropout
      ? item(
          "dropout",
          own.addDropout,
          change((config) => addAfter(config, place, "Dropout")),
        )
      : nothing
  }
  ${
    dropout
      ? item(
          "no-dropout",
          own.removeDropout(dropout.rate),
          change((config) => dropLayer(config, dropout.place)),
        )
      : nothing
  }
  ${
    isDense && !isOutput
      ? item(
          "normalize",
          own.addNormalization,
          change((config) => addAfter(config, place, "BatchNormalization")),
        )
      : nothing
  }
  ${
    isOutput
      ? nothing
      : item(
          "remove",
          own.removeLayer,
          change((config) => dropLayer(config, place)),
        )
  }
  ${item("code", own.everything, () => part.showCode())}`;
}

/**
 * The open menu of a layer, over its button.
 * @param {BenchNetwork} part @param {Tooled} tooled @param {Layout} layout @param {number} width Of the box.
 */
export function layerMenu(part, tooled, layout, width) {
  const { x } = layout.columns[tooled.column];
  const left = Math.min(Math.max(x - part.scrolled - MENU / 2, 0), width - MENU);
  const layers = /** @type {AnyLayer[]} */ (part.lab.setup?.config.model.layers);
  const hasFields = layout.isCompact && tooled.layer.isDense;
  return html`<div
    class="menu"
    role="group"
    aria-label=${part.own.menuOf(tooled.name)}
    .style=${`left:${left}px;bottom:${layout.height - layout.bottom + 4}px;max-height:${layout.bottom}px`}
    @keydown=${part.onMenuKey}
    @focusout=${part.onMenuLeft}
  >
    <p class="menu-name">${tooled.name}</p>
    ${
      hasFields
        ? html`<div class="menu-fields">
            <span class="menu-field"><span>${part.words.model.units}</span>${unitsControl(part, tooled, 0)}</span>
            <span class="menu-field"
              ><span>${part.words.model.activation}</span>${activationControl(part, tooled, 0)}</span
            >
          </div>`
        : nothing
    }
    ${rejection(part, tooled.column)} ${menuItems(part, tooled, layers)}
  </div>`;
}
