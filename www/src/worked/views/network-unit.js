/**
 * One unit: a circle filled by its activation, the value inside, its name, and what the text claims of it.
 *
 * @import { TargetModel, UnitModel } from "../picture.js"
 * @import { Layout, NodePlace } from "../layout.js"
 * @import { ClaimText, NetworkText } from "./network.js"
 */
import { nothing, svg } from "lit";
import { between, textWidth } from "./network-text.js";

/**
 * How full a circle is, 0..1: straight up to 1, beyond it ever slower, the same for every layer and step.
 *
 * @param {number} value
 */
const fullness = (value) => (Math.abs(value) <= 1 ? 0.85 * Math.abs(value) : 1 - 0.15 / Math.abs(value));

/**
 * @param {string} text
 * @param {number} width
 */
const sizeFor = (text, width) => Math.max(10, Math.min(14, Math.floor((14 * width) / textWidth(text, 14))));

/** @param {number} progress When the value comes in, after the activation's plot. */
const arrival = (progress) => Math.min(Math.max((progress - 0.5) / 0.4, 0), 1);

/**
 * @param {number} value
 * @param {NodePlace} place
 * @param {number} radius
 * @param {NetworkText} text
 * @param {number} opacity
 */
function filling(value, { x, y }, radius, text, opacity) {
  const written = text.number(value);
  const size = sizeFor(written, 1.72 * radius);
  const sign = value < 0 ? "gn-negative" : "gn-positive";
  return svg`<g opacity=${opacity}>
    <circle class="gn-fill ${sign}" cx=${x} cy=${y} r=${radius - 1} fill-opacity=${fullness(value).toFixed(3)}></circle>
    <text class="gn-value gn-inside" x=${x} y=${y + size * 0.35} font-size=${size}>${written}</text>
  </g>`;
}

/**
 * @param {ClaimText} claim
 * @param {number} x
 * @param {number} y
 * @param {string[]} [lines]
 */
function claimMark({ text, holds, label }, x, y, lines = [text]) {
  const mark = holds ? "M0 -4l3 3.5l6 -7.5" : "M4.5 -10.5l5.5 10.5h-11zM4.5 -6.5v3M4.5 -1.8v0.4";
  return svg`<g class="gn-claim ${holds ? "gn-holds" : "gn-fails"}" transform="translate(${x} ${y})">
    <title>${label}</title>
    <path d=${mark}></path>${lines.map((line, i) => svg`<text x="14" y=${i * 14}>${line}</text>`)}
  </g>`;
}

/**
 * Right of the unit, at the edge left of it and over its name, in two lines: there notes and links leave room.
 *
 * @param {ClaimText} claim
 * @param {number} x
 * @param {number} y
 * @param {Layout} layout
 */
function sideClaim(claim, x, y, { radius, width }) {
  const lines = claim.text.split(/ (?=\S+$)/);
  const wide = 14 + Math.max(...lines.map((line) => textWidth(line, 12)));
  const right = x + radius + 6;
  return right + wide <= width
    ? claimMark(claim, right, y - 3, lines)
    : claimMark(claim, x - radius - wide, y - 28, lines);
}

/**
 * The name stands above the circle, or to its left where layers run downwards; the claim follows it.
 *
 * @param {string} name
 * @param {ClaimText | undefined} claim
 * @param {boolean | undefined} hidden Whether a calculation stands over the claim.
 * @param {NodePlace} place
 * @param {Layout} layout
 */
