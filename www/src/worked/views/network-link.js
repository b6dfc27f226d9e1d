/**
 * One link: a curve whose width is the weight's size and whose colour and dash are its sign, with the weight on it. In
 * the backward phase the gradient takes the weight's place, and is seen to flow.
 *
 * @import { LinkModel } from "../picture.js"
 * @import { LinkPlace } from "../layout.js"
 * @import { NetworkText } from "./network.js"
 */
import { nothing, svg } from "lit";
import { MULTIPLIED } from "../picture.js";
import { textWidth } from "./network-text.js";

/**
 * In pixels: always visible, ever slower to grow, so that a large weight covers nothing.
 *
 * @param {number} weight
 */
const thickness = (weight) => 7.75 - 13 / (Math.abs(weight) + 2) || 1.25;

/** Of a gradient, beside the largest one. @param {number} share */
const flowing = (share) => 1.25 + 5 * share;

/** @param {number} value */
const sign = (value) => (value < 0 ? "gn-negative" : "gn-positive");

/**
 * @typedef {object} LinkView
 * @property {LinkModel} model
 * @property {LinkPlace} place
 * @property {NetworkText} text
 * @property {boolean} chosen
 * @property {number} progress Of the step that changes the weight.
 * @property {boolean} flat Whether layers stand side by side.
 */

/** @param {LinkView} view */
const hasRoom = ({ model: { emphasis }, place, chosen }) =>
  place.labelled || chosen || emphasis === "current" || emphasis === "related";

/**
 * What a weight was, beside it or, where labels stand side by side, above it.
 * @param {string} old @param {number} wide How wide the weight is beside which it stands.
 */
function before(old, wide) {
  const written = wide ? `${old} →` : old;
  const room = textWidth(written, 12);
  const x = wide && -(wide + room) / 2;
  const y = wide ? 5 : -13;
  // A link that ends at its minus sign would hide that.
  return svg`<rect class="gn-halo" x=${x - room / 2 - 6} y=${y - 12} width=${room + 8} height="16"></rect>
    <text class="gn-weight gn-old" x=${x} y=${y}>${written}</text>`;
}

/** @param {LinkView} view */
function label({ model, place: { label: at }, text, progress, flat }) {
  const { ghost } = model;
  const changed = ghost !== undefined && progress >= MULTIPLIED;
  const written = text.number(changed ? model.weight : (ghost ?? model.weight));
  const wide = textWidth(written, 14) + 8;
  // Up or down: a change too small to be seen in width is seen here.
  const tip = changed ? Math.sign(model.weight - ghost) * 4 : 0;
  return svg`<g class="gn-label gn-${model.emphasis}" transform="translate(${at.x.toFixed(1)} ${at.y.toFixed(1)})">
    <rect class="gn-halo" x=${-wide / 2} y="-9" width=${wide + (tip ? 10 : 0)} height="18" rx="6"></rect>
    ${tip ? svg`<path class="gn-growth" d="M${wide / 2 - 2} ${tip}l4 ${-2 * tip}l4 ${2 * tip}z"></path>` : nothing}
    <text class="gn-weight" y="5">${written}</text>
    ${changed ? before(text.number(ghost), flat ? wide : 0) : nothing}
  </g>`;
}

/**
 * What is written on a link, above all links of its gap. Where there is no room for it, the link itself has it, and
 * shows it under the pointer and with the focus.
 *
 * @param {LinkView} view
 */
export const drawLabel = (view) => (hasRoom(view) ? label(view) : nothing);

/** @param {LinkView} view */
export function drawLink(view) {
  const { model, place, text, chosen, progress } = view;
  const { layer, unit, input, path, ghost } = place;
  const { weight, emphasis, gradient, share = 0 } = model;
  const flows = gradient !== undefined;
  const old = flows ? 1.25 : thickness(model.ghost ?? weight);
  const thick = old + ((flows ? flowing(share) : thickness(weight)) - old) * progress;
  return svg`<g
    class="gn-link gn-${emphasis} ${sign(gradient ?? weight)} ${flows ? "gn-flows" : ""} ${chosen ? "gn-chosen" : ""}"
    role="button" tabindex="0"
    aria-label=${text.linkLabel(model)} data-layer=${layer} data-unit=${unit} data-input=${input}
  >
    <path class="gn-ring" d=${path} stroke-width=${thickness(weight) + 9}></path>
    <path class="gn-hit" d=${path} stroke-width=${thickness(weight) + 4}></path>
    ${
      model.ghost === undefined
        ? nothing
        : svg`<path class="gn-ghost ${sign(model.ghost)}" d=${ghost} stroke-width=${thickness(model.ghost)}></path>`
    }
    <path class="gn-line" d=${path} stroke-width=${thick.toFixed(2)}></path>
    ${share ? svg`<path class="gn-flow" d=${path}></path>` : nothing}
    ${hasRoom(view) ? nothing : label(view)}
  </g>`;
}
