/**
 * The network of a row, with layers that are not dense: columns between the dense ones, on a ground of their own.
 *
 * @import { Layout } from "../../worked/layout.js"
 * @import { Setting, StageView } from "../../worked/stage.js"
 */
import { nothing, render, svg, html } from "lit";
import { picture } from "../../worked/picture-layer.js";
import { Stage } from "../../worked/stage.js";
import * as steps from "../../worked/steps.js";
import { network } from "../../worked/views/network.js";
import { textWidth } from "../../worked/views/network-text.js";
import { withOtherLayers } from "./row-picture.js";
import { isDense } from "./row-trace.js";

/** How far the ground of a column reaches beyond its units. */
const ROOM = { beside: 9, above: 26, below: 10, name: 30 };

/**
 * No link of a layer that is not dense is drawn but while a gradient comes along it, and none has a weight.
 * @param {Layout} layout @param {readonly boolean[]} others @returns {Layout}
 */
const withoutLinks = (layout, others) => ({
  ...layout,
  links: layout.links.map((links, layer) =>
    others[layer] ? links.map((link) => ({ ...link, shown: false, labelled: false })) : links,
  ),
});

/** The ground of a column that is not dense. @param {Layout} layout @param {number} column */
function ground({ nodes, radius, orientation }, column) {
  const [first, last] = [nodes[column][0], nodes[column][nodes[column].length - 1]];
  const { beside, above, below, name } = ROOM;
  const [left, top, right, bottom] =
    orientation === "horizontal" ? [beside, above, beside, below] : [name, beside, beside, beside];
  const [x, y] = [first.x - radius - left, first.y - radius - top];
  return svg`<rect class="ground" x=${x} y=${y} width=${last.x + radius + right - x}
    height=${last.y + radius + bottom - y} rx="16"></rect>`;
}

/** From each unit to the one that is made of it. @param {Layout} layout @param {number} column */
const threads = ({ nodes }, column) =>
  nodes[column].map((to, unit) => {
    const from = nodes[column - 1][unit];
    return to.shown && from.shown
      ? svg`<path class="thread" d=${`M${from.x} ${from.y}L${to.x} ${to.y}`}></path>`
      : nothing;
  });

/**
 * The name of a layer that changes nothing, where the row passes it.
 * @param {Layout} layout @param {number} column @param {string} name
 */
function badge({ nodes, orientation, layers }, column, name) {
  const [from, to] = [nodes[column - 1], nodes[column]].map(([{ x, y }]) => ({ x, y }));
  const flat = orientation === "horizontal";
  const [x, y] = flat ? [(from.x + to.x) / 2, 14] : [layers[column].x, (from.y + to.y) / 2 + 4];
  return svg`<text class="badge" x=${x} y=${y} text-anchor=${flat ? "middle" : "start"}>${name}</text>`;
}

/** Behind the network. @param {Layout} layout @param {readonly boolean[]} others @param {readonly string[]} passed */
const under = (layout, others, passed) =>
  html`<svg aria-hidden="true" width=${layout.width} height=${layout.height}>
    ${others.map((on, layer) => (on ? [ground(layout, layer + 1), threads(layout, layer + 1)] : nothing))}
    ${passed.map((name, layer) => (name ? badge(layout, layer + 1, name) : nothing))}
  </svg>`;

/**
 * `passed` names what stands before a layer and changes nothing, or is ""; `columns` are those of the inputs, or none.
 * @typedef {StageView & { passed: readonly string[], columns: readonly string[] }} RowView
 */

/** A long name is cut where the next one begins. @param {string} name @param {Layout} layout */
function cut(name, { orientation, radius, gaps: [gap] }) {
  const flat = orientation === "horizontal";
  // A little more than the letters have: those of an operation under way are bold.
  const [room, size] = flat ? [2 * radius + 34, 15] : [Math.min(gap - 8, 112), 13];
  if (textWidth(name, size) <= room) return name;
  const letters = [...name];
  while (letters.length > 1 && textWidth(`${letters.join("")}…`, size) > room) letters.pop();
  return `${letters.join("")}…`;
}

/**
 * The words with the inputs named by their columns.
 * @param {Setting["text"]} text @param {Layout} layout @param {RowView} view
 * @returns {Setting["text"]}
 */
function withColumns(text, layout, { columns, words, trace }) {
  if (columns.length !== trace.inputs.length) return text;
  return {
    ...text,
    unitName: (layer, unit) => (layer < 0 ? cut(columns[unit], layout) : text.unitName(layer, unit)),
    unitLabel: (unit) =>
      unit.layer < 0
        ? words.unitLabel(columns[unit.unit], text.layer(-1), text.number(unit.value ?? 0))
        : text.unitLabel(unit),
  };
}

export class RowStage extends Stage {
  /** @type {object | undefined} */
  #known;

  /** @param {RowView} view */
  setting(view) {
    const setting = super.setting(view);
    const { layers, inputs } = view.trace;
    if (setting === this.#known) return setting;
    this.#known = setting;
    const { layout } = setting;
    const text = (setting.text = withColumns(setting.text, layout, view));
    if (layers.every(isDense)) return setting;
    const dense = layers.filter(isDense).map(({ units }) => units);
    const others = layers.map((layer) => !isDense(layer));
    setting.layout = withoutLinks(layout, others);
    setting.text = {
      ...text,
      label: [
        view.words.networkLabel([inputs.length, ...dense]),
        ...layers.flatMap((layer, i) => (isDense(layer) ? [] : text.layer(i))),
      ].join(" "),
      linkLabel: (link) =>
        others[link.layer]
          ? `∂${text.unitName(link.layer, link.unit)}/∂${text.unitName(link.layer - 1, link.input)} ${text.number(link.weight)}`
          : text.linkLabel(link),
    };
    return setting;
  }

  /** @param {ParentNode} root @param {RowView} view */
  draw(root, view) {
    const [host, behind] = [".network", ".under"].map((place) => root.querySelector(place));
    if (!(host instanceof HTMLElement) || !(behind instanceof HTMLElement) || !view.width) return;
    const { trace, k, progress, step, passed, curve, onSelect } = view;
    const others = trace.layers.map((layer) => !isDense(layer));
    const { text, layout } = this.setting(view);
    const now = others.some(Boolean)
      ? withOtherLayers(picture(trace, k, progress))
      : steps.pictureOf(trace, k, progress, step);
    render(network({ picture: now, layout, text, curve, steps, onSelect }), host);
    render([...others, ...passed].some(Boolean) ? under(layout, others, passed) : nothing, behind);
  }
}
