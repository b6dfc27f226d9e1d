/**
 * The network picture: units, links, and what travels between them. It holds no state and no words of its own.
 *
 * @import { LinkModel, Picture, TargetModel, UnitModel } from "../picture.js"
 * @import { Layout, LayerPlace, LinkPlace, NodePlace } from "../layout.js"
 * @import { CurveValues } from "./network-plot.js"
 * @import { Box } from "./network-text.js"
 * @import { ActivationName } from "../../../../src/bindings/types.js"
 */
import { html, nothing, svg } from "lit";
import { guard } from "lit/directives/guard.js";
import { drawLabel, drawLink } from "./network-link.js";
import { isCovered, textWidth } from "./network-text.js";
import { drawTarget, drawUnit } from "./network-unit.js";

/** @typedef {{ layer: number, unit: number, input?: number }} Selection A unit, or with an input a link. */
/**
 * @typedef {{ text: string, holds: boolean, label: string }} ClaimText What stands beside the unit, and its tooltip.
 */

/**
 * All words and numbers of the picture, in the reader's language. Keep the object while they stay the same: units and
 * links are drawn anew when it changes.
 *
 * @typedef {object} NetworkText
 * @property {string} label Of the whole picture.
 * @property {(value: number) => string} number
 * @property {string} target
 * @property {(layer: number) => string} layer
 * @property {(layer: number, unit: number) => string} unitName
 * @property {(unit: UnitModel) => string} unitLabel For a screen reader.
 * @property {(link: LinkModel) => string} linkLabel For a screen reader.
 * @property {(name: ActivationName) => string} activation
 */

/**
 * @typedef {object} NetworkView
 * @property {Picture} picture
 * @property {Layout} layout
 * @property {NetworkText} text
 * @property {(name: string) => CurveValues | undefined} [curve] Without it no plot is drawn.
 * @property {Readonly<Record<string, ClaimText>>} [claims] By "layer.unit".
 * @property {Selection} [selected]
 * @property {(selection: Selection) => void} [onSelect]
 * @property {boolean} [isHeld] Whether its numbers can be held and dragged.
 * @property {typeof import("../steps.js")} [steps] Undefined until it is fetched; nothing is on its way then.
 * @property {readonly Box[]} [covered] Where calculations stand over the rest.
 */

/** @param {Selection | undefined} selected @param {Selection} place */
const isSelected = (selected, { layer, unit, input }) =>
  selected?.layer === layer && selected.unit === unit && selected.input === input;

/** @param {NetworkView} view @param {ClaimText} claim @param {NodePlace} place */
const isClaimCovered = ({ layout, covered: boxes = [] }, claim, { x, y }) =>
  layout.orientation === "horizontal" &&
  isCovered(boxes, { x: x + 12, y: y - layout.radius - 14 }, textWidth(claim.text, 12) + 14);

/** @param {NetworkView} view @param {NodePlace} place */
function unit(view, place) {
  const { picture, layout, text, claims, selected } = view;
  const model = picture.units[place.layer + 1][place.unit];
  if (!place.shown && model.emphasis !== "current") return nothing;
  const chosen = isSelected(selected, place);
  // What the text says is held against a value once there is one.
  const claim = model.value === undefined ? undefined : claims?.[`${place.layer}.${place.unit}`];
  const progress = model.arriving ? picture.progress : 1;
  const hidden = claim !== undefined && isClaimCovered(view, claim, place);
  return guard([model, place, text, claim, chosen, progress, hidden], () =>
    drawUnit({ model, place, layout, text, claim, hidden, chosen, progress }),
  );
}

/** @param {Picture} picture @param {LinkPlace} place */
const isComing = ({ event }, { layer, unit, input }) =>
  event?.layer === layer && event.unit === unit && "input" in event && event.input === input;

/**
 * @param {NetworkView} view
 * @param {LinkPlace} place
 * @param {typeof drawLink | typeof drawLabel} draw
 */
function link(view, place, draw) {
  const { picture, layout, text, selected } = view;
  const { layer, unit: to, input } = place;
  const flat = layout.orientation === "horizontal";
  const model = picture.links[layer][to * picture.units[layer].length + input];
  if (!place.shown && model.emphasis !== "current") return nothing;
  const chosen = isSelected(selected, place);
  // A weight that changes, and a gradient that is just being computed.
  const comes = model.ghost !== undefined || (model.gradient !== undefined && isComing(picture, place));
  const progress = comes ? picture.progress : 1;
  if (
    draw === drawLabel &&
    model.ghost === undefined &&
    isCovered(view.covered ?? [], place.label, textWidth(text.number(model.weight), 14))
  )
    return nothing;
  return guard([model, place, text, chosen, progress], () => draw({ model, place, text, chosen, progress, flat }));
}

/** How far dashes run against the links in a step back: whole dashes, so that the next step goes on from there. */
const RUN = 36;

