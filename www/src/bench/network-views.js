/**
 * What stands around the picture of the network: controls over it, a line of words under it, and what floats above it.
 *
 * @import { ActiveLayer } from "../experiment/layers.js"
 * @import { BenchNetwork, Placed } from "./network.js"
 */
import { html, nothing } from "lit";
import { full } from "../format.js";
import { nameText } from "../names.js";
import { failureText, wayOn } from "../panels/views/validation-error.js";
import { addHidden, dropHidden } from "./network-changes.js";
import { biasPlace, numberOf, unitNameOf } from "./network-columns.js";
import { middleOf } from "./network-hit.js";
import { onToolbarFocus, onToolbarKey } from "./toolbar.js";

/** How wide the field of a weight is. */
const FIELD = 216;

/** How wide a validation error is. */
const REJECTED = 240;

/** @param {BenchNetwork} part @param {readonly ActiveLayer[]} layers */
export function headView(part, layers) {
  const { own } = part;
  const hidden = layers.filter((layer) => layer.hidden).length;
  const button = (/** @type {string} */ act, /** @type {string} */ sign, /** @type {number} */ tab) =>
    html`<button
      type="button"
      class="small"
      data-act=${act}
      aria-label=${own[act]}
      title=${own[act]}
      aria-disabled=${act === "dropHidden" && hidden === 0}
      tabindex=${tab}
      @click=${() => (act === "addHidden" || hidden > 0) && part.change("layers", act === "addHidden" ? addHidden : dropHidden)}
    >
      <span aria-hidden="true">${sign}</span>
    </button>`;
  return html`<div
    class="head"
    role="toolbar"
    aria-label=${own.tools}
    @focusin=${onToolbarFocus}
    @keydown=${onToolbarKey}
  >
    <span class="group">
      <h3>${own.hiddenLayers}</h3>
      ${button("dropHidden", "−", 0)}<span class="count" translate="no">${hidden}</span>${button("addHidden", "+", -1)}
    </span>
    <span class="segments" role="group" aria-label=${own.links}>
      ${
        /** @type {const} */ (["weights", "gradients"]).map(
          (overlay) =>
            html`<button
              type="button"
              tabindex="-1"
              data-overlay=${overlay}
              aria-pressed=${part.overlay === overlay}
              @click=${() => part.show(overlay)}
            >
              ${own.overlays[overlay]}
            </button>`,
        )
      }
    </span>
  </div>`;
}

/** The exact value of what is pointed at. @param {BenchNetwork} part @param {Placed} placed */
function reading(part, { layers, names }) {
  const { own, lab } = part;
  const [place, { frame, setup }] = [part.edited ?? part.at, lab];
  if (!place || !frame || !setup) return html`<span>${own.hint}</span>`;
  const number = numberOf(layers, place);
  const value = (/** @type {string} */ name, /** @type {number | undefined} */ exact) =>
    html`<span translate="no">${name} = <b>${exact === undefined ? "–" : full(exact)}</b></span>`;
  if (number) {
    const name = nameText(number.name);
    const gradient = part.overlay === "gradients" ? frame.gradients?.[number.index] : undefined;
    return html`${value(name, frame.weights[number.index])}
    ${gradient === undefined ? nothing : value(` · ∂L/∂${name}`, gradient)}`;
  }
  const column = names[place.column].long;
  const name = place.column ? nameText(unitNameOf(layers, place)) : setup.config.features[place.unit];
  return html`${column} ${value(name, frame.activations?.[place.column]?.[place.unit])}`;
}

/** @param {string} color @param {string} dash @param {string} text */
const key = (color, dash, text) =>
  html`<span class="key"
    ><svg viewBox="0 0 22 10" aria-hidden="true">
      <path d="M0 5h22" .style=${`stroke:var(--gn-${color})`} stroke-dasharray=${dash}></path></svg
    >${text}</span
  >`;

/** @param {BenchNetwork} part @param {Placed} placed */
export function footView(part, placed) {
  const { own, overlay } = part;
  const isOfGradients = overlay === "gradients";
  return html`<div class="foot">
    <span class="reading" aria-live="polite">${reading(part, placed)}</span>
    <span class="legend">
      ${key(isOfGradients ? "backward" : "positive", "none", own.positive)}
      ${key(isOfGradients ? "backward" : "negative", "5 3", own.negative)}
      ${
        isOfGradients
          ? html`<span class="key"
              ><svg class="inactive" viewBox="0 0 16 10" aria-hidden="true">
                <rect x="2" y="1" width="12" height="8" rx="2" stroke-dasharray="3 2"></rect></svg
              >${own.inactive}</span
            >`
          : nothing
      }
    </span>
  </div>`;
}

/** The field of the number that is being changed. @param {BenchNetwork} part @param {Placed} placed */
export function fieldView(part, { layers, layout }) {
  const { edited, box, lab, words } = part;
  const number = edited && numberOf(layers, edited);
  if (!edited || !number || !box) return nothing;
  const { x, y } = middleOf(layout, edited);
  const left = Math.min(Math.max(x - part.scrolled - FIELD / 2, 0), box.width - FIELD);
  // Away from the link: what follows from its weight is to be seen.
  const isBelow = y < (layout.top + layout.bottom) / 2;
  const side = isBelow ? `bottom:${layout.height - layout.bottom}px` : `top:${layout.top}px`;
  const bias = biasPlace(layers, edited);
  const other = bias && bias.weight !== edited.weight ? numberOf(layers, bias) : undefined;
  return html`<gn-weight-field
    .style=${`left:${left}px;${side};width:${FIELD}px`}
    .lab=${lab}
    .words=${words}
    .index=${number.index}
    .name=${nameText(number.name)}
    .other=${other && bias ? { name: nameText(other.name), open: () => part.edit(bias) } : undefined}
    @keydown=${part.onFieldKey}
    @focusout=${part.onFieldLeft}
  ></gn-weight-field>`;
}

/** What was rejected, in words. @param {BenchNetwork} part @param {number | "layers"} place */
export function rejection(part, place) {
  const { rejected, words, own } = part;
  if (rejected?.place !== place) return nothing;
  return html`<div class="rejection">
    <p class="validation-error" role="alert">
      ${failureText(words, rejected.error.failure)} ${wayOn(words, rejected.error.failure)}
    </p>
    <button
      type="button"
      class="small"
      aria-label=${own.dismiss}
      title=${own.dismiss}
      @click=${() => part.lab.forgive()}
    >
      <span aria-hidden="true">×</span>
    </button>
  </div>`;
}

/** The same beside its control, where no menu is open. @param {BenchNetwork} part @param {Placed} placed */
export function rejectionView(part, { layout }) {
  const place = part.rejected?.place;
  if (place === undefined || place === part.menu) return nothing;
  const x = place === "layers" ? 0 : (layout.columns[place]?.x ?? 0) - part.scrolled;
  const left = Math.min(Math.max(x - REJECTED / 2, 0), Math.max((part.box?.width ?? 0) - REJECTED, 0));
  return html`<div class="beside" .style=${`left:${left}px;top:${place === "layers" ? 0 : layout.top}px`}>
    ${rejection(part, place)}
  </div>`;
}
