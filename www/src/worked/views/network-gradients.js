/**
 * The gradients that a step back left at the units.
 *
 * @import { UnitModel } from "../picture.js"
 * @import { Layout, NodePlace } from "../layout.js"
 * @import { NetworkText, NetworkView } from "./network.js"
 */
import { nothing, svg } from "lit";
import { guard } from "lit/directives/guard.js";
import { isCovered, textWidth } from "./network-text.js";

/**
 * A gradient that went through here. Where layers run downwards there is no room for its symbol.
 *
 * @param {UnitModel} model
 * @param {NodePlace} place
 * @param {Layout} layout
 * @param {NetworkText} text
 * @param {readonly import("./network-text.js").Box[]} covered
 */
function drawGradient(model, { x, y, shown }, { orientation, radius }, text, covered) {
  const { gradient, gradientOf, emphasis } = model;
  if (gradient === undefined || emphasis === "current" || !shown) return nothing;
  const symbol = orientation === "horizontal" ? gradientOf : undefined;
  const written = text.number(gradient);
  const wide = textWidth(symbol ? `${symbol} ${written}` : written, 12) + 8;
  if (isCovered(covered, { x, y: y + radius + 13 }, wide)) return nothing;
  return svg`<rect class="gn-halo" x=${x - wide / 2} y=${y + radius + 4} width=${wide} height="18" rx="6"></rect>
    <text class="gn-gradient" text-anchor="middle" x=${x} y=${y + radius + 17}>${
      symbol ? svg`<tspan class="gn-symbol">${symbol}</tspan>` : nothing
    }<tspan dx=${symbol ? 4 : 0}>${written}</tspan></text>`;
}

/** @param {NetworkView} view */
export function gradients({ picture, layout, text, covered: boxes = [] }) {
  return guard([picture.units, picture.progress, layout, text], () =>
    layout.nodes.flatMap((column, c) =>
      column.map((place) => drawGradient(picture.units[c][place.unit], place, layout, text, boxes)),
    ),
  );
}