/** @param {NetworkView} view @param {LinkPlace[]} places */
const gap = (view, places) => svg`
  <g stroke-dashoffset=${view.picture.event?.phase === "backward" ? view.picture.progress * RUN : 0}>
    ${places.map((place) => link(view, place, drawLink))}
  </g>
  <g aria-hidden="true">${places.map((place) => link(view, place, drawLabel))}</g>`;

/** How wide the names of layers may be where they stand left of the rows. */
const GUTTER = 54;

/** @param {string} name */
function wrapped(name) {
  return name.split(" ").reduce((/** @type {string[]} */ lines, word) => {
    const longer = lines.length ? `${lines[lines.length - 1]} ${word}` : word;
    return lines.length && textWidth(longer, 12) <= GUTTER ? [...lines.slice(0, -1), longer] : [...lines, word];
  }, []);
}

/** @param {Layout} layout @param {LayerPlace} place @param {NetworkText} text @param {readonly Box[]} boxes */
function layerLabel(layout, place, text, boxes) {
  const name = text.layer(place.layer);
  if (place.anchor === "middle" && isCovered(boxes, { ...place, y: place.y - 4 }, textWidth(name, 12))) return nothing;
  const lines = layout.orientation === "vertical" ? wrapped(name) : [name];
  const first = place.anchor === "middle" ? place.y : place.y + 5 - (lines.length - 1) * 8;
  return svg`<text class="gn-layer" text-anchor=${place.anchor} y=${first}>
    ${lines.map((line, i) => svg`<tspan x=${place.x} dy=${i ? 16 : 0}>${line}</tspan>`)}
  </text>`;
}

/** @param {Layout} layout @param {Picture} picture */
function dots({ dots: places, nodes, orientation }, picture) {
  const [dx, dy] = orientation === "horizontal" ? [0, 9] : [9, 0];
  return places.map(({ x, y }) => {
    const taken = nodes.some((column, c) =>
      column.some(
        (node) => !node.shown && node.x === x && node.y === y && picture.units[c][node.unit].emphasis === "current",
      ),
    );
    return taken
      ? nothing
      : svg`<g class="gn-dots">${[-1, 0, 1].map(
          (i) => svg`<circle cx=${x + i * dx} cy=${y + i * dy} r="2.5"></circle>`,
        )}</g>`;
  });
}

/** Finds what is drawn of a unit or link. @param {Selection} selection */
export const selectorOf = ({ layer, unit, input }) =>
  `[data-layer="${layer}"][data-unit="${unit}"]${
    input === undefined ? ":not([data-input])" : `[data-input="${input}"]`
  }`;

/** @param {Event} event @returns {Selection | undefined} */
function selectionOf(event) {
  const found = event.target instanceof Element ? event.target.closest("[data-unit]") : null;
  if (!(found instanceof SVGElement)) return undefined;
  const { layer, unit: to, input } = found.dataset;
  return { layer: Number(layer), unit: Number(to), ...(input === undefined ? {} : { input: Number(input) }) };
}

/** @param {NetworkView["onSelect"]} onSelect */
const selector = (onSelect) => (/** @type {Event} */ event) => {
  if (event instanceof KeyboardEvent && event.key !== "Enter" && event.key !== " ") return;
  const selection = selectionOf(event);
  if (!selection || !onSelect) return;
  event.preventDefault();
  event.stopPropagation();
  onSelect(selection);
};

/** @param {NetworkView} view */
function layerLabels({ layout, text, covered: boxes = [] }) {
  return layout.layers.map((place) => layerLabel(layout, place, text, boxes));
}

/** @param {NetworkView} view */
function targets({ picture, layout, text, isHeld, covered: boxes = [] }) {
  const outputs = layout.nodes[layout.nodes.length - 1];
  return layout.targets.map((place, i) => {
    /** @type {TargetModel | undefined} What a batch makes of its rows has none. */
    const model = picture.targets[i];
    if (!place.shown || !model || isCovered(boxes, place, place.size, place.size)) return nothing;
    return guard([model, place, text], () => drawTarget(model, place, outputs[i], layout, text, isHeld));
  });
}

/**
 * Called again with a later picture, it changes only what differs.
 *
 * @param {NetworkView} given
 */
export function network(given) {
  const { layout, text, onSelect, steps } = given;
  const view = { ...given, covered: steps?.covered(given) };
  const { width, height, nodes, links } = layout;
  const select = selector(onSelect);
  return html`<svg
    translate="no"
    class="gn-network gn-${view.picture.event?.phase ?? "forward"} ${view.isHeld ? "gn-held" : ""}"
    role="group"
    aria-label=${text.label}
    width=${width}
    height=${height}
    viewBox="0 0 ${width} ${height}"
    @click=${select}
    @keydown=${select}
  >
    ${layerLabels(view)} ${targets(view)}
    ${nodes.map(
      (column, c) => svg`
      ${c ? gap(view, links[c - 1]) : nothing}
      ${column.map((place) => unit(view, place))}`,
    )}
    ${dots(layout, view.picture)}
    <g aria-hidden="true">${steps?.gradients(view)}${steps?.drawMoving(view)}</g>
  </svg>`;
}