function caption(name, claim, hidden, { x, y, layer }, layout) {
  const { orientation, radius } = layout;
  if (orientation === "vertical" && layer < 0 && layout.above) {
    const half = textWidth(name, 12) / 2;
    const middle = between(half, x, layout.width - half);
    return svg`<text class="gn-name" text-anchor="middle" x=${middle} y=${y - radius - 5} font-size="12">${name}</text>`;
  }
  if (orientation === "vertical") {
    const size = sizeFor(name, layout.gaps[layer + 1] - 2 * radius - 6);
    return svg`<text class="gn-name" text-anchor="end" x=${x - radius - 5} y=${y + 5} font-size=${size}>${name}</text>
      ${claim ? sideClaim(claim, x, y, layout) : nothing}`;
  }
  const above = y - radius - 10;
  if (!claim) return svg`<text class="gn-name" text-anchor="middle" x=${x} y=${above}>${name}</text>`;
  const wide = textWidth(name, 14) + 8 + 14 + textWidth(claim.text, 12);
  const left = between(2, x - wide / 2, layout.width - wide - 2);
  return svg`<text class="gn-name" text-anchor="start" x=${left} y=${above}>${name}</text>
    ${hidden ? nothing : claimMark(claim, left + textWidth(name, 14) + 8, above)}`;
}

/**
 * @param {object} given
 * @param {UnitModel} given.model
 * @param {NodePlace} given.place
 * @param {Layout} given.layout
 * @param {NetworkText} given.text
 * @param {ClaimText} [given.claim]
 * @param {boolean} [given.hidden] Whether a calculation stands over the claim.
 * @param {boolean} given.chosen
 * @param {number} given.progress
 */
export function drawUnit({ model, place, layout, text, claim, hidden, chosen, progress }) {
  const { x, y, layer, unit } = place;
  const { radius } = layout;
  const known = model.value !== undefined;
  return svg`<g
    class="gn-unit gn-${model.emphasis} ${known ? "" : "gn-empty"} ${chosen ? "gn-chosen" : ""}" role="button"
    tabindex="0" aria-label=${text.unitLabel(model)} data-layer=${layer} data-unit=${unit}
  >
    <circle class="gn-hit" cx=${x} cy=${y} r=${Math.max(radius, 22) + 4}></circle>
    <circle class="gn-ring" cx=${x} cy=${y} r=${radius + 4.5}></circle>
    <circle class="gn-body" cx=${x} cy=${y} r=${radius - 1}></circle>
    ${
      model.value === undefined
        ? nothing
        : filling(model.value, place, radius, text, model.arriving ? arrival(progress) : 1)
    }
    <circle class="gn-rim" cx=${x} cy=${y} r=${radius - 1}></circle>
    ${caption(text.unitName(layer, unit), claim, hidden, place, layout)}
  </g>`;
}

/**
 * @param {TargetModel} model
 * @param {Layout["targets"][number]} place
 * @param {NodePlace} output
 * @param {Layout} layout
 * @param {NetworkText} text
 * @param {boolean} [isHeld]
 */
export function drawTarget(model, place, output, { radius, orientation }, text, isHeld) {
  const { x, y, size } = place;
  const half = size / 2;
  const written = text.number(model.target);
  const flat = orientation === "horizontal";
  const bridge = flat ? `M${output.x + radius} ${y}H${x - half}` : `M${x} ${output.y + radius}V${y - half}`;
  return svg`<g
    class="gn-target gn-${model.emphasis}" data-target=${place.unit} tabindex=${isHeld ? 0 : nothing}
    role=${isHeld ? "slider" : nothing} aria-label=${isHeld ? text.target : nothing}
    aria-valuenow=${isHeld ? model.target : nothing} aria-orientation=${isHeld ? "vertical" : nothing}
  >
    <path d=${bridge}></path>
    <rect x=${x - half} y=${y - half} width=${size} height=${size} rx="8"></rect>
    <text class="gn-value" x=${x} y=${y + 5} font-size=${sizeFor(written, size - 6)}>${written}</text>
    ${
      flat || place.unit === 0
        ? svg`<text class="gn-word" text-anchor=${flat ? "middle" : "end"} x=${flat ? x : x - half - 8} y=${flat ? y - half - 8 : y + 4}>${text.target}</text>`
        : nothing
    }
  </g>`;
}
