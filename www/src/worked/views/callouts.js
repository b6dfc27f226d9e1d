/**
 * Before the loop begins, weight, unit and layer are named on the picture itself.
 *
 * @import { Layout } from "../layout.js"
 * @import { Locale, Term } from "../../locales/index.js"
 */
import { html } from "lit";

/** Half of the longest name of a layer that stands under its column. */
const LAYER_NAME = 52;

/** @typedef {{ term: Term, x: number, y: number, side: "above" | "under" | "left" | "right" }} Callout */

/** @param {Layout} layout @returns {Callout[]} */
function places({ nodes, links, layers, orientation, radius }) {
  const unit = nodes[1][0];
  const link = links[0][0].label;
  const layer = layers[Math.min(1, layers.length - 1)];
  const flat = orientation === "horizontal";
  return [
    { term: "weight", x: flat ? link.x : link.x - 14, y: flat ? link.y - 14 : link.y, side: flat ? "above" : "left" },
    flat && nodes.length > 2
      ? { term: "unit", x: unit.x + radius + 2, y: unit.y - radius + 2, side: "right" }
      : flat
        ? { term: "unit", x: unit.x - radius, y: unit.y + radius + 4, side: "under" }
        : { term: "unit", x: unit.x, y: unit.y - radius - 4, side: "above" },
    flat
      ? { term: "layer", x: layer.x + LAYER_NAME, y: layer.y - 4, side: "right" }
      : { term: "layer", x: layer.x, y: layer.y + 28, side: "under" },
  ];
}

/**
 * @param {object} view
 * @param {Layout} view.layout
 * @param {Locale} view.words
 * @param {Term | undefined} view.term
 * @param {(term: Term) => void} view.openTerm
 */
export function callouts({ layout, words, term: open, openTerm }) {
  return places(layout).map(
    ({ term, x, y, side }) =>
      html`<button
        type="button"
        class=${`callout ${side}`}
        .style=${`left:${x}px;top:${y}px`}
        aria-expanded=${open === term}
        aria-controls="meaning"
        @click=${() => openTerm(term)}
      >
        ${words.terms[term].label}
      </button>`,
  );
}
