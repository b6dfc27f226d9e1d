/**
 * The row, or the point, that goes through the network: its values from layer to layer, as the network shows them.
 *
 * @import { Lab } from "../experiment/lab.js"
 * @import { Setup } from "../experiment/types.js"
 * @import { Words } from "../locales/playground.js"
 */
import { html, nothing } from "lit";
import { fixed, format, full } from "../format.js";
import { activeLayers } from "../experiment/layers.js";
import { classOf } from "../panels/results/classes.js";
import { nameOfLayer } from "../panels/views/layer-names.js";

/** More values of a layer than a line has room for are not written. */
const MOST_WRITTEN = 24;

/** Each stands whole or not at all: half a number would be another one. @param {readonly string[]} texts */
const inOneLine = (texts) =>
  html`<span class="values" translate="no">${texts.map((text) => html`<i>${text}</i> `)}</span>`;

/** @param {ArrayLike<number>} values */
const listed = (values) => [
  ...Array.from({ length: Math.min(values.length, MOST_WRITTEN) }, (_, i) => fixed(values[i], 2)),
  ...(values.length > MOST_WRITTEN ? ["…"] : []),
];

/**
 * @param {Words} words @param {Setup} setup @param {readonly Float32Array[]} activations
 * @param {Pick<Lab, "row" | "values">} selected
 */
export function flowView(words, setup, activations, { row, values }) {
  const own = words.bench.output;
  const layers = activeLayers(setup);
  const [inputs, ...outputs] = activations;
  if (outputs.length !== layers.length) return nothing;
  const { features } = setup.config;
  const answer = setup.classes?.[classOf(outputs[outputs.length - 1])];
  const entered = features.map((name, i) => `${name} ${format(inputs[i], 2)}`);
  return html`<ol class="flow" tabindex="0" aria-label=${own.flow} .style=${`--lines:${layers.length + 1}`}>
    <li title=${Array.from(inputs, full).join("  ")}>
      <span class="of">${values ? own.point : own.row(row)}</span>
      ${inOneLine(entered)}
    </li>
    ${layers.map(
      (layer, i) =>
        html`<li title=${Array.from(outputs[i].subarray(0, 4 * MOST_WRITTEN), full).join("  ")}>
          <span class="of">${nameOfLayer(words, layer)}</span>
          ${inOneLine(listed(outputs[i]))}
          ${i === layers.length - 1 && answer !== undefined ? html`<b class="said">→ ${own.answer(answer)}</b>` : nothing}
        </li>`,
    )}
  </ol>`;
}
